// Package impl is a slice of google.golang.org/protobuf/internal/impl.
package impl

import "google.golang.org/protobuf/reflect/protoreflect"

// Export is what generated code calls.
type Export struct{}

// MessageStringOf returns m as text.
func (Export) MessageStringOf(m protoreflect.ProtoMessage) string { return "" }

// MessageStateOf returns m as reflection sees it.
func (Export) MessageOf(m any) protoreflect.Message { return nil }
