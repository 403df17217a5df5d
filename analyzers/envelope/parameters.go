package envelope

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// checkParameters looks at what goes into Parameter Store and comes out of it.
func (c *checker) checkParameters() {
	sent := map[ssa.Value]bool{}
	for _, call := range c.calls {
		switch {
		case call.has("parameter"):
			c.checkPut(call.input, call.Instr)
			for _, o := range c.origins(call.input, call.Instr) {
				sent[o.v] = true
			}
		case call.has("fetches"):
			c.checkGet(call)
		}
	}
	c.checkMade(sent)
}

// checkMade judges requests that are made here and sent by something that is not in view.
func (c *checker) checkMade(sent map[ssa.Value]bool) {
	for _, fn := range c.e.Functions() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				a, ok := instr.(*ssa.Alloc)
				if !ok || sent[a] {
					continue
				}
				if named := match.Named(a.Type()); named != nil && c.t.requests[match.Type(named)].has("parameter") {
					c.checkPut(a, a)
				}
			}
		}
	}
}

// checkPut judges a parameter as it is put, or as each caller in view has it put. Of a
// request that is made at the instruction, all that is ever stored in it counts.
func (c *checker) checkPut(input ssa.Value, at ssa.Instruction) {
	seen := at
	if made, ok := at.(*ssa.Alloc); ok && input == made {
		seen = nil
	}
	values := []*value.Value{c.e.At(input, ".Name", seen), c.entry(input, seen), c.e.At(input, ".Type", seen), c.e.At(input, ".Overwrite", seen)}
	c.nearest(lift{fn: at.Parent(), at: at, values: values}, c.judgePut)
}

func (c *checker) judgePut(l lift) bool {
	name, val, typ, overwrite := l.values[0], l.values[1], l.values[2], l.values[3]
	kind, plain := plainType(typ, overwrite)
	if !plain {
		return false
	}
	subject, confidence, ok := c.isSecret(name, val)
	if !ok || confidence == rule.Likely && !c.givesSecret(l) {
		return false
	}
	c.report(finding{
		category: "plain-parameter", at: l.at, what: subject, confidence: confidence,
		message: fmt.Sprintf("%s is put into Parameter Store as %s: use SecureString", subject, kind),
		related: l.steps(),
	})
	return true
}

// givesSecret reports whether any caller in view gives a parameter a value that can be a
// secret. Without any, it can be.
func (c *checker) givesSecret(l lift) bool {
	gives := false
	c.nearest(lift{fn: l.fn, at: l.at, values: l.values[1:2]}, func(l lift) bool {
		if gives || !c.canBeSecret(l.values[0]) {
			return true
		}
		gives = len(l.calls) == maxLift || len(c.callersOf(l)) == 0
		return false
	})
	return gives
}

// steps returns the way from a caller down to the request.
func (l lift) steps() []analysis.RelatedInformation {
	var related []analysis.RelatedInformation
	for _, call := range l.calls {
		related = append(related, note(call.Pos(), "passed on here"))
	}
	return related
}

// The types of parameters that are kept in the clear. Source: "PutParameter" in the AWS
// Systems Manager API Reference; there, Type is required to create a parameter, and one
// that is overwritten keeps its own.
var plainTypes = []string{"String", "StringList"}

// plainType reports whether all that a parameter's type can be is kept in the clear.
func plainType(typ, overwrite *value.Value) (kind string, plain bool) {
	if isUnset(typ) {
		return "String", isUnset(overwrite)
	}
	for leaf := range typ.Leaves() {
		if !slices.Contains(plainTypes, leaf.Text) || leaf.Kind != value.Const {
			return "", false
		}
		kind = leaf.Text
	}
	return kind, kind != ""
}

