package literal

import (
	"fmt"
	"os"
)

// badAddress has the password in the program's text, and the rest from elsewhere.
func badAddress(host string) error {
	return os.Setenv("DSN", fmt.Sprintf("postgres://app:Zq4n8vTx2Lk@%s/orders", host)) // want `secret literal is put into the environment as DSN \(connection-string\)`
}

func goodAddress(password, host string) error {
	return os.Setenv("DSN", fmt.Sprintf("postgres://app:%s@%s/orders", password, host))
}
