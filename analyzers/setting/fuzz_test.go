package setting_test

import (
	"strings"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// FuzzOf: a name means the same however its words are separated, and in
// whichever case, as long as the case separates none.
func FuzzOf(f *testing.F) {
	for _, list := range meanings {
		for name := range strings.FieldsSeq(list) {
			f.Add(name)
		}
	}
	f.Add("_")
	f.Add("\xff\x00é")
	names := builtin(f)
	dashes := strings.NewReplacer("_", "-")
	f.Fuzz(func(t *testing.T, name string) {
		upper := strings.ToUpper(name)
		want := names.Of(upper)
		if want == setting.Credential {
			return // written as a variable or not at all
		}
		for _, same := range []string{strings.ToLower(upper), dashes.Replace(upper), "_" + upper + "_"} {
			if got := names.Of(same); got != want && isASCII(name) {
				t.Errorf("Of(%q) = %v, and Of(%q) = %v", upper, want, same, got)
			}
		}
	})
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}

// FuzzContentOf: every value looks like something, space around it changes
// nothing, and behind a keyword it is not nothing.
func FuzzContentOf(f *testing.F) {
	for _, values := range contents {
		for _, value := range values {
			f.Add(value)
		}
	}
	f.Fuzz(func(t *testing.T, value string) {
		want := setting.ContentOf(value)
		if want.String() == "unknown" {
			t.Errorf("ContentOf(%q) = %d", value, want)
		}
		if got := setting.ContentOf(" " + value + "\n"); got != want {
			t.Errorf("ContentOf(%q) = %v, with space around it %v", value, want, got)
		}
		if got := setting.ContentOf("password=" + value); got == setting.Empty {
			t.Errorf("%q is empty behind a keyword", value)
		}
	})
}
