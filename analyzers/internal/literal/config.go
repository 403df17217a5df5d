package literal

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/viper"
	"github.com/zricethezav/gitleaks/v8/config"
)

// maxExtends is how many files may extend one another: gitleaks' own limit.
const maxExtends = 2

// A reader reads configurations. What one extends is put under it here and not by
// gitleaks: the library translates all the default rules for it, which under go vet
// each package would pay for, and counts in a variable that it never sets back, so
// that only the first configuration of a process would be extended.
type reader struct {
	read func(string) ([]byte, error)
	root string // what names of files in extend.path are relative to
}

// readConfig reads a configuration and what it extends. Errors name the file.
func readConfig(name string, read func(string) ([]byte, error)) (*set, error) {
	r := &reader{read: read, root: filepath.Dir(name)}
	s, targeted, err := r.load(name, 0)
	if err != nil {
		return nil, err
	}
	for id, lists := range targeted {
		if err := s.allow(id, lists); err != nil {
			return nil, fmt.Errorf("%s: rule %s: %w", name, id, err)
		}
	}
	for id, rule := range s.rules {
		if err := s.check(rule); err != nil {
			return nil, fmt.Errorf("%s: rule %s: %w", name, id, err)
		}
	}
	return s, nil
}

// load returns the rules of a file and, by the rule, the allowlists that are about
// one.
func (r *reader) load(name string, depth int) (*set, map[string][]*config.Allowlist, error) {
	data, err := r.read(name)
	if err != nil {
		return nil, nil, fmt.Errorf("read gitleaks' configuration: %w", err)
	}
	vc, err := parse(data)
	if err != nil {
		return nil, nil, fmt.Errorf("%s%w", name, err)
	}
	s, err := r.extended(vc.Extend, name, depth)
	if err != nil {
		return nil, nil, err
	}
	if err := s.addRules(vc); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	targeted, err := s.addAllowlists(vc)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return s, targeted, nil
}

