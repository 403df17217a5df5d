// Orders is a service that keeps orders encrypted under KMS data keys.
package main

import (
	"context"
	"errors"
	"flag"
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
	"example.com/orders/internal/secrets"
	"example.com/orders/internal/store"
)

func main() {
	listen := flag.String("listen", "localhost:8080", "address to serve on")
	keyID := flag.String("key", "alias/orders", "KMS key that wraps data keys")
	secretID := flag.String("db-secret", "orders/db", "secret with the database's credentials")
	dir := flag.String("archive", "archive", "folder of closed orders")
	audit := flag.String("audit", "https://audit.example.com/orders", "where closed orders are reported")
	flag.Parse()

	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, log, *listen, *keyID, *secretID, *dir, *audit); err != nil {
		log.Error("orders", "err", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, log *slog.Logger, listen, keyID, secretID, dir, audit string) error {
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
	credentials, err := secrets.LoadDatabase(ctx, secretsmanager.NewFromConfig(cfg), secretID)
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, credentials.URL())
	if err != nil {
		return err
	}
	defer db.Close()

	ring := keys.NewRing(kms.NewFromConfig(cfg), keyID)
	cache := keys.NewCache(ring, 5*time.Minute)
	defer cache.Close()
	index := keys.NewIndex(ring)
	load := func(tenant string, wrapped []byte) error { return index.Load(ctx, tenant, wrapped) }
	if err := db.IndexKeys(ctx, load); err != nil {
		return err
	}
	archive := orders.NewArchive(ring, dir, audit)
	service := orders.NewService(envelope.NewBox(ring, cache), index, db, archive)

	server := &http.Server{
		Addr:              listen,
		Handler:           orders.Handler(service, log),
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
