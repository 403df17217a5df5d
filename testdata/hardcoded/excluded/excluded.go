// Package excluded has what comments exclude. None is a secret.
package excluded

const (
	allowed = "AKIAQYLPMN5HHHFPZAM2" // gitleaks:allow
	found   = "AKIAQYLPMN5HHHFPZAM3" // want `hard-coded secret: aws-access-token`
)

var lines = `
id: AKIAQYLPMN5HHHFPZAM4 gitleaks:allow
`

/*
A comment of several lines allows its own alone. gitleaks:allow
*/
const below = "AKIAQYLPMN5HHHFPZAM5" // want `hard-coded secret: aws-access-token`
