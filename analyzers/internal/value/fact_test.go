package value_test

import (
	"bytes"
	"encoding/gob"
	"strings"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// TestFactsAreConcrete has every field set: gob says nothing of a field that it did
// not have to encode.
func TestFactsAreConcrete(t *testing.T) {
	v := &value.Value{Kind: value.Table, Text: "t", Frame: 2, Index: 3, Path: ".P", Pos: 4, Parts: []*value.Value{{Kind: value.Const, Text: "A"}}}
	part := []value.Part{{Index: 1, Path: ".Name", Value: v}}
	checktest.FactCodec(t, &value.Func{Results: part, Stores: part, Opened: []int{1}}, &value.Opened{Fields: []string{"Settings.Key"}})
}

// canary is a constant that nobody should read in a file of facts.
const canary = "c4n4ry-0f-a-constant"

// TestPortableKeepsNoConstants puts the canary wherever a tree has room for it.
func TestPortableKeepsNoConstants(t *testing.T) {
	hidden := text(canary)
	for name, v := range map[string]*value.Value{
		"constant":             hidden,
		"string":               concat(param(1, 0, ""), hidden),
		"string's beginning":   concat(hidden, param(1, 0, "")),
		"string's end":         concat(text("NAME="), param(1, 0, ""), hidden),
		"address with a query": concat(text("https://u:"+canary+"@host/?q="), param(1, 0, "")),
		"base64":               concat(text(canary+"=="), param(1, 0, "")),
		"value of an entry":    concat(text("NAME="+canary), param(1, 0, "")),
		"alternative":          either(hidden, param(1, 0, "")),
		"list":                 list(hidden, param(1, 0, "")),
		"map":                  table(text("NAME"), hidden, text("OTHER"), param(1, 0, "")),
		"map in a map":         table(text("NAME"), table(text("OTHER"), hidden)),
		"list in a map":        table(text("NAME"), list(hidden, concat(hidden, env("A")))),
		"made":                 value.From(list(hidden, env("A")), "json", 1),
		"way":                  value.By(value.By(list(hidden, env("A")), "returned by f", 1), "returned by g", 1),
		"entry":                table(text("NAME"), value.Entry(hidden, 1)),
	} {
		f := &value.Func{
			Results: []value.Part{{Value: v.Portable(1)}},
			Stores:  []value.Part{{Path: ".F", Value: v.Portable(1)}},
		}
		var data bytes.Buffer
		if err := gob.NewEncoder(&data).Encode(f); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(data.String(), canary) {
			t.Errorf("%s: the fact has the constant: %s", name, show(v.Portable(1)))
		}
		if strings.Contains(f.String(), canary) {
			t.Errorf("%s: the fact's text has the constant", name)
		}
	}
}

func TestPortable(t *testing.T) {
	for _, test := range []struct {
		v    *value.Value
		want string
	}{
		{env("DB_PASSWORD"), `env("DB_PASSWORD")`},
		{&value.Value{Kind: value.Env, Parts: []*value.Value{concat(text("APP_"), param(1, 0, ""))}}, `env("APP_"+param0)`},
		{concat(text("DB_PASSWORD="), secret("s3")), `"DB_PASSWORD="+secret(s3)`},
		{table(text("DB_PASSWORD"), secret("s3")), `{"DB_PASSWORD" secret(s3)}`},
		{param(1, 2, ".Name"), "param2.Name"},
		{param(2, 2, ".Name"), "?"}, // nobody outside knows that function's parameters
		{value.By(value.By(env("A"), "returned by f", 1), "returned by g", 1), `<returned by f env("A")>`},
	} {
		if got := show(test.v.Portable(1)); got != test.want {
			t.Errorf("%s: got %s, want %s", show(test.v), got, test.want)
		}
	}
	if got := show(concat(text("DB_"), param(1, 0, "")).PortableName(1)); got != `"DB_"+param0` {
		t.Errorf("a name became %s", got)
	}
}

// TestPortableHasNoPlaces: positions mean nothing in another program.
func TestPortableHasNoPlaces(t *testing.T) {
	v := value.Concat(3, value.Of("A=", 1), value.From(&value.Value{Kind: value.Secret, Text: "s3", Pos: 2, Frame: 1}, "hex", 4))
	p := v.Portable(1)
	if p.Pos != 0 || p.Parts[0].Pos != 0 || p.Parts[1].Pos != 0 || p.Parts[1].Parts[0].Pos != 0 || p.Parts[1].Parts[0].Frame != 0 {
		t.Errorf("places stay in %+v", p)
	}
}

func TestFunc(t *testing.T) {
	f := &value.Func{
		Results: []value.Part{
			{Index: 0, Path: ".Name", Value: text("a")},
			{Index: 0, Path: ".Env", Value: table(text("K"), param(0, 1, ""))},
		},
		Stores: []value.Part{{Index: 0, Path: "[]", Value: env("A")}},
		Opened: []int{2},
	}
	for _, test := range []struct {
		got  *value.Value
		want string
	}{
		{f.Result(0, ".Name"), `"a"`},
		{f.Result(0, ".Env[]"), "param1"},
		{f.Result(0, ".Env{}"), `"K"`},
		{f.Result(0, ".NameOther"), "nil"},
		{f.Result(0, ".Name.Other"), "?"},
		{f.Result(0, "").Select(".Name"), `"a"`},
		{f.Result(1, ".Name"), "nil"},
		{f.Stored(0, "[]"), `env("A")`},
		{f.Stored(0, "[].Name"), `env("A")`},
		{f.Stored(1, "[]"), "nil"},
	} {
		if got := show(test.got); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
	if !f.Opens(2) || f.Opens(1) || !f.Returns(1) || f.Returns(0) {
		t.Errorf("wrong answers about parameters of %v", f)
	}
	var none *value.Func
	if none.Opens(0) || none.Returns(0) {
		t.Error("nothing is known of a function without a fact")
	}
}
