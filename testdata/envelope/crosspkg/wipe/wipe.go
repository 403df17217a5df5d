// Package wipe overwrites bytes.
package wipe

// Bytes overwrites b.
func Bytes(b []byte) { clear(b) }
