// Package pulumi is a slice of Pulumi's SDK for Go.
package pulumi

import "reflect"

// Context is the context of a program.
type Context struct{ stack string }

// Stack returns the name of the stack.
func (ctx *Context) Stack() string { return ctx.stack }

// Input is a value that may be known later.
type Input interface{ ElementType() reflect.Type }

// Output is the value of a resource.
type Output interface{ ElementType() reflect.Type }

// ResourceOption changes how a resource is managed.
type ResourceOption interface{ apply() }

// StringInput is a string that may be known later.
type StringInput interface {
	Input
	isString()
}

// StringPtrInput is an optional StringInput.
type StringPtrInput interface{ Input }

// StringMapInput is a map of them.
type StringMapInput interface {
	Input
	isStringMap()
}

// String is a StringInput of a known value.
type String string

// ElementType returns the type of the value.
func (String) ElementType() reflect.Type { return reflect.TypeFor[string]() }
func (String) isString()                 {}

// StringMap is a StringMapInput.
type StringMap map[string]StringInput

// ElementType returns the type of the value.
func (StringMap) ElementType() reflect.Type { return reflect.TypeFor[map[string]string]() }
func (StringMap) isStringMap()              {}

// StringOutput is a string that a resource has.
type StringOutput struct{ value *string }

// ElementType returns the type of the value.
func (StringOutput) ElementType() reflect.Type { return reflect.TypeFor[string]() }
func (StringOutput) isString()                 {}
