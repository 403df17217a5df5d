package summary_test

import (
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/summary"
)

// facts have every field set, for the codec to see it.
var facts = []analysis.Fact{
	&summary.Func{
		Zeroes: []summary.Place{summary.ParamAt(1), {Kind: summary.Param, Index: 2, Path: ".key"}},
		Keys:   []summary.Place{summary.ParamAt(3)},
		Named:  []summary.Place{summary.ParamAt(4)},
		Moves: []summary.Move{{
			From:   summary.Place{Kind: summary.Global, Path: "[]", Var: "example.com/box.cache"},
			To:     summary.ResultAt(1),
			Manner: summary.Text,
		}},
		Gives:  []summary.Gift{{At: summary.ResultAt(1), Weak: true, What: "kms.Decrypt"}},
		Blocks: true,
		Exits:  true,
	},
	&summary.Wiped{Fields: []string{"example.com/box.cache[]"}, ByMethod: []string{"example.com/box.Box.key"}},
}

func TestFacts(t *testing.T) {
	for _, fact := range facts {
		v := reflect.ValueOf(fact).Elem()
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("%T.%s is not set", fact, v.Type().Field(i).Name)
			}
		}
	}
	checktest.FactCodec(t, facts...)
}
