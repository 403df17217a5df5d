// Orders is a service that keeps orders encrypted under KMS data keys.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"

	"example.com/orders/internal/envelope"
	"example.com/orders/internal/keys"
	"example.com/orders/internal/orders"
	"example.com/orders/internal/payments"
	"example.com/orders/internal/secrets"
	"example.com/orders/internal/status"
	"example.com/orders/internal/store"
)

func main() {
	var o options
	flag.StringVar(&o.listen, "listen", "localhost:8080", "address to serve on")
	flag.StringVar(&o.keyID, "key", "alias/orders", "KMS key that wraps data keys")
	flag.StringVar(&o.databaseID, "db-secret", "orders/db", "secret with the database's credentials")
	flag.StringVar(&o.paymentsID, "payments-secret", "orders/payments", "secret with the token of the payment provider")
	flag.StringVar(&o.payments, "payments", "https://pay.example.com", "payment provider")
	flag.StringVar(&o.dir, "archive", "archive", "folder of closed orders")
	flag.StringVar(&o.audit, "audit", "https://audit.example.com/orders", "where closed orders are reported")
	flag.BoolVar(&o.wait, "wait", false, "wait for the database")
	flag.BoolVar(&o.show, "show", false, "print what the service would run with, and exit")
	flag.Parse()

	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, log, &o); err != nil {
		log.Error("orders", "err", err)
		os.Exit(1)
	}
}

type options struct {
	listen, keyID, databaseID, paymentsID, payments, dir, audit string
	wait, show                                                  bool
}

func run(ctx context.Context, log *slog.Logger, o *options) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	api := secretsmanager.NewFromConfig(cfg)
	credentials, err := secrets.LoadDatabase(ctx, api, o.databaseID)
	if err != nil {
		return err
	}
	if o.show {
		showAll(o, credentials)
		show(o, credentials)
		return nil
	}
	token, err := secrets.LoadToken(ctx, api, o.paymentsID)
	if err != nil {
		return err
	}
	db, err := connect(ctx, log, credentials, o.wait)
	if err != nil {
		return err
	}
	defer db.Close()

	ring := keys.NewRing(kms.NewFromConfig(cfg), o.keyID)
	cache := keys.NewCache(ring, 5*time.Minute)
	defer cache.Close()
	index := keys.NewIndex(ring)
	load := func(tenant string, wrapped []byte) error { return index.Load(ctx, tenant, wrapped) }
	if err := db.IndexKeys(ctx, load); err != nil {
		return err
	}
	archive := orders.NewArchive(ring, o.dir, o.audit)
	service := orders.NewService(envelope.NewBox(ring, cache), index, db, archive, payments.New(o.payments, token))
	conf := &status.Config{Listen: o.listen, KeyID: o.keyID, Database: credentials}
	status.Publish(conf)
	status.PublishHost(conf)
	return serve(ctx, o.listen, handler(orders.Handler(service, log), status.Handler(conf)))
}

func connect(ctx context.Context, log *slog.Logger, credentials *secrets.Database, wait bool) (*store.Store, error) {
	if wait {
		return store.Wait(ctx, log, credentials.URL())
	}
	return store.Open(ctx, credentials.URL())
}

func handler(orders, status http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/tenants/", orders)
	mux.Handle("/", status)
	return mux
}

func serve(ctx context.Context, listen string, handler http.Handler) error {
	server := &http.Server{
		Addr:              listen,
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
	}
	go func() {
		<-ctx.Done()
		server.Shutdown(context.Background())
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func showAll(o *options, credentials *secrets.Database) {
	fmt.Printf("listen %s\ndatabase %+v\n", o.listen, *credentials)
}

func show(o *options, credentials *secrets.Database) {
	fmt.Printf("listen %s\ndatabase %s at %s\n", o.listen, credentials.Name, credentials.Host)
}
