// Package cli has flags that are read from the environment too.
package cli

import (
	"github.com/alecthomas/kingpin/v2"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/namsral/flag"
	v1 "github.com/urfave/cli"
	v2 "github.com/urfave/cli/v2"
	v3 "github.com/urfave/cli/v3"
)

const prefix = "APP_"

var variable = "UNKNOWN"

func prefixed(name string) []string { return []string{prefix + name} }

var first = []v1.Flag{
	v1.StringFlag{Name: "token, t", EnvVar: "TOKEN,OLD_TOKEN"}, // want `^TOKEN: flag token` `^OLD_TOKEN: flag token`
	&v1.StringFlag{EnvVar: prefix + "SECRET"},                  // want `^APP_SECRET: flag`
	v1.StringFlag{Name: "none"},
	v1.StringFlag{Name: "unknown", EnvVar: variable},
}

var second = v2.App{Flags: []v2.Flag{
	&v2.StringFlag{
		Name:    "password",
		EnvVars: []string{"PASSWORD", prefix + "PASSWORD"}, // want `^PASSWORD: flag password` `^APP_PASSWORD: flag password`
	},
	&v2.StringFlag{Name: "helped", EnvVars: prefixed("HELPED_TOKEN")}, // want `^HELPED_TOKEN: flag helped`
	&v2.StringFlag{Name: "file", FilePath: "/run/secrets/token"},
	&v2.StringFlag{Name: "none", Aliases: []string{"TOKEN"}},
}}

var third = v3.Command{Flags: []v3.Flag{
	&v3.StringFlag{Name: "token", Sources: v3.EnvVars("TOKEN3", "OLD3")},                                         // want `^TOKEN3: flag token` `^OLD3: flag token`
	&v3.StringFlag{Name: "chain", Sources: v3.NewValueSourceChain(v3.EnvVar("CHAINED"), v3.File("/run/secret"))}, // want `^CHAINED: flag chain`
}}

var apart = v3.EnvVars("APART_TOKEN") // want `^APART_TOKEN: flag$`

var fourth = kingpin.Flag("token", "The token.").Envar("KINGPIN_TOKEN").String() // want `^KINGPIN_TOKEN: flag`

var fifth = flag.String("api-key", "", "usage") // want `^API_KEY: flag api-key`

var sixth = flag.Bool("api-key-file", false, "usage")

var provider = map[string]*schema.Schema{
	"token":  {DefaultFunc: schema.EnvDefaultFunc("PROVIDER_TOKEN", nil)},                      // want `^PROVIDER_TOKEN: default`
	"secret": {DefaultFunc: schema.MultiEnvDefaultFunc([]string{"SECRET_A", "SECRET_B"}, nil)}, // want `^SECRET_A: default` `^SECRET_B: default`
}

// A type of the package's own that has such a field says nothing.
type own struct{ Name, EnvVar string }

var owns = []own{{Name: "token", EnvVar: "OWN_TOKEN"}}
