package config

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/nearest"
)

// Parse parses a configuration file. file is its name in errors; analyzers
// declare which sections and keys there are. It sets no flag.
func Parse(file string, data []byte, analyzers []*analysis.Analyzer) (*Config, error) {
	root, err := document(file, data)
	if err != nil || root == nil {
		return new(Config), err
	}
	p := parser{file: file, analyzers: analyzers}
	if err := p.config(root); err != nil {
		return nil, err
	}
	return &p.result, nil
}

// document returns the root node of the only document in data, nil when there
// is nothing in it.
func document(file string, data []byte) (*yaml.Node, error) {
	var doc, second yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, syntaxError(file, err)
	}
	root := doc.Content[0]
	switch err := dec.Decode(&second); {
	case err == nil:
		return nil, place{file: file, line: second.Line, column: second.Column}.errorf("a second document: want one")
	case !errors.Is(err, io.EOF):
		return nil, syntaxError(file, err)
	}
	if root.Tag == "!!null" {
		return nil, nil
	}
	return root, nil
}

// syntaxError turns the YAML parser's "yaml: line 3: mapping values …" into an
// error that names the file as every other does.
func syntaxError(file string, err error) error {
	found := regexp.MustCompile(`^yaml: line (\d+): (.*)`).FindStringSubmatch(err.Error())
	if found == nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return fmt.Errorf("%s:%s: %s", file, found[1], found[2])
}

// A place is where in a file a key or value stands.
type place struct {
	file         string
	line, column int
	key          string // "keyzero.sources"; empty for the document
}

func (at place) errorf(format string, args ...any) error {
	message := fmt.Sprintf(format, args...)
	if at.key != "" {
		message = at.key + ": " + message
	}
	return fmt.Errorf("%s:%d:%d: %s", at.file, at.line, at.column, message)
}

type parser struct {
	file      string
	analyzers []*analysis.Analyzer
	result    Config
}

func (p *parser) config(root *yaml.Node) error {
	return p.mapping("", root, func(at place, key string, value *yaml.Node) error {
		switch key {
		case "disable":
			return p.list(key, value, p.disable)
		case "deep":
			return p.list(key, value, p.deep)
		}
		a := p.analyzer(key)
		if a == nil {
			return at.errorf("unknown key%s", nearest.Hint(key, append(p.names(), "disable", "deep")))
		}
		return p.section(a, value)
	})
}

func (p *parser) disable(at place, rule string) error {
	if p.analyzer(rule) == nil {
		return at.errorf("unknown rule %q%s", rule, nearest.Hint(rule, p.names()))
	}
	p.result.Disable = append(p.result.Disable, rule)
	return nil
}

func (p *parser) deep(at place, module string) error {
	if module == "" || strings.ContainsAny(module, " @") {
		return at.errorf("want a module path without a version, got %q", module)
	}
	p.result.Deep = append(p.result.Deep, module)
	return nil
}

// section parses the settings of an analyzer.
func (p *parser) section(a *analysis.Analyzer, section *yaml.Node) error {
	return p.mapping(a.Name, section, func(at place, key string, value *yaml.Node) error {
		if a.Flags.Lookup(key) == nil {
			return at.errorf("unknown key%s", nearest.Hint(key, flagNames(a)))
		}
		return p.list(at.key, value, func(at place, line string) error {
			p.result.Settings = append(p.result.Settings, Setting{a.Name, key, line, at})
			return nil
		})
	})
}

// mapping calls each with every key and value of a mapping, and the key's
// place. The keys' names in errors begin with prefix.
func (p *parser) mapping(prefix string, node *yaml.Node, each func(at place, key string, value *yaml.Node) error) error {
	node = resolve(node)
	if node.Kind != yaml.MappingNode {
		return p.at(node, prefix).errorf("want keys with values, got %s", kind(node))
	}
	seen := make(map[string]bool)
	for i := 0; i < len(node.Content); i += 2 {
		key := node.Content[i]
		at := p.at(key, strings.TrimPrefix(prefix+"."+key.Value, "."))
		if seen[key.Value] {
			return at.errorf("given twice")
		}
		seen[key.Value] = true
		if err := each(at, key.Value, node.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// list calls each with every string of a list, and its place.
func (p *parser) list(key string, node *yaml.Node, each func(at place, s string) error) error {
	node = resolve(node)
	if node.Kind != yaml.SequenceNode {
		return p.at(node, key).errorf("want a list of strings, got %s", kind(node))
	}
	for _, item := range node.Content {
		item = resolve(item)
		at := p.at(item, key)
		if item.Kind != yaml.ScalarNode || item.Tag != "!!str" {
			return at.errorf("want a string, got %s", kind(item))
		}
		if err := each(at, item.Value); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) at(node *yaml.Node, key string) place {
	return place{p.file, node.Line, node.Column, key}
}

func (p *parser) analyzer(name string) *analysis.Analyzer {
	for _, a := range p.analyzers {
		if a.Name == name {
			return a
		}
	}
	return nil
}

func (p *parser) names() []string {
	var names []string
	for _, a := range p.analyzers {
		names = append(names, a.Name)
	}
	return names
}

func flagNames(a *analysis.Analyzer) []string {
	var names []string
	a.Flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	return names
}

// resolve follows an alias to what it stands for.
func resolve(node *yaml.Node) *yaml.Node {
	if node.Kind == yaml.AliasNode {
		return node.Alias
	}
	return node
}

// kind names what a node holds, in the words of someone who writes YAML.
func kind(node *yaml.Node) string {
	switch node.Kind {
	case yaml.MappingNode:
		return "keys with values"
	case yaml.SequenceNode:
		return "a list"
	}
	switch node.Tag {
	case "!!null":
		return "nothing"
	case "!!str":
		return "a string"
	}
	return node.Value
}
