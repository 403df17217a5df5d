package checktest

import (
	"fmt"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// Show returns a value as its String does, and with it what String keeps to itself:
// the texts of constants, and how the value got where it is.
func Show(v *value.Value) string {
	if v == nil {
		return "nil"
	}
	var parts []string
	for _, p := range v.Parts {
		parts = append(parts, Show(p))
	}
	switch v.Kind {
	case value.Const:
		return fmt.Sprintf("%q", v.Text)
	case value.Made:
		return v.Text + "(" + parts[0] + ")"
	case value.Shown:
		return parts[0]
	case value.Via:
		return "<" + v.Text + " " + parts[0] + ">"
	case value.Env:
		return "env(" + strings.Join(parts, "") + ")"
	case value.Built:
		return strings.Join(parts, "+")
	case value.Any:
		return "(" + strings.Join(parts, "|") + ")"
	case value.List:
		return "[" + strings.Join(parts, " ") + "]"
	case value.Table:
		return "{" + strings.Join(parts, " ") + "}"
	}
	return v.String()
}
