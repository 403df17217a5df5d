package sinks

import (
	"archive/zip"
	"bufio"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/joho/godotenv"
	"gopkg.in/yaml.v3"
)

func badWriteFile(ctx context.Context) error {
	return os.WriteFile("/run/secrets/db", []byte(password(ctx)), 0o600) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

func goodWriteFile(ctx context.Context) error {
	return os.WriteFile("/run/version", []byte(version(ctx)), 0o600)
}

// goodPath names the file by a part of the secret's name.
func goodPath(ctx context.Context) error {
	return os.WriteFile(filepath.Join("/run", version(ctx)), []byte(fmt.Sprint(len(password(ctx)))), 0o600)
}

func badCreate(ctx context.Context) error {
	f, err := os.Create("config.ini")
	if err != nil {
		return err
	}
	defer f.Close()
	s := password(ctx)
	f.WriteString("password=" + s)            // want "secret from secretsmanager.GetSecretValue is written to a file"
	f.Write([]byte(s))                        // want "secret from secretsmanager.GetSecretValue is written to a file"
	f.WriteAt([]byte(s), 10)                  // want "secret from secretsmanager.GetSecretValue is written to a file"
	fmt.Fprintf(f, "password=%s\n", s)        // want "secret from secretsmanager.GetSecretValue is written to a file"
	io.WriteString(f, s)                      // want "secret from secretsmanager.GetSecretValue is written to a file"
	_, err = io.Copy(f, strings.NewReader(s)) // want "secret from secretsmanager.GetSecretValue is written to a file"
	return err
}

func goodCreate(ctx context.Context) error {
	f, err := os.Create("config.ini")
	if err != nil {
		return err
	}
	defer f.Close()
	fmt.Fprintf(f, "version=%s\nlength=%d\n", version(ctx), len(password(ctx)))
	return connect(password(ctx))
}

func badOpenFile(ctx context.Context, path string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(password(ctx)); err != nil { // want "secret from secretsmanager.GetSecretValue is written to a file"
		return err
	}
	return f.Close()
}

func badTemp(ctx context.Context) (string, error) {
	f, err := os.CreateTemp("", "key")
	if err != nil {
		return "", err
	}
	_, err = f.Write([]byte(password(ctx))) // want "secret from secretsmanager.GetSecretValue is written to a file"
	return f.Name(), err
}

func badBuffered(ctx context.Context, f *os.File) error {
	w := bufio.NewWriter(f)
	for _, line := range []string{"user=admin", "password=" + password(ctx)} {
		fmt.Fprintln(w, line) // want "secret from secretsmanager.GetSecretValue is written to a file"
	}
	return w.Flush()
}

func badFileEncoder(ctx context.Context, f *os.File) error {
	enc := json.NewEncoder(f)
	enc.SetIndent("", "  ")
	return enc.Encode(settings{Host: "db", Password: password(ctx)}) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

func badYAMLFile(ctx context.Context, f *os.File) error {
	return yaml.NewEncoder(f).Encode(settings{Host: "db", Password: password(ctx)}) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

func badYAMLBytes(ctx context.Context) error {
	data, err := yaml.Marshal(map[string]string{"password": password(ctx)})
	if err != nil {
		return err
	}
	return os.WriteFile("config.yaml", data, 0o600) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

func badGzip(ctx context.Context, f *os.File) error {
	zw := gzip.NewWriter(f)
	if _, err := zw.Write([]byte(password(ctx))); err != nil { // want "secret from secretsmanager.GetSecretValue is written to a file"
		return err
	}
	return zw.Close()
}

func badZip(ctx context.Context, f *os.File) error {
	zw := zip.NewWriter(f)
	w, err := zw.Create("secret.txt")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, password(ctx)) // want "secret from secretsmanager.GetSecretValue is written to a file"
	return err
}

func badCSV(ctx context.Context, f *os.File) error {
	w := csv.NewWriter(f)
	return w.Write([]string{"admin", password(ctx)}) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

// badDotenv writes what tools such as docker read.
func badDotenv(ctx context.Context, path string) error {
	var b strings.Builder
	for k, v := range map[string]string{"DB_HOST": "db", "DB_PASSWORD": password(ctx)} {
		fmt.Fprintf(&b, "%s=%q\n", k, v)
	}
	return os.WriteFile(path, []byte(b.String()), 0o644) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

// goodDotenv writes what is no secret.
func goodDotenv(ctx context.Context, path string) error {
	var b strings.Builder
	for k := range map[string]string{"DB_HOST": "db", "DB_PASSWORD": password(ctx)} {
		fmt.Fprintf(&b, "%s=\n", k)
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

func badDotenvLibrary(ctx context.Context, path string) error {
	return godotenv.Write(map[string]string{"DB_PASSWORD": password(ctx)}, path) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

func goodDotenvLibrary(ctx context.Context, path string) (string, error) {
	return godotenv.Marshal(map[string]string{"DB_PASSWORD": password(ctx)})
}

// save is a helper.
func save(dir, name string, data []byte) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, name), data, 0o600)
}

func badSaved(ctx context.Context) error {
	return save("/run/secrets", "db", []byte(password(ctx))) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

func goodSaved(ctx context.Context) error {
	return save(password(ctx), "db", []byte("ready"))
}

func badRenderFile(ctx context.Context, f *os.File) {
	render(f, password(ctx)) // want "secret from secretsmanager.GetSecretValue is written to a file"
}

func goodRead(ctx context.Context, path string) ([]byte, error) {
	if password(ctx) == "" {
		return nil, os.ErrNotExist
	}
	return os.ReadFile(path)
}
