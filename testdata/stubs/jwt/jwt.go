// Package jwt is a slice of github.com/golang-jwt/jwt/v5.
package jwt

import "errors"

// SigningMethod signs and verifies.
type SigningMethod interface{ Alg() string }

// SigningMethodHMAC is HMAC with a hash.
type SigningMethodHMAC struct{ Name string }

// Alg implements SigningMethod.
func (m *SigningMethodHMAC) Alg() string { return m.Name }

// SigningMethodHS256 is HMAC with SHA-256.
var SigningMethodHS256 = &SigningMethodHMAC{Name: "HS256"}

// Claims are what a token says.
type Claims interface{ GetSubject() (string, error) }

// MapClaims are Claims.
type MapClaims map[string]any

// GetSubject implements Claims.
func (m MapClaims) GetSubject() (string, error) {
	s, _ := m["sub"].(string)
	return s, nil
}

// Token is a token.
type Token struct {
	Raw    string
	Method SigningMethod
	Claims Claims
	Valid  bool
}

// TokenOption changes a Token.
type TokenOption func(*Token)

// NewWithClaims returns a Token that is not signed yet.
func NewWithClaims(method SigningMethod, claims Claims, opts ...TokenOption) *Token {
	return &Token{Method: method, Claims: claims}
}

// SignedString returns the signed token.
func (t *Token) SignedString(key interface{}) (string, error) {
	if key == nil {
		return "", errors.New("no key")
	}
	return t.Raw, nil
}

// Keyfunc returns the key of a token.
type Keyfunc func(*Token) (interface{}, error)

// Parser parses.
type Parser struct{ strict bool }

// ParserOption changes a Parser.
type ParserOption func(*Parser)

// Parse parses and verifies a token.
func Parse(tokenString string, keyFunc Keyfunc, options ...ParserOption) (*Token, error) {
	t := &Token{Raw: tokenString}
	if _, err := keyFunc(t); err != nil {
		return nil, err
	}
	return t, nil
}
