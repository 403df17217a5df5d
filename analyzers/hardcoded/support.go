package hardcoded

import (
	"go/ast"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// files returns the files of the package that are to be checked.
func (c *checker) files(pass *analysis.Pass) (files []*ast.File) {
	for _, f := range pass.Files {
		if c.tests || !isTestFile(pass.Fset.File(f.FileStart).Name()) {
			files = append(files, f)
		}
	}
	return files
}

// isTestFile reports whether a file is compiled into tests alone, or is called as
// those are that help tests: test_helpers.go.
func isTestFile(name string) bool { return slices.ContainsFunc(fileWords(name), isTestName) }

// isSampleFile reports whether a file is called as those are that show what a file
// of its kind looks like: sample.conf.
func isSampleFile(name string) bool {
	return slices.ContainsFunc(fileWords(name), func(word string) bool { return isTestName(word) || isSampleName(word) })
}

func fileWords(name string) []string {
	return strings.FieldsFunc(filepath.Base(name), func(r rune) bool { return r == '_' || r == '-' || r == '.' })
}

// isTestSupport reports whether a package is there for tests: it is called so, or
// lies in a folder of its module that is. Secrets in it are made for tests.
func isTestSupport(pass *analysis.Pass) bool {
	name := strings.TrimSuffix(pass.Pkg.Name(), "_test")
	if isTestName(name) || name != "test" && strings.HasSuffix(name, "test") {
		return true
	}
	path := strings.TrimSuffix(pass.Pkg.Path(), "_test")
	if pass.Module != nil {
		path = strings.TrimPrefix(path, pass.Module.Path)
	}
	for element := range strings.SplitSeq(path, "/") {
		if isTestName(element) || strings.HasSuffix(element, "test") && !strings.Contains(element, ".") {
			return true
		}
	}
	return false
}

func isTestName(name string) bool {
	switch strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(name, "-", ""), "_", "")) {
	case "test", "tests", "testing", "testdata", "testutil", "testutils", "testhelper", "testhelpers", "testsupport", "testlib", "testcommon",
		"stub", "stubs", "testserver", "integration", "integrationtests", "e2e", "fixture", "fixtures", "mock", "mocks", "fake", "fakes":
		return true
	}
	return false
}

func isSampleName(word string) bool {
	switch strings.ToLower(word) {
	case "sample", "samples", "example", "examples", "dummy", "demo":
		return true
	}
	return false
}

// isCalledSample reports whether the first word of a name says that what it names
// is made for a test or as an example: testJWT, example_key.
func isCalledSample(name string) bool {
	word := strings.TrimLeft(name, "_")
	if end := strings.IndexFunc(word, func(r rune) bool { return r == '_' || r == '-' || r == '.' || 'A' <= r && r <= 'Z' }); end > 0 {
		word = word[:end]
	} else if end == 0 { // ExampleKey, EXAMPLE_KEY
		rest := strings.IndexFunc(word[1:], func(r rune) bool { return r == '_' || r == '-' || 'A' <= r && r <= 'Z' })
		if rest > 0 {
			word = word[:rest+1]
		} else {
			word, _, _ = strings.Cut(word, "_")
		}
	}
	switch strings.ToLower(word) {
	case "test", "testing", "example", "sample", "dummy", "fake", "mock", "stub":
		return true
	}
	return false
}
