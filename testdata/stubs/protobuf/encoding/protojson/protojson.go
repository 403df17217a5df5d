// Package protojson is a slice of google.golang.org/protobuf/encoding/protojson.
package protojson

import "google.golang.org/protobuf/reflect/protoreflect"

// Marshal returns m as JSON.
func Marshal(m protoreflect.ProtoMessage) ([]byte, error) { return nil, nil }

// Format returns m as JSON.
func Format(m protoreflect.ProtoMessage) string { return "" }
