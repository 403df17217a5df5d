// Package hsm wipes by a function that is chosen when the program starts.
//
// A line of the configuration says that Erase is a wiper:
//
//	corpus.test/testdata/keyzero/configured/hsm.Erase
package hsm

import "os"

var erase func([]byte)

func init() {
	switch os.Getenv("HSM_ERASE") {
	case "noise":
		erase = func(b []byte) { copy(b, os.Args[0]) }
	default:
		erase = func(b []byte) { clear(b) }
	}
}

// Erase overwrites b.
func Erase(b []byte) { erase(b) }
