package idioms

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/smtp"

	"github.com/golang-jwt/jwt/v5"
)

// goodIssue signs a token with the secret, and sends the token.
func goodIssue(s *Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		key, err := s.Get(r.Context(), "orders/jwt")
		if err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": r.URL.Query().Get("user")})
		signed, err := t.SignedString([]byte(key))
		if err != nil {
			log.Printf("sign: %v", err)
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(map[string]string{"token": signed})
	}
}

// badClaims puts the secret into what is signed.
func badClaims(s *Store) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		key, err := s.Get(r.Context(), "orders/jwt")
		if err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		claims := jwt.MapClaims{"sub": r.URL.Query().Get("user"), "key": key}
		json.NewEncoder(w).Encode(claims) // want "secret from secretsmanager.GetSecretValue is sent in a response"
	}
}

// goodVerify returns the secret to the library, which compares.
func goodVerify(ctx context.Context, s *Store, text string) (string, error) {
	t, err := jwt.Parse(text, func(t *jwt.Token) (any, error) {
		key, err := s.Get(ctx, "orders/jwt")
		return []byte(key), err
	})
	if err != nil {
		return "", fmt.Errorf("parse token: %w", err)
	}
	sub, err := t.Claims.GetSubject()
	slog.Info("verified", "subject", sub, "valid", t.Valid)
	return sub, err
}

// goodMail logs in to a server, and logs who.
func goodMail(ctx context.Context, s *Store, to string, body []byte) error {
	pass, err := s.Get(ctx, "orders/smtp")
	if err != nil {
		return err
	}
	auth := smtp.PlainAuth("", "orders", pass, "smtp.example.com")
	log.Printf("sending %d bytes to %s as %s", len(body), to, "orders")
	return smtp.SendMail("smtp.example.com:587", auth, "orders@example.com", []string{to}, body)
}

// goodCertificate loads a key pair, and logs whose it is.
func goodCertificate(ctx context.Context, s *Store) (*tls.Config, error) {
	text, err := s.Get(ctx, "orders/tls")
	if err != nil {
		return nil, err
	}
	pair, err := tls.X509KeyPair([]byte(text), []byte(text))
	if err != nil {
		return nil, fmt.Errorf("orders/tls: %w", err)
	}
	leaf, err := x509.ParseCertificate(pair.Certificate[0])
	if err != nil {
		return nil, err
	}
	log.Printf("serving %v until %v", leaf.DNSNames, leaf.NotAfter)
	return &tls.Config{Certificates: []tls.Certificate{pair}}, nil
}

// badCertificate shows what it could not parse.
func badCertificate(ctx context.Context, s *Store) error {
	text, err := s.Get(ctx, "orders/tls")
	if err != nil {
		return err
	}
	block, rest := pem.Decode([]byte(text))
	if block == nil {
		return fmt.Errorf("no PEM in %q", rest) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	}
	return nil
}

// connection is what a client of a cache is configured with.
type connection struct {
	Addr     string
	Username string
	Password string
	DB       int
}

// dial stands for a library's constructor.
func dial(c *connection) error {
	if c.Addr == "" {
		return errors.New("no address")
	}
	return nil
}

func goodConnection(ctx context.Context, s *Store) error {
	pass, err := s.Get(ctx, "orders/redis")
	if err != nil {
		return err
	}
	c := &connection{Addr: "cache:6379", Username: "orders", Password: pass}
	if err := dial(c); err != nil {
		return fmt.Errorf("connect to %s/%d as %s: %w", c.Addr, c.DB, c.Username, err)
	}
	return nil
}

func badConnection(ctx context.Context, s *Store) error {
	pass, err := s.Get(ctx, "orders/redis")
	if err != nil {
		return err
	}
	c := &connection{Addr: "cache:6379", Username: "orders", Password: pass}
	if err := dial(c); err != nil {
		return fmt.Errorf("connect to %+v: %w", c, err) // want "secret from secretsmanager.GetSecretValue becomes part of an error"
	}
	return nil
}

// badConnections logs a list of them.
func badConnections(ctx context.Context, s *Store, shards []string) ([]connection, error) {
	var list []connection
	for i, addr := range shards {
		pass, err := s.Get(ctx, "orders/redis/"+addr)
		if err != nil {
			return nil, err
		}
		list = append(list, connection{Addr: addr, Password: pass, DB: i})
	}
	slog.Debug("configured", "shards", list) // want "secret from secretsmanager.GetSecretValue is logged"
	return list, nil
}

// goodConnections logs their addresses.
func goodConnections(ctx context.Context, s *Store, shards []string) ([]connection, error) {
	var list []connection
	var addrs []string
	for i, addr := range shards {
		pass, err := s.Get(ctx, "orders/redis/"+addr)
		if err != nil {
			return nil, err
		}
		list = append(list, connection{Addr: addr, Password: pass, DB: i})
		addrs = append(addrs, addr)
	}
	slog.Debug("configured", "shards", addrs, "count", len(list))
	return list, nil
}
