// Package decrypt is a slice of sops, the part that programs call.
package decrypt

import "os"

// File decrypts the file at path.
func File(path, format string) (cleartext []byte, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Data(data, format)
}

// Data decrypts data.
func Data(data []byte, format string) (cleartext []byte, err error) {
	return make([]byte, len(data)), nil
}
