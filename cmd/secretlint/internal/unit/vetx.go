package unit

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"

	"golang.org/x/tools/go/gcexportdata"
)

// A vetx file holds what later units learn of one package. It is empty when
// there is nothing to learn. Otherwise its format is that of x/tools'
// unitchecker: the magic, two lengths, the package's types in the indexed export
// format, and its facts.
//
// unitchecker takes types from there and has no use for compiled packages. Here
// they come from the compiler, and only a leaf's vetx has any: see fallback.
const (
	vetxMagic  = "vetx"
	vetxHeader = len(vetxMagic) + 4 + 4
)

// readVetx returns the encoded facts in a vetx file.
func readVetx(file string) ([]byte, error) {
	data, err := os.ReadFile(file)
	if err != nil || len(data) == 0 {
		return nil, err
	}
	types, facts, err := vetxLengths(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	data = data[vetxHeader:]
	if uint64(types)+uint64(facts) > uint64(len(data)) {
		return nil, fmt.Errorf("%s: shorter than it says", file)
	}
	return data[types:][:facts], nil
}

// hasFacts reports whether there are facts in any of the vetx files. It reads
// no more than their heads. A file that it cannot read counts as one that has
// facts, so that whoever reads all of it reports the error.
func hasFacts(files map[string]string) bool {
	for _, file := range files {
		if n, err := factsLength(file); err != nil || n > 0 {
			return true
		}
	}
	return false
}

func factsLength(file string) (uint32, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	head := make([]byte, vetxHeader)
	switch _, err := io.ReadFull(f, head); {
	case errors.Is(err, io.EOF):
		return 0, nil
	case err != nil:
		return 0, err
	}
	_, n, err := vetxLengths(head)
	return n, err
}

func vetxLengths(head []byte) (types, facts uint32, err error) {
	if len(head) < vetxHeader || string(head[:len(vetxMagic)]) != vetxMagic {
		return 0, 0, errors.New("not a vetx file")
	}
	lengths := head[len(vetxMagic):]
	return binary.LittleEndian.Uint32(lengths), binary.LittleEndian.Uint32(lengths[4:]), nil
}

// encodeVetx returns the content of a vetx file. pkg is nil where its types are
// not wanted.
func encodeVetx(fset *token.FileSet, pkg *types.Package, facts []byte) ([]byte, error) {
	var exported bytes.Buffer
	if pkg != nil {
		if err := gcexportdata.Write(&exported, fset, pkg); err != nil {
			return nil, fmt.Errorf("export types: %w", err)
		}
		exported.Next(len("i")) // the version mark, which unitchecker leaves out
	}
	if exported.Len()+len(facts) == 0 {
		return nil, nil
	}
	out := []byte(vetxMagic)
	out = binary.LittleEndian.AppendUint32(out, uint32(exported.Len()))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(facts)))
	return append(append(out, exported.Bytes()...), facts...), nil
}
