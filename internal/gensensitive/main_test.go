package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestGenerated: the tables are what fields.tsv comes to.
func TestGenerated(t *testing.T) {
	tables, err := renderAll(fields)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range tables {
		got, err := os.ReadFile(target(name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("run go generate (-want +got):\n%s", diff)
		}
	}
	hasLines(t, tables, "sensitive.txt",
		"secretsmanager CreateSecretInput SecretBinary SecretString",
		"kms EncryptInput Plaintext",
		"rds CreateDBInstanceInput MasterUserPassword TdeCredentialPassword",
		"elasticloadbalancingv2 AuthenticateOidcActionConfig ClientSecret")
	hasLines(t, tables, "secrets.txt",
		"secretsmanager GetSecretValueOutput SecretString",
		"kms DeriveSharedSecretOutput SharedSecret",
		"cognitoidentity types.Credentials SessionToken",
		"lakeformation GetTemporaryGlueTableCredentialsOutput SessionToken",
		"signin types.AccessToken SecretAccessKey")
	hasLines(t, tables, "secretgaps.txt", "sts types.Credentials SessionToken")
	if line := "\nsts types.Credentials SecretAccessKey\n"; strings.Contains(string(tables["secretgaps.txt"]), line) {
		t.Errorf("secretgaps.txt has the line %q, which is of a model", line)
	}
	hasLines(t, tables, "environments.txt",
		"lambda types.EnvironmentResponse Variables",
		"ecs types.KeyValuePair Value")
}

func hasLines(t *testing.T, tables map[string][]byte, name string, lines ...string) {
	t.Helper()
	for _, line := range lines {
		if !strings.Contains(string(tables[name]), "\n"+line+"\n") {
			t.Errorf("%s has no line %q", name, line)
		}
	}
}

// TestHarmless: what is called harmless exists, and is in no table of its kind.
func TestHarmless(t *testing.T) {
	tables, err := renderAll(fields)
	if err != nil {
		t.Fatal(err)
	}
	for name := range harmless {
		if strings.Contains(string(tables["sensitive.txt"]), " "+name) && name != "Session" && name != "UserData" {
			t.Errorf("the table has %s", name)
		}
		if !strings.Contains(fields, name) {
			t.Errorf("no field is called %s", name)
		}
	}
	for name := range harmlessOutputs {
		if !isMember(t, name) {
			t.Errorf("no row is about %s", name)
		}
	}
}

// isMember reports whether some row is about what harmlessOutputs calls by a name.
func isMember(t *testing.T, name string) (found bool) {
	t.Helper()
	err := eachRow(fields, func(columns []string) {
		for _, m := range members(columns) {
			qualified := m.owner + "." + m.field
			found = found || name == m.field || name == qualified || name == m.service+"/"+qualified
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestRender(t *testing.T) {
	if _, err := renderAll("service/x\tT\tF\n"); err == nil {
		t.Error("no error for a row without all columns")
	}
	rows := "# comment\n" +
		"service/x\ttypes.T\tB\t*string\tsecret\tinput+output\n" +
		"service/x\tT\tA\t[]byte\tsecret\tinput\n" +
		"service/x\tT\tC\t*string\tsecret\toutput\n" +
		"service/x\tT\tD\t*types.Credentials\tsecret\tinput+output\n" +
		"service/x\ttypes.Credentials\tI,J\t*string\tmember\toutput\n" +
		"service/x\tT\tE\tmap[string]string\tenv\tinput+output\n" +
		"service/x\tT\tH\t[]types.KeyValuePair\tenv\toutput\n" +
		"service/x\tT\tK\t*types.Environment\tenv\toutput\n" +
		"service/x\tT\tMasterUserName\t*string\tsecret\tinput\n" +
		"service/x\tTOutput\tSession\t*string\tsecret\toutput\n" +
		"service/x\tL{M,N}Output\tG\t\tgap\t\n" +
		"service/y,service/z\ttypes.U / types.VOutput\tA,B\t\tgap\t\n"
	tables, err := renderAll(rows)
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	for name, data := range tables {
		got[name] = string(data)
	}
	want := map[string]string{
		"sensitive.txt": header + "x T A B\ny U A B\nz U A B\n",
		"secrets.txt": secretsHeader + "x LMOutput G\nx LNOutput G\nx T C\nx types.Credentials I\nx types.Credentials J\nx types.T B\n" +
			"y types.U A\ny types.U B\ny types.VOutput A\ny types.VOutput B\n" +
			"z types.U A\nz types.U B\nz types.VOutput A\nz types.VOutput B\n",
		"secretgaps.txt": gapsHeader + "x LMOutput G\nx LNOutput G\ny types.U A\ny types.U B\ny types.VOutput A\ny types.VOutput B\n" +
			"z types.U A\nz types.U B\nz types.VOutput A\nz types.VOutput B\n",
		"environments.txt": environmentsHeader + "x T E\nx types.KeyValuePair Value\n",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
