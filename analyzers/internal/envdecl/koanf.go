package envdecl

import (
	"go/ast"
	"strings"
)

const (
	koanfEnvV1 = "github.com/knadh/koanf/providers/env"
	koanfEnv   = "github.com/knadh/koanf/providers/env/v2"
	koanfEnvV2 = "github.com/knadh/koanf/v2/providers/env"
)

// A koanfReader collects what a package reads through koanf, once it loads the
// environment: k.Load(env.Provider("APP_", ".", …)) and k.String("db.password").
type koanfReader struct {
	*finder
	loads  bool
	prefix string
	read   []key
}

func (k *koanfReader) see(call *ast.CallExpr, callee string) {
	library, name := cutName(callee)
	switch library {
	case koanfEnv, koanfEnvV1, koanfEnvV2:
		if strings.HasPrefix(name, "Provider") {
			k.load(call)
		}
	case "github.com/knadh/koanf", "github.com/knadh/koanf/v2":
		switch strings.TrimPrefix(strings.TrimPrefix(name, "Koanf."), "Must") {
		case "Get", "String", "Strings", "Bytes":
			if len(call.Args) != 1 {
				return
			}
			if text, ok := k.text(call.Args[0]); ok {
				k.read = append(k.read, key{call.Args[0], text})
			}
		}
	}
}

// load notes the prefix of Provider(prefix, delimiter, f), or of
// Provider(delimiter, Opt{Prefix: prefix}).
func (k *koanfReader) load(call *ast.CallExpr) {
	k.loads = true
	for i, arg := range call.Args {
		if lit, ok := ast.Unparen(arg).(*ast.CompositeLit); ok {
			k.prefix = k.option(lit, "Prefix")
			return
		}
		if i == 2 {
			k.prefix, _ = k.text(call.Args[0])
		}
	}
}

func (k *koanfReader) declare() {
	if !k.loads {
		return
	}
	library := k.first([]string{koanfEnv, koanfEnvV1, koanfEnvV2})
	seen := map[string]bool{}
	for _, r := range k.read {
		name := k.prefix + strings.ToUpper(strings.NewReplacer(".", "_", "-", "_").Replace(r.name))
		if !seen[name] {
			seen[name] = true
			k.finder.declare(r.at, name, library, "key "+r.name)
		}
	}
}
