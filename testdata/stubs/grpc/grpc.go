// Package grpc is a slice of google.golang.org/grpc.
package grpc

import "context"

// ServiceRegistrar registers services.
type ServiceRegistrar interface {
	RegisterService(desc *ServiceDesc, impl any)
}

// ServiceDesc describes a service.
type ServiceDesc struct {
	ServiceName string
	HandlerType any
	Methods     []MethodDesc
	Metadata    any
}

// MethodHandler calls a method of a service.
type MethodHandler func(srv any, ctx context.Context, dec func(any) error, interceptor UnaryServerInterceptor) (any, error)

// MethodDesc describes a method.
type MethodDesc struct {
	MethodName string
	Handler    MethodHandler
}

// UnaryServerInfo says what is called.
type UnaryServerInfo struct {
	Server     any
	FullMethod string
}

// UnaryHandler calls the method.
type UnaryHandler func(ctx context.Context, req any) (any, error)

// UnaryServerInterceptor stands before a method.
type UnaryServerInterceptor func(ctx context.Context, req any, info *UnaryServerInfo, handler UnaryHandler) (resp any, err error)

// ServerStream is the server's side of a stream.
type ServerStream interface {
	Context() context.Context
	SendMsg(m any) error
	RecvMsg(m any) error
}

// Server serves.
type Server struct{ services map[string]any }

// ServerOption configures a Server.
type ServerOption interface{ apply(*Server) }

// NewServer returns a server without services.
func NewServer(opt ...ServerOption) *Server { return &Server{services: map[string]any{}} }

// RegisterService implements ServiceRegistrar.
func (s *Server) RegisterService(sd *ServiceDesc, ss any) { s.services[sd.ServiceName] = ss }
