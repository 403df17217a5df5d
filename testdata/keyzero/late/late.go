// Package late holds keys that are wiped on every path, and some of them long after their last use.
package late

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"database/sql"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/kms/types"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

var spec = &kms.GenerateDataKeyInput{KeySpec: types.DataKeySpecAes256}

func seal(key, order []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return nil, err
	}
	return gcm.Seal(nil, nil, order, nil), nil
}

func upload(ctx context.Context, client *kms.Client, url string, order []byte) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	sealed, err := seal(out.Plaintext, order)
	if err != nil {
		return err
	}
	resp, err := http.Post(url, "application/octet-stream", bytes.NewReader(sealed)) // want "is wiped only after"
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func uploadWipedBefore(ctx context.Context, client *kms.Client, url string, order []byte) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	sealed, err := seal(out.Plaintext, order)
	clear(out.Plaintext)
	if err != nil {
		return err
	}
	resp, err := http.Post(url, "application/octet-stream", bytes.NewReader(sealed))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func sealOnce(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	return seal(out.Plaintext, order)
}

// uploadOfHelper gives the key a function of its own.
func uploadOfHelper(ctx context.Context, client *kms.Client, url string, order []byte) error {
	sealed, err := sealOnce(ctx, client, order)
	if err != nil {
		return err
	}
	resp, err := http.Post(url, "application/octet-stream", bytes.NewReader(sealed))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func do(ctx context.Context, client *kms.Client, web *http.Client, req *http.Request, order []byte) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	sealed, err := seal(out.Plaintext, order)
	if err != nil {
		clear(out.Plaintext)
		return err
	}
	req.Body = io.NopCloser(bytes.NewReader(sealed))
	_, err = web.Do(req) // want "is wiped only after"
	clear(out.Plaintext)
	return err
}

func file(ctx context.Context, client *kms.Client, name string, order []byte) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	sealed, err := seal(out.Plaintext, order)
	if err != nil {
		return err
	}
	return os.WriteFile(name, sealed, 0o600) // want "is wiped only after"
}

func fileWipedBefore(ctx context.Context, client *kms.Client, name string, order []byte) error {
	sealed, err := sealOnce(ctx, client, order)
	if err != nil {
		return err
	}
	return os.WriteFile(name, sealed, 0o600)
}

func connection(ctx context.Context, client *kms.Client, conn net.Conn, order []byte) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	sealed, err := seal(out.Plaintext, order)
	if err != nil {
		return err
	}
	_, err = conn.Write(sealed) // want "is wiped only after"
	return err
}

func database(ctx context.Context, client *kms.Client, db *sql.DB, order []byte) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	sealed, err := seal(out.Plaintext, order)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `INSERT INTO orders VALUES ($1)`, sealed) // want "is wiped only after"
	return err
}

func otherService(ctx context.Context, client *kms.Client, sm *secretsmanager.Client, order []byte) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	sealed, err := seal(out.Plaintext, order)
	if err != nil {
		return err
	}
	_, err = sm.PutSecretValue(ctx, &secretsmanager.PutSecretValueInput{SecretBinary: sealed}) // want "is wiped only after"
	return err
}

func channel(ctx context.Context, client *kms.Client, out chan<- []byte, order []byte) error {
	key, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(key.Plaintext)
	sealed, err := seal(key.Plaintext, order)
	if err != nil {
		return err
	}
	out <- sealed // want "is wiped only after"
	return nil
}

func receives(ctx context.Context, client *kms.Client, acks <-chan error, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	sealed, err := seal(out.Plaintext, order)
	if err != nil {
		return nil, err
	}
	return sealed, <-acks // want "is wiped only after"
}

func sleeps(ctx context.Context, client *kms.Client, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	sealed, err := seal(out.Plaintext, order)
	time.Sleep(time.Second) // want "is wiped only after"
	clear(out.Plaintext)
	return sealed, err
}

func waits(ctx context.Context, client *kms.Client, wg *sync.WaitGroup, order []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	sealed, err := seal(out.Plaintext, order)
	wg.Wait() // want "is wiped only after"
	clear(out.Plaintext)
	return sealed, err
}

func save(name string, sealed []byte) error { return os.WriteFile(name, sealed, 0o600) }

// throughHelper blocks one call away.
func throughHelper(ctx context.Context, client *kms.Client, name string, order []byte) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	defer clear(out.Plaintext)
	sealed, err := seal(out.Plaintext, order)
	if err != nil {
		return err
	}
	return save(name, sealed) // want "is wiped only after"
}

// usesAfter needs the key once more after the upload.
func usesAfter(ctx context.Context, client *kms.Client, url string, order, receipt []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	sealed, err := seal(out.Plaintext, order)
	if err != nil {
		return nil, err
	}
	if _, err := http.Post(url, "application/octet-stream", bytes.NewReader(sealed)); err != nil {
		return nil, err
	}
	return seal(out.Plaintext, receipt)
}

// readsFirst blocks before the key's only use, when there is nothing to wipe yet.
func readsFirst(ctx context.Context, client *kms.Client, body io.Reader) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	order, err := io.ReadAll(body)
	if err != nil {
		return nil, err
	}
	return seal(out.Plaintext, order)
}

// acquiresLast blocks before there is a key.
func acquiresLast(ctx context.Context, client *kms.Client, name string) ([]byte, error) {
	order, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return sealOnce(ctx, client, order)
}

// wraps blocks on the key itself: the call uses it.
func wraps(ctx context.Context, client *kms.Client, keyID string) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	wrapped, err := client.Encrypt(ctx, &kms.EncryptInput{KeyId: &keyID, Plaintext: out.Plaintext})
	if err != nil {
		return nil, err
	}
	return wrapped.CiphertextBlob, nil
}

// streams writes with a cipher that has the key in it; wiping the bytes before is right all the same.
func streams(ctx context.Context, client *kms.Client, w io.Writer, r io.Reader) error {
	out, err := client.GenerateDataKey(ctx, spec)
	if err != nil {
		return err
	}
	block, err := aes.NewCipher(out.Plaintext)
	clear(out.Plaintext)
	if err != nil {
		return err
	}
	_, err = io.Copy(cipher.StreamWriter{S: cipher.NewCTR(block, make([]byte, aes.BlockSize)), W: w}, r)
	return err
}

// perOrder keeps every key until all orders are done: defers run when the function ends, not the loop.
func perOrder(ctx context.Context, client *kms.Client, orders [][]byte) (all [][]byte, err error) {
	for _, order := range orders {
		out, err := client.GenerateDataKey(ctx, spec) // want "is wiped only after"
		if err != nil {
			return nil, err
		}
		defer clear(out.Plaintext)
		sealed, err := seal(out.Plaintext, order)
		if err != nil {
			return nil, err
		}
		all = append(all, sealed)
	}
	return all, nil
}
