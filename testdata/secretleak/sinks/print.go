package sinks

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"testing"
	"text/tabwriter"
)

func badPrint(ctx context.Context) {
	s := password(ctx)
	fmt.Print(s)                    // want "secret from secretsmanager.GetSecretValue is printed"
	fmt.Println("password", s)      // want "secret from secretsmanager.GetSecretValue is printed"
	fmt.Printf("password %s\n", s)  // want "secret from secretsmanager.GetSecretValue is printed"
	fmt.Fprintln(os.Stdout, s)      // want "secret from secretsmanager.GetSecretValue is printed"
	fmt.Fprintf(os.Stderr, "%s", s) // want "secret from secretsmanager.GetSecretValue is printed"
	os.Stdout.WriteString(s)        // want "secret from secretsmanager.GetSecretValue is printed"
	os.Stderr.Write([]byte(s))      // want "secret from secretsmanager.GetSecretValue is printed"
	io.WriteString(os.Stdout, s)    // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodPrint(ctx context.Context) {
	s := password(ctx)
	fmt.Println("password of", len(s), "characters, version", version(ctx))
}

func badBuiltin(ctx context.Context) {
	println(password(ctx))            // want "secret from secretsmanager.GetSecretValue is printed"
	print("password ", password(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodBuiltin(ctx context.Context) {
	println(len(password(ctx)))
}

func badBufio(ctx context.Context) error {
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(w, "password=%s", password(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
	w.WriteString(password(ctx))                 // want "secret from secretsmanager.GetSecretValue is printed"
	return w.Flush()
}

func badTabwriter(ctx context.Context) error {
	tw := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', 0)
	fmt.Fprintln(tw, "password\t", password(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
	return tw.Flush()
}

func badMultiWriter(ctx context.Context) {
	var buf bytes.Buffer
	w := io.MultiWriter(&buf, os.Stderr)
	io.WriteString(w, password(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
}

func badEncoderToStdout(ctx context.Context) error {
	return json.NewEncoder(os.Stdout).Encode(map[string]string{"password": password(ctx)}) // want "secret from secretsmanager.GetSecretValue is printed"
}

func badCopyToStdout(ctx context.Context) error {
	_, err := io.Copy(os.Stdout, strings.NewReader(password(ctx))) // want "secret from secretsmanager.GetSecretValue is printed"
	return err
}

func badTee(ctx context.Context) ([]byte, error) {
	return io.ReadAll(io.TeeReader(strings.NewReader(password(ctx)), os.Stderr)) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodWriters(ctx context.Context, conn net.Conn, h hash.Hash) error {
	s := password(ctx)
	var buf bytes.Buffer
	var b strings.Builder
	fmt.Fprint(&buf, s)
	fmt.Fprint(&b, s)
	fmt.Fprintln(io.Discard, s)
	io.WriteString(h, s)
	json.NewEncoder(&buf).Encode(s)
	_, err := fmt.Fprintf(conn, "PASS %s\r\n", s)
	return err
}

func goodChildInput(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "docker", "login", "--password-stdin")
	cmd.Stdin = strings.NewReader(password(ctx))
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}

func goodChildPipe(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "docker", "login", "--password-stdin")
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if _, err := io.WriteString(in, password(ctx)); err != nil {
		return err
	}
	return cmd.Run()
}

func goodTest(ctx context.Context, t *testing.T) {
	t.Log(password(ctx))
	t.Logf("%s", password(ctx))
}

// render writes to whatever it is given.
func render(w io.Writer, s string) { fmt.Fprintln(w, s) }

// renderAll writes by way of render.
func renderAll(w io.Writer, list ...string) {
	for _, s := range list {
		render(w, s)
	}
}

func badRender(ctx context.Context) {
	render(os.Stdout, password(ctx))         // want "secret from secretsmanager.GetSecretValue is printed"
	renderAll(os.Stderr, "a", password(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodRender(ctx context.Context, conn net.Conn) string {
	var buf bytes.Buffer
	render(&buf, password(ctx))
	renderAll(conn, password(ctx))
	render(os.Stdout, version(ctx))
	return buf.String()
}

// report keeps its destination.
type report struct{ w io.Writer }

func (r *report) line(s string) { fmt.Fprintln(r.w, s) }

func badReport(ctx context.Context) {
	r := &report{w: os.Stdout}
	r.line(password(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
}

func goodReport(ctx context.Context) string {
	var buf bytes.Buffer
	r := &report{w: &buf}
	r.line(password(ctx))
	return buf.String()
}

// output is where the program writes to unless it is told otherwise.
var output io.Writer = os.Stdout

func badOutputVariable(ctx context.Context) {
	fmt.Fprintln(output, password(ctx)) // want "secret from secretsmanager.GetSecretValue is printed"
}