// parse reads the file's form. Errors begin with the line and column, if these are
// known, to follow a name.
func parse(data []byte) (*config.ViperConfig, error) {
	v := viper.New()
	v.SetConfigType("toml")
	err := v.ReadConfig(bytes.NewReader(data))
	vc := new(config.ViperConfig)
	if err == nil {
		err = v.Unmarshal(vc)
	}
	var bad interface {
		error
		Position() (row, column int)
	}
	if errors.As(err, &bad) {
		line, column := bad.Position()
		return nil, fmt.Errorf(":%d:%d: %s", line, column, oneLine(bad.Error()))
	}
	if err != nil {
		return nil, fmt.Errorf(": %s", oneLine(err.Error()))
	}
	return vc, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// extended returns what a file builds on, without the rules that it disables.
func (r *reader) extended(e config.Extend, name string, depth int) (s *set, err error) {
	switch {
	case e.Path != "" && e.UseDefault:
		return nil, fmt.Errorf("%s: extend.path and extend.useDefault cannot both be set", name)
	case depth >= maxExtends || e.Path == "" && !e.UseDefault:
		return &set{rules: make(map[string]*rule), allows: func() []*config.Allowlist { return nil }}, nil
	case e.UseDefault:
		s = defaultSet()
	default:
		path := filepath.FromSlash(e.Path)
		if !filepath.IsAbs(path) {
			path = filepath.Join(r.root, path)
		}
		if s, _, err = r.load(path, depth+1); err != nil {
			return nil, err
		}
	}
	for _, id := range e.DisabledRules {
		delete(s.rules, id)
	}
	return s, nil
}

// addRules puts the rules of a file over those that it extends.
func (s *set) addRules(vc *config.ViperConfig) error {
	own := make(map[string]*rule, len(vc.Rules))
	for i := range vc.Rules {
		id := vc.Rules[i].ID
		c, err := translateRule(config.ViperConfig{Rules: vc.Rules[i : i+1]}, s.rules[id])
		if err != nil {
			return fmt.Errorf("rule %s: %w", cmp.Or(id, fmt.Sprintf("number %d", i+1)), err)
		}
		own[id] = newRule(c)
	}
	for id, r := range own {
		s.rules[id] = r
	}
	return nil
}

// translateRule translates the one rule in vc, over what base says of it, if there
// is one: as gitleaks puts rules over others.
func translateRule(vc config.ViperConfig, base *rule) (config.Rule, error) {
	var under config.Rule
	if base != nil {
		under = base.config()
	}
	own := &vc.Rules[0]
	own.Description = cmp.Or(own.Description, under.Description)
	own.Entropy = cmp.Or(own.Entropy, under.Entropy)
	own.SecretGroup = cmp.Or(own.SecretGroup, under.SecretGroup)
	if under.Regex != nil {
		own.Regex = cmp.Or(own.Regex, under.Regex.String())
	}
	if under.Path != nil {
		own.Path = cmp.Or(own.Path, under.Path.String())
	}
	required := own.Required
	own.Required = nil // gitleaks would look for these among the rules of vc
	c, err := translate(vc)
	if err != nil {
		return config.Rule{}, errors.New(strings.TrimPrefix(err.Error(), own.ID+": "))
	}
	r := c.Rules[own.ID]
	r.Keywords = slices.Concat(under.Keywords, r.Keywords)
	r.Allowlists = slices.Concat(under.Allowlists, r.Allowlists)
	if base != nil {
		r.RequiredRules, r.SkipReport = under.RequiredRules, under.SkipReport
		return r, nil
	}
	for _, req := range required {
		r.RequiredRules = append(r.RequiredRules, &config.Required{RuleID: req.ID, WithinLines: req.WithinLines, WithinColumns: req.WithinColumns})
	}
	return r, nil
}

// translate has gitleaks compile and check a part of a file. The library panics
// where an expression does not compile.
func translate(vc config.ViperConfig) (c config.Config, err error) {
	defer func() {
		if p := recover(); p != nil {
			text := oneLine(fmt.Sprint(p))
			err = errors.New(text[max(strings.Index(text, "error parsing regexp"), 0):])
		}
	}()
	c, err = vc.Translate()
	if err != nil {
		err = errors.New(oneLine(err.Error()))
	}
	return c, err
}

// addAllowlists adds the allowlists of a file, and returns those that are about one
// rule.
func (s *set) addAllowlists(vc *config.ViperConfig) (map[string][]*config.Allowlist, error) {
	if vc.AllowList != nil && len(vc.Allowlists) > 0 {
		return nil, errors.New("[allowlist] is deprecated, and cannot be used beside [[allowlists]]")
	}
	if vc.AllowList != nil {
		vc.Allowlists = append(vc.Allowlists, vc.AllowList)
	}
	var all []*config.Allowlist
	targeted := make(map[string][]*config.Allowlist)
	for i := range vc.Allowlists {
		targets := vc.Allowlists[i].TargetRules
		vc.Allowlists[i].TargetRules = nil // gitleaks would look for these among the rules of its argument
		c, err := translate(config.ViperConfig{Allowlists: vc.Allowlists[i : i+1]})
		if err != nil {
			return nil, fmt.Errorf("allowlist %d: %s", i+1, strings.TrimPrefix(err.Error(), "[[allowlists]] "))
		}
		if len(targets) == 0 {
			all = append(all, c.Allowlists...)
		}
		for _, id := range targets {
			targeted[id] = append(targeted[id], c.Allowlists...)
		}
	}
	base := s.allows
	s.allows = func() []*config.Allowlist { return slices.Concat(all, base()) }
	return targeted, nil
}

// allow gives a rule allowlists of its own.
func (s *set) allow(id string, lists []*config.Allowlist) error {
	r := s.rules[id]
	if r == nil {
		return errors.New("an allowlist is about it, and there is no such rule")
	}
	c := r.config()
	c.Allowlists = slices.Concat(c.Allowlists, lists)
	s.rules[id] = newRule(c)
	return nil
}

// check reports what is wrong with a rule once all are known. The default rules
// require none, and are not read to see that.
func (s *set) check(r *rule) error {
	if r.isDefault {
		return nil
	}
	for _, req := range r.config().RequiredRules {
		if s.rules[req.RuleID] == nil {
			return fmt.Errorf("it requires rule %q, and there is none", req.RuleID)
		}
	}
	return nil
}
