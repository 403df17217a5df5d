package sdktrait

import (
	"io"
	"os"
	"path/filepath"
	"sync"
)

// A Table knows the models of the service packages that it has been asked about. It
// reads each at most once, when it is first asked. The zero Table is empty and ready
// for use; it may be used by several goroutines.
type Table struct {
	mu       sync.Mutex
	services map[string]*Schemas // by directory; nil if there is none
}

// Mark returns what the model of a service says of a field of a struct. The name is
// that of the Go file that declares the struct, as positions have it, in the service's
// package or in its package types. The answer is Unknown where the file is no such
// one, as under -trimpath, and where that version of the SDK has no schemas.
func (t *Table) Mark(filename, structure, field string) Mark {
	dir, ok := serviceDir(filename)
	if !ok {
		return Unknown
	}
	if s := t.schemas(dir); s != nil {
		return s.Mark(structure, field)
	}
	return Unknown
}

// serviceDir returns the directory of the service's package that a file belongs to:
// …/service/kms@v1.62.5, and without the version where the SDK is vendored.
func serviceDir(filename string) (dir string, ok bool) {
	dir = filepath.Dir(filename)
	if filepath.Base(dir) == "types" {
		dir = filepath.Dir(dir)
	}
	return dir, filepath.IsAbs(dir) && filepath.Base(filepath.Dir(dir)) == "service"
}

func (t *Table) schemas(dir string) *Schemas {
	t.mu.Lock()
	defer t.mu.Unlock()
	s, known := t.services[dir]
	if known {
		return s
	}
	if file, ok := read(filepath.Join(dir, "schemas", "schemas.go")); ok {
		s = Parse(file)
	}
	if t.services == nil {
		t.services = make(map[string]*Schemas)
	}
	t.services[dir] = s
	return s
}

// maxSize bounds the files that are read, in bytes. The largest one, of Amazon
// SageMaker AI, has 2.3 million.
const maxSize = 8 << 20

// read returns the content of a file. That there is none is nothing to report: older
// versions of the SDK have none.
func read(name string) (content string, ok bool) {
	f, err := os.Open(name)
	if err != nil {
		return "", false
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil || len(data) > maxSize {
		return "", false
	}
	return string(data), true
}
