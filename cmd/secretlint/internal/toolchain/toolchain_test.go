package toolchain

import (
	"strings"
	"testing"
)

func TestExplain(t *testing.T) {
	for _, test := range []struct{ message, want string }{
		{"undefined: x", "undefined: x"},
		{"no required module provides package p; to add it:\n\tgo get p", "no required module provides package p; to add it: go get p"},
		{"package requires newer Go version go1.99 (application built with go1.26)", ": install it again with go1.99 or later"},
		{"go.mod requires go >= 1.99 (running go 1.26.8; GOTOOLCHAIN=local)", ": install Go 1.99 or later, or set GOTOOLCHAIN=auto"},
		{"go.mod file not found in current directory or any parent directory", ", or name its directory with -C"},
	} {
		got := Explain(test.message)
		if !strings.HasSuffix(got, test.want) || strings.Contains(got, "\n") {
			t.Errorf("Explain(%q) = %q, want …%q", test.message, got, test.want)
		}
	}
}
