package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("u", false, "rewrite the golden parts of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"secretlint": main})
}

// TestScripts runs the scripts under testdata/script. In each, secretlint is
// this test binary, whose path $TOOL has; $ROOT is the repository; and $WORK/stub
// holds as much of the AWS SDK as the scripts need, since they have no network.
//
// The command `status N command…` runs a command that must exit with N.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("the scripts build and vet modules")
	}
	env := goEnv(t)
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup:               func(e *testscript.Env) error { return setup(e, env) },
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status},
	})
}

// goEnv returns the environment in which the go command works without network
// and with the caches of whoever runs the tests.
func goEnv(t *testing.T) []string {
	tool, err := exec.LookPath("secretlint")
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "env", "GOCACHE", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	caches := strings.Fields(string(out))
	return []string{
		"TOOL=" + tool,
		"ROOT=" + root,
		"GOCACHE=" + caches[0],
		"GOMODCACHE=" + caches[1],
		"GOPROXY=off",
		"GOTOOLCHAIN=local",
		"GOFLAGS=-buildvcs=false",
		"GOWORK=",
	}
}

func setup(e *testscript.Env, env []string) error {
	e.Vars = append(e.Vars, env...)
	ar, err := txtar.ParseFile(filepath.Join("..", "..", "testdata", "script", "stub", "aws.txtar"))
	if err != nil {
		return err
	}
	for _, f := range ar.Files {
		name := filepath.Join(e.WorkDir, "stub", filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command [args]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}
