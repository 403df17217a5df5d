// Package payments talks to the provider that charges cards.
package payments

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

// Client calls the provider's API.
type Client struct {
	base  string
	token string
	http  *http.Client
}

// New returns a client of the API at base, that shows the token there.
func New(base, token string) *Client {
	return &Client{base: base, token: token, http: http.DefaultClient}
}

// Refund pays an order back.
func (c *Client) Refund(ctx context.Context, order string) error {
	address := fmt.Sprintf("%s/refunds/%s?token=%s", c.base, url.PathEscape(order), c.token)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address, nil)
	if err != nil {
		return fmt.Errorf("refund order %s: %w", order, err)
	}
	return c.do(req, order)
}

// Charge has an order paid.
func (c *Client) Charge(ctx context.Context, order string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/charges/"+url.PathEscape(order), nil)
	if err != nil {
		return fmt.Errorf("charge order %s: %w", order, err)
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	return c.do(req, order)
}

func (c *Client) do(req *http.Request, order string) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return fmt.Errorf("payment of order %s: %w", order, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("payment of order %s: %s", order, resp.Status)
	}
	return nil
}
