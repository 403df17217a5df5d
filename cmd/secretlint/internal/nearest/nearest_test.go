package nearest

import "testing"

func TestName(t *testing.T) {
	names := []string{"keyzero", "envsecret", "report", "-format"}
	for got, want := range map[string]string{
		"keyzro":    "keyzero",
		"kyezero":   "keyzero",
		"envsecrte": "envsecret",
		"-fromat":   "-format",
		"rules":     "",
		"":          "",
		"x":         "",
	} {
		if name := Name(got, names); name != want {
			t.Errorf("Name(%q) = %q, want %q", got, name, want)
		}
	}
}
