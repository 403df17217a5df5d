package driver

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWithoutModfile(t *testing.T) {
	environ := []string{"A=1", "GOFLAGS=-mod=mod -modfile=real.mod -trimpath"}
	env, flags := withoutModfile(environ)
	if diff := cmp.Diff([]string{"A=1", "GOFLAGS=-mod=mod -trimpath"}, env); diff != "" {
		t.Errorf("environment (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"-modfile=real.mod"}, flags); diff != "" {
		t.Errorf("build flags (-want +got):\n%s", diff)
	}
	if environ[1] != "GOFLAGS=-mod=mod -modfile=real.mod -trimpath" {
		t.Error("the caller's environment was changed")
	}
}
