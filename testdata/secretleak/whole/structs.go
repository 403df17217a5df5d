package whole

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log"
	"log/slog"
	"os"

	"go.uber.org/zap"
	"gopkg.in/yaml.v3"
)

// Config has a secret among what is none.
type Config struct {
	Host     string `json:"host"`
	Password string `json:"password"`
}

func load(ctx context.Context) Config { return Config{Host: "db", Password: password(ctx)} }

func loadPointer(ctx context.Context) *Config {
	c := load(ctx)
	return &c
}

func badConfig(ctx context.Context) {
	cfg := load(ctx)
	log.Printf("%v", cfg)              // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%+v", cfg)             // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%#v", cfg)             // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%s", cfg)              // want "secret from secretsmanager.GetSecretValue is logged"
	log.Println("loaded", &cfg)        // want "secret from secretsmanager.GetSecretValue is logged"
	fmt.Println(fmt.Sprint(cfg))       // want "secret from secretsmanager.GetSecretValue is printed"
	slog.Info("loaded", "config", cfg) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badConfigPointer(ctx context.Context, l *zap.Logger) {
	cfg := loadPointer(ctx)
	log.Printf("%+v", cfg)                   // want "secret from secretsmanager.GetSecretValue is logged"
	l.Info("loaded", zap.Any("config", cfg)) // want "secret from secretsmanager.GetSecretValue is logged"
	l.Sugar().Infof("loaded %+v", cfg)       // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodConfig(ctx context.Context) {
	cfg := load(ctx)
	log.Printf("%T %p", cfg, &cfg)
	log.Printf("%+v", cfg.Host)
	log.Print(cfg == Config{})
}

// goodCleared shows what is left of it.
func goodCleared(ctx context.Context) {
	cfg := load(ctx)
	_ = connect(cfg.Password)
	cfg.Password = "***"
	log.Printf("%+v", cfg)
}

// clean returns a copy without the secret.
func (c Config) clean() Config {
	c.Password = "***"
	return c
}

func goodCopy(ctx context.Context) {
	log.Printf("%+v", load(ctx).clean())
}

func badNotCopied(ctx context.Context) {
	cfg := load(ctx)
	_ = cfg.clean()
	log.Printf("%+v", cfg) // want "secret from secretsmanager.GetSecretValue is logged"
}

// App nests configurations in each way.
type App struct {
	Name   string
	Value  Config
	Nested *Config
	List   []Config
	Refs   []*Config
	ByName map[string]Config
	Any    any
	secret string
}

func badNestedValue(ctx context.Context) {
	log.Printf("%+v", App{Value: load(ctx)})                          // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%+v", &App{List: []Config{load(ctx)}})                // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%+v", App{ByName: map[string]Config{"a": load(ctx)}}) // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%+v", App{Any: load(ctx)})                            // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%+v", App{secret: password(ctx)})                     // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodNestedPointer shows addresses below the first pointer.
func goodNestedPointer(ctx context.Context) {
	log.Printf("%+v", App{Name: "a", Nested: loadPointer(ctx)})
	log.Printf("%+v", &App{Refs: []*Config{loadPointer(ctx)}})
	log.Printf("%+v", App{Any: loadPointer(ctx)})
	log.Print([]*Config{loadPointer(ctx)})
	log.Print(map[string]*Config{"a": loadPointer(ctx)})
}

// badNestedJSON follows pointers.
func badNestedJSON(ctx context.Context) error {
	enc := json.NewEncoder(os.Stdout)
	enc.Encode(App{Nested: loadPointer(ctx)})                    // want "secret from secretsmanager.GetSecretValue is printed"
	enc.Encode(&App{Refs: []*Config{loadPointer(ctx)}})          // want "secret from secretsmanager.GetSecretValue is printed"
	enc.Encode(App{Any: loadPointer(ctx)})                       // want "secret from secretsmanager.GetSecretValue is printed"
	return enc.Encode(map[string]*Config{"a": loadPointer(ctx)}) // want "secret from secretsmanager.GetSecretValue is printed"
}

// goodNestedJSON skips what is not exported.
func goodNestedJSON(ctx context.Context) error {
	return json.NewEncoder(os.Stdout).Encode(App{Name: "a", secret: password(ctx)})
}

// Tagged leaves its secrets out of JSON, and of nothing else.
type Tagged struct {
	Host  string `json:"host"`
	Token string `json:"-"`
	Key   string `json:"-,"`
}

func goodTagged(ctx context.Context) error {
	return json.NewEncoder(os.Stdout).Encode(Tagged{Host: "db", Token: password(ctx)})
}

func badTagged(ctx context.Context) error {
	t := Tagged{Host: "db", Token: password(ctx)}
	log.Printf("%+v", t)                                                             // want "secret from secretsmanager.GetSecretValue is logged"
	return json.NewEncoder(os.Stdout).Encode(Tagged{Host: "db", Key: password(ctx)}) // want "secret from secretsmanager.GetSecretValue is printed"
}

func badYAML(ctx context.Context) error {
	return yaml.NewEncoder(os.Stdout).Encode(load(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
}

// Hidden is the same for YAML.
type Hidden struct {
	Host  string `yaml:"host" xml:"host"`
	Token string `yaml:"-" xml:"-"`
}

func goodYAML(ctx context.Context) error {
	return yaml.NewEncoder(os.Stdout).Encode(Hidden{Host: "db", Token: password(ctx)})
}

func badXML(ctx context.Context) error {
	return xml.NewEncoder(os.Stdout).Encode(load(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodXML(ctx context.Context) error {
	return xml.NewEncoder(os.Stdout).Encode(Hidden{Host: "db", Token: password(ctx)})
}

func badMap(ctx context.Context) {
	log.Print(map[string]any{"user": "admin", "password": password(ctx)}) // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print(map[string][]byte{"password": []byte(password(ctx))})       // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print([]any{"admin", password(ctx)})                              // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print([1]string{password(ctx)})                                   // want "secret from secretsmanager.GetSecretValue is logged"
}

func badBytes(ctx context.Context) {
	log.Print([]byte(password(ctx)))                        // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%v %d", []byte(password(ctx)), []byte("a")) // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodPointers shows where things are.
func goodPointers(ctx context.Context) {
	s := password(ctx)
	p := &s
	log.Print(p, &p)
	log.Printf("%v %+v", []*string{p}, map[string]*string{"a": p})
	log.Printf("%+v", struct{ token *string }{p})
}

// badPointersJSON shows what is there.
func badPointersJSON(ctx context.Context) error {
	s := password(ctx)
	data, err := json.Marshal(struct{ Token *string }{&s})
	log.Printf("%s", data) // want "secret from secretsmanager.GetSecretValue is logged"
	return err
}

// base is embedded.
type base struct{ Token string }

type derived struct {
	base
	Name string
}

func badEmbedded(ctx context.Context) error {
	d := derived{base: base{Token: password(ctx)}, Name: "a"}
	log.Printf("%+v", d)                        // want "secret from secretsmanager.GetSecretValue is logged"
	return json.NewEncoder(os.Stdout).Encode(d) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodEmbedded(ctx context.Context) {
	d := derived{base: base{Token: password(ctx)}, Name: "a"}
	log.Printf("%+v", d.Name)
	_ = connect(d.Token)
}

// show is a helper for anything.
func show(format string, v any) { log.Printf(format, v) }

func badShown(ctx context.Context) {
	show("%+v", load(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodShown(ctx context.Context) {
	show("%+v", load(ctx).clean())
	show("%d", len(password(ctx)))
}

// logConfig is a helper for this type.
func logConfig(c *Config) { log.Printf("config: %+v", c) }

func badLogConfig(ctx context.Context) {
	logConfig(loadPointer(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodLogConfig(ctx context.Context) {
	logConfig(&Config{Host: "db"})
	_ = connect(load(ctx).Password)
}
