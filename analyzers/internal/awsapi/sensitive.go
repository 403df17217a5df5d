package awsapi

import _ "embed"

// Sensitive lists the fields of AWS's inputs that hold a secret. Its first lines
// say in what form, and what generates it.
//
//go:embed sensitive.txt
var Sensitive string
