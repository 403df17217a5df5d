package shapes

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"net/url"
	"os"
	"strconv"
	"strings"
	"text/template"
	"unicode/utf8"
)

func badConcat(ctx context.Context) {
	dsn := "postgres://admin:" + password(ctx) + "@db/orders"
	log.Print(dsn) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodConcat(ctx context.Context) error {
	dsn := "postgres://admin:" + password(ctx) + "@db/orders"
	log.Print("postgres://admin@db/orders")
	return connect(dsn)
}

func badSprintf(ctx context.Context) {
	dsn := fmt.Sprintf("postgres://%s:%s@%s", "admin", password(ctx), "db")
	line := fmt.Sprintf("[%d] %s", 1, dsn)
	log.Print(strings.TrimSpace(line)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodSprintf formats the length.
func goodSprintf(ctx context.Context) {
	line := fmt.Sprintf("%d characters", len(password(ctx)))
	log.Print(line)
}

// goodFormatType prints what type it has, and where it is.
func goodFormatType(ctx context.Context) {
	s := password(ctx)
	log.Printf("%T at %p", s, &s)
}

func badWidth(ctx context.Context) {
	log.Printf("%[2]*[1]s", password(ctx), 40) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodWidth(ctx context.Context) {
	log.Printf("%[2]*[1]s", version(ctx), len(password(ctx)))
}

func badBuilder2(ctx context.Context) {
	var b strings.Builder
	b.WriteString("password=")
	b.WriteString(password(ctx))
	log.Print(b.String()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badFprintfBuilder(ctx context.Context) {
	var b strings.Builder
	fmt.Fprintf(&b, "password=%s", password(ctx))
	log.Print(b.String()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFprintfBuilder(ctx context.Context) error {
	var public, private strings.Builder
	fmt.Fprintf(&public, "version=%s", version(ctx))
	fmt.Fprintf(&private, "password=%s", password(ctx))
	log.Print(public.String())
	return connect(private.String())
}

func goodBuilder2(ctx context.Context) error {
	var b strings.Builder
	b.WriteString("password=")
	b.WriteString(password(ctx))
	log.Print(b.Len())
	return connect(b.String())
}

func badByteByByte(ctx context.Context) {
	var b strings.Builder
	s := password(ctx)
	for i := 0; i < len(s); i++ {
		b.WriteByte(s[i])
	}
	log.Print(b.String()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badBuffer(ctx context.Context) {
	buf := bytes.NewBufferString("password=")
	buf.WriteString(password(ctx))
	log.Print(buf.String()) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBuffer(ctx context.Context) error {
	buf := new(bytes.Buffer)
	buf.WriteString(password(ctx))
	err := connect(buf.String())
	buf.Reset()
	buf.WriteString("done")
	log.Print(buf.Len())
	return err
}

func badBufioBuffer(ctx context.Context) {
	var buf bytes.Buffer
	w := bufio.NewWriter(&buf)
	w.WriteString(password(ctx))
	w.Flush()
	log.Print(buf.String()) // want "secret from secretsmanager.GetSecretValue is logged"
}

var page = template.Must(template.New("page").Parse("password={{.}}"))

func badTemplate(ctx context.Context) error {
	var b strings.Builder
	if err := page.Execute(&b, password(ctx)); err != nil {
		return err
	}
	log.Print(b.String()) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badTemplateToStdout(ctx context.Context) error {
	return page.Execute(os.Stdout, password(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodTemplate(ctx context.Context) (string, error) {
	var b strings.Builder
	err := page.Execute(&b, password(ctx))
	log.Print(err)
	return b.String(), err
}

func badEncoded(ctx context.Context) {
	s := password(ctx)
	log.Print(base64.StdEncoding.EncodeToString([]byte(s))) // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print(hex.EncodeToString([]byte(s)))                // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print(url.QueryEscape(s))                           // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print(strconv.Quote(s))                             // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%x", s)                                     // want "secret from secretsmanager.GetSecretValue is logged"
	log.Printf("%q", []byte(s))                             // want "secret from secretsmanager.GetSecretValue is logged"
}

func badDump(ctx context.Context) {
	log.Print(hex.Dump([]byte(password(ctx)))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodEncoded(ctx context.Context) {
	s := password(ctx)
	log.Print(base64.StdEncoding.EncodedLen(len(s)), hex.EncodedLen(len(s)))
}

func badBasicAuth(ctx context.Context) {
	auth := "Basic " + base64.StdEncoding.EncodeToString([]byte("admin:"+password(ctx)))
	log.Print(auth) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badMarshal(ctx context.Context) error {
	data, err := json.Marshal(map[string]string{"password": password(ctx)})
	if err != nil {
		return err
	}
	log.Printf("%s", data) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodMarshal(ctx context.Context) error {
	data, err := json.Marshal(map[string]string{"password": password(ctx)})
	if err != nil {
		return err
	}
	log.Print(len(data))
	return connect(string(data))
}

func badTrimmed(ctx context.Context) {
	s := strings.TrimSuffix(strings.ToLower(password(ctx)), "\n")
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodTrimmed(ctx context.Context) {
	s := password(ctx)
	log.Print(len(s) - len(strings.TrimSpace(s)))
}

func badHalf(ctx context.Context) {
	s := password(ctx)
	log.Print(s[:len(s)/2]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badTail(ctx context.Context) {
	log.Print(password(ctx)[4:]) // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodMasked shows so little of it that it cannot be guessed from that.
func goodMasked(ctx context.Context) {
	s := password(ctx)
	log.Print(s[:2] + "***")
	log.Printf("****%s", s[len(s)-4:])
}

// mask is a helper that services have.
func mask(s string) string {
	if len(s) < 8 {
		return "***"
	}
	return s[:4] + strings.Repeat("*", len(s)-4)
}

func goodMaskHelper(ctx context.Context) {
	log.Print(mask(password(ctx)))
}

// maskBadly keeps most of it.
func maskBadly(s string) string { return s[:len(s)-2] + "**" }

func badMaskHelper(ctx context.Context) {
	log.Print(maskBadly(password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

// maskIfLong shows what is short.
func maskIfLong(s string) string {
	if len(s) > 8 {
		return "***"
	}
	return s
}

func badMaskIfLong(ctx context.Context) {
	log.Print(maskIfLong(password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodStars(ctx context.Context) {
	s := password(ctx)
	log.Print(strings.Repeat("*", len(s)))
	log.Print(strings.Repeat("*", utf8.RuneCountInString(s)))
}

func badRepeated(ctx context.Context) {
	log.Print(strings.Repeat(password(ctx), 2)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// stars replaces each character.
func stars(s string) string {
	return strings.Map(func(rune) rune { return '*' }, s)
}

func goodMapped2(ctx context.Context) {
	log.Print(stars(password(ctx)))
}

func badMapped2(ctx context.Context) {
	log.Print(strings.Map(func(r rune) rune { return r + 1 }, password(ctx))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodTests(ctx context.Context, token string) {
	s := password(ctx)
	log.Print(s == "", s != token, strings.HasPrefix(s, "sk_"), strings.Contains(s, ":"), strings.Index(s, ":"))
	log.Print(strings.EqualFold(s, token), strings.Count(s, "a"), bytes.Equal([]byte(s), []byte(token)))
}

func badParsed(ctx context.Context) error {
	u, err := url.Parse(password(ctx))
	if err != nil {
		return err
	}
	log.Print(u.String()) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

// goodParsed logs what a URL says of itself without its password.
func goodParsed(ctx context.Context) error {
	u, err := url.Parse("postgres://db/orders")
	if err != nil {
		return err
	}
	u.User = url.UserPassword("admin", password(ctx))
	log.Print(u.Redacted(), u.Host)
	return connect(u.String())
}

func badUserinfo(ctx context.Context) {
	u := &url.URL{Scheme: "postgres", User: url.UserPassword("admin", password(ctx)), Host: "db"}
	log.Print(u) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodUserinfo(ctx context.Context) {
	u := &url.URL{Scheme: "postgres", User: url.UserPassword("admin", password(ctx)), Host: "db"}
	log.Print(u.Redacted(), u.Hostname(), u.User.Username())
}
