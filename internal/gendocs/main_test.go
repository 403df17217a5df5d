package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFresh(t *testing.T) {
	root := filepath.Join("..", "..")
	files, err := render(root)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s is stale: run go generate ./...\n%s", name, diff)
		}
	}
}

func TestReplaceTable(t *testing.T) {
	got, err := replaceTable([]byte("a\n"+begin+"old\n"+end+"b\n"), "new\n")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("a\n"+begin+"\nnew\n\n"+end+"b\n", string(got)); diff != "" {
		t.Error(diff)
	}
	for _, broken := range []string{"", begin, end + begin} {
		if _, err := replaceTable([]byte(broken), ""); err == nil {
			t.Errorf("%q: no error", broken)
		}
	}
}
