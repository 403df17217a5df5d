// Package embedded has files built into it. None has a secret in it.
package embedded

import (
	"embed"
	_ "embed"
)

//go:embed credentials.txt
var credentials string // want `hard-coded secret in an embedded file: aws-access-token \(credentials.txt:2\)`

//go:embed harmless.txt
var harmless []byte

// Trees of files are not looked at.
//
//go:embed *.txt
var files embed.FS
