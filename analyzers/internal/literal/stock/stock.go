// Package stock is where secretlint meets gitleaks' own code: it writes the rules
// that package literal runs, and tests that both find the same.
//
// It is a module of its own, so that gitleaks and its sixty dependencies are
// nobody's but the developers'.
package stock

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/viper"
	"github.com/zricethezav/gitleaks/v8/config"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/literal"
)

// Read returns gitleaks' configuration in text, as the library reads it. The
// library keeps state in variables: once in a process for what extends the default.
func Read(text string) (config.Config, error) {
	v := viper.New()
	v.SetConfigType("toml")
	if err := v.ReadConfig(strings.NewReader(text)); err != nil {
		return config.Config{}, err
	}
	var form config.ViperConfig
	if err := v.Unmarshal(&form); err != nil {
		return config.Config{}, err
	}
	return form.Translate()
}

// Write writes the default rules in the forms that package literal embeds.
func Write(keywords, rules io.Writer) error {
	c, err := Read(config.DefaultConfig)
	if err != nil {
		return fmt.Errorf("read gitleaks' default configuration: %w", err)
	}
	lines := json.NewEncoder(rules)
	lines.SetEscapeHTML(false)
	for _, id := range slices.Sorted(slices.Values(c.OrderedRules)) {
		s := spec(c.Rules[id])
		fields := slices.Concat([]string{s.ID, s.Need()}, s.Keywords)
		if _, err := fmt.Fprintln(keywords, strings.Join(fields, "\t")); err != nil {
			return err
		}
		if err := lines.Encode(s); err != nil {
			return err
		}
	}
	return lines.Encode(allowlists(c.Allowlists))
}

func spec(r config.Rule) *literal.Spec {
	s := &literal.Spec{
		ID: r.RuleID, Description: r.Description, Regex: text(r.Regex), Path: text(r.Path),
		SecretGroup: r.SecretGroup, Entropy: r.Entropy, Keywords: slices.Sorted(slices.Values(r.Keywords)),
		Allowlists: allowlists(r.Allowlists), SkipReport: r.SkipReport,
	}
	for _, req := range r.RequiredRules {
		s.Required = append(s.Required, literal.Required{ID: req.RuleID, WithinLines: req.WithinLines, WithinColumns: req.WithinColumns})
	}
	return s
}

func allowlists(lists []*config.Allowlist) (specs []literal.AllowSpec) {
	for _, a := range lists {
		specs = append(specs, literal.AllowSpec{
			And: a.MatchCondition == config.AllowlistMatchAnd, Target: a.RegexTarget,
			Regexes: texts(a.Regexes), Paths: texts(a.Paths),
			StopWords: slices.SortedFunc(slices.Values(a.StopWords), cmp.Compare[string]), Commits: len(a.Commits) > 0,
		})
	}
	return specs
}

func texts(res []*regexp.Regexp) (texts []string) {
	for _, re := range res {
		texts = append(texts, re.String())
	}
	return texts
}

func text(re *regexp.Regexp) string {
	if re == nil {
		return ""
	}
	return re.String()
}
