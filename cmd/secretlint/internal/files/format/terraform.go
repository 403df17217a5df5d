package format

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// readTerraform reads configuration and variables of Terraform and OpenTofu.
// What an expression takes from elsewhere is no text.
func readTerraform(text []byte) ([]Setting, error) {
	if len(text) > maxProgram {
		return nil, errLong
	}
	src := newSource(text)
	begin := hcl.InitialPos
	if bytes.HasPrefix(text, bom) {
		begin.Byte = len(bom)
	}
	if err := unfit(text[begin.Byte:], begin); err != nil {
		return nil, err
	}
	file, diagnostics := hclsyntax.ParseConfig(text[begin.Byte:], "", begin)
	t := &terraform{newReader(src, Terraform)}
	if body, ok := file.Body.(*hclsyntax.Body); ok {
		t.body("", "", body)
	}
	err := explainHCL(diagnostics)
	if err != nil && isFilledIn(text) {
		err = ErrTemplate
	}
	return t.r.settings, err
}

func explainHCL(diagnostics hcl.Diagnostics) error {
	for _, d := range diagnostics {
		if d.Severity == hcl.DiagError {
			e := &Error{Message: "not well-formed HCL: " + unquoted(d.Summary)}
			if d.Subject != nil {
				e.Line = d.Subject.Start.Line
			}
			return e
		}
	}
	return nil
}

// maxHeredocs bounds the sum of the squares of the numbers of lines that
// here-documents have: the time that HCL's parser takes for one grows so.
const maxHeredocs = 50_000_000

// unfit returns an error for what HCL's parser, which recurses, would not get
// through. Signs and questions nest to the right without a bracket.
func unfit(text []byte, begin hcl.Pos) error {
	tokens, _ := hclsyntax.LexConfig(text, "", begin)
	open, chain, lines, work := 0, 0, 0, 0
	for _, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOParen, hclsyntax.TokenOBrack, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			open++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCParen, hclsyntax.TokenCBrack, hclsyntax.TokenTemplateSeqEnd:
			open--
		case hclsyntax.TokenEqual, hclsyntax.TokenComma:
			chain = 0
		case hclsyntax.TokenMinus, hclsyntax.TokenBang, hclsyntax.TokenQuestion, hclsyntax.TokenPlus, hclsyntax.TokenStar, hclsyntax.TokenSlash,
			hclsyntax.TokenPercent, hclsyntax.TokenAnd, hclsyntax.TokenOr, hclsyntax.TokenDot:
			chain++
		case hclsyntax.TokenOHeredoc, hclsyntax.TokenOQuote:
			lines = 0
		case hclsyntax.TokenStringLit:
			work += 2*lines + 1
			lines++
		}
		switch {
		case open > maxDepth || chain > maxNested:
			return &Error{t.Range.Start.Line, "not well-formed HCL: " + errDeep.Error()}
		case work > maxHeredocs:
			return &Error{t.Range.Start.Line, "not looked at: here-documents are too long"}
		}
	}
	return nil
}

type terraform struct{ r *reader }

// body reads attributes and blocks. kind is the type of the block that the body
// is of, and empty at the top.
func (t *terraform) body(where, kind string, body *hclsyntax.Body) {
	if t.pair(where, body) {
		return
	}
	for _, a := range sortedAttributes(body) {
		if object, ok := a.Expr.(*hclsyntax.ObjectConsExpr); ok && isMetadata(a.Name) && len(object.Items) > 0 {
			continue
		}
		t.expression(where, a.Name, a.Expr)
	}
	for _, b := range body.Blocks {
		inner := where
		if kind == "" {
			inner = named(b.Type, strings.Join(b.Labels, "."))
		}
		switch {
		case kind == "" && b.Type == "variable":
			t.variable(inner, b)
		case kind == "" && b.Type == "resource":
			t.resource(inner, b)
		case kind == "" && b.Type == "output" || isLookup(kind, b):
		default:
			t.body(inner, b.Type, b.Body)
		}
	}
}

