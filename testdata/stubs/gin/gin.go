// Package gin is a slice of github.com/gin-gonic/gin.
package gin

import (
	"context"
	"io"
	"net/http"
	"time"
)

// H is a short name for a map.
type H map[string]any

// HandlerFunc handles a request.
type HandlerFunc func(*Context)

// Error is an error of a request.
type Error struct {
	Err  error
	Type uint64
	Meta any
}

func (msg Error) Error() string { return msg.Err.Error() }

// ResponseWriter writes a response.
type ResponseWriter interface {
	http.ResponseWriter
	http.Hijacker
	http.Flusher
	http.CloseNotifier

	Status() int
	Size() int
	WriteString(string) (int, error)
	Written() bool
	WriteHeaderNow()
	Pusher() http.Pusher
}

// Context is a request and its response.
type Context struct {
	Request *http.Request
	Writer  ResponseWriter
	Keys    map[any]any
}

func (c *Context) Next()                                          {}
func (c *Context) AbortWithStatus(code int)                       {}
func (c *Context) AbortWithStatusJSON(code int, jsonObj any)      {}
func (c *Context) AbortWithError(code int, err error) *Error      { return &Error{Err: err} }
func (c *Context) Error(err error) *Error                         { return &Error{Err: err} }
func (c *Context) Set(key any, value any)                         {}
func (c *Context) Get(key any) (value any, exists bool)           { return c.Keys[key], true }
func (c *Context) MustGet(key any) any                            { return c.Keys[key] }
func (c *Context) Param(key string) string                        { return "" }
func (c *Context) Query(key string) (value string)                { return "" }
func (c *Context) GetHeader(key string) string                    { return "" }
func (c *Context) ShouldBindJSON(obj any) error                   { return nil }
func (c *Context) Status(code int)                                {}
func (c *Context) Header(key, value string)                       {}
func (c *Context) HTML(code int, name string, obj any)            {}
func (c *Context) IndentedJSON(code int, obj any)                 {}
func (c *Context) SecureJSON(code int, obj any)                   {}
func (c *Context) JSON(code int, obj any)                         {}
func (c *Context) AsciiJSON(code int, obj any)                    {}
func (c *Context) PureJSON(code int, obj any)                     {}
func (c *Context) XML(code int, obj any)                          {}
func (c *Context) YAML(code int, obj any)                         {}
func (c *Context) String(code int, format string, values ...any)  {}
func (c *Context) Redirect(code int, location string)             {}
func (c *Context) Data(code int, contentType string, data []byte) {}
func (c *Context) Stream(step func(w io.Writer) bool) bool        { return false }
func (c *Context) SetCookie(name, value string, maxAge int, path, domain string, secure, httpOnly bool) {
}

// IRoutes is what routes are added to.
type IRoutes interface {
	Use(...HandlerFunc) IRoutes
	GET(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
}

// RouterGroup is a group of routes.
type RouterGroup struct{ Handlers []HandlerFunc }

func (group *RouterGroup) Use(middleware ...HandlerFunc) IRoutes                     { return group }
func (group *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes  { return group }
func (group *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) IRoutes { return group }

// Engine serves.
type Engine struct{ RouterGroup }

// OptionFunc changes an Engine.
type OptionFunc func(*Engine)

func Default(opts ...OptionFunc) *Engine              { return &Engine{} }
func New(opts ...OptionFunc) *Engine                  { return &Engine{} }
func (engine *Engine) Run(addr ...string) (err error) { return nil }

func (c *Context) Deadline() (deadline time.Time, ok bool) { return c.ctx().Deadline() }
func (c *Context) Done() <-chan struct{}                   { return c.ctx().Done() }
func (c *Context) Err() error                              { return c.ctx().Err() }
func (c *Context) Value(key any) any                       { return c.Keys[key] }
func (c *Context) ctx() context.Context                    { return c.Request.Context() }
