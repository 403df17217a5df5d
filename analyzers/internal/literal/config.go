package literal

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// The form of gitleaks' configuration, with the keys that are deprecated. See
// "Configuration" in the README of github.com/gitleaks/gitleaks.
type (
	fileForm struct {
		Extend struct {
			Path          string
			UseDefault    bool
			DisabledRules []string
		}
		Rules      []ruleForm
		AllowList  *allowForm
		Allowlists []allowForm
	}
	ruleForm struct {
		ID, Description, Path, Regex string
		SecretGroup                  int
		Entropy                      float64
		Keywords                     []string
		AllowList                    *allowForm
		Allowlists                   []allowForm
		Required                     []Required
		SkipReport                   bool
	}
	allowForm struct {
		TargetRules            []string // of the file's allowlists alone
		Condition, RegexTarget string
		Commits, Paths         []string
		Regexes, StopWords     []string
	}
)

// maxExtends is how many files may extend one another: gitleaks' own limit.
const maxExtends = 2

type reader struct {
	read func(string) ([]byte, error)
	root string // what names of files in extend.path are relative to
}

// readConfig reads a configuration and what it extends. Errors name the file.
func readConfig(name string, read func(string) ([]byte, error)) (*set, error) {
	r := &reader{read: read, root: filepath.Dir(name)}
	specs, allows, err := r.load(name, 0)
	if err != nil {
		return nil, err
	}
	s := &set{allows: func() []AllowSpec { return allows }}
	for _, spec := range specs {
		if err := spec.check(specs); err != nil {
			return nil, fmt.Errorf("%s: rule %s: %w", name, spec.ID, err)
		}
		s.rules = append(s.rules, newRule(spec))
	}
	return s, nil
}

func (r *reader) load(name string, depth int) ([]*Spec, []AllowSpec, error) {
	data, err := r.read(name)
	if err != nil {
		return nil, nil, fmt.Errorf("read gitleaks' configuration: %w", err)
	}
	form, err := parseForm(data)
	if err != nil {
		return nil, nil, fmt.Errorf("%s%w", name, err)
	}
	specs, allows, targeted, err := form.specs()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	base, baseAllows, err := r.extended(form, name, depth)
	if err != nil {
		return nil, nil, err
	}
	specs = merge(specs, base, form.Extend.DisabledRules)
	if err := target(specs, targeted); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return specs, append(allows, baseAllows...), nil
}

