package sinks

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"

	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

// logf is a function of the log package under a name of this one.
var logf = log.Printf

func badLogf(ctx context.Context) {
	logf("password %s", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodLogf(ctx context.Context) {
	logf("password of %d characters", len(password(ctx)))
}

// debugf does nothing unless it is told to.
func debugf(format string, args ...any) {
	if os.Getenv("DEBUG") == "" {
		return
	}
	fmt.Fprintf(os.Stderr, "[debug] "+format+"\n", args...)
}

func badDebugf(ctx context.Context) {
	debugf("password %s", password(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodDebugf(ctx context.Context) {
	debugf("password of %d characters", len(password(ctx)))
}

// structured is a logger of lines of JSON, as Lambda's are.
type structured struct {
	out    io.Writer
	fields map[string]any
}

func newStructured() *structured { return &structured{out: os.Stdout, fields: map[string]any{}} }

func (l *structured) with(key string, value any) *structured {
	l.fields[key] = value
	return l
}

func (l *structured) info(message string, extra map[string]any) {
	line := map[string]any{"level": "INFO", "message": message}
	for k, v := range l.fields {
		line[k] = v
	}
	for k, v := range extra {
		line[k] = v
	}
	if err := json.NewEncoder(l.out).Encode(line); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

func badStructured(ctx context.Context) {
	newStructured().info("connecting", map[string]any{"password": password(ctx)}) // want "secret from secretsmanager.GetSecretValue is printed"
}

func badStructuredMessage(ctx context.Context) {
	newStructured().info("connecting with "+password(ctx), nil) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodStructured(ctx context.Context) {
	newStructured().with("version", version(ctx)).info("connecting", map[string]any{"length": len(password(ctx))})
}

// leveled is the interface that loggers of several libraries implement.
type leveled interface {
	Infof(format string, args ...any)
}

func badLeveled(ctx context.Context, verbose bool) {
	var l leveled = logrus.New()
	if verbose {
		l = zap.S()
	}
	l.Infof("password %s", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodLeveled(ctx context.Context) {
	var l leveled = zap.S()
	l.Infof("password of %d characters", len(password(ctx)))
}

// silent implements leveled and logs nothing.
type silent struct{}

func (silent) Infof(string, ...any) {}

func goodSilent(ctx context.Context) {
	var l leveled = silent{}
	l.Infof("password %s", password(ctx))
}

// loggerKey is the key of a context.
type loggerKey struct{}

func fromContext(ctx context.Context) *slog.Logger {
	if l, ok := ctx.Value(loggerKey{}).(*slog.Logger); ok {
		return l
	}
	return slog.Default()
}

func badFromContext(ctx context.Context) {
	fromContext(ctx).Info("connecting", "password", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFromContext(ctx context.Context) {
	fromContext(ctx).Info("connecting", "length", len(password(ctx)))
}

// embedded adds to a logger.
type embedded struct {
	*zap.SugaredLogger
	name string
}

func (e embedded) event(what string, args ...any) { e.Infow(e.name+": "+what, args...) }

func badEmbeddedWrapper(ctx context.Context) {
	e := embedded{SugaredLogger: zap.S(), name: "db"}
	e.event("connecting", "password", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
	e.Infof("connecting with %s", password(ctx))     // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodEmbeddedWrapper(ctx context.Context) {
	e := embedded{SugaredLogger: zap.S(), name: "db"}
	e.event("connecting", "length", len(password(ctx)))
}

// must ends the program.
func must(err error, format string, args ...any) {
	if err != nil {
		log.Fatalf(format+": %v", append(args, err)...)
	}
}

func badMust(ctx context.Context) {
	s := password(ctx)
	must(connect(s), "connect with %s", s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMust(ctx context.Context) {
	must(connect(password(ctx)), "connect with version %s", version(ctx))
}

// lazily logs what a function returns.
func lazily(fn func() string) { log.Print(fn()) }

func badLazily(ctx context.Context) {
	lazily(func() string { return "password " + password(ctx) }) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodLazily(ctx context.Context) {
	lazily(func() string { return "version " + version(ctx) })
}

// redacting is a writer that drops what it is told to.
type redacting struct {
	w     io.Writer
	words []string
}

func (r redacting) Write(p []byte) (int, error) { return r.w.Write([]byte("***")) }

func goodRedactingWriter(ctx context.Context) {
	fmt.Fprintln(redacting{w: os.Stderr}, password(ctx))
}

// prefixed is a writer that hands all on.
type prefixed struct{ w io.Writer }

func (p prefixed) Write(b []byte) (int, error) {
	n, err := p.w.Write(append([]byte("> "), b...))
	return max(n-2, 0), err
}

func missedPrefixedWriter(ctx context.Context) {
	fmt.Fprintln(prefixed{w: os.Stderr}, password(ctx))
}
