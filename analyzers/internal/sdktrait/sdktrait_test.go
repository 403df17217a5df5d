package sdktrait

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The fixture has the form of the files in the SDK.
var fixture = filepath.Join("testdata", "service", "locker")

func TestMark(t *testing.T) {
	file, err := os.ReadFile(filepath.Join(fixture, "schemas", "schemas.go"))
	if err != nil {
		t.Fatal(err)
	}
	s := Parse(string(file))
	for field, want := range map[string]Mark{
		"OpenLockerOutput.Content":   Sensitive, // its shape is
		"OpenLockerOutput.Pin":       Sensitive, // the member is
		"OpenLockerOutput.Codes":     Sensitive, // what it is a list of
		"OpenLockerResponse.Content": Sensitive,
		"Keys.Id":                    Sensitive, // all of the structure is
		"Pair.Value":                 Sensitive,
		"OpenerMemberCode.Value":     Sensitive, // of a union
		"OpenerMemberName.Value":     Plain,
		"OpenLockerOutput.Name":      Plain,
		"OpenLockerOutput.Labels":    Plain,
		"OpenLockerOutput.Loop":      Plain,
		"OpenLockerOutput.Pair":      Plain, // a structure is no list, whatever its members are called
		"Pair.Key":                   Plain,
		"OpenLockerOutput.Other":     Unknown,
		"CloseLockerOutput.Name":     Unknown,
		"OpenerMemberCode.Other":     Unknown,
	} {
		structure, name, _ := strings.Cut(field, ".")
		if got := s.Mark(structure, name); got != want {
			t.Errorf("%s: %v, want %v", field, got, want)
		}
	}
}

// TestParseOther: what is not of the generator's form says nothing, and does no harm.
func TestParseOther(t *testing.T) {
	for _, file := range []string{
		"", "\n", "var ", "var \n}, smithy.ShapeType", "\tx = Y.AddMember(\"", "\tx = Y.AddMember(\"a\", B",
		"\t = .AddMember(\"\", )", "package schemas\n\nvar X = 1\n",
	} {
		if got := Parse(file).Mark("Y", "A"); got != Unknown {
			t.Errorf("%q: %v", file, got)
		}
	}
}

func TestTable(t *testing.T) {
	service, err := filepath.Abs(fixture)
	if err != nil {
		t.Fatal(err)
	}
	large := largeService(t)
	table := new(Table)
	for range 2 { // the second time from memory
		for file, want := range map[string]Mark{
			filepath.Join(service, "types", "types.go"):         Sensitive,
			filepath.Join(service, "api_op_OpenLocker.go"):      Sensitive,
			filepath.Join(fixture, "api_op_OpenLocker.go"):      Unknown, // not absolute
			filepath.Join(service, "..", "none", "api_op_X.go"): Unknown,
			filepath.Join(service, "schemas", "schemas.go"):     Unknown,
			filepath.Join(large, "api_op_OpenLocker.go"):        Unknown,
			"": Unknown,
		} {
			if got := table.Mark(file, "OpenLockerOutput", "Pin"); got != want {
				t.Errorf("%s: %v, want %v", file, got, want)
			}
		}
	}
	if len(table.services) != 3 {
		t.Errorf("%d services were read, want 3", len(table.services))
	}
}

// largeService returns the directory of a service with too large a model.
func largeService(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "service", "large@v1.0.0")
	if err := os.MkdirAll(filepath.Join(dir, "schemas"), 0o777); err != nil {
		t.Fatal(err)
	}
	member := "\tX = OpenLockerOutput.AddMember(\"pin\", _Pin, &smithytraits.Sensitive{})\n"
	data := []byte(member + strings.Repeat("\n", maxSize))
	if err := os.WriteFile(filepath.Join(dir, "schemas", "schemas.go"), data, 0o666); err != nil {
		t.Fatal(err)
	}
	return dir
}

func BenchmarkParse(b *testing.B) {
	file := generate(700_000)
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if Parse(file).Mark("Shape7Output", "Member3") != Sensitive {
			b.Fatal("the generated file has another form")
		}
	}
}

// generate returns a file of at least that size, in the form of the SDK's.
func generate(size int) string {
	var declared, added strings.Builder
	for i := 0; declared.Len()+added.Len() < size; i++ {
		fmt.Fprintf(&declared, "var _Text%[1]d = smithy.NewSchema(smithy.ShapeID{\n\tNamespace: \"com.amazonaws.locker\",\n"+
			"\tName:      \"Text%[1]d\",\n}, smithy.ShapeTypeString, 0, &smithytraits.Sensitive{})\n\n", i)
		fmt.Fprintf(&declared, "var Shape%[1]dResponse = smithy.NewSchema(smithy.ShapeID{\n\tNamespace: \"com.amazonaws.locker\",\n"+
			"\tName:      \"Shape%[1]dResponse\",\n}, smithy.ShapeTypeStructure, 8)\n", i)
		for j := range 8 {
			fmt.Fprintf(&declared, "var Shape%dResponse_member%d *smithy.Schema\n\n", i, j)
			fmt.Fprintf(&added, "\tShape%[1]dResponse_member%[2]d = Shape%[1]dResponse.AddMember(\"member%[2]d\", _Text%[1]d)\n\n", i, j)
		}
	}
	return declared.String() + "func init() {\n" + added.String() + "}\n"
}
