package envelope

import (
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// checkStored reports that the plaintext data key leaves the process in what the
// encrypted one or the ciphertext leaves it in.
func (t *trip) checkStored() {
	if t.source.key.encrypted == "" && !t.cipher {
		return // what was decrypted is no key
	}
	beside := map[ssa.Instruction]bool{}
	for _, e := range t.met {
		if (e.it.role == blobRole || e.it.role == sealedRole) && t.c.isWritten(e) {
			beside[e.at] = true
		}
	}
	for _, e := range t.met {
		if e.it.role != keyRole || !t.c.isWritten(e) || !isVisible(e.it) {
			continue
		}
		if operation, sent := t.c.sends(e); beside[e.at] || sent {
			t.c.report(finding{
				category: "plain-key-stored", at: e.at, what: t.source.key.operation, confidence: rule.Certain,
				message: "plaintext data key is written " + how(operation, beside[e.at]) + ": store the encrypted one alone",
				related: trail(e.it),
			})
		}
	}
}

func how(operation string, beside bool) string {
	switch {
	case beside && operation != "":
		return "by " + operation + " beside what it encrypts"
	case beside:
		return "beside what it encrypts"
	}
	return "by " + operation
}

// isWritten reports whether an item leaves the process by a call.
func (c *checker) isWritten(e encounter) bool {
	if e.kind != called {
		return false
	}
	if l, ok := c.t.find(e.call, writes); ok {
		return l.arg == e.arg
	}
	_, sent := c.sends(e)
	return sent
}

// sends returns the operation that an item is sent with to where it is kept.
func (c *checker) sends(e encounter) (operation string, ok bool) {
	if e.kind != called || e.arg >= len(e.call.Args) {
		return "", false
	}
	named := match.Named(e.call.Args[e.arg].Type())
	if named == nil {
		return "", false
	}
	r, ok := c.t.requests[match.Type(named)]
	if !ok || !r.has("keeps") {
		return "", false
	}
	return r.operation, true
}

// isVisible reports whether encoders see an item: no field on the way to it is one of
// those that they leave out.
func isVisible(it *item) bool {
	for _, f := range (ssaflow.Loc{Root: unwrapped(it.v), Path: it.path}).Fields() {
		if !f.Var.Exported() || isLeftOut(f) {
			return false
		}
	}
	return true
}

// unwrapped returns what is in an interface.
func unwrapped(v ssa.Value) ssa.Value {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		return mi.X
	}
	return v
}

func isLeftOut(f ssaflow.Field) bool {
	if f.Owner == nil {
		return false
	}
	s, ok := f.Owner.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range s.NumFields() {
		if s.Field(i) != f.Var {
			continue
		}
		tag := reflect.StructTag(s.Tag(i))
		for _, key := range []string{"json", "yaml", "xml", "dynamodbav", "msgpack", "cbor"} {
			if name, _, _ := strings.Cut(tag.Get(key), ","); name == "-" {
				return true
			}
		}
	}
	return false
}
