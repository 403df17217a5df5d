// Package bcrypt is a slice of golang.org/x/crypto/bcrypt.
package bcrypt

import "errors"

// DefaultCost is the cost of GenerateFromPassword if it is given a lower one than MinCost.
const DefaultCost int = 10

// GenerateFromPassword returns the hash of password.
func GenerateFromPassword(password []byte, cost int) ([]byte, error) {
	if len(password) > 72 {
		return nil, errors.New("too long")
	}
	return make([]byte, 60), nil
}

// CompareHashAndPassword returns nil if password has the hash.
func CompareHashAndPassword(hashedPassword, password []byte) error {
	if len(hashedPassword) < 60 {
		return errors.New("too short")
	}
	return nil
}
