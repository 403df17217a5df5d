package early

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestProcessArguments(t *testing.T) {
	got, ok := processArguments()
	if diff := cmp.Diff(os.Args, got); !ok || diff != "" {
		t.Errorf("ok = %t (-want +got):\n%s", ok, diff)
	}
}

func TestFiles(t *testing.T) {
	name := filepath.Join(t.TempDir(), "vet.cfg")
	for _, size := range []int{0, 1, 8 << 10, 100_000} {
		want := bytes.Repeat([]byte{'x'}, size)
		if err := os.WriteFile(name, want, 0o666); err != nil {
			t.Fatal(err)
		}
		if got, ok := readFile(name); !ok || !bytes.Equal(got, want) {
			t.Errorf("ok = %t and %d bytes, want %d", ok, len(got), size)
		}
	}
	if !createEmpty(name) {
		t.Error("not emptied")
	}
	if data, err := os.ReadFile(name); err != nil || len(data) > 0 {
		t.Errorf("left %q, %v", data, err)
	}
	missing := filepath.Join(filepath.Dir(name), "missing", "vet.cfg")
	if _, ok := readFile(missing); ok || createEmpty(missing) {
		t.Error("a file in a directory that is not there")
	}
}
