// Package lambda is a slice of github.com/aws/aws-lambda-go/lambda.
package lambda

import "context"

// Handler handles invocations.
type Handler interface {
	Invoke(ctx context.Context, payload []byte) ([]byte, error)
}

// Option configures how a handler runs.
type Option func(*handlerOptions)

type handlerOptions struct{ baseContext context.Context }

// Start serves invocations with handler, a function.
func Start(handler interface{}) {}

// StartWithOptions is Start with options.
func StartWithOptions(handler interface{}, options ...Option) {}

// StartHandler serves invocations with a Handler.
func StartHandler(handler Handler) {}

// HandlerFunc is a handler that takes and returns.
type HandlerFunc[TIn any, TOut any] interface {
	func(context.Context, TIn) (TOut, error)
}

// StartHandlerFunc is Start for a handler of that signature.
func StartHandlerFunc[TIn any, TOut any, H HandlerFunc[TIn, TOut]](handler H, options ...Option) {
	Start(handler)
}
