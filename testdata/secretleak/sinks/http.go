package sinks

import (
	"bufio"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"log"
	"net/http"
	"strings"
	"time"
)

func badResponse(w http.ResponseWriter, r *http.Request) {
	s := password(r.Context())
	w.Write([]byte(s))                                                      // want "secret from secretsmanager.GetSecretValue is sent in a response"
	fmt.Fprintf(w, "password %s", s)                                        // want "secret from secretsmanager.GetSecretValue is sent in a response"
	fmt.Fprint(w, s)                                                        // want "secret from secretsmanager.GetSecretValue is sent in a response"
	io.WriteString(w, s)                                                    // want "secret from secretsmanager.GetSecretValue is sent in a response"
	http.Error(w, "cannot connect with "+s, http.StatusInternalServerError) // want "secret from secretsmanager.GetSecretValue is sent in a response"
	w.Header().Set("X-Password", s)                                         // want "secret from secretsmanager.GetSecretValue is sent in a response"
	w.Header().Add("X-Password", s)                                         // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func goodResponse(w http.ResponseWriter, r *http.Request) {
	s := password(r.Context())
	if connect(s) != nil {
		http.Error(w, "cannot connect", http.StatusInternalServerError)
		return
	}
	w.Header().Set("X-Version", version(r.Context()))
	fmt.Fprintf(w, "connected, %d characters", len(s))
}

func badResponseJSON(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]string{"password": password(r.Context())}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

// settings is what the page shows.
type settings struct {
	Host     string `json:"host"`
	Password string `json:"password"`
}

func badResponseStruct(w http.ResponseWriter, r *http.Request) error {
	return json.NewEncoder(w).Encode(settings{Host: "db", Password: password(r.Context())}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

// view leaves out what is secret.
type view struct {
	Host     string `json:"host"`
	Password string `json:"-"`
	token    string
}

func goodResponseStruct(w http.ResponseWriter, r *http.Request) error {
	s := password(r.Context())
	return json.NewEncoder(w).Encode(view{Host: "db", Password: s, token: s})
}

func badResponseMarshalled(w http.ResponseWriter, r *http.Request) {
	data, err := json.Marshal(settings{Host: "db", Password: password(r.Context())})
	if err != nil {
		return
	}
	w.Write(data) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func goodResponseMarshalled(w http.ResponseWriter, r *http.Request) {
	data, err := json.Marshal(settings{Host: "db"})
	if err != nil || connect(password(r.Context())) != nil {
		return
	}
	w.Write(data)
}

func badResponseBuffered(w http.ResponseWriter, r *http.Request) {
	b := bufio.NewWriter(w)
	defer b.Flush()
	b.WriteString(password(r.Context())) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func badResponseCopied(w http.ResponseWriter, r *http.Request) {
	io.Copy(w, strings.NewReader(password(r.Context()))) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

var form = template.Must(template.New("form").Parse("<input value={{.Password}}>"))

func badResponseTemplate(w http.ResponseWriter, r *http.Request) {
	form.Execute(w, settings{Host: "db", Password: password(r.Context())}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func badServeContent(w http.ResponseWriter, r *http.Request) {
	http.ServeContent(w, r, "secret.txt", time.Time{}, strings.NewReader(password(r.Context()))) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

// writeJSON is what services have.
func writeJSON(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	if err := json.NewEncoder(w).Encode(v); err != nil {
		log.Print(err)
	}
}

func badWriteJSON(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, http.StatusOK, settings{Host: "db", Password: password(r.Context())}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func goodWriteJSON(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, http.StatusOK, settings{Host: "db"})
	_ = connect(password(r.Context()))
}

func badHandlerFunc() {
	http.HandleFunc("/debug", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, password(r.Context())) // want "secret from secretsmanager.GetSecretValue is sent in a response"
	})
}

// recorder is a ResponseWriter of this package.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(code int) {
	r.status = code
	r.ResponseWriter.WriteHeader(code)
}

func badOwnWriter(w http.ResponseWriter, r *http.Request) {
	rec := &recorder{ResponseWriter: w}
	fmt.Fprintln(rec, password(r.Context())) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func badRenderResponse(w http.ResponseWriter, r *http.Request) {
	render(w, password(r.Context())) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func goodRequestHeader(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://api.example.com/orders", nil)
	if err != nil {
		return nil, err
	}
	s := password(ctx)
	req.Header.Set("Authorization", "Bearer "+s)
	req.Header.Add("X-Api-Key", s)
	req.Header["X-Token"] = []string{base64.StdEncoding.EncodeToString([]byte(s))}
	req.SetBasicAuth("admin", s)
	req.AddCookie(&http.Cookie{Name: "session", Value: s})
	return http.DefaultClient.Do(req)
}
