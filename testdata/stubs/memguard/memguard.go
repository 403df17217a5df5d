// Package memguard is a slice of github.com/awnumar/memguard.
package memguard

import (
	"crypto/rand"
	"errors"
)

// ScrambleBytes overwrites buf with random bytes.
func ScrambleBytes(buf []byte) { rand.Read(buf) }

// WipeBytes overwrites buf with zeros.
func WipeBytes(buf []byte) { clear(buf) }

// Purge destroys every buffer there is.
func Purge() {}

// LockedBuffer is memory outside the garbage collector's heap.
type LockedBuffer struct {
	data []byte
}

// NewBuffer returns a buffer of zeros.
func NewBuffer(size int) *LockedBuffer { return &LockedBuffer{data: make([]byte, size)} }

// NewBufferFromBytes moves src into a buffer; src is wiped.
func NewBufferFromBytes(src []byte) *LockedBuffer {
	b := NewBuffer(len(src))
	b.Move(src)
	return b
}

func (b *LockedBuffer) Freeze() {}

func (b *LockedBuffer) Melt() {}

// Copy copies src into b and leaves src as it is.
func (b *LockedBuffer) Copy(src []byte) { copy(b.data, src) }

// Move copies src into b and wipes src.
func (b *LockedBuffer) Move(src []byte) {
	b.Copy(src)
	WipeBytes(src)
}

func (b *LockedBuffer) Scramble() { ScrambleBytes(b.data) }

func (b *LockedBuffer) Wipe() { WipeBytes(b.data) }

func (b *LockedBuffer) Size() int { return len(b.data) }

// Destroy wipes and frees the buffer.
func (b *LockedBuffer) Destroy() {
	b.Wipe()
	b.data = nil
}

func (b *LockedBuffer) Bytes() []byte { return b.data }

// Seal moves b into an Enclave and destroys b.
func (b *LockedBuffer) Seal() *Enclave {
	defer b.Destroy()
	return NewEnclave(b.data)
}

// Enclave is an encrypted buffer.
type Enclave struct {
	sealed []byte
}

// NewEnclave seals src; src is wiped.
func NewEnclave(src []byte) *Enclave {
	e := &Enclave{sealed: make([]byte, len(src))}
	for i, b := range src {
		e.sealed[i] = b ^ 0xff
	}
	WipeBytes(src)
	return e
}

// Open decrypts the enclave.
func (e *Enclave) Open() (*LockedBuffer, error) {
	if e == nil {
		return nil, errors.New("no enclave")
	}
	b := NewBuffer(len(e.sealed))
	for i, c := range e.sealed {
		b.data[i] = c ^ 0xff
	}
	return b, nil
}

func (e *Enclave) Size() int { return len(e.sealed) }
