package shapes

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"log"
	"strings"

	"gopkg.in/yaml.v3"
)

// database is a secret in the form that RDS rotates.
type database struct {
	Username string `json:"username"`
	Password string `json:"password"`
	Host     string `json:"host"`
	Port     int    `json:"port"`
}

func badUnmarshal(ctx context.Context) error {
	var d database
	if err := json.Unmarshal([]byte(password(ctx)), &d); err != nil {
		return err
	}
	log.Print(d.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodUnmarshal(ctx context.Context) error {
	var d database
	if err := json.Unmarshal([]byte(password(ctx)), &d); err != nil {
		return err
	}
	log.Printf("%s@%s:%d", d.Username, d.Host, d.Port)
	return connect(d.Password)
}

// goodUnmarshalOther decodes something else.
func goodUnmarshalOther(ctx context.Context, body []byte) error {
	var d database
	if err := json.Unmarshal(body, &d); err != nil {
		return err
	}
	log.Print(d.Username, d.Port)
	return connect(password(ctx))
}

func badUnmarshalMap(ctx context.Context) error {
	var m map[string]string
	if err := json.Unmarshal([]byte(password(ctx)), &m); err != nil {
		return err
	}
	log.Print(m["password"]) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodUnmarshalMap(ctx context.Context) error {
	var m map[string]string
	if err := json.Unmarshal([]byte(password(ctx)), &m); err != nil {
		return err
	}
	for k := range m {
		log.Print("has ", k)
	}
	log.Print(m["username"], m["host"])
	return connect(m["password"])
}

func badUnmarshalAny(ctx context.Context) error {
	var m map[string]any
	if err := json.Unmarshal([]byte(password(ctx)), &m); err != nil {
		return err
	}
	s, _ := m["password"].(string)
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodUnmarshalAny(ctx context.Context) error {
	var m map[string]any
	if err := json.Unmarshal([]byte(password(ctx)), &m); err != nil {
		return err
	}
	log.Printf("%T, %d members", m["password"], len(m))
	return nil
}

func badDecoder(ctx context.Context) error {
	var d database
	dec := json.NewDecoder(strings.NewReader(password(ctx)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		return err
	}
	log.Print(d.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badYAML(ctx context.Context) error {
	var d database
	if err := yaml.Unmarshal([]byte(password(ctx)), &d); err != nil {
		return err
	}
	log.Print(d.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodYAML(ctx context.Context) error {
	var d database
	if err := yaml.Unmarshal([]byte(password(ctx)), &d); err != nil {
		return err
	}
	log.Print(d.Username, d.Host)
	return connect(d.Password)
}

func badYAMLDecoder(ctx context.Context) error {
	var m map[string]string
	if err := yaml.NewDecoder(strings.NewReader(password(ctx))).Decode(&m); err != nil {
		return err
	}
	log.Print(m["password"]) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badXML(ctx context.Context) error {
	var v struct{ Password string }
	if err := xml.Unmarshal([]byte(password(ctx)), &v); err != nil {
		return err
	}
	log.Print(v.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badGob(ctx context.Context) error {
	var token string
	if err := gob.NewDecoder(strings.NewReader(password(ctx))).Decode(&token); err != nil {
		return err
	}
	log.Print(token) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

// goodGob decodes something else.
func goodGob(ctx context.Context, r io.Reader) error {
	var name string
	if err := gob.NewDecoder(r).Decode(&name); err != nil {
		return err
	}
	log.Print(name)
	return connect(name + password(ctx))
}

func badScan(ctx context.Context) error {
	var user, pass string
	if _, err := fmt.Sscanf(password(ctx), "%s %s", &user, &pass); err != nil {
		return err
	}
	log.Print(pass) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badFscan(ctx context.Context) error {
	var pass string
	if _, err := fmt.Fscan(strings.NewReader(password(ctx)), &pass); err != nil {
		return err
	}
	log.Print(pass) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodScan(ctx context.Context, line string) error {
	var user string
	if _, err := fmt.Sscan(line, &user); err != nil {
		return err
	}
	log.Print(user)
	return connect(user + ":" + password(ctx))
}

func badScanner(ctx context.Context) {
	lines := bufio.NewScanner(strings.NewReader(password(ctx)))
	for lines.Scan() {
		log.Print(lines.Text()) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodScanner(ctx context.Context) {
	lines := bufio.NewScanner(strings.NewReader(password(ctx)))
	n := 0
	for lines.Scan() {
		n++
	}
	log.Print(n, lines.Err())
}

func badReadAll(ctx context.Context) error {
	data, err := io.ReadAll(strings.NewReader(password(ctx)))
	if err != nil {
		return err
	}
	log.Printf("%s", data) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodReadAll(ctx context.Context, r io.Reader) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	log.Printf("%s", data)
	return connect(string(data) + password(ctx))
}

func badRead(ctx context.Context) error {
	b := make([]byte, 64)
	n, err := strings.NewReader(password(ctx)).Read(b)
	log.Printf("%s", b[:n]) // want "secret from secretsmanager.GetSecretValue is logged"
	return err
}

func goodReadCount(ctx context.Context) error {
	b := make([]byte, 64)
	n, err := strings.NewReader(password(ctx)).Read(b)
	log.Print(n)
	return err
}

func badReadFull(ctx context.Context) error {
	b := make([]byte, 16)
	if _, err := io.ReadFull(bytes.NewReader([]byte(password(ctx))), b); err != nil {
		return err
	}
	log.Print(string(b)) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badDecodedInto(ctx context.Context) error {
	text := password(ctx)
	plain := make([]byte, base64.StdEncoding.DecodedLen(len(text)))
	n, err := base64.StdEncoding.Decode(plain, []byte(text))
	if err != nil {
		return err
	}
	log.Print(string(plain[:n])) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badHexInto(ctx context.Context) {
	b := []byte(password(ctx))
	text := make([]byte, hex.EncodedLen(len(b)))
	hex.Encode(text, b)
	log.Print(string(text)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// into stores the secret where p points.
func into(ctx context.Context, p *string) error {
	s, err := fetch(ctx, manager, "orders/db")
	if err != nil {
		return err
	}
	*p = s
	return nil
}

func badInto(ctx context.Context) error {
	var s string
	if err := into(ctx, &s); err != nil {
		return err
	}
	log.Print(s) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

// goodInto is called with something else to point to.
func goodInto(ctx context.Context) error {
	s, other := "", "none"
	if err := into(ctx, &s); err != nil {
		return err
	}
	log.Print(other)
	return connect(s)
}

func badIntoField(ctx context.Context) error {
	c := new(credentials)
	if err := into(ctx, &c.Password); err != nil {
		return err
	}
	log.Print(c.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodIntoField(ctx context.Context) error {
	c := &credentials{User: "admin"}
	if err := into(ctx, &c.Password); err != nil {
		return err
	}
	log.Print(c.User)
	return nil
}

// decode is a helper around the decoder.
func decode(text string, v any) error { return json.Unmarshal([]byte(text), v) }

func badDecodeHelper(ctx context.Context) error {
	var d database
	if err := decode(password(ctx), &d); err != nil {
		return err
	}
	log.Print(d.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodDecodeHelper(ctx context.Context) error {
	var d database
	if err := decode(password(ctx), &d); err != nil {
		return err
	}
	log.Print(d.Host)
	return connect(d.Password)
}

// decodeAs returns what it decodes.
func decodeAs[T any](text string) (v T, err error) {
	err = json.Unmarshal([]byte(text), &v)
	return v, err
}

func badDecodeAs(ctx context.Context) error {
	d, err := decodeAs[database](password(ctx))
	if err != nil {
		return err
	}
	log.Print(d.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodDecodeAs(ctx context.Context) error {
	d, err := decodeAs[database](password(ctx))
	if err != nil {
		return err
	}
	log.Print(d.Username)
	return nil
}

// UnmarshalJSON makes token a json.Unmarshaler.
func (t *token) UnmarshalJSON(data []byte) error {
	t.value = string(bytes.Trim(data, `"`))
	return nil
}

type token struct{ value string }

func badUnmarshaler(ctx context.Context) error {
	var t token
	if err := json.Unmarshal([]byte(password(ctx)), &t); err != nil {
		return err
	}
	log.Print(t.value) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badRawMessage(ctx context.Context) error {
	var m map[string]json.RawMessage
	if err := json.Unmarshal([]byte(password(ctx)), &m); err != nil {
		return err
	}
	log.Printf("%s", m["password"]) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}
