// Package literals has constants with the form of a known kind of secret, wherever
// Go has constants. None is a secret: all are made up.
package literals

import (
	"net/http"
	"os"
)

// The parts of what a scanner of text does not see as a whole.
const (
	prefix = "AKIA"
	rest   = "QYLPMN5H" + "HHFPZAM2"

	folded = prefix + rest // want `hard-coded secret: aws-access-token`
)

const single = "AKIAQYLPMN5HHHFPZAM3" // want `hard-coded secret: aws-access-token`

var (
	variable     = "AKIAQYLPMN5HHHFPZAM4"                // want `hard-coded secret: aws-access-token`
	raw          = `id: AKIAQYLPMN5HHHFPZAM5`            // want `hard-coded secret: aws-access-token`
	converted    = []byte("AKIAQYLPMN5HHHFPZAM6")        // want `hard-coded secret: aws-access-token`
	parenthesis  = ("AKIAQYLPMN5" + ("HHHFPZAM7"))       // want `hard-coded secret: aws-access-token`
	escaped      = "AKIA\x51YLPMN5HHHFPZAMA"             // want `hard-coded secret: aws-access-token`
	list         = []string{"a", "AKIAQYLPMN5HHHFPZAMB"} // want `hard-coded secret: aws-access-token`
	two, another = "AKIAQYLPMN5HHHFPZAMC", "x"           // want `hard-coded secret: aws-access-token`
)

// A text of several lines is one finding, at the text.
var config = /* want `hard-coded secret: aws-access-token` */ `
[default]
aws_access_key_id = AKIAQYLPMN5HHHFPZAMD
region = eu-west-1
`

type named string

const typed named = named("AKIAQYLPMN5HHHFPZAME") // want `hard-coded secret: aws-access-token`

type settings struct {
	ID    string
	Extra map[string]string
}

func literals(id string) any {
	if id == "AKIAQYLPMN5HHHFPZAMF" { // want `hard-coded secret: aws-access-token`
		return nil
	}
	switch id {
	case "AKIAQYLPMN5HHHFPZAMG": // want `hard-coded secret: aws-access-token`
		return settings{"AKIAQYLPMN5HHHFPZAMH", nil} // want `hard-coded secret: aws-access-token`
	}
	local := "AKIAQYLPMN5HHHFPZAMI"             // want `hard-coded secret: aws-access-token`
	os.Setenv("AWS_ID", "AKIAQYLPMN5HHHFPZAMJ") // want `hard-coded secret: aws-access-token`
	return &settings{
		ID: local,
		Extra: map[string]string{
			"id":                   "AKIAQYLPMN5HHHFPZAMK", // want `hard-coded secret: aws-access-token`
			"AKIAQYLPMN5HHHFPZAML": "id",                   // want `hard-coded secret: aws-access-token`
		},
	}
}

// provider stands for credentials.NewStaticCredentialsProvider.
func provider(key, secret, session string) {}

func arguments(r *http.Request) {
	provider("AKIAQYLPMN5HHHFPZAMM", os.Getenv("S"), "") // want `hard-coded secret: aws-access-token`
	provider(prefix+rest, "", "")                        // want `hard-coded secret: aws-access-token`
	provider(single, "", "")                             // named where it is declared, and reported there
}

func returned() string {
	return "AKIAQYLPMN5HHHFPZAMN" // want `hard-coded secret: aws-access-token`
}

// Rules that know a secret by the name beside it.
var discordClientSecret = "kq8Zt3VnK7wLp2XsR9dYb" + "TgHu5iOPq1z" // want `hard-coded secret: discord-client-secret`

var good = []string{
	os.Getenv("AWS_ACCESS_KEY_ID"),
	"AKIAIOSFODNN7EXAMPLE", // AWS's own example
	"AKIA",
	prefix,
	"AKIA" + os.Getenv("REST"),
}
