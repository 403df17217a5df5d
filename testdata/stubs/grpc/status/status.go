// Package status is a slice of google.golang.org/grpc/status.
package status

import (
	"fmt"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/internal/status"
)

// Status is what a call ended with.
type Status = status.Status

func New(c codes.Code, msg string) *Status               { return &Status{Code_: c, Text: msg} }
func Newf(c codes.Code, format string, a ...any) *Status { return New(c, fmt.Sprintf(format, a...)) }
func Error(c codes.Code, msg string) error               { return New(c, msg).Err() }
func Errorf(c codes.Code, format string, a ...any) error { return Error(c, fmt.Sprintf(format, a...)) }
