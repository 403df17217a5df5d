// Package literal holds secrets that the program's text puts into an environment.
package literal

import (
	"os"
	"os/exec"
)

const (
	keyID     = "AKIAXKQ7WZ3MTFN5RV2B"
	keyPrefix = "AKIA"
)

func badLiteral() error {
	return os.Setenv("AWS_KEY", "AKIAXKQ7WZ3MTFN5RV2B") // want `secret literal is put into the environment as AWS_KEY \(aws-access-token\)`
}

// goodExample is the one of AWS's documentation.
func goodExample() error {
	return os.Setenv("AWS_KEY", "AKIAIOSFODNN7EXAMPLE")
}

func badConstant() error {
	return os.Setenv("UPLOAD_ID", keyID) // want `secret literal is put into the environment as UPLOAD_ID \(aws-access-token\)`
}

// badFolded is one literal to the compiler.
func badFolded() error {
	return os.Setenv("UPLOAD_ID", keyPrefix+"XKQ7WZ3MTFN5RV2B") // want `secret literal is put into the environment as UPLOAD_ID \(aws-access-token\)`
}

func badDynamicName(name string) error {
	return os.Setenv(name, keyID) // want `secret literal is put into the environment`
}

func badChild() error {
	cmd := exec.Command("upload")
	cmd.Env = append(os.Environ(), "UPLOAD_ID="+keyID) // want `secret literal is put into the environment as UPLOAD_ID \(aws-access-token\)`
	return cmd.Run()
}

func badChildLiteral() error {
	cmd := exec.Command("upload")
	cmd.Env = []string{"UPLOAD_ID=AKIAXKQ7WZ3MTFN5RV2B"} // want `secret literal is put into the environment as UPLOAD_ID \(aws-access-token\)`
	return cmd.Run()
}

func goodChild() error {
	cmd := exec.Command("upload")
	cmd.Env = append(os.Environ(), "UPLOAD_ID=orders", "UPLOAD_BUCKET=orders-archive")
	return cmd.Run()
}

// goodUnused has the literal and puts something else there.
func goodUnused() (string, error) {
	return keyID, os.Setenv("UPLOAD_ID", "orders")
}
