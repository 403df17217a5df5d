package early

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEnds(t *testing.T) {
	const compiling, unknown = "go1.26.8", ""
	std := Unit{ImportPath: "fmt", VetxOnly: true, Archives: true}
	own := Unit{ImportPath: "m/p", ModulePath: "m", VetxOnly: true, Archives: true}
	others := Unit{ImportPath: "o/p", ModulePath: "o", ModuleVersion: "v1.0.0", VetxOnly: true, Archives: true}
	ofSDK := Unit{ImportPath: "github.com/aws/aws-sdk-go-v2/aws", ModulePath: "github.com/aws/aws-sdk-go-v2", VetxOnly: true, Archives: true}
	notSDK := Unit{ImportPath: "github.com/aws/aws-sdk-go-v3/aws", ModulePath: "github.com/aws/aws-sdk-go-v3", VetxOnly: true, Archives: true}
	with := func(u Unit, change func(*Unit)) Unit { change(&u); return u }
	named := func(u *Unit) { u.VetxOnly = false }
	leaf := func(u *Unit) { u.Leaf, u.Archives = true, false }
	uncompiled := func(u *Unit) { u.Archives = false }
	for _, test := range []struct {
		name    string
		unit    Unit
		deep    []string
		version string
		want    bool
	}{
		{"standard library", std, nil, unknown, true},
		{"standard library, named", with(std, named), nil, unknown, false},
		{"standard library, leaf", with(std, leaf), nil, compiling, true},
		{"standard library, leaf, unknown go command", with(std, leaf), nil, unknown, false},
		{"standard library, not compiled", with(std, uncompiled), nil, compiling, false},
		{"own", own, nil, compiling, false},
		{"own, leaf", with(own, leaf), nil, compiling, false},
		{"another's", others, nil, unknown, true},
		{"another's, named", with(others, named), nil, unknown, false},
		{"another's, deep", others, []string{"m", "o"}, unknown, false},
		{"another's, other deep", others, []string{"p"}, unknown, true},
		{"another's, leaf", with(others, leaf), nil, compiling, true},
		{"another's, leaf, later go command", with(others, leaf), nil, "go1.27", false},
		{"another's, not compiled", with(others, uncompiled), nil, compiling, false},
		{"own SDK", ofSDK, nil, unknown, true},
		{"not the SDK", notSDK, nil, unknown, false},
	} {
		if got := test.unit.Ends(test.deep, test.version); got != test.want {
			t.Errorf("%s: %t", test.name, got)
		}
	}
}

func TestCompiles(t *testing.T) {
	for version, want := range map[string]bool{
		"go1.26.8": true, "go1.26": true, "go1.26rc1": true, "go1.9": true, "go1.26-devel_0123abc": true,
		"go1.27": false, "go1.27rc1": false, "go1.100": false, "go1.1000": false, "go2.1": false,
		"": false, "go1.": false, "go1.x": false, "devel go1.26-0123abc": false, "gccgo": false,
	} {
		if got := compiles(version); got != want {
			t.Errorf("%q: %t", version, got)
		}
	}
}

func TestArguments(t *testing.T) {
	type result struct {
		file string
		deep []string
		ok   bool
	}
	for _, test := range []struct {
		args []string
		want result
	}{
		{[]string{"vet.cfg"}, result{"vet.cfg", nil, true}},
		{[]string{"-json", "/b001/vet.cfg"}, result{"/b001/vet.cfg", nil, true}},
		{[]string{"-json", "-keyzero.sources=a b", "-deep=m,n", "--deep=o", "vet.cfg"}, result{"vet.cfg", []string{"m", "n", "o"}, true}},
		{[]string{"-deep=", "vet.cfg"}, result{"vet.cfg", []string{""}, true}},
		{nil, result{}},
		{[]string{"./..."}, result{}},
		{[]string{"-V=full"}, result{}},
		{[]string{"-V=full", "vet.cfg"}, result{}},
		{[]string{"-flags", "vet.cfg"}, result{}},
		{[]string{"-deep", "m", "vet.cfg"}, result{}},
		{[]string{"-deep", "vet.cfg"}, result{}},
		{[]string{"explain", "vet.cfg"}, result{}},
		{[]string{"--", "vet.cfg"}, result{}},
		{[]string{"-", "vet.cfg"}, result{}},
		{[]string{"-=m", "vet.cfg"}, result{}},
		{[]string{"---deep=m", "vet.cfg"}, result{}},
		{[]string{"-json", "-x.cfg"}, result{}},
	} {
		var got result
		got.file, got.deep, got.ok = arguments(test.args)
		if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(result{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.args, diff)
		}
	}
}
