package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDriversAgree: both drivers find the same in the corpora of rules whose packages
// know of each other by facts, in memory here and in files there.
func TestDriversAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("vets the corpora")
	}
	for rule, atLeast := range map[string]int{"envelope": 50, "envsecret": 100, "secretleak": 500} {
		t.Run(rule, func(t *testing.T) {
			corpora := "./" + rule + "/..."
			alone := standalone(t, rule, run(t, 1, "secretlint", "-format=json", "-files=false", corpora))
			vetted := vet(t, rule, run(t, 0, "go", "vet", "-vettool="+lookPath(t), "-json", corpora))
			if len(alone) < atLeast {
				t.Fatalf("only %d findings in the corpora", len(alone))
			}
			if diff := cmp.Diff(alone, vetted); diff != "" {
				t.Errorf("findings (-secretlint +go vet):\n%s", diff)
			}
		})
	}
}

func lookPath(t *testing.T) string {
	tool, err := exec.LookPath("secretlint")
	if err != nil {
		t.Fatal(err)
	}
	return tool
}

// run returns what a command prints in the module of the corpora.
func run(t *testing.T, status int, name string, args ...string) []byte {
	t.Helper()
	var stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Dir = filepath.Join("..", "..", "testdata")
	cmd.Env = append(os.Environ(), goEnv(t)...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) || cmd.ProcessState.ExitCode() != status {
		t.Fatalf("%v: %v\n%s", cmd, err, &stderr)
	}
	return out
}

// standalone returns a rule's findings in JSON Lines, each as often as it is there.
func standalone(t *testing.T, rule string, out []byte) map[string]int {
	t.Helper()
	findings := map[string]int{}
	for line := range bytes.Lines(out) {
		var event struct {
			Finding *struct {
				Rule, Category, Message, File string
				Line, Column                  int
			}
		}
		if err := json.Unmarshal(line, &event); err != nil || event.Finding == nil {
			t.Fatalf("%s: %v", line, err)
		}
		if f := event.Finding; f.Rule == rule {
			findings[fmt.Sprintf("%s:%d:%d: %s: %s", filepath.ToSlash(f.File), f.Line, f.Column, f.Category, f.Message)]++
		}
	}
	return findings
}

// vet returns a rule's findings in the output of go vet -json.
func vet(t *testing.T, rule string, out []byte) map[string]int {
	t.Helper()
	var objects []byte
	for line := range bytes.Lines(out) {
		if line[0] != '#' { // the name of a package
			objects = append(objects, line...)
		}
	}
	findings := map[string]int{}
	for d := json.NewDecoder(bytes.NewReader(objects)); ; {
		var packages map[string]map[string][]struct{ Category, Posn, Message string }
		if err := d.Decode(&packages); errors.Is(err, io.EOF) {
			return findings
		} else if err != nil {
			t.Fatal(err)
		}
		for id, rules := range packages {
			if strings.Contains(id, " [") {
				continue // with its tests
			}
			for _, d := range rules[rule] {
				place := filepath.ToSlash(d.Posn)
				message := strings.TrimSuffix(d.Message, " ("+rule+")")
				findings[fmt.Sprintf("%s: %s: %s", place[strings.LastIndex(place, rule+"/"):], d.Category, message)]++
			}
		}
	}
}
