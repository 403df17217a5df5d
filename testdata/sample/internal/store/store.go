// Package store keeps sealed orders in a database. It never sees a plain one.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"time"

	_ "github.com/lib/pq"

	"example.com/orders/internal/envelope"
)

// ErrNotFound means that the tenant has no such order.
var ErrNotFound = errors.New("no such order")

// Store is a table of sealed orders.
type Store struct {
	db *sql.DB
}

// Open connects to the database.
func Open(ctx context.Context, url string) (*Store, error) {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, fmt.Errorf("reach database: %w", err)
	}
	return &Store{db: db}, nil
}

// Wait is Open for a database that may still be starting.
func Wait(ctx context.Context, log *slog.Logger, url string) (*Store, error) {
	for {
		s, err := Open(ctx, url)
		if err == nil {
			return s, nil
		}
		log.LogAttrs(ctx, slog.LevelWarn, "no database", slog.String("url", url), slog.Any("err", err))
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

// Close closes the connections.
func (s *Store) Close() error { return s.db.Close() }

// Put stores an order, over the one of the same id.
func (s *Store) Put(ctx context.Context, tenant, id string, sealed *envelope.Sealed) error {
	_, err := s.db.ExecContext(ctx, `
		INSERT INTO orders (tenant, id, search, wrapped_key, ciphertext) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (tenant, id) DO UPDATE SET search = $3, wrapped_key = $4, ciphertext = $5`,
		tenant, id, sealed.Search, sealed.WrappedKey, sealed.Ciphertext)
	if err != nil {
		return fmt.Errorf("store order %s: %w", id, err)
	}
	return nil
}

// Get returns an order.
func (s *Store) Get(ctx context.Context, tenant, id string) (*envelope.Sealed, error) {
	var sealed envelope.Sealed
	err := s.db.QueryRowContext(ctx,
		`SELECT search, wrapped_key, ciphertext FROM orders WHERE tenant = $1 AND id = $2`, tenant, id,
	).Scan(&sealed.Search, &sealed.WrappedKey, &sealed.Ciphertext)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load order %s: %w", id, err)
	}
	return &sealed, nil
}

// IndexKeys calls add with the wrapped index key of every tenant.
func (s *Store) IndexKeys(ctx context.Context, add func(tenant string, wrapped []byte) error) error {
	rows, err := s.db.QueryContext(ctx, `SELECT tenant, wrapped_key FROM index_keys`)
	if err != nil {
		return fmt.Errorf("list index keys: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var tenant string
		var wrapped []byte
		if err := rows.Scan(&tenant, &wrapped); err != nil {
			return fmt.Errorf("list index keys: %w", err)
		}
		if err := add(tenant, wrapped); err != nil {
			return err
		}
	}
	return rows.Err()
}
