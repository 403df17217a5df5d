package files_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/envsecret"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/files"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"
	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/report"
)

var update = flag.Bool("u", false, "rewrite the golden file")

// judge goes by names alone, but for tokens that begin with "AKIA".
func judge(t *testing.T) *setting.Judge {
	t.Helper()
	names, err := setting.NewNames()
	if err != nil {
		t.Fatal(err)
	}
	return &setting.Judge{Names: names, Scan: func(_, value string) (string, bool) {
		return "aws-access-token", strings.Contains(value, "AKIA")
	}}
}

// run checks roots and returns the report in a format, problems included.
func run(t *testing.T, format string, o files.Options) string {
	t.Helper()
	var out bytes.Buffer
	h, ok := report.New(format, &out, &out)
	if !ok {
		t.Fatal(format)
	}
	o.Judge, o.Rule = judge(t), &envsecret.Rule
	if err := errors.Join(files.Run(o, h), h.Flush()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func write(t *testing.T, dir string, tree map[string]string) {
	t.Helper()
	for name, text := range tree {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// found returns the files in which there are findings or problems, each once.
func found(report string) string {
	var names []string
	for line := range strings.Lines(report) {
		name, _, _ := strings.Cut(strings.TrimPrefix(line, "secretlint: "), ":")
		if len(names) == 0 || names[len(names)-1] != name {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}

// TestGolden: the files under testdata, good, bad and broken, of each kind.
func TestGolden(t *testing.T) {
	const golden = "files.golden"
	top, err := filepath.Abs(filepath.Join("..", "..", "..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(top)
	got := run(t, "text", files.Options{Roots: []files.Root{{Path: "files"}}})
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("run with -u if this is right:\n%s", diff)
	}
}

// canaries has a file of every kind with %s where a secret stands, as a value, in
// the place of a name, and in what is broken.
var canaries = map[string]string{
	"Dockerfile":                   "FROM x\nENV PASSWORD=%[1]s\nARG TOKEN=AKIA%[1]s\nRUN API_KEY=%[1]s x\nENV %[1]s=AKIA1 AKIA%[1]s\n",
	"compose.yaml":                 "services:\n  a:\n    environment: {PASSWORD: %[1]s, 'AKIA:%[1]s': 'AKIA%[1]s', TOKEN: 'postgres://a:%[1]s@b/c'}\n",
	"broken/compose.yaml":          "services:\n  a: &%[1]s [*AKIA%[1]s, \"%[1]s\n",
	"secret.yaml":                  "apiVersion: v1\nkind: Secret\nmetadata: {name: '%[1]s'}\nstringData: {password: %[1]s}\ndata: {token: %[2]s}\n",
	"config.yaml":                  "apiVersion: v1\nkind: ConfigMap\ndata:\n  a.yaml: |\n    password: %[1]s\n  b.env: 'TOKEN=%[1]s'\n  .dockerconfigjson: '{\"auths\": {\"%[1]s\": {\"password\": \"%[1]s\"}}}'\n",
	"es.yaml":                      "apiVersion: v1\nkind: ExternalSecret\nspec: {target: {name: 'AKIA/+:%[1]s'}}\n",
	"broken/pod.yaml":              "apiVersion: v1\nkind: Pod\nspec: {password: %[1]s\n%[1]s: ]\n",
	"task.json":                    `{"containerDefinitions": [{"environment": [{"name": "PASSWORD", "value": "%[1]s"}]}]}`,
	"broken/task.json":             `{"containerDefinitions": [{"environment": [{"name": "PASSWORD", "value": "%[1]s"}, %[1]s]}`,
	"cf.yaml":                      "AWSTemplateFormatVersion: 1\nParameters: {A: {NoEcho: true, Default: %[1]s}}\nResources: {B: {Type: 'AWS::X', Properties: {Password: !Sub %[1]s}}}\n",
	"values.yaml":                  "password: %[1]s\n? {a: %[1]s}\n: {password: %[1]s}\n",
	"x.tf":                         "password = \"%[1]s\"\nvariable \"token\" {\n  default = \"%[1]s\"\n}\n",
	"broken/x.tf":                  "password = \"%[1]s\"\n%[1]s %[1]s\n= \"%[1]s",
	"x.tf.json":                    `{"locals": {"password": "%[1]s"}}`,
	"x.env":                        "PASSWORD=%[1]s\nexport %[1]s\nTOKEN=\"%[1]s\n",
	"x.service":                    "[Service]\nEnvironment=PASSWORD=%[1]s \"TOKEN=%[1]s\nSetCredential=password:%[1]s\n",
	".github/workflows/x.yml":      "env: {PASSWORD: %[1]s}\njobs: {a: {steps: [{run: 'TOKEN=%[1]s x'}]}}\n",
	".gitlab-ci.yml":               "variables: {PASSWORD: %[1]s}\na: {script: ['export TOKEN=%[1]s']}\n",
	"x.sh":                         "PASSWORD=%[1]s\nexport TOKEN='%[1]s'\n",
	"broken/x.sh":                  "PASSWORD=%[1]s\n%[1]s ( \"%[1]s\" ))\n",
	"kustomization.yaml":           "secretGenerator: [{name: '%[1]s', literals: ['password=%[1]s']}]\n",
	"serverless.yml":               "provider: {environment: {PASSWORD: %[1]s}}\n",
	"x.template":                   `{"Resources": {"A": {"Type": "AWS::X", "Properties": {"Password": "%[1]s"}}}}`,
	"sample/.env.example":          "TOKEN=AKIA%[1]s\n",
	"helm/templates/x.yaml":        "apiVersion: v1\nkind: Secret\nstringData:\n  password: %[1]s\n  a: {{ .b }}\n{{ if x }}\n{{ end }}\n",
	"broken/helm/templates/x.yaml": "apiVersion: v1\nkind: Secret\n{{ if x }}\nstringData: {password: %[1]s\n{{ else }} %[1]s ]",
}

// TestCanary: no format of the report has any part of a secret in it.
func TestCanary(t *testing.T) {
	dir := t.TempDir()
	var secrets []string
	for name, text := range canaries {
		secret := fmt.Sprintf("hV7kq2mZ9x%02d", len(secrets))
		secrets = append(secrets, secret)
		write(t, dir, map[string]string{name: fmt.Sprintf(text+"%.0[2]s", secret, base64.StdEncoding.EncodeToString([]byte(secret)))})
	}
	t.Chdir(dir)
	for _, format := range report.Formats() {
		out := run(t, format, files.Options{Roots: []files.Root{{Path: "."}}})
		for name := range canaries {
			if isFound := strings.Contains(out, name); !isFound {
				if name != "broken/helm/templates/x.yaml" {
					t.Errorf("%s: nothing said of %s", format, name)
				}
			}
		}
		for _, secret := range secrets {
			encoded := base64.StdEncoding.EncodeToString([]byte(secret))
			if strings.Contains(out, secret) || strings.Contains(out, encoded) || strings.Contains(out, "hV7kq2mZ9x") {
				t.Errorf("%s: %s is in the report:\n%s", format, secret, out)
			}
		}
	}
}

// TestNoSecret: what stands under the name of a secret, and is none. What is
// told from it is there too.
func TestNoSecret(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"values.yaml":             "brokerUsernameSecret: kafka-broker-username\nconnectionSecret: postgresql-connection-2\nclientSecret: kafka-broker-username\nconnectionSecret2: x\ndbSecret: ab3-kq92\nrootSecret: hunter2\n",
		"pod.yaml":                "apiVersion: x/v1\nkind: Custom\nspec: {env: [{name: connectionSecret, value: postgresql-connection}]}\n",
		"compose.yaml":            "services: {a: {environment: {connectionSecret: postgresql-connection}}}\n",
		"list.sh":                 "secrets=\"db-password api/key\"\nTOKENS='one\ntwo'\nsecret=\"db-one two\"\nKEYS='a b'\nPASSWORDS='hunter2 correct'\n",
		"files.sh":                "secret=\"./a.yaml ./b.yaml\"\n",
		"expected.sh":             "EXPECTED_SECRETS='{\"A\":\"hV7kq2mZ\"}'\nTOKEN='<>'\n",
		"odd":                     "#!/bin/sh\n((\n",
		"none":                    "#!/bin/sh\nif if if if if if if if if if if\n",
		"none.sh":                 "#!/bin/sh\nif if if if if if if if if if if\n",
		".github/workflows/x.yml": "jobs: {a: {runs-on: x, steps: [{uses: docker/build-push-action@v6, with: {secrets: \"DISCORD_TOKEN=secret\"}}]}}\n",
	})
	t.Chdir(dir)
	var got []string
	for line := range strings.Lines(run(t, "text", files.Options{Roots: []files.Root{{Path: "."}}})) {
		place, message, _ := strings.Cut(line, ": ")
		name, _, _ := strings.Cut(strings.TrimPrefix(message, "secret "), " ")
		got = append(got, place+" "+name)
	}
	want := []string{
		"compose.yaml:1:48 connectionSecret",
		"list.sh:4:8 secret", "list.sh:6:11 PASSWORDS",
		"values.yaml:3:15 clientSecret", "values.yaml:5:11 dbSecret", "values.yaml:6:13 rootSecret",
		"secretlint none.sh:", "secretlint odd:2:",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

const bad = "PASSWORD=hV7kq2mZ9x\n"

// TestWalk: what is left out, and what is not.
func TestWalk(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		"in/a.env": bad, "in/b/c.env": bad, "in/node_modules/x.env": bad, "in/testdata/x.env": bad, "in/vendor/x.env": bad, "in/.git/x.env": bad,
		"in/module/go.mod": "module x\n", "in/module/x.env": bad, "in/script": "#!/bin/sh\n" + bad, "in/text": bad, "out/x.env": bad,
		"in/binary.env": bad + "\x00", "in/long.env": strings.Repeat(bad, 4<<20/len(bad)+1), "in/long.json": strings.Repeat(" ", 4<<20+1), "in/latin1.env": "é: \xe9\n" + bad,
	})
	for link, to := range map[string]string{"in/out": "../out", "in/loop": ".", "in/link.env": "../out/x.env", "in/dangling.env": "nowhere", "link": "in"} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skip(err)
		}
	}
	t.Chdir(dir)
	for _, test := range []struct {
		what string
		o    files.Options
		want string
	}{
		{"all", files.Options{Roots: []files.Root{{Path: "in"}}}, "in/a.env in/b/c.env in/latin1.env in/module/x.env in/script in/long.env"},
		{"one module", files.Options{Roots: []files.Root{{Path: "in"}}, OneModule: true}, "in/a.env in/b/c.env in/latin1.env in/script in/long.env"},
		{"alone", files.Options{Roots: []files.Root{{Path: "in", Alone: true}}}, "in/a.env in/latin1.env in/script in/long.env"},
		{"no ignore", files.Options{Roots: []files.Root{{Path: "in"}}, NoIgnore: true}, "in/a.env in/b/c.env in/latin1.env in/module/x.env in/node_modules/x.env in/script in/testdata/x.env in/vendor/x.env in/long.env"},
		{"named", files.Options{Roots: []files.Root{{Path: "in/testdata"}, {Path: "in/a.env"}, {Path: "in/a.env"}, {Path: "in/text"}}}, "in/a.env in/testdata/x.env"},
		{"link", files.Options{Roots: []files.Root{{Path: "link/b"}, {Path: "in/link.env"}}}, "in/link.env link/b/c.env"},
	} {
		if got := found(run(t, "text", test.o)); got != test.want {
			t.Errorf("%s: got %s\nwant %s", test.what, got, test.want)
		}
	}
	var none finding.Handler
	if err := files.Run(files.Options{Roots: []files.Root{{Path: "nowhere"}}}, none); !errors.Is(err, files.ErrNothing) || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("error %v", err)
	}
	if err := files.Run(files.Options{Roots: []files.Root{{Path: os.DevNull}}}, none); !errors.Is(err, files.ErrNothing) {
		t.Errorf("a device: error %v", err)
	}
}

// TestIgnore: git says what is ignored, in each repository for itself, and what
// is tracked is not.
func TestIgnore(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{
		".gitignore": "*.env\n!c.env\nbuild/\n", "a.env": bad, "tracked.env": bad, "c.env": bad, "build/x/x.sh": bad, "sub/.gitignore": "x.sh\n", "sub/x.sh": bad, "sub/y.sh": bad,
		"other/.gitignore": "y.sh\n", "other/x.sh": bad, "other/y.sh": bad,
	})
	git := func(at string, args ...string) {
		cmd := exec.Command("git", append([]string{"-C", filepath.Join(dir, at)}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Skipf("git %s: %v: %s", args, err, out)
		}
	}
	git("", "init", "-q")
	git("", "add", "-f", "tracked.env")
	git("other", "init", "-q")
	t.Chdir(dir)
	for _, test := range []struct{ root, want string }{
		{".", "c.env other/x.sh sub/y.sh tracked.env"},
		{"sub", "sub/y.sh"},
		{"build", "build/x/x.sh"}, // it was named
		{"a.env", "a.env"},
	} {
		if got := found(run(t, "text", files.Options{Roots: []files.Root{{Path: test.root}}})); got != test.want {
			t.Errorf("%s: got %s\nwant %s", test.root, got, test.want)
		}
	}
	want := "a.env build/x/x.sh c.env other/x.sh other/y.sh sub/x.sh sub/y.sh tracked.env"
	if got := found(run(t, "text", files.Options{Roots: []files.Root{{Path: "."}}, NoIgnore: true})); got != want {
		t.Errorf("without: got %s\nwant %s", got, want)
	}
	t.Setenv("PATH", "")
	if got := found(run(t, "text", files.Options{Roots: []files.Root{{Path: "."}}})); got != want {
		t.Errorf("without git: got %s\nwant %s", got, want)
	}
}

// TestFingerprints: they depend neither on where the program was started nor on
// what stands above, and tell equal settings apart.
func TestFingerprints(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"go.mod": "module x\n", "a/x.env": bad + bad, "b/x.env": bad})
	prints := func(at string, root string) []string {
		t.Chdir(filepath.Join(dir, at))
		var all []string
		for line := range strings.Lines(run(t, "json", files.Options{Roots: []files.Root{{Path: root}}})) {
			_, after, _ := strings.Cut(line, `"fingerprint":"`)
			all = append(all, after[:32])
		}
		return all
	}
	before := prints("", ".")
	seen := map[string]bool{}
	for _, f := range before {
		seen[f] = true
	}
	if len(seen) != 3 {
		t.Errorf("fingerprints %q", before)
	}
	if diff := cmp.Diff(before[:2], prints("a", ".")); diff != "" {
		t.Error(diff)
	}
	write(t, dir, map[string]string{"a/x.env": "# comment\nLEVEL=1\n" + bad + bad})
	if diff := cmp.Diff(before, prints("b", "..")); diff != "" {
		t.Error(diff)
	}
}
