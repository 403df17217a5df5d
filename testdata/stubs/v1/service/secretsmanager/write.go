package secretsmanager

type CreateSecretInput struct {
	_ struct{} `type:"structure"`

	Name         *string `min:"1" type:"string" required:"true"`
	SecretBinary []byte  `min:"1" type:"blob" sensitive:"true"`
	SecretString *string `min:"1" type:"string" sensitive:"true"`
}

func (s *CreateSecretInput) SetSecretString(v string) *CreateSecretInput {
	s.SecretString = &v
	return s
}
