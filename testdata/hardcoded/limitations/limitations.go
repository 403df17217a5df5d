// Package limitations has what hardcoded is known to miss. It expects nothing.
package limitations

import (
	"encoding/base64"
	"strings"
)

// A password of letters alone has nothing that tells it from other words.
const adminPassword = "correcthorsebatterystaple"

// Texts that are put together when the program runs are not looked at.
var joined = strings.Join([]string{"AKIA", "QYLPMN5HHHFPZAM2"}, "")

// Nor is what is encoded.
var decoded, _ = base64.StdEncoding.DecodeString("QUtJQVFZTFBNTjVISEhGUFpBTTI=")

// A secret whose name says nothing, and that has no form of its own.
var colour = "q8Zt3VnK7wLp2XsR9dYb"
