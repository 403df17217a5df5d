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
func isTestFile(name string) bool {
	words := strings.FieldsFunc(strings.TrimSuffix(filepath.Base(name), ".go"), func(r rune) bool { return r == '_' || r == '-' || r == '.' })
	return slices.ContainsFunc(words, isTestName)
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
		"testserver", "integration", "integrationtests", "e2e", "fixture", "fixtures", "mock", "mocks", "fake", "fakes":
		return true
	}
	return false
}
