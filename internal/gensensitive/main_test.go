package main

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestGenerated: the table is what fields.tsv comes to.
func TestGenerated(t *testing.T) {
	want, err := render(fields)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(target)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("run go generate (-want +got):\n%s", diff)
	}
	for _, line := range []string{
		"secretsmanager CreateSecretInput SecretBinary SecretString\n",
		"kms EncryptInput Plaintext\n",
		"rds CreateDBInstanceInput MasterUserPassword TdeCredentialPassword\n",
		"elasticloadbalancingv2 AuthenticateOidcActionConfig ClientSecret\n",
	} {
		if !strings.Contains(string(want), line) {
			t.Errorf("the table has no line %q", line)
		}
	}
	for name := range harmless {
		if strings.Contains(string(want), " "+name) && name != "Session" && name != "UserData" {
			t.Errorf("the table has %s", name)
		}
		if !strings.Contains(fields, name) {
			t.Errorf("no field is called %s", name)
		}
	}
}

func TestRender(t *testing.T) {
	if _, err := render("service/x\tT\tF\n"); err == nil {
		t.Error("no error for a row without all columns")
	}
	rows := "# comment\n" +
		"service/x\ttypes.T\tB\t*string\tsecret\tinput+output\n" +
		"service/x\tT\tA\t[]byte\tsecret\tinput\n" +
		"service/x\tT\tC\t*string\tsecret\toutput\n" +
		"service/x\tT\tD\t*types.Credentials\tsecret\tinput\n" +
		"service/x\tT\tE\tmap[string]string\tenv\tinput\n" +
		"service/x\tT\tMasterUserName\t*string\tsecret\tinput\n" +
		"service/y,service/z\ttypes.U / types.VOutput\tA,B\t\tgap\t\n"
	got, err := render(rows)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(header+"x T A B\ny U A B\nz U A B\n", string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
