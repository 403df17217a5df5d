package format_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/files/format"
)

// mark matches ⟦name|text⟧ in a test's file: there the text stands, and a
// setting of that name is expected with just that range.
var mark = regexp.MustCompile(`(?s)⟦([^|⟧]*)\|([^⟧]*)⟧`)

// unmark returns a file without marks, and the settings that they expect.
func unmark(marked string) (text string, want []string) {
	var b strings.Builder
	last := 0
	for _, m := range mark.FindAllStringSubmatchIndex(marked, -1) {
		b.WriteString(marked[last:m[0]])
		start := place(b.String())
		b.WriteString(marked[m[4]:m[5]])
		want = append(want, fmt.Sprintf("%s %s-%s", marked[m[2]:m[3]], start, place(b.String())))
		last = m[1]
	}
	b.WriteString(marked[last:])
	return b.String(), want
}

func place(before string) string {
	return fmt.Sprintf("%d:%d", strings.Count(before, "\n")+1, len(before)-strings.LastIndexByte(before, '\n'))
}

// settings returns the settings in a file, as unmark does.
func settings(t *testing.T, name, text string) (got []string, err error) {
	t.Helper()
	f, ok := format.Of(name, []byte(text))
	if !ok {
		t.Fatalf("%s is of no format", name)
	}
	found, err := f.Parse([]byte(text))
	for _, s := range found {
		got = append(got, fmt.Sprintf("%s %d:%d-%d:%d", s.Name, s.Line, s.Column, s.EndLine, s.EndColumn))
	}
	return got, err
}

// check checks files that have nothing but the settings marked in them.
func check(t *testing.T, name string, files ...string) {
	t.Helper()
	for _, marked := range files {
		text, want := unmark(marked)
		got, err := settings(t, name, text)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s\n%s", name, err, text, diff)
		}
	}
}

func TestDockerfile(t *testing.T) {
	check(t, "Dockerfile",
		"FROM x\nENV A=⟦A|1⟧ B=⟦B|\"2 3\"⟧\n",
		"FROM x\r\nENV A=⟦A|1⟧ \\\r\n  # comment\r\n\r\n  B=⟦B|'2 3'⟧\r\nENV C ⟦C|one two⟧  \r\n",
		"# escape=`\nFROM x\nENV A=⟦A|C:\\x⟧ `\n  B=⟦B|2⟧\n",
		"\xef\xbb\xbfARG V=⟦V|1⟧\nFROM x:$V\nARG W\nARG X=⟦X|a⟧ Y Z=⟦Z|b⟧\n",
		"from x as y\nonbuild env A=⟦A|1⟧\n",
		"FROM x\nRUN --mount=type=secret,id=x --network=none A=⟦A|1⟧ make && export B=⟦B|\"2\"⟧ \\\n  && C=⟦C|3⟧ d\n",
		"FROM x\nRUN <<EOF\nexport A=⟦A|1⟧\nEOF\nCOPY <<\"E\" /x\nUNKNOWN x\nE\nENV B=⟦B|2⟧\n",
		"FROM x\nRUN cat <<-EOF > x && A=⟦A|1⟧ b\n\tC=2\n\tEOF\nENV D=⟦D|4⟧\n",
		"FROM x\nRUN [\"sh\", \"-c\", \"A=1\"]\nCMD [\"x\"]\nENV A=⟦A|${A:-1}⟧\n",
		"FROM x\nRUN ((((\nENV A=⟦A|1⟧",
		"FROM x\nENV A=⟦A|1\\\n# c\n2⟧ B=⟦B|\"3\"4⟧\nENV C=⟦C|\\\\⟧\n",
		"FROM x\nCOPY <<A <<B /etc/\n1\nA\n2\nB\nADD <<-E /app/.env\nD=⟦D|4⟧\nE\nCOPY <<c.sh /bin/\nexport F=⟦F|5⟧\nc.sh\nENV G=⟦G|6⟧\n",
		"FROM x\nRUN <<E\n#!/usr/bin/python3\nA=1\nE\nRUN <<E\n#!/bin/bash\nB=⟦B|2⟧\nE\n",
		"FROM x\nENV A=⟦A|a${B:-b}c⟧ D=⟦D|\"a\\\"b\"⟧ É=⟦É|é⟧ F=\nENV\t G \t ⟦G|1 2⟧\t\n",
	)
}

