package format_test

import (
	"errors"
	"testing"
	"unicode/utf8"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/files/format"
)

// fuzz: whatever the text, a parser returns, its settings are within the text,
// in order of lines and columns, and its errors are of one kind and one line.
func fuzz(f *testing.F, name string, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	parser, ok := format.Of(name, nil)
	if !ok {
		f.Fatal(name)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 1<<14 {
			t.Skip()
		}
		settings, err := parser.Parse(text)
		for _, s := range settings {
			if s.Line < 1 || s.Column < 1 || s.EndLine < s.Line || s.EndLine == s.Line && s.EndColumn < s.Column {
				t.Errorf("%s: span %v", name, s.Span)
			}
			if s.Name == "" || s.Value == "" && s.Copied == "" || s.Kind == "" {
				t.Errorf("%s: setting %q of kind %q with a value: %v", name, s.Name, s.Kind, s.Value != "")
			}
		}
		var broken *format.Error
		switch {
		case err == nil || errors.Is(err, format.ErrTemplate):
		case !errors.As(err, &broken):
			t.Errorf("%s: error %v is of another type", name, err)
		case broken.Line < 0 || broken.Message == "" || !utf8.ValidString(broken.Message):
			t.Errorf("%s: error %q on line %d", name, broken.Message, broken.Line)
		}
	})
}

func FuzzDockerfile(f *testing.F) {
	fuzz(f, "Dockerfile", "# escape=`\nFROM x AS y\nENV A=1 \\\n # c\n B=\"2\"\n", "ARG A\nONBUILD RUN --a=b <<E\nA=1\nE\n", "ENV a b")
}

func FuzzCompose(f *testing.F) {
	fuzz(f, "compose.yaml", "a: &a {b: c}\nservices:\n  x: {environment: {<<: *a, d: é}, command: [--e=f]}\n", "services: {x: {environment: ['A=1', B]}}", "{{ x }}: [", "a: |\n  b\n")
}

func FuzzYAML(f *testing.F) {
	fuzz(f, "x.yaml", "apiVersion: v1\nkind: Secret\ndata: {a: ZA==}\n---\nkind: x\n", "AWSTemplateFormatVersion: 1\nParameters: {A: {NoEcho: true, Default: !Sub x}}\n",
		"apiVersion: v1\nkind: Pod\nspec: [{env: [{name: a, value: b}]}]\n", "Resources: {A: {Type: AWS::X, Properties: {SecretString: '{\"a\":1}'}}}", "jobs: {j: {steps: [{run: \"A=1\"}]}}",
		"apiVersion: v1\nkind: ConfigMap\ndata:\n  a.yaml: |\n    b: c\n  d.env: \"E=1\\nF=2\"\n  .dockerconfigjson: '{\"auths\":{\"r\":{\"auth\":\"YTpi\"}}}'\n")
}

func FuzzJSON(f *testing.F) {
	fuzz(f, "x.json", `{"containerDefinitions":[{"environment":[{"name":"a","value":"b"}]}]}`, `{"apiVersion":"v1","kind":"ConfigMap","data":{"a":1}} {}`, `[1,null,"é\u0000"`)
}

func FuzzHelm(f *testing.F) {
	fuzz(f, "values.yaml", "a: {b: c, value: d}\ne: [{name: f, value: g}]\n", "a: &a [*a]\n")
}

func FuzzTerraform(f *testing.F) {
	fuzz(f, "x.tf", "variable \"a\" {\n  default = \"b\"\n  sensitive = true\n}\n", "a = <<-E\n  #!/bin/sh\n  A=1\n  E\n", "a = jsonencode([{name = \"b\", value = c ? \"d\" : 1}])\n")
}

func FuzzTerraformJSON(f *testing.F) {
	fuzz(f, "x.tf.json", `{"variable":{"a":{"default":"b"}}}`)
}

func FuzzDotenv(f *testing.F) {
	fuzz(f, ".env", "A=1\nexport B=\"x\\\"y\" # c\nC='a\nb'\n", "A=\"")
}

func FuzzSystemd(f *testing.F) {
	fuzz(f, "x.service", "[Service]\nEnvironment=\"A=1 2\" \\\n B=3\nSetCredential=a:b\nExecStart=x --c=d\n")
}

func FuzzGitHub(f *testing.F) {
	fuzz(f, ".github/workflows/x.yml", "env: {A: 1}\njobs:\n  j:\n    steps:\n    - run: |\n        export A=${{ x }}\n")
}

func FuzzGitLab(f *testing.F) {
	fuzz(f, ".gitlab-ci.yml", "variables: {A: {value: b}}\nj: {script: ['A=1 b', !reference [x]]}\n")
}

func FuzzShell(f *testing.F) {
	fuzz(f, "x.sh", "A=1 B=\"${C:-d}\" e\nexport F='g'\ndocker run -e H=i j\n", "if x; then A=\"$(b\n")
}
