// Package lambda is a slice of Pulumi's Lambda resources.
package lambda

import (
	"reflect"

	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

// Function is a Lambda function.
type Function struct {
	Arn pulumi.StringOutput
}

// FunctionArgs describe a Function.
type FunctionArgs struct {
	Environment FunctionEnvironmentPtrInput
	Handler     pulumi.StringPtrInput
	Role        pulumi.StringInput
}

// FunctionEnvironmentPtrInput is an optional environment.
type FunctionEnvironmentPtrInput interface {
	pulumi.Input
	isFunctionEnvironmentPtr()
}

// FunctionEnvironmentArgs is the environment of a function.
type FunctionEnvironmentArgs struct {
	Variables pulumi.StringMapInput
}

// ElementType returns the type of the value.
func (FunctionEnvironmentArgs) ElementType() reflect.Type {
	return reflect.TypeFor[FunctionEnvironmentArgs]()
}
func (*FunctionEnvironmentArgs) isFunctionEnvironmentPtr() {}

// NewFunction registers a function.
func NewFunction(ctx *pulumi.Context, name string, args *FunctionArgs, opts ...pulumi.ResourceOption) (*Function, error) {
	return &Function{}, nil
}
