package secretleak

import (
	"flag"
	"fmt"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/eval"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// A config is what an analyzer's flags say.
type config struct {
	names       []string
	credentials []string
	sources     *eval.Sources
}

func (conf *config) flags(set *flag.FlagSet) {
	set.Func("names", "a `line` of what names say, such as \"secret acme pin\" or \"plain public token\"; may be repeated", func(line string) error {
		if _, err := setting.NewNames(line); err != nil {
			return err
		}
		conf.names = append(conf.names, line)
		return nil
	})
	set.Func("sources", "a `line` of what carries secrets, such as \"field example.com/app.Config.Password\"; may be repeated", conf.sources.Add)
	set.Func("credentials", "a `function` whose response is meant to be a secret, such as example.com/app.Server.IssueToken; may be repeated", func(name string) error {
		name = strings.TrimSpace(name)
		if !strings.Contains(name[strings.LastIndexByte(name, '/')+1:], ".") {
			return fmt.Errorf("%q: want PACKAGE.FUNCTION or PACKAGE.TYPE.METHOD", name)
		}
		conf.credentials = append(conf.credentials, name)
		return nil
	})
}
