package eval

import (
	"go/types"
	"os"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// formatted returns the string that a call makes by the format in argument i.
func (q *query) formatted(c ssaflow.Call, i int) *value.Value {
	layout, ok := q.arg(c, i, "").Constant()
	if !ok {
		args := q.shown(q.rest(c, i+1), c.Instr.Pos())
		return value.From(value.OneOf(append(args, q.arg(c, i, ""))...), short(c.Func), c.Instr.Pos())
	}
	return value.Concat(c.Instr.Pos(), q.filled(c, i, directives(layout))...)
}

// filled returns the parts of a string that a call makes by a format.
func (q *query) filled(c ssaflow.Call, i int, layout []directive) []*value.Value {
	args := q.rest(c, i+1)
	var parts []*value.Value
	for _, p := range layout {
		switch {
		case p.verb == 0:
			parts = append(parts, value.Of(p.text, c.Instr.Pos()))
		case p.arg >= len(args):
			parts = append(parts, value.Show(value.OneOf(args...), value.Fmt, c.Instr.Pos())) // a spread slice
		case p.verb == 'T' || p.verb == 'p':
			parts = append(parts, value.None)
		default:
			parts = append(parts, value.Show(args[p.arg], p.mode(), c.Instr.Pos()))
		}
	}
	return parts
}

// A directive is a part of a format: text, or a verb for an argument.
type directive struct {
	text  string
	verb  byte
	arg   int
	sharp bool // %#v
}

// mode returns how a verb shows its argument.
func (d directive) mode() value.Mode {
	if d.sharp {
		return value.Syntax
	}
	return value.Fmt
}

// directives returns the parts of a format as package fmt reads them.
func directives(layout string) []directive {
	var parts []directive
	arg := 0
	for layout != "" {
		text, rest, found := strings.Cut(layout, "%")
		if text != "" {
			parts = append(parts, directive{text: text})
		}
		if !found {
			break
		}
		n := len(rest) - len(strings.TrimLeft(rest, flagChars))
		if n == len(rest) {
			break
		}
		arg = skipFlags(rest[:n], arg)
		if isGlimpsed(rest[:n]) {
			arg++
		} else if rest[n] == '%' {
			parts = append(parts, directive{text: "%"})
		} else {
			parts = append(parts, directive{verb: rest[n], arg: arg, sharp: strings.Contains(rest[:n], "#") && rest[n] == 'v'})
			arg++
		}
		layout = rest[n+1:]
	}
	return parts
}

// isGlimpsed reports whether a precision leaves too little of a text to tell: %.2s.
func isGlimpsed(flags string) bool {
	_, precision, ok := strings.Cut(flags, ".")
	n, err := strconv.Atoi(precision)
	return ok && err == nil && n <= maxGlimpse
}

const flagChars = "+-# 0123456789.[]*"

// skipFlags returns which argument a verb is for, after what stands before it: stars
// take arguments, and [n] says which is next.
func skipFlags(flags string, arg int) int {
	for i := 0; i < len(flags); i++ {
		switch flags[i] {
		case '*':
			arg++
		case '[':
			end := strings.IndexByte(flags[i:], ']')
			if end < 0 {
				return arg
			}
			if n, err := strconv.Atoi(flags[i+1 : i+end]); err == nil && n > 0 {
				arg = n - 1
			}
			i += end
		}
	}
	return arg
}

// expanded returns a string with the variables replaced that it names: by those of
// the environment, if whatever replaces them is not somebody's own.
func (q *query) expanded(c ssaflow.Call, args []int) *value.Value {
	text, ok := q.arg(c, args[0], "").Constant()
	if !ok || len(args) > 1 && !q.e.isGetenv(c.Args[args[1]]) {
		parts := []*value.Value{q.arg(c, args[0], "")}
		if len(args) > 1 {
			parts = append(parts, orNone(q.value(c.Args[args[1]], value.Called, c.Instr)))
		}
		return value.From(value.OneOf(parts...), short(c.Func), c.Instr.Pos())
	}
	pos := c.Instr.Pos()
	var parts []*value.Value
	os.Expand(text, func(name string) string {
		parts = append(parts, &value.Value{Kind: value.Env, Parts: []*value.Value{value.Of(name, pos)}, Pos: pos})
		return ""
	})
	return value.Concat(pos, parts...)
}

// isGetenv reports whether v is a function that the table says reads a variable.
func (e *Engine) isGetenv(v ssa.Value) bool {
	if t, ok := v.(*ssa.ChangeType); ok {
		v = t.X
	}
	fn, ok := v.(*ssa.Function)
	if !ok {
		return false
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return false
	}
	m, ok := e.models.find(obj)
	return ok && m.verb == env
}
