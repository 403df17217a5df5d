// Package configured is checked with gitleaks.toml and gitleaksignore beside it.
package configured

const (
	own      = "own-1234-5678"        // want `hard-coded secret: own-token`
	disabled = "AKIAQYLPMN5HHHFPZAM2" // the rule is disabled
	ignored  = "own-1234-9999"        // its fingerprint is listed
	allowed  = "own-0000-0000"        // an allowlist allows it
)
