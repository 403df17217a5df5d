package orders

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"example.com/orders/internal/store"
)

const maxOrder = 1 << 20

// Handler serves the orders of the tenant in the path.
func Handler(s *Service, log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /tenants/{tenant}/orders", func(w http.ResponseWriter, r *http.Request) {
		var o Order
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxOrder)).Decode(&o); err != nil {
			http.Error(w, "malformed order", http.StatusBadRequest)
			return
		}
		if err := s.Place(r.Context(), r.PathValue("tenant"), &o); err != nil {
			fail(w, r, log, err)
			return
		}
		w.WriteHeader(http.StatusCreated)
	})
	mux.HandleFunc("GET /tenants/{tenant}/orders/{id}", func(w http.ResponseWriter, r *http.Request) {
		o, err := s.Find(r.Context(), r.PathValue("tenant"), r.PathValue("id"))
		if err != nil {
			fail(w, r, log, err)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(o)
	})
	mux.HandleFunc("DELETE /tenants/{tenant}/orders/{id}", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Cancel(r.Context(), r.PathValue("tenant"), r.PathValue("id")); err != nil {
			fail(w, r, log, err)
			return
		}
		w.WriteHeader(http.StatusNoContent)
	})
	for action, do := range map[string]func(ctx context.Context, tenant, id string) error{
		"rotate": s.Rotate,
		"close":  s.Close,
	} {
		mux.HandleFunc("POST /tenants/{tenant}/orders/{id}/"+action, func(w http.ResponseWriter, r *http.Request) {
			if err := do(r.Context(), r.PathValue("tenant"), r.PathValue("id")); err != nil {
				fail(w, r, log, err)
				return
			}
			w.WriteHeader(http.StatusNoContent)
		})
	}
	return mux
}

func fail(w http.ResponseWriter, r *http.Request, log *slog.Logger, err error) {
	if errors.Is(err, store.ErrNotFound) {
		http.NotFound(w, r)
		return
	}
	log.Error("request failed", "method", r.Method, "path", r.URL.Path, "err", err)
	http.Error(w, "internal error", http.StatusInternalServerError)
}
