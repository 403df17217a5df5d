package setting_test

import (
	"strings"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

func TestLinesOfAUser(t *testing.T) {
	names := builtin(t,
		"secret launch code",
		"# a comment", "",
		"plain session key # ours is public",
		"handle shelf, top shelf",
		"not legacy",
		"encrypted boxed",
		"variant blue",
		"service acme",
		"credential ACME TOKEN",
		"glue launch code",
	)
	for name, want := range map[string]setting.Meaning{
		"LAUNCH_CODE":           setting.Secret,
		"launchCode":            setting.Secret,
		"MYLAUNCHCODE":          setting.Secret,
		"LAUNCH_CODE_SHELF":     setting.Handle,
		"LAUNCH_CODE_TOP_SHELF": setting.Handle,
		"LAUNCH_CODE_BLUE":      setting.Secret,
		"LAUNCH_CODE_BOXED":     setting.Encrypted,
		"LEGACY_LAUNCH_CODE":    setting.Plain,
		"LAUNCH_CODE_CRATE":     setting.Plain,
		"SESSION_KEY":           setting.Plain,
		"ACME_KEY":              setting.Secret,
		"PASSWORD_ACME":         setting.Secret,
		"ACME_TOKEN":            setting.Credential,
	} {
		if got := names.Of(name); got != want {
			t.Errorf("Of(%s) = %v, want %v", name, got, want)
		}
	}
}

func TestLinesThatCannotBeRead(t *testing.T) {
	for line, want := range map[string]string{
		"secret":              `"secret": want words after the verb, and between commas`,
		"secret launch code,": `"secret launch code,": want words`,
		"hide launch code":    `"hide launch code": there is no verb "hide"`,
		"secret LAUNCH_CODE":  `"secret LAUNCH_CODE": "launch_code" is no word: want letters and digits`,
		"secret ключ":         `"secret ключ": "ключ" is no word`,
	} {
		_, err := setting.NewNames(line)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("NewNames(%q): got %v, want %s", line, err, want)
		}
	}
}
