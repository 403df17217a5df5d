package ssm

import "errors"

var errMissingRegion = errors.New("missing region")

type GetParameterInput struct {
	_ struct{} `type:"structure"`

	Name           *string `min:"1" type:"string" required:"true"`
	WithDecryption *bool   `type:"boolean"`
}

type GetParameterOutput struct {
	_ struct{} `type:"structure"`

	Parameter *Parameter `type:"structure"`
}

func (c *SSM) GetParameter(input *GetParameterInput) (*GetParameterOutput, error) {
	return &GetParameterOutput{Parameter: &Parameter{Name: input.Name}}, c.invoke()
}

type GetParametersInput struct {
	_ struct{} `type:"structure"`

	Names          []*string `min:"1" type:"list" required:"true"`
	WithDecryption *bool     `type:"boolean"`
}

type GetParametersOutput struct {
	_ struct{} `type:"structure"`

	InvalidParameters []*string    `min:"1" type:"list"`
	Parameters        []*Parameter `type:"list"`
}

func (c *SSM) GetParameters(input *GetParametersInput) (*GetParametersOutput, error) {
	return &GetParametersOutput{InvalidParameters: input.Names}, c.invoke()
}

type Parameter struct {
	_ struct{} `type:"structure"`

	ARN   *string `type:"string"`
	Name  *string `min:"1" type:"string"`
	Type  *string `type:"string" enum:"ParameterType"`
	Value *string `type:"string" sensitive:"true"`
}

const (
	ParameterTypeString       = "String"
	ParameterTypeStringList   = "StringList"
	ParameterTypeSecureString = "SecureString"
)

type PutParameterInput struct {
	_ struct{} `type:"structure"`

	Description *string `type:"string"`
	KeyId       *string `min:"1" type:"string"`
	Name        *string `min:"1" type:"string" required:"true"`
	Overwrite   *bool   `type:"boolean"`
	Type        *string `type:"string" enum:"ParameterType"`
	Value       *string `type:"string" required:"true"`
}

type PutParameterOutput struct {
	_ struct{} `type:"structure"`

	Tier    *string `type:"string" enum:"ParameterTier"`
	Version *int64  `type:"long"`
}

func (c *SSM) PutParameter(input *PutParameterInput) (*PutParameterOutput, error) {
	return &PutParameterOutput{}, c.invoke()
}
