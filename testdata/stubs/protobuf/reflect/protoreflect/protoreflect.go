// Package protoreflect is a slice of google.golang.org/protobuf/reflect/protoreflect.
package protoreflect

// ProtoMessage is what generated messages implement.
type ProtoMessage interface{ ProtoReflect() Message }

// Message is a message as reflection sees it.
type Message interface {
	Interface() ProtoMessage
	IsValid() bool
}
