package adversarial

import (
	"context"
	"crypto/md5"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"log"
	"strconv"
	"strings"
)

func badFormatVariable(ctx context.Context) {
	format := "password %s"
	log.Printf(format, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFormatVariable(ctx context.Context) {
	format := "password of type %T"
	log.Printf(format, password(ctx))
}

// badWrongVerb shows what the verb is not for.
func badWrongVerb(ctx context.Context) {
	format := "%d items"
	log.Printf(format, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// missedExtra shows what no verb is for.
func missedExtra(ctx context.Context) {
	format := "connecting"
	log.Printf(format, password(ctx))
}

func badAsFormat(ctx context.Context) {
	format := password(ctx)
	log.Printf(format, 1) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badUnknownFormat(ctx context.Context, format string) {
	log.Printf(format, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badIndexed(ctx context.Context) {
	log.Printf("%[2]s %[1]d", 1, password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodIndexed(ctx context.Context) {
	log.Printf("%[1]d %[2]T %[1]d", 1, password(ctx))
}

func goodPercent(ctx context.Context) {
	log.Printf("100%% of %d", len(password(ctx)))
}

// goodPrecision shows two characters.
func goodPrecision(ctx context.Context) {
	log.Printf("%.2s***", password(ctx))
}

func badPrecision(ctx context.Context) {
	log.Printf("%.20s", password(ctx)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badPadded(ctx context.Context) {
	log.Printf("%-40s|%40q", password(ctx), "a") // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodOneByte shows one.
func goodOneByte(ctx context.Context) {
	if s := password(ctx); len(s) > 8 {
		log.Printf("begins with %c", s[0])
	}
}

func badParts(ctx context.Context) {
	log.Print(strings.Split(password(ctx), ".")[0]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodNumbers(ctx context.Context) {
	s := password(ctx)
	log.Print("length " + strconv.Itoa(len(s)) + " of " + strconv.Itoa(len([]rune(s))))
}

func goodChecksums(ctx context.Context) {
	s := []byte(password(ctx))
	log.Printf("%08x %x", crc32.ChecksumIEEE(s), md5.Sum(s))
	sum := sha256.Sum256(s)
	id := base64.RawURLEncoding.EncodeToString(sum[:])
	log.Print("key id ", id[:12])
}

func badDecodedAgain(ctx context.Context) error {
	text := base64.StdEncoding.EncodeToString([]byte(password(ctx)))
	plain, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return err
	}
	log.Print(string(plain)) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

// badSprintOfSprint goes through each of the functions that make texts.
func badSprintOfSprint(ctx context.Context) {
	s := fmt.Sprint("a", fmt.Sprintln("b", fmt.Sprintf("%v", string(fmt.Appendf(nil, "%s", password(ctx))))))
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSprintOfSprint(ctx context.Context) {
	s := fmt.Sprint("a", fmt.Sprintln("b", fmt.Sprintf("%v", string(fmt.Appendf(nil, "%d", len(password(ctx)))))))
	log.Print(s)
}

// word is a type of its own.
type word []byte

func badOwnBytes(ctx context.Context) {
	w := word(password(ctx))
	log.Printf("%s", w) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badByteLoop(ctx context.Context) {
	var out []byte
	for _, b := range []byte(password(ctx)) {
		out = append(out, b)
	}
	log.Print(string(out)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodStarLoop writes a star for each byte.
func goodStarLoop(ctx context.Context) {
	var out []byte
	for range []byte(password(ctx)) {
		out = append(out, '*')
	}
	log.Print(string(out))
}

// badXor is no encryption worth the name.
func badXor(ctx context.Context) {
	b := []byte(password(ctx))
	for i := range b {
		b[i] ^= 0x20
	}
	log.Print(string(b)) // want "secret from secretsmanager.GetSecretValue is logged"
}
