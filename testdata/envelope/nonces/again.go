package nonces

import (
	"context"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"

	"github.com/aws/aws-sdk-go-v2/service/kms"
)

func onceForAll(ctx context.Context, client *kms.Client, messages [][]byte) (blob []byte, sealed [][]byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	nonce := newNonce()
	for _, m := range messages {
		sealed = append(sealed, aead.Seal(nil, nonce, m, nil)) // want "nonce under a data key is used again: make a new one for each message"
	}
	return blob, sealed
}

func onceForEach(ctx context.Context, client *kms.Client, messages [][]byte) (blob []byte, sealed [][]byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	nonce := make([]byte, 12)
	for _, m := range messages {
		rand.Read(nonce)
		sealed = append(sealed, aead.Seal(nonce, nonce, m, nil))
	}
	return blob, sealed
}

func madeForEach(ctx context.Context, client *kms.Client, messages [][]byte) (blob []byte, sealed [][]byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	for _, m := range messages {
		sealed = append(sealed, aead.Seal(nil, newNonce(), m, nil))
	}
	return blob, sealed
}

func counted(ctx context.Context, client *kms.Client, messages [][]byte) (blob []byte, sealed [][]byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	nonce := newNonce()
	for i, m := range messages {
		binary.LittleEndian.PutUint32(nonce, uint32(i))
		sealed = append(sealed, aead.Seal(nil, nonce, m, nil))
	}
	return blob, sealed
}

func countedByHand(ctx context.Context, client *kms.Client, messages [][]byte) (blob []byte, sealed [][]byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	nonce := newNonce()
	for _, m := range messages {
		sealed = append(sealed, aead.Seal(nil, nonce, m, nil))
		nonce[11]++
	}
	return blob, sealed
}

func increment(nonce []byte) {
	for i := range nonce {
		nonce[i]++
		if nonce[i] != 0 {
			return
		}
	}
}

func countedByHelper(ctx context.Context, client *kms.Client, messages [][]byte) (blob []byte, sealed [][]byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	nonce := newNonce()
	for _, m := range messages {
		increment(nonce)
		sealed = append(sealed, aead.Seal(nil, nonce, m, nil))
	}
	return blob, sealed
}

func keyForEach(ctx context.Context, client *kms.Client, messages [][]byte) (sealed [][]byte) {
	nonce := newNonce()
	for _, m := range messages {
		key, blob, _ := dataKey(ctx, client)
		sealed = append(sealed, newGCM(key).Seal(blob, nonce, m, nil))
	}
	return sealed
}

func twice(ctx context.Context, client *kms.Client, head, body []byte) (blob []byte, sealed [2][]byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	nonce := newNonce()
	sealed[0] = aead.Seal(nil, nonce, head, nil)
	sealed[1] = aead.Seal(nil, nonce, body, nil) // want "nonce under a data key is used again"
	return blob, sealed
}

func twiceWithTwo(ctx context.Context, client *kms.Client, head, body []byte) (blob []byte, sealed [2][]byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	sealed[0] = aead.Seal(nil, newNonce(), head, nil)
	sealed[1] = aead.Seal(nil, newNonce(), body, nil)
	return blob, sealed
}

func oneOrTheOther(ctx context.Context, client *kms.Client, head, body []byte) (blob, sealed []byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	nonce := newNonce()
	if len(head) > 0 {
		return blob, aead.Seal(nil, nonce, head, nil)
	}
	return blob, aead.Seal(nil, nonce, body, nil)
}

func sealAll(aead cipher.AEAD, messages [][]byte) (sealed [][]byte) {
	nonce := newNonce()
	for _, m := range messages {
		sealed = append(sealed, sealWith(aead, nonce, m)) // want "nonce under a data key is used again"
	}
	return sealed
}

func inHelper(ctx context.Context, client *kms.Client, messages [][]byte) (blob []byte, sealed [][]byte) {
	key, blob, _ := dataKey(ctx, client)
	return blob, sealAll(newGCM(key), messages)
}

func sealAndOpen(ctx context.Context, client *kms.Client, data []byte) (blob []byte, err error) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	nonce := newNonce()
	sealed := aead.Seal(nil, nonce, data, nil)
	_, err = aead.Open(nil, nonce, sealed, nil)
	return blob, err
}

func retried(ctx context.Context, client *kms.Client, data []byte, send func([]byte) error) (blob []byte) {
	key, blob, _ := dataKey(ctx, client)
	aead := newGCM(key)
	for {
		if send(aead.Seal(nil, newNonce(), data, nil)) == nil {
			return blob
		}
	}
}
