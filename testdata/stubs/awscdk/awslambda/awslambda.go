// Package awslambda is a slice of the AWS CDK's constructs for Lambda.
package awslambda

import "github.com/aws/constructs-go/constructs/v10"

// Code is the code of a function.
type Code interface{ IsInline() *bool }

// EnvironmentOptions configure an environment variable.
type EnvironmentOptions struct {
	RemoveInEdge *bool
}

// Function is a Lambda function.
type Function interface {
	constructs.Construct
	AddEnvironment(key *string, value *string, options *EnvironmentOptions) Function
}

// FunctionProps are the properties of a Function.
type FunctionProps struct {
	Description *string
	Environment *map[string]*string
	Code        Code
	Handler     *string
}

type function struct{ environment map[string]*string }

func (f *function) ToString() *string { return nil }

func (f *function) AddEnvironment(key *string, value *string, options *EnvironmentOptions) Function {
	f.environment[*key] = value
	return f
}

// NewFunction returns a function within scope.
func NewFunction(scope constructs.Construct, id *string, props *FunctionProps) Function {
	f := &function{environment: make(map[string]*string)}
	if props.Environment != nil {
		for k, v := range *props.Environment {
			f.environment[k] = v
		}
	}
	return f
}
