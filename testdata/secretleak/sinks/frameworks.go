package sinks

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func badGin(c *gin.Context) {
	s := password(c.Request.Context())
	c.JSON(http.StatusOK, gin.H{"password": s})                                              // want "secret from secretsmanager.GetSecretValue is sent in a response"
	c.IndentedJSON(http.StatusOK, settings{Password: s})                                     // want "secret from secretsmanager.GetSecretValue is sent in a response"
	c.String(http.StatusOK, "password %s", s)                                                // want "secret from secretsmanager.GetSecretValue is sent in a response"
	c.String(http.StatusOK, s)                                                               // want "secret from secretsmanager.GetSecretValue is sent in a response"
	c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": "cannot use " + s}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
	c.Data(http.StatusOK, "text/plain", []byte(s))                                           // want "secret from secretsmanager.GetSecretValue is sent in a response"
	c.Header("X-Password", s)                                                                // want "secret from secretsmanager.GetSecretValue is sent in a response"
	c.XML(http.StatusOK, gin.H{"password": s})                                               // want "secret from secretsmanager.GetSecretValue is sent in a response"
	c.Writer.WriteString(s)                                                                  // want "secret from secretsmanager.GetSecretValue is sent in a response"
	fmt.Fprint(c.Writer, s)                                                                  // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func goodGin(c *gin.Context) {
	s := password(c.Request.Context())
	c.Set("password", s)
	c.JSON(http.StatusOK, gin.H{"length": len(s), "version": version(c.Request.Context())})
}

// missedGinKey puts it into the context, and a later handler sends it.
func missedGinKey(c *gin.Context) {
	c.Set("dsn", password(c.Request.Context()))
	c.String(http.StatusOK, "%v", c.MustGet("dsn"))
}

func routes(r *gin.Engine) {
	r.GET("/password", badGin)
	r.GET("/inline", func(c *gin.Context) {
		c.JSON(http.StatusOK, gin.H{"password": password(c)}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
	})
}

func badEcho(c echo.Context) error {
	s := password(c.Request().Context())
	if s == "" {
		return echo.NewHTTPError(http.StatusInternalServerError, "empty")
	}
	return c.JSON(http.StatusOK, map[string]string{"password": s}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func badEchoString(c echo.Context) error {
	return c.String(http.StatusOK, "password "+password(c.Request().Context())) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func badEchoBlob(c echo.Context) error {
	return c.Blob(http.StatusOK, "text/plain", []byte(password(c.Request().Context()))) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func badEchoResponse(c echo.Context) error {
	_, err := fmt.Fprint(c.Response(), password(c.Request().Context())) // want "secret from secretsmanager.GetSecretValue is sent in a response"
	return err
}

func badEchoError(c echo.Context) error {
	return echo.NewHTTPError(http.StatusBadGateway, "cannot use "+password(c.Request().Context())) // want "secret from secretsmanager.GetSecretValue (is sent in a response|becomes part of an error)"
}

func goodEcho(c echo.Context) error {
	s := password(c.Request().Context())
	c.Set("password", s)
	return c.JSON(http.StatusOK, echo.Map{"length": len(s)})
}

func badFiber(c *fiber.Ctx) error {
	c.Set("X-Password", password(c.UserContext()))                  // want "secret from secretsmanager.GetSecretValue is sent in a response"
	return c.JSON(fiber.Map{"password": password(c.UserContext())}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func badFiberString(c *fiber.Ctx) error {
	return c.Status(http.StatusOK).SendString(password(c.UserContext())) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func goodFiber(c *fiber.Ctx) error {
	c.Locals("password", password(c.UserContext()))
	return c.JSON(fiber.Map{"length": len(password(c.UserContext()))})
}
