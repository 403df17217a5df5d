package envdecl

import (
	"reflect"
	"strings"
)

// tagLibraries read variables that the key "env" of a tag names, or their own.
var tagLibraries = [...]string{
	"github.com/caarlos0/env",
	"github.com/caarlos0/env/v2", "github.com/caarlos0/env/v3", "github.com/caarlos0/env/v4", "github.com/caarlos0/env/v5",
	"github.com/caarlos0/env/v6", "github.com/caarlos0/env/v7", "github.com/caarlos0/env/v8", "github.com/caarlos0/env/v9",
	"github.com/caarlos0/env/v10", "github.com/caarlos0/env/v11",
	"github.com/sethvargo/go-envconfig",
	"github.com/ilyakaznacheev/cleanenv",
	"github.com/alecthomas/kong",
	"github.com/jessevdk/go-flags", "github.com/umputun/go-flags",
	"github.com/kelseyhightower/envconfig", "github.com/vrischmann/envconfig", "github.com/vrischmann/envconfig/v2",
	"github.com/joeshaw/envdecode",
	"github.com/Netflix/go-env",
	"github.com/codingconcepts/env",
	"go-simpler.org/env",
	"github.com/alexflint/go-arg",
	"github.com/ardanlabs/conf", "github.com/ardanlabs/conf/v2", "github.com/ardanlabs/conf/v3",
}

// namesIn returns the variables that a tag names.
func (f *finder) namesIn(tag reflect.StructTag) []string {
	names := f.envNames(tag.Get("env"))
	names = append(names, f.envNames(firstOf(tag.Get("envconfig")))...)
	names = append(names, f.envNames(keyword(tag.Get("kong"), "env="))...)
	names = append(names, f.envNames(keyword(tag.Get("arg"), "env:"))...)
	return append(names, f.envNames(keyword(tag.Get("conf"), "env:"))...)
}

// envNames returns the names in the value of the key "env". Libraries put
// options behind the first comma, or other names. A name in small letters
// counts only where a library is imported that reads such tags.
func (f *finder) envNames(value string) []string {
	var names []string
	for i, part := range strings.Split(value, ",") {
		part = strings.TrimSpace(part)
		if strings.Contains(part, "=") {
			break // an option with a value, which may have commas of its own
		}
		if isUpperName(part) && part != "_" || i == 0 && isName(part) && f.first(tagLibraries[:]) != "" {
			names = append(names, part)
		}
	}
	return names
}

func firstOf(value string) string {
	first, _, _ := strings.Cut(value, ",")
	return first
}

// keyword returns what follows a keyword in a list: `env='A,B'` in kong's own
// key, `env:NAME` in go-arg's.
func keyword(list, keyword string) string {
	for i := 0; i < len(list); {
		part := nextPart(list[i:])
		if value, ok := strings.CutPrefix(strings.TrimSpace(part), keyword); ok {
			return unquote(value)
		}
		i += len(part) + 1
	}
	return ""
}

// nextPart returns what is before the next comma that is not in quotes.
func nextPart(list string) string {
	quoted := false
	for i := range len(list) {
		switch list[i] {
		case '\'':
			quoted = !quoted
		case ',':
			if !quoted {
				return list[:i]
			}
		}
	}
	return list
}
