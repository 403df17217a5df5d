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
	var encrypts, decrypts, sealed, opened []apiCall // the last two without a context
	for _, call := range c.calls {
		if !call.has("context") || !c.isSymmetric(call) {
			continue
		}
		lacks := isUnset(call.field(c, "EncryptionContext"))
		if call.has("names-key") {
			decrypts, opened = append(decrypts, call), appendIf(lacks, opened, call)
			c.checkKeyID(call)
		} else {
			encrypts, sealed = append(encrypts, call), appendIf(lacks, sealed, call)
		}
	}
	c.reportContexts(sealed, opened)
	if len(encrypts) == 1 && len(decrypts) == 1 {
		c.checkMatch(encrypts[0], decrypts[0])
	}
}

func appendIf(cond bool, calls []apiCall, call apiCall) []apiCall {
	if cond {
		return append(calls, call)
	}
	return calls
}

// reportContexts reports calls without an encryption context: those that decrypt, where a
// ciphertext that somebody put in the place of another would be noticed, or else those
// that encrypt.
func (c *checker) reportContexts(sealed, opened []apiCall) {
	var related []analysis.RelatedInformation
	calls := sealed
	if len(opened) > 0 {
		calls = opened
		for _, call := range sealed {
			related = append(related, note(call.Instr.Pos(), "encrypted without one here"))
		}
	}
	for _, call := range calls {
		c.report(finding{
			category: "no-context", at: call.Instr, what: call.operation, confidence: rule.Certain,
			message: call.operation + " is called without an encryption context",
			related: related,
		})
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
