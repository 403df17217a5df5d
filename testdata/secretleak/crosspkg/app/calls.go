package app

import (
	"context"
	"log"

	"corpus.test/testdata/secretleak/crosspkg/audit"
	"corpus.test/testdata/secretleak/crosspkg/config"
	"corpus.test/testdata/secretleak/crosspkg/secrets"
)

func badCallback(ctx context.Context) error {
	return secrets.With(ctx, "orders/db", func(s string) { log.Print(s) }) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badNamedCallback(ctx context.Context) error {
	return secrets.With(ctx, "orders/db", note) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodCallback(ctx context.Context) error {
	return secrets.With(ctx, "orders/db", func(s string) { log.Print(s != "") })
}

func goodCallbackWithName(ctx context.Context) error {
	return secrets.WithName(ctx, "orders/db", func(s string) { log.Print(s) })
}

// badCallbackAssigns takes the secret out of the callback.
func badCallbackAssigns(ctx context.Context) error {
	var got string
	if err := secrets.With(ctx, "orders/db", func(s string) { got = s }); err != nil {
		return err
	}
	log.Print(got) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badCallbackGiven(ctx context.Context) {
	list := []string{secrets.MustFetch(ctx, "orders/db")}
	audit.Each(list, func(s string) { log.Print(s) }) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodCallbackGiven(ctx context.Context) {
	list := []string{secrets.MustFetch(ctx, "orders/db")}
	n := 0
	audit.Each(list, func(s string) { n += len(s) })
	log.Print(n)
}

func badProvider(ctx context.Context, p secrets.Provider) error {
	s, err := p.Get(ctx, "db")
	if err != nil {
		return err
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badNewProvider(ctx context.Context) error {
	s, err := secrets.NewProvider("orders/").Get(ctx, "db")
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return err
}

func goodProvider(ctx context.Context, p secrets.Provider) error {
	log.Print(p.Describe("db"))
	_, err := p.Get(ctx, "db")
	return err
}

func badInterfaceSink(ctx context.Context, sink audit.Sink) {
	sink.Emit(secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badNewSink(ctx context.Context) {
	audit.New("orders: ").Emit(secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSinkOfType(ctx context.Context) {
	audit.Null{}.Emit(secrets.MustFetch(ctx, "orders/db"))
}

// silent is what this package has for tests.
type silent interface{ Emit(string) }

func goodInterfaceSink(ctx context.Context) {
	var s silent = audit.Null{}
	s.Emit(secrets.MustFetch(ctx, "orders/db"))
}

func badMethodLogsField(ctx context.Context) {
	e := &audit.Entry{Name: "db", Value: secrets.MustFetch(ctx, "orders/db")}
	e.Log() // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMethodLogsField(ctx context.Context) {
	e := &audit.Entry{Name: "db", Value: secrets.MustFetch(ctx, "orders/db")}
	e.LogName()
}

// goodConfigLogged is reported where it is logged: what Load stores is known there.
func goodConfigLogged(ctx context.Context) error {
	c, err := config.Load(ctx)
	if err != nil {
		return err
	}
	c.Log()
	return nil
}

func badConfigField(ctx context.Context) error {
	c, err := config.Load(ctx)
	if err != nil {
		return err
	}
	log.Print(c.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badUnexportedField(ctx context.Context) error {
	c, err := config.Load(ctx)
	if err != nil {
		return err
	}
	log.Print(c.Token()) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodConfig(ctx context.Context) error {
	c, err := config.Load(ctx)
	if err != nil {
		return err
	}
	c.LogHost()
	log.Print(c.Host)
	return nil
}

func badVariable() {
	log.Print(config.Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badVariableField() {
	log.Print(config.Loaded.Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodVariable() {
	log.Print(config.Host, config.Loaded.Host, config.Password != "")
}

func badGeneric(ctx context.Context) {
	s := audit.Any(secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is logged"
	_ = s
}

func goodGeneric(ctx context.Context) {
	audit.Any(len(secrets.MustFetch(ctx, "orders/db")))
}

func badFunctionOfPackage(ctx context.Context) {
	write := audit.Value
	write("password", secrets.MustFetch(ctx, "orders/db")) // want "secret from secretsmanager.GetSecretValue is logged"
}