// isSecret reports whether a parameter is a secret by what it holds, or else by its name.
func (c *checker) isSecret(name, val *value.Value) (subject string, confidence rule.Confidence, ok bool) {
	for leaf := range val.Exposed() {
		switch {
		case leaf.Kind == value.Secret && leaf.Text != "kms.Decrypt":
			return "secret from " + leaf.Text, rule.Certain, true
		case leaf.Kind == value.Env && len(leaf.Parts) > 0:
			if from, known := leaf.Parts[0].Constant(); known && c.names.Of(from) == setting.Secret {
				return "secret from environment variable " + from, rule.Likely, true
			}
		case leaf.Kind == value.Unknown && c.isPrivate(leaf.Text):
			return "private key", rule.Certain, true
		}
	}
	if !c.canBeSecret(val) {
		return "", "", false
	}
	for _, text := range lastElements(name) {
		if c.names.Of(text) == setting.Secret {
			return "secret parameter " + text, rule.Likely, true
		}
	}
	return "", "", false
}

func (c *checker) isPrivate(function string) bool {
	return slices.ContainsFunc(c.t.calls[function], func(l line) bool { return l.verb == private })
}

// canBeSecret reports whether a value under a secret's name can be the secret itself: it
// is neither ciphertext nor a constant that is plainly none.
func (c *checker) canBeSecret(val *value.Value) bool {
	if text, ok := val.Constant(); ok {
		return setting.ContentOf(text) == setting.Text
	}
	for leaf := range val.Leaves() {
		if isEncrypted(leaf) || c.isElsewhere(leaf) {
			return false
		}
	}
	return true
}

// isEncrypted reports whether a leaf is what something returns that encrypts, by its name.
func isEncrypted(leaf *value.Value) bool {
	text, path := strings.ToLower(leaf.Text), strings.ToLower(leaf.Path)
	return leaf.Kind == value.Unknown && (strings.Contains(text, "encrypt") || strings.HasSuffix(text, ".seal") || strings.Contains(text, "cipher")) ||
		strings.Contains(path, "cipher") || strings.Contains(path, "encrypted")
}

// isElsewhere reports whether a leaf is a field that is called the name or the place of a
// secret, or its ciphertext.
func (c *checker) isElsewhere(leaf *value.Value) bool {
	field := leaf.Path[strings.LastIndexByte(leaf.Path, '.')+1:]
	meaning := c.names.Of("secret_" + field)
	return field != "" && !strings.Contains(field, "[") && (meaning == setting.Handle || meaning == setting.Encrypted)
}

// lastElements returns the last path elements of the names that a value can be. Of one
// that a program makes from parts the end must be known.
func lastElements(v *value.Value) []string {
	var names []string
	for _, alt := range alternatives(v) {
		end, ok := alt.Constant()
		if alt.Kind == value.Built {
			end, ok = alt.Parts[len(alt.Parts)-1].Constant()
		}
		if !ok {
			continue
		}
		end = strings.Trim(end[strings.LastIndexByte(strings.TrimRight(end, "/"), '/')+1:], "/-_.")
		if end != "" {
			names = append(names, end)
		}
	}
	return names
}

// alternatives returns what v can be, looking through how it got here.
func alternatives(v *value.Value) []*value.Value {
	switch v.Kind {
	case value.Any, value.List:
		var all []*value.Value
		for _, p := range v.Parts {
			all = append(all, alternatives(p)...)
		}
		return all
	case value.Via:
		return alternatives(v.Parts[0])
	}
	return []*value.Value{v}
}

// entry returns what the value of a parameter can be. What is looked up under a constant
// key in a map that a function in view makes is that entry of it, and none of the others.
func (c *checker) entry(input ssa.Value, at ssa.Instruction) *value.Value {
	whole := c.e.At(input, ".Value", at)
	stored, _ := c.e.Stores(input, ".Value", at)
	if len(stored) != 1 || stored[0].Path != "" {
		return whole
	}
	l, ok := lookupIn(c, stored[0].Val)
	if !ok {
		return whole
	}
	key, ok := c.e.Value(l.Index, l).Constant()
	if !ok {
		return whole
	}
	var parts []*value.Value
	for _, m := range alternatives(c.e.Value(l.X, l)) {
		if m.Kind != value.Table {
			return whole
		}
		for i := 0; i+1 < len(m.Parts); i += 2 {
			if k, known := m.Parts[i].Constant(); !known || k == key {
				parts = append(parts, m.Parts[i+1])
			}
		}
	}
	return value.OneOf(parts...)
}

