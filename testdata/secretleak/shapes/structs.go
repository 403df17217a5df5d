package shapes

import (
	"context"
	"log"
)

type credentials struct {
	User     string
	Password string
	Next     *credentials
}

func load(ctx context.Context) credentials {
	return credentials{User: "admin", Password: password(ctx)}
}

func loadPointer(ctx context.Context) (*credentials, error) {
	s, err := fetch(ctx, manager, "orders/db")
	if err != nil {
		return nil, err
	}
	c := &credentials{User: "admin"}
	c.Password = s
	return c, nil
}

func logPassword(c credentials)          { log.Print(c.Password) }
func logPasswordOf(c *credentials)       { log.Print(c.Password) }
func logUser(c credentials)              { log.Print(c.User) }
func logUserOf(c *credentials)           { log.Print(c.User) }
func withUser(c credentials) credentials { c.User = "root"; return c }

func badByValue(ctx context.Context) {
	c := load(ctx)
	log.Print(c.Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodByValue(ctx context.Context) error {
	c := load(ctx)
	log.Print(c.User)
	return connect(c.Password)
}

func badByPointer(ctx context.Context) error {
	c, err := loadPointer(ctx)
	if err != nil {
		return err
	}
	log.Print(c.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodByPointer(ctx context.Context) error {
	c, err := loadPointer(ctx)
	if err != nil {
		return err
	}
	log.Print(c.User)
	return connect(c.Password)
}

func badStructArgument(ctx context.Context) {
	logPassword(load(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodStructArgument(ctx context.Context) {
	logUser(load(ctx))
}

func badPointerArgument(ctx context.Context) error {
	c, err := loadPointer(ctx)
	if err != nil {
		return err
	}
	logPasswordOf(c) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodPointerArgument(ctx context.Context) error {
	c, err := loadPointer(ctx)
	if err != nil {
		return err
	}
	logUserOf(c)
	return nil
}

// badThrough returns the struct that it was given.
func badThrough(ctx context.Context) {
	logPassword(withUser(load(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodThrough(ctx context.Context) {
	logUser(withUser(load(ctx)))
}

func badCopied(ctx context.Context) {
	a := load(ctx)
	b := a
	a.Password = ""
	log.Print(b.Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodCopied(ctx context.Context) error {
	a := load(ctx)
	b := a
	b.Password = "redacted"
	log.Print(b.Password)
	return connect(a.Password)
}

func badNested(ctx context.Context) {
	c := credentials{User: "admin", Next: &credentials{Password: password(ctx)}}
	log.Print(c.Next.Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodNested(ctx context.Context) {
	c := credentials{User: "admin", Next: &credentials{User: "reader", Password: password(ctx)}}
	log.Print(c.Next.User, c.Password)
}

func badPointerToField(ctx context.Context) {
	c := load(ctx)
	p := &c.Password
	log.Print(*p) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badThroughPointer(ctx context.Context) {
	var c credentials
	p := &c.Password
	*p = password(ctx)
	log.Print(c.Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodThroughPointer(ctx context.Context) error {
	var c credentials
	p := &c.Password
	*p = password(ctx)
	log.Print(c.User)
	return connect(*p)
}

func goodPointerToField(ctx context.Context) {
	c := load(ctx)
	p := &c.User
	log.Print(*p)
}

func badAnonymous(ctx context.Context) {
	pair := struct{ user, pass string }{"admin", password(ctx)}
	log.Print(pair.pass) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodAnonymous(ctx context.Context) {
	pair := struct{ user, pass string }{"admin", password(ctx)}
	log.Print(pair.user)
}

type vault struct {
	name, token string
}

func (v *vault) SetToken(t string) { v.token = t }
func (v *vault) SetName(n string)  { v.name = n }
func (v *vault) Token() string     { return v.token }
func (v *vault) Name() string      { return v.name }

func (v *vault) refresh(ctx context.Context) error {
	s, err := fetch(ctx, manager, v.name)
	if err != nil {
		return err
	}
	v.token = s
	return nil
}

func badSetterGetter(ctx context.Context) {
	v := new(vault)
	v.SetName("orders")
	v.SetToken(password(ctx))
	log.Print(v.Token()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSetterGetter(ctx context.Context) {
	v := new(vault)
	v.SetName("orders")
	v.SetToken(password(ctx))
	log.Print(v.Name())
}

func badRefreshed(ctx context.Context) error {
	v := &vault{name: "orders/db"}
	if err := v.refresh(ctx); err != nil {
		return err
	}
	log.Print(v.token) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodRefreshed(ctx context.Context) error {
	v := &vault{name: "orders/db"}
	if err := v.refresh(ctx); err != nil {
		return err
	}
	log.Print("refreshed ", v.name)
	return connect(v.token)
}

// builder returns itself from each step.
type builder struct{ host, pass string }

func (b *builder) Host(h string) *builder     { b.host = h; return b }
func (b *builder) Password(p string) *builder { b.pass = p; return b }
func (b *builder) DSN() string                { return b.host + ":" + b.pass }
func (b *builder) Address() string            { return b.host }

func badBuilder(ctx context.Context) {
	log.Print(new(builder).Host("db").Password(password(ctx)).DSN()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBuilder(ctx context.Context) {
	log.Print(new(builder).Host("db").Password(password(ctx)).Address())
}

// option is a functional option.
type option func(*vault)

func withToken(t string) option { return func(v *vault) { v.token = t } }
func withName(n string) option  { return func(v *vault) { v.name = n } }

func newVault(opts ...option) *vault {
	v := &vault{name: "default"}
	for _, o := range opts {
		o(v)
	}
	return v
}

func badOption(ctx context.Context) {
	v := newVault(withName("orders"), withToken(password(ctx)))
	log.Print(v.token) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodOption(ctx context.Context) {
	v := newVault(withName("orders"), withToken(password(ctx)))
	log.Print(v.name)
}

// outer has what inner has.
type inner struct{ key, id string }

type outer struct {
	inner
	*vault
	label string
}

func badEmbedded(ctx context.Context) {
	o := outer{inner: inner{key: password(ctx), id: "k1"}, label: "l"}
	log.Print(o.key) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badEmbeddedPointer(ctx context.Context) {
	o := outer{vault: &vault{token: password(ctx)}}
	log.Print(o.token) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodEmbedded(ctx context.Context) {
	o := outer{inner: inner{key: password(ctx), id: "k1"}, vault: &vault{name: "n"}, label: "l"}
	log.Print(o.id, o.label, o.name)
}

func badReset(ctx context.Context) {
	c := load(ctx)
	c.Password = ""
	log.Print(c.User)
	c = load(ctx)
	log.Print(c.Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodReset(ctx context.Context) {
	c := load(ctx)
	c = credentials{User: "admin"}
	log.Print(c.Password)
}
