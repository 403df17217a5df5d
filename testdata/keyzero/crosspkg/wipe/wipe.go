// Package wipe overwrites buffers. It knows nothing of KMS: what it does must be a fact.
package wipe

import (
	"crypto/rand"
	"runtime"
)

// Bytes overwrites b with zeros.
func Bytes(b []byte) {
	clear(b)
	runtime.KeepAlive(b)
}

// All overwrites every buffer.
func All(bs ...[]byte) {
	for _, b := range bs {
		Bytes(b)
	}
}

// Slice overwrites s with zero values.
func Slice[S ~[]E, E any](s S) { clear(s) }

// Noise overwrites b with random bytes.
func Noise(b []byte) { rand.Read(b) }

// Key overwrites the array.
func Key(k *[32]byte) { clear(k[:]) }

// Half overwrites the first half of b only.
func Half(b []byte) { clear(b[:len(b)/2]) }

// Sum reads b.
func Sum(b []byte) (sum byte) {
	for _, c := range b {
		sum += c
	}
	return sum
}

// Forget drops the caller's reference, and the bytes stay.
func Forget(b *[]byte) { *b = nil }

// Wiper is the type that a program may pass around instead.
type Wiper struct{}

// Wipe overwrites b.
func (Wiper) Wipe(b []byte) { Bytes(b) }

// Buffer owns bytes and wipes them.
type Buffer struct {
	data []byte
}

// NewBuffer takes b over: it is the buffer's from here on.
func NewBuffer(b []byte) *Buffer { return &Buffer{data: b} }

// Bytes returns the bytes, which stay the buffer's.
func (b *Buffer) Bytes() []byte { return b.data }

// Obliterate wipes the bytes.
func (b *Buffer) Obliterate() {
	for i := range b.data {
		b.data[i] = 0
	}
	b.data = nil
}
