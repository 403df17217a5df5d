// Package smithy is a slice of the runtime under the AWS SDK for Go v2.
package smithy

// Schema describes a shape or one of its members.
type Schema struct{ id string }

// NewSchema returns the schema of the shape with that id.
func NewSchema(id string) *Schema { return &Schema{id: id} }

// ShapeSerializer writes shapes on the wire.
type ShapeSerializer interface {
	Bytes() []byte
	WriteString(*Schema, string)
	WriteBlob(*Schema, []byte)
	WriteStruct(*Schema)
	CloseStruct()
}
