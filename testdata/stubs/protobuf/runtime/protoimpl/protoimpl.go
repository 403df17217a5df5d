// Package protoimpl is a slice of google.golang.org/protobuf/runtime/protoimpl.
package protoimpl

import "google.golang.org/protobuf/internal/impl"

// X is what generated code calls.
var X impl.Export
