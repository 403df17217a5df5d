package idioms

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/sirupsen/logrus"
)

// goodAuthenticate is a middleware that compares a header with a secret.
func goodAuthenticate(s *Store, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		want, err := s.Get(r.Context(), "orders/api-key")
		if err != nil {
			log.Printf("authenticate: %v", err)
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		got := r.Header.Get("X-Api-Key")
		if subtle.ConstantTimeCompare([]byte(got), []byte(want)) != 1 {
			logrus.WithFields(logrus.Fields{"path": r.URL.Path, "remote": r.RemoteAddr}).Warn("wrong key")
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// badAuthenticate tells what it wanted.
func badAuthenticate(s *Store, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		want, err := s.Get(r.Context(), "orders/api-key")
		if err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		if got := r.Header.Get("X-Api-Key"); got != want {
			logrus.WithFields(logrus.Fields{"got": got, "want": want}).Warn("wrong key") // want "secret from secretsmanager.GetSecretValue is logged"
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// goodWebhook verifies a signature.
func goodWebhook(s *Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		secret, err := s.Get(r.Context(), "orders/webhook")
		if err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		mac := hmac.New(sha256.New, []byte(secret))
		mac.Write(body)
		want := hex.EncodeToString(mac.Sum(nil))
		if !hmac.Equal([]byte(want), []byte(r.Header.Get("X-Signature"))) {
			log.Printf("signature %s expected", want)
			http.Error(w, "bad signature", http.StatusUnauthorized)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}
}

// client calls an API with a key.
type client struct {
	base string
	key  string
	http *http.Client
}

func newClient(ctx context.Context, s *Store, base string) (*client, error) {
	key, err := s.Get(ctx, "orders/api-key")
	if err != nil {
		return nil, err
	}
	return &client{base: base, key: key, http: http.DefaultClient}, nil
}

// goodDo sends the key in a header, and logs the URL.
func (c *client) goodDo(ctx context.Context, method, path string, body any) (*http.Response, error) {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(body); err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, &buf)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", method, path, err)
	}
	req.Header.Set("Authorization", "Bearer "+c.key)
	log.Printf("%s %s", req.Method, req.URL)
	return c.http.Do(req)
}

// badQuery sends the key in the URL, which proxies and servers log.
func (c *client) badQuery(ctx context.Context, path string) (*http.Response, error) {
	q := url.Values{}
	q.Set("page", "1")
	q.Set("key", c.key)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path+"?"+q.Encode(), nil) // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

// missedDumpRequest logs the headers.
func (c *client) missedDumpRequest(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.key)
	dump, err := httputil.DumpRequestOut(req, true)
	if err != nil {
		return err
	}
	log.Printf("%s", dump)
	return nil
}

// badLogHeaders does so, too.
func (c *client) badLogHeaders(ctx context.Context) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.key)
	log.Printf("headers: %v", req.Header) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

// badDebugHandler shows the configuration, with what is secret in it.
func badDebugHandler(s *Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c, err := loadDB(r.Context(), s)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(c) // want "secret from secretsmanager.GetSecretValue is sent in a response"
	}
}

// goodDebugHandler shows it without.
func goodDebugHandler(s *Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c, err := loadDB(r.Context(), s)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		c.Password = ""
		json.NewEncoder(w).Encode(c)
	}
}

var (
	once  sync.Once
	token string
)

// badLambda fetches once, and shows what it has when something else fails.
func badLambda(s *Store) {
	lambda.Start(func(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		once.Do(func() { token, _ = s.Get(ctx, "orders/token") })
		resp, err := http.Get("https://api.example.com/orders/" + url.PathEscape(req.PathParameters["id"]))
		if err != nil {
			log.Printf("call failed with token %s: %v", token, err) // want "secret from secretsmanager.GetSecretValue is logged"
			return events.APIGatewayProxyResponse{StatusCode: http.StatusBadGateway}, nil
		}
		defer resp.Body.Close()
		return events.APIGatewayProxyResponse{StatusCode: resp.StatusCode, Headers: map[string]string{"x-region": os.Getenv("AWS_REGION")}}, nil
	})
}

// goodLambda does not.
func goodLambda(s *Store) {
	lambda.Start(func(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
		once.Do(func() { token, _ = s.Get(ctx, "orders/token") })
		out, err := json.Marshal(map[string]any{"authorized": req.Headers["authorization"] == "Bearer "+token})
		if err != nil {
			return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError}, err
		}
		log.Printf("%s %s", req.HTTPMethod, req.Path)
		return events.APIGatewayProxyResponse{StatusCode: http.StatusOK, Body: string(out)}, nil
	})
}
