// Package fiber is a slice of github.com/gofiber/fiber/v2.
package fiber

import "context"

// Handler handles a request.
type Handler = func(*Ctx) error

// Map is a short name for a map.
type Map map[string]interface{}

// Ctx is a request and its response.
type Ctx struct{ status int }

func (c *Ctx) UserContext() context.Context                             { return context.Background() }
func (c *Ctx) JSON(data interface{}, ctype ...string) error             { return nil }
func (c *Ctx) XML(data interface{}) error                               { return nil }
func (c *Ctx) Send(body []byte) error                                   { return nil }
func (c *Ctx) SendString(body string) error                             { return nil }
func (c *Ctx) SendStatus(status int) error                              { return nil }
func (c *Ctx) Status(status int) *Ctx                                   { return c }
func (c *Ctx) Set(key string, val string)                               {}
func (c *Ctx) Get(key string, defaultValue ...string) string            { return "" }
func (c *Ctx) Params(key string, defaultValue ...string) string         { return "" }
func (c *Ctx) Locals(key interface{}, value ...interface{}) interface{} { return nil }
func (c *Ctx) WriteString(s string) (int, error)                        { return len(s), nil }
func (c *Ctx) Write(p []byte) (int, error)                              { return len(p), nil }

// Error is an error with a status.
type Error struct {
	Code    int
	Message string
}

func (e *Error) Error() string { return e.Message }

// NewError returns an error that the client sees.
func NewError(code int, message ...string) *Error { return &Error{Code: code} }

// Router is what routes are added to.
type Router interface {
	Get(path string, handlers ...Handler) Router
}

// App serves.
type App struct{ routes []string }

// Config configures an App.
type Config struct{ AppName string }

func New(config ...Config) *App                              { return &App{} }
func (app *App) Get(path string, handlers ...Handler) Router { return app }
func (app *App) Listen(addr string) error                    { return nil }
