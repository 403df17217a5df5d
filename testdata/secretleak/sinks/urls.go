package sinks

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

func badQuery(ctx context.Context) (*http.Response, error) {
	return http.Get("https://api.example.com/orders?token=" + password(ctx)) // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
}

func badSprintfURL(ctx context.Context) (*http.Request, error) {
	target := fmt.Sprintf("https://api.example.com/%s/orders", password(ctx))
	return http.NewRequestWithContext(ctx, http.MethodGet, target, nil) // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
}

func badNewRequest(ctx context.Context) (*http.Request, error) {
	return http.NewRequest("GET", "https://api.example.com/?key="+url.QueryEscape(password(ctx)), nil) // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
}

func badPost(ctx context.Context) (*http.Response, error) {
	return http.Post("https://api.example.com/?key="+password(ctx), "text/plain", nil) // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
}

func badClientGet(ctx context.Context, c *http.Client) (*http.Response, error) {
	return c.Get("https://api.example.com/?key=" + password(ctx)) // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
}

func badValues(ctx context.Context) (*http.Request, error) {
	v := url.Values{}
	v.Set("api_key", password(ctx))
	return http.NewRequest("GET", "https://api.example.com/orders?"+v.Encode(), nil) // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
}

func badRawQuery(ctx context.Context, req *http.Request) {
	q := req.URL.Query()
	q.Add("token", password(ctx))
	req.URL.RawQuery = q.Encode() // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
}

func badRawQueryOfURL(ctx context.Context) *url.URL {
	u := &url.URL{Scheme: "https", Host: "api.example.com"}
	u.RawQuery = "token=" + password(ctx) // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
	return u
}

// goodForm sends it in the body.
func goodForm(ctx context.Context) (*http.Response, error) {
	form := url.Values{"client_secret": {password(ctx)}, "grant_type": {"client_credentials"}}
	return http.PostForm("https://api.example.com/token", form)
}

func goodBody(ctx context.Context) (*http.Request, error) {
	form := url.Values{}
	form.Set("client_secret", password(ctx))
	return http.NewRequest("POST", "https://api.example.com/token", strings.NewReader(form.Encode()))
}

func goodQuery(ctx context.Context, req *http.Request) {
	q := req.URL.Query()
	q.Add("version", version(ctx))
	req.URL.RawQuery = q.Encode()
	req.Header.Set("Authorization", "Bearer "+password(ctx))
}

// goodWebhook is a URL that is the secret.
func goodWebhook(ctx context.Context, body string) (*http.Response, error) {
	return http.Post(password(ctx), "application/json", strings.NewReader(body))
}

// goodWebhookQuery adds to it what is none.
func goodWebhookQuery(ctx context.Context) (*http.Response, error) {
	return http.Get(password(ctx) + "?wait=true")
}

func goodDSN(ctx context.Context) (*sql.DB, error) {
	u := &url.URL{Scheme: "postgres", User: url.UserPassword("admin", password(ctx)), Host: "db:5432", Path: "/orders"}
	return sql.Open("pgx", u.String())
}

func goodDSNText(ctx context.Context) (*sql.DB, error) {
	return sql.Open("mysql", fmt.Sprintf("admin:%s@tcp(db:3306)/orders", password(ctx)))
}

func goodParsedURL(ctx context.Context) (*url.URL, error) {
	return url.Parse(password(ctx))
}

// endpoint is a helper that builds URLs.
func endpoint(path string, query url.Values) string {
	return "https://api.example.com" + path + "?" + query.Encode()
}

func badEndpoint(ctx context.Context) (*http.Response, error) {
	return http.Get(endpoint("/orders", url.Values{"key": {password(ctx)}})) // want "secret from secretsmanager.GetSecretValue becomes part of a URL"
}

func goodEndpoint(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequest("GET", endpoint("/orders", url.Values{"page": {"1"}}), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-Api-Key", password(ctx))
	return http.DefaultClient.Do(req)
}
