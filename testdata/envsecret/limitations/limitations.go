// Package limitations holds what envsecret is known to miss, each with the reason.
//
// Nothing here is expected to be reported. A function that is found after all moves to the folder of its behaviour.
//
// Not shown, because a corpus cannot hold it: what a shell that the program starts exports, what a container's
// runtime adds, and libraries that read variables whose names only they know.
package limitations

import (
	"context"
	"os"
	"os/exec"
	"plugin"
	"reflect"
	"strings"
	"text/template"

	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// byFile has the names in a file, which is no part of the program.
func byFile(names string) map[string]string {
	values := make(map[string]string)
	for name := range strings.Lines(names) {
		values[name] = os.Getenv(strings.TrimSpace(name))
	}
	return values
}

// byReflect calls os.Getenv by way of reflect.Value, which could be anything.
func byReflect() string {
	results := reflect.ValueOf(os.Getenv).Call([]reflect.Value{reflect.ValueOf("DB_PASSWORD")})
	return results[0].String()
}

// byTemplate hands os.Getenv to a template, and the template names the variable.
func byTemplate(w *strings.Builder) error {
	t, err := template.New("dsn").Funcs(template.FuncMap{"env": os.Getenv}).Parse(`app:{{env "DB_PASSWORD"}}@db`)
	if err != nil {
		return err
	}
	return t.Execute(w, nil)
}

// wholeEnvironment keeps all that there is, secrets among it. Which are used is up to whoever looks into the map.
func wholeEnvironment() map[string]string {
	values := make(map[string]string)
	for _, kv := range os.Environ() {
		name, value, _ := strings.Cut(kv, "=")
		values[name] = value
	}
	return values
}

func fromWholeEnvironment() string { return wholeEnvironment()["DB_PASSWORD"] }

// byInitials has a secret whose name does not say so.
func byInitials() string { return os.Getenv("STRIPE_SK") }

// byShell sets the variable within the text of a command.
func byShell(password string) error {
	return exec.Command("sh", "-c", "PGPASSWORD='"+password+"' psql").Run()
}

// byEnv starts the child by way of another program that sets the variable.
func byEnv(password string) error {
	return exec.Command("env", "PGPASSWORD="+password, "psql").Run()
}

// byPlugin gets the secret from code that is not there when the program is built.
func byPlugin(p *plugin.Plugin) error {
	symbol, err := p.Lookup("Secret")
	if err != nil {
		return err
	}
	return os.Setenv("SETTINGS", symbol.(func() string)())
}

// byAny carries the secret in a value of no type, under a key that is known at run time.
func byAny(ctx context.Context, client *secretsmanager.Client, key any) error {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{})
	if err != nil {
		return err
	}
	ctx = context.WithValue(ctx, key, *out.SecretString)
	return os.Setenv("SETTINGS", ctx.Value(key).(string))
}

// byEnvFile writes the secret to a file that the child reads into its environment.
func byEnvFile(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{})
	if err != nil {
		return err
	}
	return os.WriteFile("/run/orders.env", []byte("SETTINGS="+*out.SecretString), 0o600)
}
