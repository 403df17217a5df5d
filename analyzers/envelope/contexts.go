package envelope

import (
	"maps"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
)

// checkContexts looks at what requests to KMS leave out that binds what they return to
// what it is for.
func (c *checker) checkContexts() {
	var sides [2][]apiCall // those that encrypt, and those that decrypt
	for _, call := range c.calls {
		if !call.has("context") || !c.isSymmetric(call) {
			continue
		}
		if isUnset(call.field(c, "EncryptionContext")) {
			c.report(finding{
				category: "no-context", at: call.Instr, what: call.operation, confidence: rule.Certain,
				message: call.operation + " is called without an encryption context",
			})
		}
		if call.has("names-key") {
			sides[1] = append(sides[1], call)
			c.checkKeyID(call)
		} else {
			sides[0] = append(sides[0], call)
		}
	}
	if len(sides[0]) == 1 && len(sides[1]) == 1 {
		c.checkMatch(sides[0][0], sides[1][0])
	}
}

// isSymmetric reports whether a request is not for an asymmetric key, by its algorithm.
func (c *checker) isSymmetric(call apiCall) bool {
	algorithm := call.field(c, "EncryptionAlgorithm")
	name, known := algorithm.Constant()
	return isUnset(algorithm) || known && (name == "" || name == symmetric)
}

func (c *checker) checkKeyID(call apiCall) {
	if isUnset(call.field(c, "KeyId")) {
		c.report(finding{
			category: "no-key-id", at: call.Instr, what: call.operation, confidence: rule.Certain,
			message: call.operation + " is not told which key to use: set KeyId",
		})
	}
}

// checkMatch compares the contexts of the only two calls that can belong together.
func (c *checker) checkMatch(encrypt, decrypt apiCall) {
	before, ok := constants(encrypt.field(c, "EncryptionContext"))
	after, both := constants(decrypt.field(c, "EncryptionContext"))
	if !ok || !both || maps.Equal(before, after) {
		return
	}
	c.report(finding{
		category: "context-mismatch", at: decrypt.Instr, what: decrypt.operation, confidence: rule.Likely,
		message: decrypt.operation + " has another encryption context than " + encrypt.operation + ": it will fail",
		related: []analysis.RelatedInformation{note(encrypt.Instr.Pos(), "encrypted here")},
	})
}

// constants returns a map all of whose keys and values are constants.
func constants(v *value.Value) (map[string]string, bool) {
	for v.Kind == value.Via {
		v = v.Parts[0]
	}
	entries := map[string]string{}
	if v.Kind == value.Zero {
		return entries, true
	}
	if v.Kind != value.Table {
		return nil, false
	}
	for i := 0; i+1 < len(v.Parts); i += 2 {
		key, ok := v.Parts[i].Constant()
		val, both := v.Parts[i+1].Constant()
		if _, twice := entries[key]; !ok || !both || twice {
			return nil, false
		}
		entries[key] = val
	}
	return entries, true
}