// lookupIn returns the lookup that v is, perhaps through functions that return a pointer
// to what they are given.
func lookupIn(c *checker, v ssa.Value) (*ssa.Lookup, bool) {
	for range 3 {
		switch x := v.(type) {
		case *ssa.Lookup:
			return x, true
		case *ssa.Extract:
			l, ok := x.Tuple.(*ssa.Lookup)
			return l, ok
		case *ssa.Call:
			resolved := c.e.Resolve(x)
			if result, _, ok := c.e.Passes(resolved, 0); !ok || !result || len(resolved.Args) != 1 {
				return nil, false
			}
			v = resolved.Args[0]
		default:
			return nil, false
		}
	}
	return nil, false
}

// checkGet reports parameters that are secret by name, fetched without decryption, and
// then used as if they were the secret.
func (c *checker) checkGet(call apiCall) {
	names := call.field(c, "Name")
	path := ".Parameter.Value"
	if call.operation == "ssm.GetParameters" {
		names, path = call.field(c, "Names"), ".Parameters[].Value"
	}
	result, ok := call.Instr.(*ssa.Call)
	if !ok {
		return
	}
	values := []*value.Value{names, call.field(c, "WithDecryption")}
	c.nearest(lift{fn: call.Instr.Parent(), at: call.Instr, values: values}, func(l lift) bool {
		name, secret := c.secretName(l.values[0])
		if !secret || !isOff(l.values[1]) {
			return false
		}
		if use, used := c.isUsed(result, path); used {
			c.report(finding{
				category: "not-decrypted", at: l.at, what: name, confidence: rule.Likely,
				message: fmt.Sprintf("secret parameter %s is fetched without decryption: a SecureString comes as ciphertext", name),
				related: append(l.steps(), note(use.Pos(), "it is used as it comes here")),
			})
		}
		return true
	})
}

func (c *checker) secretName(v *value.Value) (string, bool) {
	for _, name := range lastElements(v) {
		if c.names.Of(name) == setting.Secret {
			return name, true
		}
	}
	return "", false
}

// isOff reports whether a boolean of a request is false, or left out.
func isOff(v *value.Value) bool {
	text, ok := v.Constant()
	return isUnset(v) || ok && text == "false"
}

// isUsed reports whether something is done with the value of a parameter, other than to
// decrypt it, and what.
func (c *checker) isUsed(call *ssa.Call, path string) (use ssa.Instruction, used bool) {
	decrypted := false
	w := c.newWalk(nil)
	w.meet = func(it *item, m meeting) {
		switch {
		case m.kind == called && decrypts(m.call), m.kind == otherwise && it.path != "":
			decrypted = decrypted || m.kind == called
		case m.kind == compared || it.path != "" && m.kind != kept:
		case m.kind == called && (w.pass(it, m) || c.showsOnly(m.call)):
		case use == nil:
			use = m.at
		}
	}
	w.follow(&item{v: call, path: resultPath(call, 0, path), role: valueRole})
	w.run()
	return use, use != nil && !decrypted
}

// showsOnly reports whether a call does nothing with what it is handed but to look at it.
func (c *checker) showsOnly(call ssaflow.Call) bool {
	_, logs := c.t.find(call, shows)
	return logs || call.Builtin() != ""
}

// decrypts reports whether what is called says that it decrypts.
func decrypts(call ssaflow.Call) bool {
	if call.Func == nil {
		return false
	}
	name := strings.ToLower(call.Func.Name())
	return strings.Contains(name, "decrypt") || strings.Contains(name, "decipher") || strings.Contains(name, "unseal")
}
