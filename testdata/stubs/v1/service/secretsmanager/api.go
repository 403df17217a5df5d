package secretsmanager

import "errors"

var errMissingRegion = errors.New("missing region")

type GetSecretValueInput struct {
	_ struct{} `type:"structure"`

	SecretId     *string `min:"1" type:"string" required:"true"`
	VersionId    *string `min:"32" type:"string"`
	VersionStage *string `min:"1" type:"string"`
}

type GetSecretValueOutput struct {
	_ struct{} `type:"structure"`

	ARN          *string `min:"20" type:"string"`
	Name         *string `min:"1" type:"string"`
	SecretBinary []byte  `min:"1" type:"blob" sensitive:"true"`
	SecretString *string `min:"1" type:"string" sensitive:"true"`
	VersionId    *string `min:"32" type:"string"`
}

func (c *SecretsManager) GetSecretValue(input *GetSecretValueInput) (*GetSecretValueOutput, error) {
	return &GetSecretValueOutput{Name: input.SecretId}, c.invoke()
}