// parseForm returns errors that begin with the line and column, to follow a name.
func parseForm(data []byte) (*fileForm, error) {
	form := new(fileForm)
	err := toml.Unmarshal(data, form)
	var bad *toml.DecodeError
	if errors.As(err, &bad) {
		line, column := bad.Position()
		return nil, fmt.Errorf(":%d:%d: %s", line, column, oneLine(bad.Error()))
	}
	if err != nil {
		return nil, fmt.Errorf(": %s", oneLine(err.Error()))
	}
	return form, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// extended returns what form builds on.
func (r *reader) extended(form *fileForm, name string, depth int) ([]*Spec, []AllowSpec, error) {
	path := form.Extend.Path
	switch {
	case path != "" && form.Extend.UseDefault:
		return nil, nil, fmt.Errorf("%s: extend.path and extend.useDefault cannot both be set", name)
	case depth >= maxExtends || path == "" && !form.Extend.UseDefault:
		return nil, nil, nil
	case path == "":
		d := defaultSet()
		specs := make([]*Spec, len(d.rules))
		for i, rule := range d.rules {
			specs[i] = rule.spec()
		}
		return specs, d.allows(), nil
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(r.root, filepath.FromSlash(path))
	}
	return r.load(path, depth+1)
}

// merge returns base without the rules that are disabled, changed and followed by
// own.
func merge(own, base []*Spec, disabled []string) []*Spec {
	var merged []*Spec
	for _, b := range base {
		i := slices.IndexFunc(own, func(s *Spec) bool { return s.ID == b.ID })
		switch {
		case slices.Contains(disabled, b.ID):
			continue
		case i >= 0:
			merged = append(merged, own[i].over(*b))
			own = slices.Delete(own, i, i+1)
		default:
			merged = append(merged, b)
		}
	}
	return append(merged, own...)
}

// over returns base, changed by what s sets.
func (s *Spec) over(base Spec) *Spec {
	if s.Description != "" {
		base.Description = s.Description
	}
	if s.Entropy != 0 {
		base.Entropy = s.Entropy
	}
	if s.SecretGroup != 0 {
		base.SecretGroup = s.SecretGroup
	}
	if s.Regex != "" {
		base.Regex = s.Regex
	}
	if s.Path != "" {
		base.Path = s.Path
	}
	base.Keywords = slices.Concat(base.Keywords, s.Keywords)
	base.Allowlists = slices.Concat(base.Allowlists, s.Allowlists)
	return &base
}

// target gives rules the allowlists that name them.
func target(specs []*Spec, targeted map[string][]AllowSpec) error {
	for id, lists := range targeted {
		i := slices.IndexFunc(specs, func(s *Spec) bool { return s.ID == id })
		if i < 0 {
			return fmt.Errorf("rule %s: an allowlist is about it, and there is no such rule", id)
		}
		s := *specs[i]
		s.Allowlists = slices.Concat(s.Allowlists, lists)
		specs[i] = &s
	}
	return nil
}

// specs turns the form into rules, allowlists for all, and allowlists by rule.
func (form *fileForm) specs() (specs []*Spec, allows []AllowSpec, targeted map[string][]AllowSpec, err error) {
	for i := range form.Rules {
		s, err := form.Rules[i].spec()
		if err != nil {
			return nil, nil, nil, fmt.Errorf("rule %s: %w", form.Rules[i].name(i), err)
		}
		specs = append(specs, s)
	}
	targeted = make(map[string][]AllowSpec)
	lists, err := both(form.AllowList, form.Allowlists)
	for i := range lists {
		spec, e := lists[i].spec()
		if e != nil {
			return nil, nil, nil, fmt.Errorf("allowlist %d: %w", i+1, e)
		}
		if len(lists[i].TargetRules) == 0 {
			allows = append(allows, spec)
		}
		for _, id := range lists[i].TargetRules {
			targeted[id] = append(targeted[id], spec)
		}
	}
	return specs, allows, targeted, err
}

func (r *ruleForm) name(i int) string {
	if r.ID == "" {
		return fmt.Sprintf("number %d", i+1)
	}
	return r.ID
}

func (r *ruleForm) spec() (*Spec, error) {
	if strings.TrimSpace(r.ID) == "" {
		return nil, errors.New("it has no id")
	}
	lists, err := both(r.AllowList, r.Allowlists)
	if err != nil {
		return nil, err
	}
	s := &Spec{
		ID: r.ID, Description: r.Description, Regex: r.Regex, SecretGroup: r.SecretGroup, Entropy: r.Entropy, Path: r.Path,
		Required: r.Required, SkipReport: r.SkipReport,
	}
	for _, k := range r.Keywords {
		s.Keywords = append(s.Keywords, strings.ToLower(k))
	}
	for i := range lists {
		a, err := lists[i].spec()
		if err != nil {
			return nil, err
		}
		s.Allowlists = append(s.Allowlists, a)
	}
	_, err = compile(s)
	return s, err
}

// both returns the allowlists, of which the form of one is deprecated.
func both(one *allowForm, many []allowForm) ([]allowForm, error) {
	switch {
	case one == nil:
		return many, nil
	case len(many) > 0:
		return nil, errors.New("allowlist is deprecated and cannot be used beside allowlists")
	}
	return []allowForm{*one}, nil
}

func (a *allowForm) spec() (AllowSpec, error) {
	s := AllowSpec{Regexes: a.Regexes, Paths: a.Paths, Commits: len(a.Commits) > 0}
	switch strings.ToUpper(a.Condition) {
	case "AND", "&&":
		s.And = true
	case "", "OR", "||":
	default:
		return s, fmt.Errorf("the condition %q of an allowlist is neither AND nor OR", a.Condition)
	}
	switch a.RegexTarget {
	case "", "secret":
	case "match", "line":
		s.Target = a.RegexTarget
	default:
		return s, fmt.Errorf("the regexTarget %q of an allowlist is none of secret, match and line", a.RegexTarget)
	}
	for _, w := range a.StopWords {
		s.StopWords = append(s.StopWords, strings.ToLower(w))
	}
	if len(a.Commits)+len(a.Paths)+len(a.Regexes)+len(a.StopWords) == 0 {
		return s, errors.New("an allowlist has no commits, paths, regexes or stopwords")
	}
	_, err := compileAllowlists([]AllowSpec{s})
	return s, err
}

// check reports what is wrong with a rule once all are known.
func (s *Spec) check(all []*Spec) error {
	if s.Regex == "" && s.Path == "" {
		return errors.New("it has neither regex nor path")
	}
	if n := groupCount(s.Regex); s.SecretGroup > n {
		return fmt.Errorf("secretGroup is %d, and regex has %d groups", s.SecretGroup, n)
	}
	for _, req := range s.Required {
		if !slices.ContainsFunc(all, func(o *Spec) bool { return o.ID == req.ID }) {
			return fmt.Errorf("it requires rule %s, and there is none", req.ID)
		}
	}
	return nil
}
