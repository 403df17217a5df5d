package hardcoded

import (
	_ "embed"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/awsapi"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

//go:embed sinks.txt
var sinksText string

// A sink is a function that takes a key.
type sink struct {
	arg   int // -1: all
	label bool
}

// keySinks returns the functions by their names, as package match has them.
var keySinks = sync.OnceValue(func() map[string]sink {
	sinks := make(map[string]sink)
	for line := range strings.Lines(sinksText) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		s := sink{label: fields[0] == "label"}
		if s.label {
			fields = fields[1:]
		}
		if n, err := strconv.Atoi(fields[0]); err == nil {
			s.arg = n
		} else {
			s.arg = -1
		}
		sinks[fields[len(fields)-1]] = s
	}
	return sinks
})

// sensitive returns the fields of AWS's inputs that hold a secret, by service, type
// and name.
var sensitive = sync.OnceValue(func() map[[3]string]bool {
	fields := make(map[[3]string]bool)
	for line := range strings.Lines(awsapi.Sensitive) {
		words := strings.Fields(line)
		if len(words) < 3 || words[0] == "#" {
			continue
		}
		for _, field := range words[2:] {
			fields[[3]string{words[0], words[1], field}] = true
		}
	}
	return fields
})

// sinks looks for constants that are given to what takes a secret.
func (p *checked) sinks(n ast.Node) {
	switch n := n.(type) {
	case *ast.CallExpr:
		p.keyCall(n)
		p.setter(n)
	case *ast.CompositeLit:
		p.sdkLiteral(n)
	case *ast.AssignStmt:
		p.sdkAssignment(n)
	}
}

func (p *checked) keyCall(call *ast.CallExpr) {
	fn := typeutil.StaticCallee(p.info, call)
	if fn == nil || fn.Pkg() == nil || len(call.Args) == 0 {
		return
	}
	s, ok := keySinks()[match.Func(fn)]
	if !ok {
		return
	}
	for i, arg := range call.Args {
		if i == s.arg || s.arg < 0 {
			p.key(fn, s, arg)
		}
	}
}

// key reports a key that is a constant, or a variable that is one for good.
func (p *checked) key(fn *types.Func, s sink, arg ast.Expr) {
	at, text, ok := p.written(arg, true)
	if !ok || isFill(text) || isLeftOpen(text) || s.label && isLabel(text) {
		return
	}
	name := fn.Pkg().Name() + "." + fn.Name()
	p.add(at, verdict{cryptoKey, "key of " + name, rule.Certain, cryptoKey, 0})
}

// isFill reports whether a text is one byte over and over, as the zeros are that
// something is measured or warmed up with.
func isFill(text string) bool { return text == "" || strings.Trim(text, text[:1]) == "" }

// isLeftOpen reports whether a key is to be replaced. Prose is not: whoever writes
// a sentence where a key belongs has written a key.
func isLeftOpen(text string) bool { return !strings.Contains(text, " ") && isHarmless(text) }

// isLabel reports whether a text is made of words and versions: it separates one
// use of a key from another, and is known to all.
func isLabel(text string) bool { return !isRandom(text) && !isBytes(text) }

// isBytes reports whether a text is none.
func isBytes(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return true
		}
	}
	return false
}

// sdkLiteral looks at the fields of a literal of one of AWS's types.
func (p *checked) sdkLiteral(n *ast.CompositeLit) {
	service, name := sdkType(p.info.TypeOf(n))
	if service == "" {
		return
	}
	for _, e := range n.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		field := nameOf(kv.Key)
		if sensitive()[[3]string{service, name, field}] && !p.isPlainParameter(n, service, name) {
			p.sdkField(service, name, field, kv.Value)
		}
	}
}

// isPlainParameter reports whether n puts a parameter that is not encrypted, and so
// is meant for no secret.
func (p *checked) isPlainParameter(n *ast.CompositeLit, service, name string) bool {
	if service != "ssm" || name != "PutParameterInput" {
		return false
	}
	for _, e := range n.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok && nameOf(kv.Key) == "Type" {
			_, text, _ := p.written(kv.Value, false)
			return text != "SecureString"
		}
	}
	return true
}

// sdkAssignment looks at in.SecretString = aws.String("…").
func (p *checked) sdkAssignment(n *ast.AssignStmt) {
	if len(n.Lhs) != len(n.Rhs) || n.Tok != token.ASSIGN {
		return
	}
	for i, l := range n.Lhs {
		sel, ok := ast.Unparen(l).(*ast.SelectorExpr)
		if !ok {
			continue
		}
		if service, name := sdkType(p.info.TypeOf(sel.X)); isSensitive(service, name, sel.Sel.Name) {
			p.sdkField(service, name, sel.Sel.Name, n.Rhs[i])
		}
	}
}

// setter looks at in.SetSecretString("…"), which version 1 of the SDK has.
func (p *checked) setter(call *ast.CallExpr) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) != 1 || !strings.HasPrefix(sel.Sel.Name, "Set") {
		return
	}
	field := sel.Sel.Name[len("Set"):]
	if service, name := sdkType(p.info.TypeOf(sel.X)); isSensitive(service, name, field) {
		p.sdkField(service, name, field, call.Args[0])
	}
}

// isSensitive is for places that do not show the type of a parameter.
func isSensitive(service, name, field string) bool {
	return service != "" && service != "ssm" && sensitive()[[3]string{service, name, field}]
}

func (p *checked) sdkField(service, name, field string, value ast.Expr) {
	at, text, ok := p.written(value, false)
	if !ok {
		return
	}
	switch setting.ContentOf(text) {
	case setting.Text, setting.Connection:
		p.add(at, verdict{sdkField, service + "." + name + "." + field, rule.Certain, sdkField, 0})
	}
}

// sdkType returns the service and the name of a type of the AWS SDK's, or of what
// it points to, and "" for others.
func sdkType(t types.Type) (service, name string) {
	if t == nil {
		return "", ""
	}
	named := match.Named(t)
	if named == nil || named.Obj().Pkg() == nil {
		return "", ""
	}
	path := match.Path(named.Obj().Pkg())
	for _, prefix := range [...]string{"github.com/aws/aws-sdk-go-v2/service/", "github.com/aws/aws-sdk-go/service/"} {
		if rest, ok := strings.CutPrefix(path, prefix); ok {
			return strings.TrimSuffix(rest, "/types"), named.Obj().Name()
		}
	}
	return "", ""
}