// isLookup reports whether a block says where a secret is: a data source that
// reads one, secret_key_ref, value_from.
func isLookup(kind string, b *hclsyntax.Block) bool {
	if kind == "" && b.Type == "data" && len(b.Labels) > 0 {
		return strings.Contains(b.Labels[0], "secret") || strings.Contains(b.Labels[0], "ssm_parameter")
	}
	switch b.Type {
	case "value_from", "value_source", "secret_ref", "secrets", "label_extractors":
		return true
	}
	return strings.HasSuffix(b.Type, "_key_ref")
}

func sortedAttributes(body *hclsyntax.Body) []*hclsyntax.Attribute {
	var all []*hclsyntax.Attribute
	for _, a := range body.Attributes {
		all = append(all, a)
	}
	slices.SortFunc(all, func(a, b *hclsyntax.Attribute) int {
		return cmp.Compare(a.NameRange.Start.Byte, b.NameRange.Start.Byte)
	})
	return all
}

// variable reads the default of a variable.
func (t *terraform) variable(where string, b *hclsyntax.Block) {
	value := b.Body.Attributes["default"]
	if value == nil || len(b.Labels) == 0 {
		return
	}
	sensitive := b.Body.Attributes["sensitive"]
	from := len(t.r.settings)
	t.expression(where, b.Labels[0], value.Expr)
	if sensitive != nil && t.source(sensitive.Expr) == "true" {
		t.declare(from)
	}
}

// declare marks what was added since as declared to be secret.
func (t *terraform) declare(from int) {
	for i := range t.r.settings[from:] {
		t.r.settings[from+i].Declared = true
	}
}

// resource reads a resource. Two types are made to hold a secret.
func (t *terraform) resource(where string, b *hclsyntax.Block) {
	from := len(t.r.settings)
	t.body(where, "resource", b.Body)
	if len(b.Labels) == 0 {
		return
	}
	for i := range t.r.settings[from:] {
		s := &t.r.settings[from+i]
		switch b.Labels[0] {
		case "aws_secretsmanager_secret_version":
			s.Declared = s.Declared || s.Name == "secret_string"
		case "aws_ssm_parameter":
			kind := b.Body.Attributes["type"]
			s.Declared = s.Declared || kind != nil && t.text(kind.Expr) == "SecureString" && t.isValue(b, s)
		}
	}
}

// isValue reports whether a setting is all of what a block gives as its value.
func (t *terraform) isValue(b *hclsyntax.Block, s *Setting) bool {
	value := b.Body.Attributes["value"]
	return value != nil && t.r.src.span(value.Expr.Range().Start.Byte, value.Expr.Range().End.Byte) == s.Span
}

// pair reads a body that is a name and its value: env, set, parameter.
func (t *terraform) pair(where string, body *hclsyntax.Body) bool {
	name, value := body.Attributes["name"], body.Attributes["value"]
	if name == nil || value == nil {
		return false
	}
	if kind := body.Attributes["type"]; kind != nil {
		switch t.text(kind.Expr) {
		case "PARAMETER_STORE", "SECRETS_MANAGER":
			return true
		}
	}
	text := t.text(name.Expr)
	t.expression(where, text[strings.LastIndexByte(text, '.')+1:], value.Expr)
	return true
}

// expression adds what text an expression gives to a name.
func (t *terraform) expression(where, name string, e hclsyntax.Expression) {
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		t.template(where, name, e)
	case *hclsyntax.LiteralValueExpr:
		t.add(where, name, t.source(e), e.Range())
	case *hclsyntax.ParenthesesExpr:
		t.expression(where, name, e.Expression)
	case *hclsyntax.ConditionalExpr:
		t.expression(where, name, e.TrueResult)
		t.expression(where, name, e.FalseResult)
	case *hclsyntax.TupleConsExpr:
		for _, item := range e.Exprs {
			t.expression(where, name, item)
		}
	case *hclsyntax.ObjectConsExpr:
		t.object(where, e)
	case *hclsyntax.FunctionCallExpr:
		t.call(where, name, e)
	}
}

func (t *terraform) add(where, name, value string, at hcl.Range) {
	t.r.addText(where, name, value, t.r.src.span(at.Start.Byte, at.End.Byte))
}

