package request

import "github.com/aws/aws-sdk-go/aws"

// Operation is one operation of a service.
type Operation struct {
	Name       string
	HTTPMethod string
	HTTPPath   string
}

// Request is a request that Send sends.
type Request struct {
	Config    aws.Config
	Operation *Operation
	Params    any
	Error     error
	Data      any
	RequestID string

	context aws.Context
}

// Option changes a Request before it is sent.
type Option func(*Request)

// ApplyOptions applies opts in order.
func (r *Request) ApplyOptions(opts ...Option) {
	for _, opt := range opts {
		opt(r)
	}
}

// SetContext sets the context of the request.
func (r *Request) SetContext(ctx aws.Context) { r.context = ctx }

// Send sends the request and fills Data.
func (r *Request) Send() error {
	if r.context != nil {
		return r.context.Err()
	}
	return r.Error
}
