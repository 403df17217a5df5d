// Package orders is the service: it takes orders, keeps them sealed and gives them back.
package orders

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"example.com/orders/internal/envelope"
	"example.com/orders/internal/keys"
	"example.com/orders/internal/payments"
	"example.com/orders/internal/store"
)

// Order is what a customer ordered.
type Order struct {
	ID     string    `json:"id"`
	Placed time.Time `json:"placed"`
	Card   string    `json:"card"`
	Items  []Item    `json:"items"`
}

// Item is a line of an order.
type Item struct {
	SKU      string `json:"sku"`
	Quantity int    `json:"quantity"`
}

// Service takes and returns orders.
type Service struct {
	box     *envelope.Box
	index   *keys.Index
	store   *store.Store
	archive *Archive
	pay     *payments.Client
}

// NewService returns a service of those parts.
func NewService(box *envelope.Box, index *keys.Index, store *store.Store, archive *Archive, pay *payments.Client) *Service {
	return &Service{box: box, index: index, store: store, archive: archive, pay: pay}
}

// Place stores a new order.
func (s *Service) Place(ctx context.Context, tenant string, o *Order) error {
	plaintext, err := json.Marshal(o)
	if err != nil {
		return fmt.Errorf("encode order %s: %w", o.ID, err)
	}
	sealed, err := s.box.Seal(ctx, tenant, plaintext)
	if err != nil {
		return err
	}
	sealed.Search = s.index.Hash(tenant, o.Card)
	if err := s.store.Put(ctx, tenant, o.ID, sealed); err != nil {
		return err
	}
	return s.pay.Charge(ctx, o.ID)
}

// Cancel pays an order back.
func (s *Service) Cancel(ctx context.Context, tenant, id string) error {
	if _, err := s.store.Get(ctx, tenant, id); err != nil {
		return err
	}
	return s.pay.Refund(ctx, id)
}

// Import stores many orders of one tenant.
func (s *Service) Import(ctx context.Context, tenant string, all []*Order) error {
	plaintexts := make([][]byte, len(all))
	for i, o := range all {
		plaintext, err := json.Marshal(o)
		if err != nil {
			return fmt.Errorf("encode order %s: %w", o.ID, err)
		}
		plaintexts[i] = plaintext
	}
	sealed, err := s.box.SealAll(ctx, tenant, plaintexts)
	if err != nil {
		return err
	}
	for i, o := range all {
		sealed[i].Search = s.index.Hash(tenant, o.Card)
		if err := s.store.Put(ctx, tenant, o.ID, sealed[i]); err != nil {
			return err
		}
	}
	return nil
}

// Find returns an order.
func (s *Service) Find(ctx context.Context, tenant, id string) (*Order, error) {
	sealed, err := s.store.Get(ctx, tenant, id)
	if err != nil {
		return nil, err
	}
	plaintext, err := s.box.Open(ctx, tenant, sealed)
	if err != nil {
		return nil, err
	}
	var o Order
	if err := json.Unmarshal(plaintext, &o); err != nil {
		return nil, fmt.Errorf("decode order %s: %w", id, err)
	}
	return &o, nil
}

// Rotate encrypts an order under a new key.
func (s *Service) Rotate(ctx context.Context, tenant, id string) error {
	sealed, err := s.store.Get(ctx, tenant, id)
	if err != nil {
		return err
	}
	rotated, err := s.box.Rotate(ctx, tenant, sealed)
	if err != nil {
		return err
	}
	return s.store.Put(ctx, tenant, id, rotated)
}

// Close archives an order, and reports it to the auditors.
func (s *Service) Close(ctx context.Context, tenant, id string) error {
	sealed, err := s.store.Get(ctx, tenant, id)
	if err != nil {
		return err
	}
	order, err := s.box.Open(ctx, tenant, sealed)
	if err != nil {
		return err
	}
	if err := s.archive.Keep(ctx, tenant, id, order); err != nil {
		return err
	}
	return s.archive.Send(ctx, tenant, id, order)
}
