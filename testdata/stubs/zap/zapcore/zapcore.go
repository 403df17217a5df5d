// Package zapcore is a slice of go.uber.org/zap/zapcore.
package zapcore

// A Level is a logging priority.
type Level int8

const (
	DebugLevel Level = iota - 1
	InfoLevel
	WarnLevel
	ErrorLevel
)

// FieldType says which member of a Field holds its value.
type FieldType uint8

// A Field is one pair of a key and a value.
type Field struct {
	Key       string
	Type      FieldType
	Integer   int64
	String    string
	Interface interface{}
}

// ObjectEncoder is what an ObjectMarshaler writes to.
type ObjectEncoder interface {
	AddString(key, value string)
	AddInt(key string, value int)
	AddReflected(key string, value interface{}) error
}

// ObjectMarshaler is implemented by what says itself how it is logged.
type ObjectMarshaler interface {
	MarshalLogObject(ObjectEncoder) error
}

// CheckedEntry is an entry that is to be written.
type CheckedEntry struct{ Message string }

// Write writes the entry.
func (ce *CheckedEntry) Write(fields ...Field) {}
