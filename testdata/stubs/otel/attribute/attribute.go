// Package attribute is a slice of go.opentelemetry.io/otel/attribute.
package attribute

import "fmt"

// Key is the name of an attribute.
type Key string

// Value is the value of an attribute.
type Value struct {
	vtype    int
	stringly string
	slice    interface{}
}

// KeyValue is an attribute.
type KeyValue struct {
	Key   Key
	Value Value
}

func StringValue(v string) Value        { return Value{stringly: v} }
func StringSliceValue(v []string) Value { return Value{slice: v} }
func IntValue(v int) Value              { return Value{vtype: v} }
func Bool(k string, v bool) KeyValue    { return KeyValue{Key: Key(k)} }
func Int(k string, v int) KeyValue      { return KeyValue{Key: Key(k), Value: IntValue(v)} }
func String(k, v string) KeyValue       { return KeyValue{Key: Key(k), Value: StringValue(v)} }
func StringSlice(k string, v []string) KeyValue {
	return KeyValue{Key: Key(k), Value: StringSliceValue(v)}
}
func Stringer(k string, v fmt.Stringer) KeyValue { return String(k, v.String()) }

func (k Key) String(v string) KeyValue        { return KeyValue{Key: k, Value: StringValue(v)} }
func (k Key) Int(v int) KeyValue              { return KeyValue{Key: k, Value: IntValue(v)} }
func (k Key) StringSlice(v []string) KeyValue { return KeyValue{Key: k, Value: StringSliceValue(v)} }
