package shapes

import (
	"context"
	"log"
	"sync"
	"sync/atomic"
)

var (
	dbPassword string
	dbHost     string
	current    credentials
	registry   = map[string]string{}
	hosts      = map[string]string{}
	shared     atomic.Value
	pointer    atomic.Pointer[credentials]
	once       sync.Once
	lazy       string
	lastError  error
)

// Init fills the package's variables.
func Init(ctx context.Context) {
	dbPassword = password(ctx)
	dbHost = "localhost"
	current.Password = password(ctx)
	current.User = "admin"
	registry["db"] = password(ctx)
	hosts["db"] = dbHost
	shared.Store(password(ctx))
	pointer.Store(&credentials{User: "admin", Password: password(ctx)})
	once.Do(func() { lazy, lastError = fetch(ctx, manager, "orders/db") })
}

func badGlobal() {
	log.Print(dbPassword) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodGlobal() error {
	log.Print(dbHost)
	return connect(dbPassword)
}

func badGlobalField() {
	log.Print(current.Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodGlobalField() {
	log.Print(current.User)
}

func badGlobalMap() {
	log.Print(registry["db"]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodGlobalMap() {
	log.Print(hosts["db"], len(registry))
}

func badAtomic() {
	log.Print(shared.Load().(string)) // want "secret from secretsmanager.GetSecretValue is logged"
}

var sharedName atomic.Value

func goodAtomic() {
	sharedName.Store("orders")
	log.Print(sharedName.Load().(string))
}

func badAtomicPointer() {
	log.Print(pointer.Load().Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodAtomicPointer() {
	log.Print(pointer.Load().User)
}

func badOnce() {
	log.Print(lazy) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodOnce() {
	log.Print(lazy != "", lastError)
}

var getPassword = sync.OnceValue(func() string { return password(context.Background()) })

func badOnceValue() {
	log.Print(getPassword()) // want "secret from secretsmanager.GetSecretValue is logged"
}

var getVersion = sync.OnceValue(func() string { return version(context.Background()) })

func goodOnceValue() {
	log.Print(getVersion())
}

var initialised = password(context.Background())

func badInitialised() {
	log.Print(initialised) // want "secret from secretsmanager.GetSecretValue is logged"
}

var initialisedLength = len(password(context.Background()))

func goodInitialised() {
	log.Print(initialisedLength)
}

func setGlobal(s string) { viaSetter = s }

var viaSetter string

func badGlobalSetter(ctx context.Context) {
	setGlobal(password(ctx))
	log.Print(viaSetter) // want "secret from secretsmanager.GetSecretValue is logged"
}

func setName(s string) { nameViaSetter = s }

var nameViaSetter string

func goodGlobalSetter(ctx context.Context) {
	setGlobal(password(ctx))
	setName("orders")
	log.Print(nameViaSetter)
}

// goodLocal has a variable of the same name.
func goodLocal() {
	dbPassword := "none"
	log.Print(dbPassword)
}

// pool hands out what was put into it.
var pool = sync.Pool{New: func() any { return new(credentials) }}

func badPool(ctx context.Context) {
	c := pool.Get().(*credentials)
	c.Password = password(ctx)
	log.Print(c.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	pool.Put(c)
}
