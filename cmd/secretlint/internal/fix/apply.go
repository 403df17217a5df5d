package fix

import (
	"bytes"
	"fmt"
	"go/format"
	"maps"
	"slices"

	"github.com/rogpeppe/go-internal/diff"
)

// A File is a file before and after its edits.
type File struct {
	Name          string
	Before, After []byte
}

// Apply returns the files that edits change, in order of their names, formatted
// as gofmt does. read returns a file's content. It is an error when a file
// cannot be read, is shorter than its edits say, or would not parse afterwards:
// then nothing may be written, for the fixes were made for other source.
func Apply(edits Edits, read func(name string) ([]byte, error)) ([]File, error) {
	var files []File
	for _, name := range slices.Sorted(maps.Keys(edits)) {
		before, err := read(name)
		if err != nil {
			return nil, fmt.Errorf("apply fixes: %w", err)
		}
		after, err := splice(before, edits[name])
		if err != nil {
			return nil, fmt.Errorf("apply fixes to %s: %w", name, err)
		}
		after, err = format.Source(after)
		if err != nil {
			return nil, fmt.Errorf("apply fixes: %s: %w", name, err)
		}
		if !bytes.Equal(before, after) {
			files = append(files, File{name, before, after})
		}
	}
	return files, nil
}

func splice(src []byte, edits []Edit) ([]byte, error) {
	var out []byte
	at := 0
	for _, e := range edits {
		if e.End > len(src) {
			return nil, fmt.Errorf("the file has changed since it was checked")
		}
		out = append(out, src[at:e.Start]...)
		out = append(out, e.New...)
		at = e.End
	}
	return append(out, src[at:]...), nil
}

// Diff returns the change as a unified diff.
func (f File) Diff() []byte {
	return diff.Diff(f.Name+".orig", f.Before, f.Name, f.After)
}
