package lambda

import "errors"

var errMissingRegion = errors.New("missing region")

type UpdateFunctionConfigurationInput struct {
	_ struct{} `type:"structure"`

	Environment  *Environment `type:"structure"`
	FunctionName *string      `location:"uri" locationName:"FunctionName" min:"1" type:"string" required:"true"`
	KMSKeyArn    *string      `type:"string"`
}

type FunctionConfiguration struct {
	_ struct{} `type:"structure"`

	FunctionArn  *string `type:"string"`
	FunctionName *string `min:"1" type:"string"`
}

func (c *Lambda) UpdateFunctionConfiguration(input *UpdateFunctionConfigurationInput) (*FunctionConfiguration, error) {
	return &FunctionConfiguration{FunctionName: input.FunctionName}, c.invoke()
}

type Environment struct {
	_ struct{} `type:"structure"`

	Variables map[string]*string `type:"map" sensitive:"true"`
}

// SetVariables sets the Variables field's value.
func (s *Environment) SetVariables(v map[string]*string) *Environment {
	s.Variables = v
	return s
}
