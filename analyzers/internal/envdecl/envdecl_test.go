package envdecl_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/envdecl"
)

// reporter reports every declaration, at its position.
var reporter = &analysis.Analyzer{
	Name: "envdecl",
	Doc:  "reports the environment variables that libraries are told to read",
	Run: func(pass *analysis.Pass) (any, error) {
		decls := envdecl.Find(pass)
		for _, d := range decls {
			file := ""
			if d.Path {
				file = " (a file)"
			}
			pass.Report(analysis.Diagnostic{Pos: d.Pos, End: d.End, Message: d.Name + ": " + d.What + file})
		}
		return decls, nil
	},
	ResultType: reflect.TypeFor[[]envdecl.Decl](),
}

// TestFind checks what is found against the comments of the corpora, and which
// library it is put down to.
func TestFind(t *testing.T) {
	want := map[string][]string{
		"automatic": {"github.com/spf13/viper"},
		"cli": {
			"github.com/alecthomas/kingpin/v2", "github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema", "github.com/namsral/flag",
			"github.com/urfave/cli", "github.com/urfave/cli/v2", "github.com/urfave/cli/v3",
		},
		"kelsey":      {"github.com/kelseyhightower/envconfig"},
		"keys":        {"github.com/spf13/viper"},
		"koanf":       {"github.com/knadh/koanf/providers/env"},
		"sethvargo":   {"github.com/sethvargo/go-envconfig"},
		"spec":        {"", "github.com/kelseyhightower/envconfig"},
		"limitations": {"github.com/caarlos0/env/v11"},
		"settings":    nil,
		"tags":        {"github.com/caarlos0/env/v11"},
		"traps":       {""},
	}
	got := map[string][]string{}
	for _, result := range checktest.Run(t, reporter, "./envdecl/...") {
		var libraries []string
		for _, d := range result.Result.([]envdecl.Decl) {
			libraries = append(libraries, d.Library)
		}
		slices.Sort(libraries)
		got[result.Pass.Pkg.Name()] = slices.Compact(libraries)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("libraries (-want +got):\n%s", diff)
	}
}
