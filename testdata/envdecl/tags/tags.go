// Package tags has structs that libraries fill from the environment by the key
// "env" of their tags, or by keys of their own.
package tags

import (
	"time"

	"github.com/alecthomas/kong"
	"github.com/caarlos0/env/v11"
	"github.com/ilyakaznacheev/cleanenv"
	"github.com/jessevdk/go-flags"
)

type Deep struct {
	Password string `env:"PASSWORD"` // want `^REDIS_DEEP_PASSWORD: field Password`
	Again    *Deep  `envPrefix:"AGAIN_"`
}

type Config struct {
	Password string   `env:"DB_PASSWORD,required"`                   // want `^DB_PASSWORD: field Password`
	Token    []byte   `env:"TOKEN,unset,notEmpty"`                   // want `^TOKEN: field Token`
	Pointer  *string  `env:"POINTER"`                                // want `^POINTER: field Pointer`
	Keys     []string `env:"KEYS" envSeparator:":"`                  // want `^KEYS: field Keys`
	Expanded string   `env:"EXPANDED,expand" envDefault:"${HOME}/x"` // want `^EXPANDED: field Expanded`
	File     string   `env:"CERTIFICATE,file"`                       // want `^CERTIFICATE: field File \(a file\)`
	lower    string
	Small    string `env:"small_letters"` // want `^small_letters: field Small`
	Nested   Nested `envPrefix:"REDIS_"`
	Inline   struct {
		Secret string `env:"SECRET"` // want `^INLINE_SECRET: field Secret`
	} `envPrefix:"INLINE_"`
	List []Item `envPrefix:"ITEMS_"`

	Timeout time.Duration `env:"TIMEOUT"`
	Port    int           `env:"PORT"`
	Debug   *bool         `env:"DEBUG"`
	Nothing string        `env:"-"`
	Empty   string        `env:""`
	Other   string        `json:"PASSWORD" yaml:"PASSWORD"`
}

type Nested struct {
	Password string `env:"PASSWORD"` // want `^REDIS_PASSWORD: field Password`
	Deep     *Deep  `envPrefix:"DEEP_"`
}

type Item struct {
	Secret string `env:"SECRET"` // want `^ITEMS_SECRET: field Secret`
}

// Cleanenv takes several names, and has a key of its own for prefixes.
type Cleanenv struct {
	Password string `env:"PGPASSWORD,POSTGRES_PASSWORD" env-default:"x" env-required:"true"` // want `^PGPASSWORD: field Password` `^POSTGRES_PASSWORD: field Password`
	Sub      Sub    `env-prefix:"SUB_"`
}

type Sub struct {
	Token string `env:"TOKEN"` // want `^SUB_TOKEN: field Token`
}

// CLI is kong's: the key "env", or "env" in the key "kong".
type CLI struct {
	Token  string `help:"Token." env:"CLI_TOKEN,OLD_TOKEN"`      // want `^CLI_TOKEN: field Token` `^OLD_TOKEN: field Token`
	Secret string `kong:"help='a, b',env='CLI_SECRET',required"` // want `^CLI_SECRET: field Secret`
	Run    Run    `cmd:"" envprefix:"RUN_"`
	Embed  `embed:"" envprefix:"EMBED_"`
}

type Run struct {
	Key string `env:"KEY"` // want `^RUN_KEY: field Key`
}

type Embed struct {
	Key string `env:"KEY"` // want `^EMBED_KEY: field Key`
}

// Options are go-flags'.
type Options struct {
	Secret string `long:"secret" env:"SECRET" description:"the secret"` // want `^SECRET: field Secret`
	Group  struct {
		Passwd string `long:"passwd" env:"PASSWD" env-delim:","` // want `^SMTP_PASSWD: field Passwd`
	} `group:"smtp" namespace:"smtp" env-namespace:"SMTP"`
}

// Args are go-arg's, and Conf is ardanlabs/conf's.
type Args struct {
	Token string `arg:"--token,env:ARG_TOKEN,required"` // want `^ARG_TOKEN: field Token`
	Plain string `arg:"positional"`
}

type Conf struct {
	Password string `conf:"default:x,mask,env:CONF_PASSWORD"` // want `^CONF_PASSWORD: field Password`
}

func read() error {
	var c Config
	_ = c.lower
	if err := env.Parse(&c); err != nil {
		return err
	}
	var e Cleanenv
	if err := cleanenv.ReadEnv(&e); err != nil {
		return err
	}
	kong.Parse(&CLI{})
	_, err := flags.Parse(&Options{})
	return err
}
