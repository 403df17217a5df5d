package envelope

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// A trip is all that becomes of what one call returned that has a data key.
type trip struct {
	c      *checker
	source apiCall
	call   *ssa.Call
	walk   *walk
	met    []encounter
	cipher bool // a cipher is made of the key
}

// An encounter is something that happens to an item on a trip.
type encounter struct {
	it *item
	meeting
	line  line // of seals, stream and block
	known bool // something goes on from there, and is followed
}

// checkKeys follows each data key, and judges what becomes of it.
func (c *checker) checkKeys() {
	for _, source := range c.calls {
		call, ok := source.Instr.(*ssa.Call)
		if !ok || source.key.plaintext == "" {
			continue
		}
		t := c.follow(source, call)
		t.checkLost()
		t.checkNonces()
		t.checkModes()
		t.checkStored()
		t.checkReuse()
	}
	c.reportCaches()
}

func (c *checker) follow(source apiCall, call *ssa.Call) *trip {
	t := &trip{c: c, source: source, call: call}
	t.walk = c.newWalk(t.meet)
	t.walk.follow(&item{
		v: call, path: resultPath(call, source.index, "."+source.key.plaintext), role: keyRole,
		pos: call.Pos(), text: "the data key is from " + source.key.operation,
	})
	if source.key.encrypted != "" {
		t.walk.follow(&item{v: call, path: resultPath(call, source.index, "."+source.key.encrypted), role: blobRole})
	}
	t.walk.run()
	return t
}

// meet notes an encounter, and follows what a function makes of the item.
func (t *trip) meet(it *item, m meeting) {
	e := encounter{it: it, meeting: m}
	if m.kind == called {
		t.knownWeak(it, m)
		e.known = t.made(it, m) || t.sealed(&e) || t.wrapped(it, m) || t.walk.pass(it, m)
	}
	t.met = append(t.met, e)
}

// made follows what is made of a key or a cipher.
func (t *trip) made(it *item, m meeting) bool {
	l, ok := t.c.t.find(m.call, makes)
	v := m.call.Instr.Value()
	if !ok || v == nil || l.arg != m.arg || l.words[0] != string(it.role) {
		return false
	}
	t.cipher = true
	t.walk.follow(&item{v: v, path: resultPath(v, 0, ""), role: role(l.words[2]), from: it, entry: it.entry, pos: m.at.Pos(), text: "a cipher is made of it"})
	return true
}

// sealed notes that something is encrypted, and follows the ciphertext.
func (t *trip) sealed(e *encounter) bool {
	for _, v := range []verb{seals, stream, block} {
		l, ok := t.c.t.find(e.call, v)
		if !ok || l.arg != e.arg || roleOf(l) != e.it.role {
			continue
		}
		e.line, t.cipher = l, true
		if result := e.call.Instr.Value(); result != nil && v == seals {
			t.walk.follow(&item{v: result, path: resultPath(result, 0, ""), role: sealedRole, from: e.it, entry: e.it.entry})
		}
		return true
	}
	return false
}

// wrapped follows a data key that is encrypted under another one: what comes of that is
// as good as the encrypted key of KMS.
func (t *trip) wrapped(it *item, m meeting) bool {
	l, ok := t.c.t.find(m.call, wraps)
	v := m.call.Instr.Value()
	if !ok || l.arg != m.arg || it.role != keyRole || v == nil {
		return false
	}
	return t.walk.follow(&item{v: v, path: resultPath(v, 0, ""), role: blobRole, from: it, entry: it.entry})
}

// roleOf returns the role that the argument of a line must have.
func roleOf(l line) role {
	if l.verb == seals {
		return role(l.words[0])
	}
	return blockRole
}

// checkLost reports that the encrypted data key is thrown away while the plaintext is
// used: what it encrypts can never be read again.
func (t *trip) checkLost() {
	if t.source.key.encrypted == "" || t.keeps(blobRole) || !t.keeps(keyRole) && !t.cipher || t.isEncrypted() {
		return
	}
	confidence := likelyUnless(t.cipher)
	operation := t.source.key.operation
	f := finding{
		category: "key-lost", at: t.call, what: operation, confidence: confidence,
		message: "encrypted data key of " + operation + " is thrown away: what its plaintext encrypts can never be read again",
	}
	if e, ok := t.firstUse(); ok {
		f.related = append(trail(e.it), note(e.at.Pos(), "the plaintext is used here"))
	}
	t.c.report(f)
}

// isEncrypted reports whether the key is encrypted by kms.Encrypt, or may be: it is handed
// out by a package that does so for others.
func (t *trip) isEncrypted() bool {
	encrypts := slices.ContainsFunc(t.c.calls, func(call apiCall) bool { return call.operation == encryptOperation })
	handedOut := false
	for _, e := range t.met {
		if e.it.role != keyRole {
			continue
		}
		if e.kind == called && slices.ContainsFunc(t.c.calls, func(call apiCall) bool {
			return call.Instr == e.at && call.operation == encryptOperation
		}) {
			return true
		}
		handedOut = handedOut || e.kind == returned
	}
	return handedOut && encrypts && !t.cipher
}

// firstUse returns the first use of the plaintext.
func (t *trip) firstUse() (encounter, bool) {
	for _, e := range t.met {
		if e.it.role == keyRole && (t.isKept(e) || e.kind == called && e.known) && e.at.Pos().IsValid() {
			return e, true
		}
	}
	return encounter{}, false
}

// keeps reports whether something that has the role is stored, returned or handed on to
// what is not in view.
func (t *trip) keeps(r role) bool {
	for _, e := range t.met {
		if e.it.role == r && t.isKept(e) {
			return true
		}
	}
	return false
}

func (t *trip) isKept(e encounter) bool {
	switch e.kind {
	case compared:
		return false
	case called:
		return !e.known && !t.c.showsOnly(e.call) && !t.c.wipes(e.call) && !t.c.isPassed(e)
	case kept, returned:
		return !t.c.isPrivatePlace(e.it)
	}
	return true
}

// isPassed reports whether the table of flows says of a call that it does nothing else
// with the item than what is followed.
func (c *checker) isPassed(e encounter) bool {
	_, _, known := c.e.Passes(e.call, e.arg)
	return known
}

// wipes reports whether a call overwrites what it is handed, by the table or by the name
// of what is called.
func (c *checker) wipes(call ssaflow.Call) bool {
	if _, ok := c.t.find(call, wipes); ok || call.Func == nil {
		return ok
	}
	pkg, function := strings.ToLower(match.Path(call.Func.Pkg())), strings.ToLower(call.Func.Name())
	return slices.ContainsFunc(wiping, func(word string) bool {
		return strings.Contains(function, word) || strings.HasSuffix(pkg, "/"+word)
	})
}

// wiping are the words by which functions say that they overwrite something.
var wiping = []string{"wipe", "zero", "erase", "scrub", "scramble", "memclr"}

// isPrivatePlace reports whether only this package can read what is stored at an item's
// place, so that what its own reads do with it is all there is.
func (c *checker) isPrivatePlace(it *item) bool {
	if g, ok := it.v.(*ssa.Global); ok && !c.e.IsShared(g.Object()) {
		return true
	}
	for _, f := range (ssaflow.Loc{Root: it.v, Path: it.path}).Fields() {
		if !f.Var.Exported() && f.Var.Pkg() == c.pass.Pkg {
			return true
		}
	}
	if p, ok := it.v.(*ssa.Parameter); ok && it.path == "" {
		return len(c.e.Callers(p.Parent())) > 0 && !c.e.IsShared(p.Parent().Object())
	}
	return false
}
