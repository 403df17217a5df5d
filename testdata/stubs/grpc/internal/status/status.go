// Package status is a slice of google.golang.org/grpc/internal/status.
package status

import (
	"errors"

	"google.golang.org/grpc/codes"
)

// Status is what a call ended with.
type Status struct {
	Code_ codes.Code
	Text  string
}

func (s *Status) Code() codes.Code { return s.Code_ }
func (s *Status) Message() string  { return s.Text }
func (s *Status) Err() error       { return errors.New(s.Text) }
