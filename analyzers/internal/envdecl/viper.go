package envdecl

import (
	"go/ast"
	"strings"
)

// A viperReader collects what a package tells viper, whose pieces come in any
// order: BindEnv("db.password"), SetEnvPrefix("app"), SetEnvKeyReplacer.
type viperReader struct {
	*finder
	bound, read []key
	prefix      string
	prefixes    int
	replacer    []string
	automatic   bool
}

// A key is a string that a configuration is asked for.
type key struct {
	at   ast.Node
	name string
}

func (v *viperReader) see(call *ast.CallExpr, callee string) {
	library, name := cutName(callee)
	if library != viper || len(call.Args) == 0 && !strings.HasSuffix(name, "AutomaticEnv") {
		return
	}
	switch strings.TrimPrefix(name, "Viper.") {
	case "BindEnv", "MustBindEnv":
		v.bind(call)
	case "AutomaticEnv":
		v.automatic = true
	case "SetEnvPrefix":
		if text, ok := v.text(call.Args[0]); ok {
			v.prefix = text
			v.prefixes++
		}
	case "SetEnvKeyReplacer":
		v.replacer = v.replacements(call.Args[0])
	case "Get", "GetString", "GetStringSlice", "SetDefault":
		if text, ok := v.text(call.Args[0]); ok {
			v.read = append(v.read, key{call.Args[0], text})
		}
	}
}

// bind takes BindEnv(key, names…), or BindEnv(key) whose variable is named
// after the key.
func (v *viperReader) bind(call *ast.CallExpr) {
	text, ok := v.text(call.Args[0])
	if len(call.Args) == 1 && ok && !call.Ellipsis.IsValid() {
		v.bound = append(v.bound, key{call.Args[0], text})
		return
	}
	what := "key"
	if ok {
		what += " " + text
	}
	v.declareAll(call.Args[1:], viper, what)
}

// replacements returns the arguments of strings.NewReplacer.
func (v *viperReader) replacements(e ast.Expr) []string {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args)%2 != 0 {
		return nil
	}
	var pairs []string
	for _, arg := range call.Args {
		text, ok := v.text(arg)
		if !ok {
			return nil
		}
		pairs = append(pairs, text)
	}
	return pairs
}

func (v *viperReader) declare() {
	if v.automatic {
		v.bound = append(v.bound, v.read...)
	}
	seen := map[string]bool{}
	for _, k := range v.bound {
		name := v.variable(k.name)
		if !seen[name] {
			seen[name] = true
			v.finder.declare(k.at, name, viper, "key "+k.name)
		}
	}
}

// variable returns the name that viper makes of a key. What no replacer turns
// into an underscore stays, and then there is no such variable in a shell; a
// replacer that is not seen is taken for the usual one.
func (v *viperReader) variable(key string) string {
	name := key
	if v.prefixes == 1 && v.prefix != "" {
		name = v.prefix + "_" + key
	}
	name = strings.ToUpper(name)
	if v.replacer != nil {
		return strings.NewReplacer(v.replacer...).Replace(name)
	}
	return strings.NewReplacer(".", "_", "-", "_").Replace(name)
}
