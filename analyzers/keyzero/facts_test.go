package keyzero_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/keyzero"
)

const boxes = `package boxes

import (
	"context"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var Kept []byte

type Box struct {
	Data []byte
	Text string
}

type Closer interface{ Shut() }

func (b *Box) Shut() { clear(b.Data) }

func (b *Box) Len() int { return len(b.Data) }

func Burn(b []byte) { clear(b) }

func BurnMaybe(b []byte, ok bool) {
	if ok {
		clear(b)
	}
}

func Keep(b []byte) { Kept = b }

func Twin(b []byte) []byte { return append([]byte(nil), b...) }

func Read(b []byte) byte { return b[0] }

func Die() { os.Exit(1) }

func unseen(b []byte) { clear(b) }

func New(ctx context.Context, c *kms.Client) (*Box, error) {
	out, err := c.GenerateDataKey(ctx, nil)
	if err != nil {
		return nil, err
	}
	return &Box{Data: out.Plaintext}, nil
}

func Raw(ctx context.Context, c *kms.Client) ([]byte, error) {
	out, err := c.GenerateDataKey(ctx, nil)
	if err != nil {
		return nil, err
	}
	return out.Plaintext, nil
}
`

// TestFactsExported has a fact for each function of which there is something to
// say, and that another package can call, and none for the others.
func TestFactsExported(t *testing.T) {
	w := newWorld(t)
	_, r := w.Add(t, keyzero.Analyzer, "example.com/boxes", boxes)
	got := map[string]string{}
	for _, f := range r.Facts.Objects() {
		got[f.Object.Name()] = fmt.Sprint(f.Fact)
	}
	for _, f := range r.Facts.Packages() {
		got["package"] = fmt.Sprint(f.Fact)
	}
	want := map[string]string{
		"Shut":    "zeroes param0.Data",
		"Burn":    "zeroes param0",
		"Keep":    "alias param0 -> example.com/boxes.Kept",
		"Twin":    "copy param0 -> result0",
		"Die":     "exits",
		"Raw":     "gives result0 of kms.GenerateDataKey",
		"package": "wipes example.com/boxes.Box.Data",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
}

// middle imports boxes; what imports middle alone must still know what the
// functions of boxes do that it reaches through middle's types.
const middle = `package middle

import (
	"context"

	"example.com/boxes"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

type Crate struct{ *boxes.Box }

func Open(ctx context.Context, c *kms.Client) (*boxes.Box, error) { return boxes.New(ctx, c) }

func Raw(ctx context.Context, c *kms.Client) ([]byte, error) { return boxes.Raw(ctx, c) }

func Burn(b []byte) { boxes.Burn(b) }

func Twin(b []byte) []byte { return boxes.Twin(b) }

func Shutter() boxes.Closer { return &boxes.Box{} }
`

// TestFactsAreTransitive has three packages in a row, each of which knows the one
// before by export data and by facts that were gobs in between.
func TestFactsAreTransitive(t *testing.T) {
	for _, test := range []struct {
		name, body string
		want       []string
	}{
		{"wiped by a function whose callee wipes", `
	key, err := middle.Raw(ctx, c)
	if err != nil {
		return err
	}
	defer middle.Burn(key)`, nil},
		{"a key from two packages away", `
	key, err := middle.Raw(ctx, c)
	if err != nil {
		return err
	}
	println(len(key))`, []string{"never-wiped"}},
		{"a copy by a function two packages away", `
	key, err := middle.Raw(ctx, c)
	if err != nil {
		return err
	}
	defer middle.Burn(key)
	twin := middle.Twin(key)
	println(len(twin))`, []string{"copy-not-wiped"}},
		{"a field of a type two packages away, which has a method to wipe it", `
	box, err := middle.Open(ctx, c)
	if err != nil {
		return err
	}
	clear(box.Data)
	out, err := c.GenerateDataKey(ctx, nil)
	if err != nil {
		return err
	}
	box.Data = out.Plaintext
	box.Shut()`, nil},
		{"a method two packages away, on a variable", `
	out, err := c.GenerateDataKey(ctx, nil)
	if err != nil {
		return err
	}
	var crate middle.Crate
	crate.Data = out.Plaintext
	defer crate.Box.Shut()`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld(t)
			w.Add(t, keyzero.Analyzer, "example.com/boxes", boxes)
			w.Add(t, keyzero.Analyzer, "example.com/middle", middle)
			_, r := w.Add(t, keyzero.Analyzer, "example.com/app", `package app

import (
	"context"

	"example.com/middle"
	"github.com/aws/aws-sdk-go-v2/service/kms"
)

var _ = middle.Burn

func f(ctx context.Context, c *kms.Client) error {`+test.body+`
	return nil
}
`)
			var got []string
			for _, d := range r.Diagnostics {
				got = append(got, d.Category)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("categories (-want +got):\n%s", diff)
			}
		})
	}
}

// TestFactsSayTheSameEachTime compares facts as texts: what is exported in the
// order of a map makes a build differ from the next, and its cache useless.
func TestFactsSayTheSameEachTime(t *testing.T) {
	w := newWorld(t)
	w.Add(t, keyzero.Analyzer, "example.com/boxes", boxes)
	u := w.Compile(t, "example.com/middle", middle)
	first := w.Analyze(t, keyzero.Analyzer, u).Facts.Texts()
	if len(first) == 0 {
		t.Fatal("no facts")
	}
	for range 10 {
		if diff := cmp.Diff(first, w.Analyze(t, keyzero.Analyzer, u).Facts.Texts()); diff != "" {
			t.Fatalf("facts of two runs differ (-first +again):\n%s", diff)
		}
	}
	if !strings.Contains(strings.Join(slices.Collect(maps.Values(first)), "\n"), "zeroes param0") {
		t.Error("middle.Burn has no fact")
	}
}