func (t *terraform) object(where string, e *hclsyntax.ObjectConsExpr) {
	var name, value hclsyntax.Expression
	for _, item := range e.Items {
		switch t.text(item.KeyExpr) {
		case "name", "Name":
			name = item.ValueExpr
		case "value", "Value":
			value = item.ValueExpr
		case "valueFrom", "ValueFrom":
			return
		}
	}
	if name != nil && value != nil {
		t.expression(where, t.text(name), value)
		return
	}
	for _, item := range e.Items {
		if key := t.text(item.KeyExpr); !isNoProperty(key) && !isMetadata(key) {
			t.expression(where, key, item.ValueExpr)
		}
	}
}

// isMetadata reports whether what is under a key is for everybody to read.
func isMetadata(key string) bool {
	switch key {
	case "tags", "labels", "annotations", "label_extractors":
		return true
	}
	return false
}

// call reads the arguments of functions that pass text on, and of the others
// the objects, in which there are keys.
func (t *terraform) call(where, name string, e *hclsyntax.FunctionCallExpr) {
	switch e.Name {
	case "sensitive", "nonsensitive", "base64encode", "tostring", "trimspace", "coalesce", "try":
		for _, arg := range e.Args {
			t.expression(where, name, arg)
		}
		return
	}
	for _, arg := range e.Args {
		switch arg.(type) {
		case *hclsyntax.ObjectConsExpr, *hclsyntax.TupleConsExpr, *hclsyntax.FunctionCallExpr:
			t.expression(where, "", arg)
		}
	}
}

// template reads a string. In one that is itself a file, what it sets counts.
func (t *terraform) template(where, name string, e *hclsyntax.TemplateExpr) {
	text := t.text(e)
	raw := t.source(e)
	trimmed := strings.TrimSpace(text)
	switch {
	case strings.HasPrefix(raw, "<<") && strings.HasPrefix(trimmed, "#!"):
		t.script(where, e)
	case strings.HasPrefix(trimmed, "[") || strings.HasPrefix(trimmed, "{") && strings.Contains(trimmed, `"`):
		t.json(where, name, text, e)
	default:
		t.add(where, name, text, e.Range())
	}
}

// script reads a here-document that is a shell script, as it stands in the file.
func (t *terraform) script(where string, e *hclsyntax.TemplateExpr) {
	at := e.Range()
	src := t.r.src.text[at.Start.Byte:at.End.Byte]
	body := lineLength(src)
	end := max(body, bytes.LastIndexByte(bytes.TrimRight(src, "\r\n"), '\n'))
	found, _ := assignments(src[body:end])
	for _, a := range found {
		start := at.Start.Byte + body
		t.r.addText(where, a.name, a.value, t.r.src.span(start+a.start, start+a.end))
	}
}

// json reads a string of JSON: the containers of a task definition, or the
// fields of a secret.
func (t *terraform) json(where, name, text string, e *hclsyntax.TemplateExpr) {
	inner := newSource([]byte(text))
	roots, err := parseJSON(inner)
	if err != nil {
		return
	}
	r := newReader(inner, Terraform)
	for _, root := range roots {
		for _, container := range root.each() {
			readContainerDefinition(r, container)
		}
		if name == "secret_string" || name == "value" || name == "default" {
			r.everything(where, name, root, nil)
		}
	}
	at := e.Range()
	for _, s := range r.settings {
		s.Where = where
		s.Span = t.r.src.span(at.Start.Byte, at.End.Byte)
		t.r.settings = append(t.r.settings, s)
	}
}

// text returns the text of a string or a key, in which a reference stands for
// what is put in.
func (t *terraform) text(e hclsyntax.Expression) string {
	switch e := e.(type) {
	case *hclsyntax.TemplateExpr:
		var b strings.Builder
		for _, p := range e.Parts {
			b.WriteString(t.text(p))
		}
		return b.String()
	case *hclsyntax.LiteralValueExpr:
		if e.Val.Type().FriendlyName() == "string" && !e.Val.IsNull() {
			return e.Val.AsString()
		}
		return t.source(e)
	case *hclsyntax.ObjectConsKeyExpr:
		if traversal := e.AsTraversal(); traversal != nil && !e.ForceNonLiteral {
			return traversal.RootName()
		}
		return t.text(e.Wrapped)
	}
	return "${…}"
}

// source returns an expression as the file has it.
func (t *terraform) source(e hclsyntax.Expression) string {
	at := e.Range()
	return string(t.r.src.text[at.Start.Byte:at.End.Byte])
}