// TestDockerfileValues: quotes and escapes are Docker's, and what is put in later
// is a reference.
func TestDockerfileValues(t *testing.T) {
	f, _ := format.Of("Dockerfile", nil)
	found, err := f.Parse([]byte("# escape=`\nFROM x\nENV A=\"a `\"b\" B='c\"d' C=${X:-e} D=\"${X-f g}\" E=h${X}i F=$X G=`$j\nENV H k \"l\"\nCOPY <<.env /app/\nI=m\n.env\n"))
	var got []string
	for _, s := range found {
		got = append(got, s.Name+"="+s.Value)
	}
	want := []string{"A=a \"b", "B=c\"d", "C=e", "D=f g", "E=h${X}i", "F=$X", "G=$j", "H=k l", "I=m"}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestCompose(t *testing.T) {
	check(t, "compose.yaml",
		"services:\n  a:\n    environment:\n      A: ⟦A|1⟧\n      B: ⟦B|\"2\"⟧\n      C:\n      D: null\n",
		"services:\n  a:\n    environment:\n      - A=⟦A|1⟧\n      - \"B=⟦B|2⟧\"\n      - C\n    build: {args: [D=⟦D|4⟧]}\n",
		"x: &x {A: ⟦A|1⟧}\nservices:\n  a: {environment: *x}\n  b: {environment: *x}\n",
		"services:\n  é: {environment: {é: ⟦é|é⟧, b: ⟦b|2⟧}}\n",
		"services:\n  a:\n    command: [x, --token=⟦token|t⟧, -v, \"--a b=c\"]\n    secrets: [x]\n",
	)
	check(t, "other.yml",
		"services: {a: {image: x, environment: {A: ⟦A|1⟧}}}\n---\nservices: {a: 1}\n",
		"services: {a: {title: x}}\n")
}

// TestMerge: what merge keys add is where it was defined, and what a mapping has
// itself counts.
func TestMerge(t *testing.T) {
	text := "x: &x {A: '1', B: '2'}\nservices:\n  a:\n    environment:\n      <<: *x\n      A: '3'\n"
	got, err := settings(t, "compose.yaml", text)
	want := []string{"A 6:10-6:13", "B 1:19-1:22"}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestKubernetes(t *testing.T) {
	const head = "apiVersion: v1\n"
	check(t, "x.yaml",
		head+"kind: Pod\nspec:\n  containers:\n  - name: a\n    env:\n    - name: A\n      value: ⟦A|x⟧\n    - {name: B, valueFrom: {secretKeyRef: {name: b, key: b}}}\n    - value: ⟦C|\"y\"⟧\n      name: C\n",
		head+"kind: CronJob\nspec: {jobTemplate: {spec: {template: {spec: {initContainers: [{name: a, image: b, args: [--p=⟦p|q⟧], env: [{name: A, value: ⟦A|x⟧}]}]}}}}}\n",
		head+"kind: Secret\nstringData: {a: ⟦a|b⟧}\ndata:\n  c: ⟦c|ZA==⟧\n  d: '?'\n  e: !x ZA==\n",
		head+"kind: ConfigMap\ndata:\n  a: ⟦a||-\n    one\n    two⟧\n  b: ⟦b|'it''s'⟧\n",
		head+"kind: ConfigMap\ndata:\n  a.properties: |\n    # c\n    db.password=⟦db.password|x⟧\n  b.yaml: |\n    c:\n      d: ⟦d|e⟧\n  f.json: '{\"g\":⟦g|\"h\"⟧}'\n  i.yml: ⟦i.yml|\"{\"⟧\n  j.txt: ⟦j.txt|k⟧\n",
		head+"kind: Secret\ndata:\n  a.env: ⟦A|QT0x⟧\n",
		head+"kind: Secret\nstringData:\n  .dockerconfigjson: '{\"auths\": {\"r\": {\"auth\": ⟦password|\"YTpi\"⟧}, \"s\": {\"password\": ⟦password|\"c\"⟧, \"auth\": \"YTpi\"}}}'\n",
		head+"kind: PodList\nitems:\n- {apiVersion: v1, kind: ConfigMap, data: {a: ⟦a|b⟧}}\n",
		head+"kind: SealedSecret\nspec: {encryptedData: {a: b}}\n---\n"+head+"kind: HelmRelease\nspec: {values: {a: {b: ⟦b|c⟧, env: [{name: d, value: ⟦d|e⟧}]}}}\n",
		head+"kind: Custom\nspec: {template: {env: [{name: A, value: ⟦A|x⟧}]}}\n",
		head+"kind: Secret\nstringData: {a: b}\nsops: {mac: x, version: 1}\n",
		head+"kind: Config\nusers: [{name: u, user: {token: ⟦token|t⟧}}]\n",
		head+"kind: Application\nspec: {source: {helm: {parameters: [{name: a.b, value: ⟦a.b|c⟧}], valuesObject: {d: ⟦d|e⟧}}}}\n",
		"# nothing\n", "a: [b]\n", "- a\n", "", "---\n...\n",
	)
	check(t, "x.json",
		`{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"env": [{"name": "A", "value": ⟦A|"x\"y"⟧}]}]}}`,
		"\xef\xbb\xbf"+`{"apiVersion":"v1","kind":"ConfigMap","data":{"a":⟦a|"b"⟧,"c":null,"d":⟦d|12⟧}}`+"\n",
		`[1, {"a": "b"}]`, "{} {}")
	check(t, "kustomization.yaml", "secretGenerator:\n- name: a\n  literals: [a=⟦a|b⟧, \"c=⟦c|d⟧\"]\n")
}

func TestNotes(t *testing.T) {
	f, _ := format.Of("x.yaml", nil)
	found, err := f.Parse([]byte("apiVersion: a\nkind: ExternalSecret\nmetadata: {name: n}\n---\napiVersion: a\nkind: SecretProviderClass\nspec: {secretObjects: [{secretName: s}], parameters: {objects: x}}\n"))
	var got []string
	for _, s := range found {
		got = append(got, fmt.Sprintf("%s to %s at %d:%d", s.Name, s.Copied, s.Line, s.Column))
	}
	if diff := cmp.Diff([]string{"Secret n to etcd at 2:7", "Secret s to etcd at 7:24"}, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
}

func TestHelm(t *testing.T) {
	check(t, "chart/values.yaml",
		"a:\n  b: ⟦b|c⟧\n  password: {value: ⟦password|x⟧}\nenv: [{name: E, value: ⟦E|f⟧}]\nvalueFrom: {key: g}\n",
		"a: &a {b: ⟦b|c⟧}\nd: *a\ne: [*a, {f: ⟦f|g⟧}]\n")
	check(t, "chart/templates/x.yaml",
		"{{- if .x }}\napiVersion: v1\nkind: ConfigMap\ndata:\n  a: ⟦a|{{ .b }}⟧\n  c: ⟦c|d⟧\n{{ end }}\n")
}

func TestECS(t *testing.T) {
	check(t, "task.json",
		`{"containerDefinitions": [{"name": "a", "environment": [{"name": "A", "value": ⟦A|"x"⟧}], "secrets": [{"name": "B", "valueFrom": "arn"}]}]}`,
		`{"taskDefinition": {"containerDefinitions": [{"environment": [{"value": ⟦A|"x"⟧, "name": "A"}], "logConfiguration": {"options": {"o": ⟦o|"p"⟧}}}]}}`,
		`{"overrides": {"containerOverrides": [{"environment": [{"name": "A", "value": ⟦A|"x"⟧}]}]}}`)
}

func TestCloudFormation(t *testing.T) {
	check(t, "x.yaml",
		"Resources:\n  A:\n    Type: AWS::X::Y\n    Properties:\n      P: ⟦P|q⟧\n      R: !Ref X\n      S: !Sub ⟦S|\"${t}\"⟧\n      U: {\"Fn::Sub\": ⟦U|v⟧}\n      W: {Ref: X}\n      J: !Join [a, [b]]\n      Tags: [{Key: a, Value: b}]\n",
		"AWSTemplateFormatVersion: 1\nParameters:\n  A: {Type: String, Default: ⟦A|x⟧}\n  B: {Type: 'AWS::SSM::Parameter::Name', Default: x}\n  C: {Default: x, AllowedValues: [x]}\nGlobals: {Function: {Environment: {Variables: {E: ⟦E|f⟧}}}}\n",
		"Resources:\n  A: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: ⟦a|'{\"a\":\"b\"}'⟧}}\n  B: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: ⟦SecretString|b⟧}}\n",
		"Resources:\n  A: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Environment: [{Name: A, Value: ⟦A|b⟧}]}]}}\n")
	check(t, "x.template", `{"Resources": {"A": {"Type": "AWS::X::Y", "Properties": {"P": ⟦P|"q"⟧, "R": {"Ref": "S"}}}}}`, "Resources:\n  A: {Type: AWS::X::Y, Properties: {P: ⟦P|q⟧}}\n")
}

func TestDeclared(t *testing.T) {
	for name, text := range map[string]string{
		"x.yaml": "AWSTemplateFormatVersion: 1\nParameters: {A: {NoEcho: true, Default: x}}\nResources: {B: {Type: AWS::SSM::Parameter, Properties: {Type: SecureString, Name: A, Value: x}}}\n",
		"x.tf":   "variable \"A\" {\n  sensitive = true\n  default = \"x\"\n}\nresource \"aws_ssm_parameter\" \"p\" {\n  name = \"A\"\n  type = \"SecureString\"\n  value = \"x\"\n}\n",
	} {
		f, _ := format.Of(name, nil)
		found, err := f.Parse([]byte(text))
		if err != nil || len(found) != 2 {
			t.Errorf("%s: %d settings, %v", name, len(found), err)
		}
		for _, s := range found {
			if !s.Declared || s.Name != "A" {
				t.Errorf("%s: setting %s is declared: %v", name, s.Name, s.Declared)
			}
		}
	}
}

func TestTerraform(t *testing.T) {
	check(t, "x.tf",
		"a = ⟦a|\"b\"⟧\nc = d.e\nf = \"${g}\"\nh = ⟦h|12⟧\n",
		"resource \"x\" \"y\" {\n  a = { b = ⟦b|\"c\"⟧, \"d\" = ⟦d|\"e\"⟧, tags = { f = \"g\" } }\n  env {\n    name  = \"E\"\n    value = ⟦E|\"f\"⟧\n  }\n}\n",
		"variable \"v\" {\n  description = \"d\"\n  default = ⟦v|\"x\"⟧\n}\noutput \"o\" {\n  value = \"x\"\n}\n",
		"a = b ? ⟦a|\"c\"⟧ : (⟦a|\"d\"⟧)\ne = f(\"g\", { h = ⟦h|\"i\"⟧ })\nj = sensitive(⟦j|\"k\"⟧)\n",
		"a = jsonencode([{ environment = [{ name = \"E\", value = ⟦E|\"f\"⟧ }], secrets = [{ name = \"S\", valueFrom = b.arn }] }])\n",
		"user_data = <<-EOF\n  #!/bin/sh\n  export A=⟦A|b⟧\nEOF\n",
		"data \"x_secret\" \"y\" {\n  secret = \"z\"\n}\na \"b\" {\n  secret_key_ref {\n    secret = \"c\"\n  }\n  labels = { d = \"e\" }\n}\n",
		"\xef\xbb\xbfa = ⟦a|\"é\"⟧\nset {\n  name = \"x.y\"\n  value = ⟦y|\"z\"⟧\n}\n")
	check(t, "x.tf.json", `{"variable": {"v": {"default": ⟦v|"x"⟧}}, "resource": {"a": {"b": {"c": ⟦c|"d"⟧}}}}`)
}

func TestDotenv(t *testing.T) {
	check(t, "prod.env",
		"\xef\xbb\xbfA=⟦A|1⟧\nexport B = ⟦B|\"2 # 3\"⟧ # c\n# C=4\nD\nE=\nF=⟦F|'a\nb'⟧\nG=⟦G|x#y⟧ #z\r\n1=2\na b=c\nH=⟦H|\"open⟧\n",
		"A=⟦A|1⟧")
}

func TestSystemd(t *testing.T) {
	check(t, "x.service",
		"[Service]\nEnvironment=A=⟦A|1⟧ \"B=⟦B|2 3\"⟧ \\\n  # c\n  C=⟦C|4⟧\n; Environment=D=5\nSetCredential=e:⟦e|f⟧\nExecStart=/x --g=⟦g|h⟧ -i\nPassEnvironment=J\n")
}

func TestPipelines(t *testing.T) {
	check(t, ".github/workflows/x.yml",
		"env: {A: ⟦A|1⟧}\njobs:\n  j:\n    runs-on: x\n    env: {B: ⟦B|2⟧}\n    container: {credentials: {password: ⟦password|p⟧}}\n    steps:\n    - with: {C: ⟦C|3⟧}\n    - with:\n        secrets: |\n          G=⟦G|7⟧\n          H=⟦H|8⟧\n        build-args: I=⟦I|9⟧\n    - run: |\n        export D=⟦D|4⟧ E=⟦E|${{ secrets.X }}⟧\n    - run: F=⟦F|6⟧ make\n",
	)
	check(t, "ci/.gitlab-ci.yml",
		"variables: {A: ⟦A|1⟧}\nj:\n  variables: {B: {value: ⟦B|2⟧, description: x}}\n  script:\n  - export C=⟦C|3⟧\n  - |\n\n    D=⟦D|4⟧ make\n")
}

func TestShell(t *testing.T) {
	check(t, "x.sh",
		"A=⟦A|1⟧\nexport B=⟦B|\"2\"⟧ C D=⟦D|'3'⟧\nE=⟦E|4⟧ f g=h\nlocal -r I=⟦I|5⟧\nJ=(a b)\nif true; then K=⟦K|${K:-6}⟧; fi\nL=⟦L|$(x)⟧\n",
		"env ⟦A|A=1⟧ b\n",
		"docker run -p 1 -e ⟦A|A=1⟧ ⟦B|--env=B=2⟧ -e C x\nsed -e D=1\nkubectl x ⟦p|--from-literal=p=q⟧\nhelm install --set ⟦c|a.b.c=d⟧ x\n")
	check(t, "script", "#!/usr/bin/env -S bash -e\nA=⟦A|1⟧\n")
}

// TestBroken: an error names the line, and quotes nothing of the file.
func TestBroken(t *testing.T) {
	const secret = "hV7kq2mZ9x"
	for _, test := range []struct {
		name, text string
		line       int
	}{
		{"Dockerfile", "FROM x\nENV A=1 hV7kq2mZ9x\n", 2},
		{"Dockerfile", "FROM x\nhV7kq2mZ9x y\nENV A=1", 2},
		{"Dockerfile", "FROM x\nRUN <<EOF\nhV7kq2mZ9x", 2},
		{"compose.yaml", "services:\n  a: *hV7kq2mZ9x\n", 2},
		{"compose.yaml", "a: b\nc: \"hV7kq2mZ9x\n", 0},
		{"x.yaml", "apiVersion: v1\nhV7kq2mZ9x\nkind: x\n", 0},
		{"x.json", "{\"containerDefinitions\":\n\"hV7kq2mZ9x\",\n hV7kq2mZ9x}", 3},
		{"x.json", "{\"containerDefinitions\":\n\"hV7kq2mZ9x", 2},
		{"x.tf", "a = 1\nb = \"hV7kq2mZ9x\n", 2},
		{"x.tf", "a = 1\nhV7kq2mZ9x \n", 2},
		{"x.sh", "echo ${!a[@]}\necho $((1.5 + hV7kq2mZ9x))\n", 2},
		{"x.sh", "a=1\n( hV7kq2mZ9x ))\n", 2},
	} {
		_, err := settings(t, test.name, test.text)
		var broken *format.Error
		if !errors.As(err, &broken) {
			t.Errorf("%s: %q: error %v", test.name, test.text, err)
			continue
		}
		if strings.Contains(err.Error(), secret) || strings.Contains(err.Error(), "\n") || test.line > 0 && broken.Line != test.line {
			t.Errorf("%s: %q: error %v, on line %d, want %d", test.name, test.text, err, broken.Line, test.line)
		}
	}
}

// TestNoError: what is filled in later, or is none of ours, is not broken.
func TestNoError(t *testing.T) {
	for name, text := range map[string]string{
		"x.yaml":           "a: [\n",
		"Dockerfile.txt2":  "an article about\nDockerfiles\n",
		"x.json":           "// a comment\n{}",
		"templates/a.yaml": "apiVersion: v1\nkind: x\n{{ if .x }}a: [{{ else }}\n b: {{ end }}",
		"Dockerfile":       "FROM x\n{{ if .x }}\nENV A=1\n{{ end }}\n",
		"compose.yaml":     "services:\n{% for x in y %}\n  {{ x }}: [\n{% endfor %}",
		"x.tf":             "a = {{ b }}\n",
		"x.sh":             "#!/bin/sh\n%{ if a }\nif b; then ( ))\n%{ endif }\n",
		"y.sh":             "#!/bin/sh\n${ content } ))\n",
	} {
		if _, err := settings(t, name, text); err != nil && !errors.Is(err, format.ErrTemplate) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestOtherDocuments: of several documents those that can be read are.
func TestOtherDocuments(t *testing.T) {
	const head = "apiVersion: v1\nkind: ConfigMap\n"
	text, want := unmark("é: é\n---\n" + head + "data: {a: ⟦a|b⟧}\n---\na: [\n---\n" + head + "data: {é: ⟦é|c⟧}\n---\nd: \"\n---\n" + head + "data: {d: ⟦d|e⟧}\n")
	got, err := settings(t, "x.yaml", text)
	var broken *format.Error
	if diff := cmp.Diff(want, got); diff != "" || !errors.As(err, &broken) {
		t.Errorf("error %v\n%s", err, diff)
	}
}

func TestOf(t *testing.T) {
	for name, want := range map[string]string{
		"Dockerfile": "dockerfile", "a/Containerfile": "dockerfile", "Dockerfile.prod": "dockerfile", "x.Dockerfile": "dockerfile", "Dockerfile.md": "", "dockerfile.go": "",
		"docker-compose.override.yml": "compose", "compose.yaml": "compose", "composer.json": "json", ".gitlab-ci.yml": "gitlab", ".github/workflows/a.yml": "github",
		"a/.github/workflows/a.yml": "github", ".github/dependabot.yml": "yaml", "action.yml": "github", "values.yaml": "helm", "values-prod.yaml": "helm", "prod.values.yml": "helm",
		".env": "dotenv", ".env.prod": "dotenv", "prod.env": "dotenv", ".env.md": "", "env.go": "", "a.service": "systemd", "a.service.d/x.conf": "systemd", "x.conf": "",
		"a.tf": "terraform", "a.auto.tfvars": "terraform", "a.tf.json": "terraform", "a.sh": "shell", ".envrc": "shell", "a.go": "", "README.md": "", "a.template": "cloudformation",
	} {
		f, _ := format.Of(name, nil)
		if f.Name != want {
			t.Errorf("Of(%s) = %q, want %q", name, f.Name, want)
		}
	}
}

func TestSample(t *testing.T) {
	for name, want := range map[string]string{
		".env.example": ".env", "Dockerfile.tmpl": "Dockerfile", "a.yaml.template": "a.yaml", "x/example.env": "x/example.env", ".env.sample": ".env", "env.template": "env",
	} {
		if rest, isSample := format.Sample(name); rest != want || !isSample {
			t.Errorf("Sample(%s) = %s, %v, want %s", name, rest, isSample, want)
		}
	}
	for _, name := range []string{"stack.template", ".env", "examples/x.yaml"} {
		if rest, isSample := format.Sample(name); rest != name || isSample {
			t.Errorf("Sample(%s) = %s, %v", name, rest, isSample)
		}
	}
}
