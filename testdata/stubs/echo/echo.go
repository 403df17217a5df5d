// Package echo is a slice of github.com/labstack/echo/v4.
package echo

import (
	"io"
	"net/http"
)

// HandlerFunc handles a request.
type HandlerFunc func(c Context) error

// MiddlewareFunc wraps a handler.
type MiddlewareFunc func(next HandlerFunc) HandlerFunc

// Map is a short name for a map.
type Map map[string]interface{}

// Response is an http.ResponseWriter.
type Response struct {
	Writer    http.ResponseWriter
	Status    int
	Committed bool
}

func (r *Response) Header() http.Header               { return r.Writer.Header() }
func (r *Response) WriteHeader(code int)              { r.Writer.WriteHeader(code) }
func (r *Response) Write(b []byte) (n int, err error) { return r.Writer.Write(b) }

// Context is a request and its response.
type Context interface {
	Request() *http.Request
	Response() *Response
	Param(name string) string
	QueryParam(name string) string
	Get(key string) interface{}
	Set(key string, val interface{})
	Bind(i interface{}) error
	HTML(code int, html string) error
	String(code int, s string) error
	JSON(code int, i interface{}) error
	JSONPretty(code int, i interface{}, indent string) error
	JSONBlob(code int, b []byte) error
	XML(code int, i interface{}) error
	Blob(code int, contentType string, b []byte) error
	Stream(code int, contentType string, r io.Reader) error
	NoContent(code int) error
	Redirect(code int, url string) error
}

// HTTPError is an error with a status.
type HTTPError struct {
	Internal error
	Message  interface{}
	Code     int
}

func (he *HTTPError) Error() string { return http.StatusText(he.Code) }

// NewHTTPError returns an error that the client sees.
func NewHTTPError(code int, message ...interface{}) *HTTPError {
	return &HTTPError{Code: code, Message: message}
}

// Route is a path and its handler.
type Route struct{ Method, Path, Name string }

// Echo serves.
type Echo struct{ routes []*Route }

func New() (e *Echo)                                                       { return &Echo{} }
func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return &Route{Path: path} }
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route {
	return &Route{Path: path}
}
func (e *Echo) Start(address string) error { return nil }
