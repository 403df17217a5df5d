// Package secretdo does its work inside runtime/secret.Do, which wipes what the work leaves.
//
// The package exists under an experiment only. A test sets it before it loads the corpus:
//
//	t.Setenv("GOEXPERIMENT", "runtimesecret")
package secretdo
