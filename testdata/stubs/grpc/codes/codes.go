// Package codes is a slice of google.golang.org/grpc/codes.
package codes

// Code is a status code.
type Code uint32

const (
	OK              Code = 0
	Unknown         Code = 2
	Internal        Code = 13
	Unauthenticated Code = 16
)
