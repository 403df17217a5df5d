package shapes

import (
	"context"
	"log"
)

type emitter struct{ prefix string }

func (e emitter) emit(s string)        { log.Print(e.prefix, s) }
func (e *emitter) emitByPtr(s string)  { log.Print(e.prefix, s) }
func (e emitter) skip(s string)        { log.Print(e.prefix) }
func (e emitter) prefixed() emitter    { return emitter{prefix: "> " + e.prefix} }
func (e emitter) text(s string) string { return e.prefix + s }

func badMethod(ctx context.Context) {
	e := emitter{prefix: "db: "}
	e.emit(password(ctx))         // want "secret from secretsmanager.GetSecretValue is logged"
	(&e).emitByPtr(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMethod(ctx context.Context) {
	e := emitter{prefix: "db: "}
	e.skip(password(ctx))
	e.emit(version(ctx))
}

func badMethodValue(ctx context.Context) {
	emit := emitter{prefix: "db: "}.emit
	emit(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMethodValue(ctx context.Context) {
	skip := emitter{prefix: "db: "}.skip
	skip(password(ctx))
}

func badMethodExpression(ctx context.Context) {
	emit := emitter.emit
	emit(emitter{}, password(ctx))                  // want "secret from secretsmanager.GetSecretValue is logged"
	(*emitter).emitByPtr(&emitter{}, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMethodExpression(ctx context.Context) {
	skip := emitter.skip
	skip(emitter{}, password(ctx))
}

// badReceiver keeps the secret in what the method is called on.
func badReceiver(ctx context.Context) {
	e := emitter{prefix: password(ctx)}
	e.emit("ready") // want "secret from secretsmanager.GetSecretValue is logged"
}

func badBoundReceiver(ctx context.Context) {
	emit := emitter{prefix: password(ctx)}.emit
	emit("ready") // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBoundReceiver(ctx context.Context) {
	skip, emit := emitter{prefix: password(ctx)}.text, emitter{prefix: "db: "}.emit
	_ = skip("ready")
	emit("ready")
}

func badChained(ctx context.Context) {
	emitter{prefix: password(ctx)}.prefixed().emit("ready") // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodChained(ctx context.Context) {
	emitter{prefix: "db: "}.prefixed().skip(password(ctx))
}

func goodReceiver(ctx context.Context) {
	e := emitter{prefix: "db: "}
	_ = e.text(password(ctx))
	e.prefixed().emit("ready")
}

func badMethodResult(ctx context.Context) {
	log.Print(emitter{prefix: "db: "}.text(password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMethodResult(ctx context.Context) {
	log.Print(emitter{prefix: "db: "}.text(version(ctx)), len(emitter{}.text(password(ctx))))
}

// base logs for what embeds it.
type base struct{ name string }

func (b base) report(s string) { log.Printf("%s: %s", b.name, s) }
func (b base) ready(s string)  { log.Printf("%s: ready", b.name) }

type service struct {
	base
	dsn string
}

func badPromoted(ctx context.Context) {
	s := service{base: base{name: "orders"}}
	s.report(password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodPromoted(ctx context.Context) {
	s := service{base: base{name: "orders"}, dsn: password(ctx)}
	s.ready(s.dsn)
	s.report("connected")
}

func badPromotedValue(ctx context.Context) {
	s := &service{dsn: password(ctx)}
	report := s.report
	report(s.dsn) // want "secret from secretsmanager.GetSecretValue is logged"
}
