package keys

import "runtime"

// Wipe overwrites a key with zeros.
func Wipe(key []byte) {
	clear(key)
	runtime.KeepAlive(key)
}
