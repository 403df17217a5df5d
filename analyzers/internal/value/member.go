package value

import (
	"iter"
	"slices"
	"strings"
	"unicode"
)

// plainMembers are the members of a structured secret that are none, without case
// and separators. Source: "JSON structure of AWS Secrets Manager secrets" in the AWS
// Secrets Manager User Guide, and the shorter names of the same.
var plainMembers = strings.Fields(`
	engine host hostname port username user login dbname database databasename schema
	masterarn dbinstanceidentifier dbclusteridentifier numberofnodes warehouse cluster
	ssl sslmode region endpoint clientid keyid accesskeyid
	arn account accountid author created description owner status updated user algorithm alg email id issuer kind name path realm role rolearn
	server tenantid type version`)

// Exposed yields the leaves of v that a reader of v learns: not those of which only a
// member is there that is no secret, or the names of members.
func (v *Value) Exposed() iter.Seq[*Value] { return v.ShownAs(Whole) }

// ShownAs is Exposed for a reader to whom v is shown in that mode.
func (v *Value) ShownAs(mode Mode) iter.Seq[*Value] {
	return func(yield func(*Value) bool) { v.exposed(reader{mode: mode}, yield) }
}

// plainEndings are how names of members end that are none either.
var plainEndings = strings.Fields("name names type version tags by at date time count email")

// isPlain reports whether a path below what was decoded leads to something that is no
// secret.
func isPlain(path string) bool {
	return strings.HasSuffix(path, Keys) || IsPlainMember(path[strings.LastIndexByte(path, '.')+1:])
}

// IsPlainMember reports whether a member of a structured secret is none by its name.
func IsPlainMember(name string) bool {
	words := words(name)
	if len(words) == 0 {
		return false
	}
	return slices.Contains(plainMembers, strings.Join(words, "")) || slices.Contains(plainEndings, words[len(words)-1])
}

// words returns the words of a name, in lower case: created_by, createdBy.
func words(name string) []string {
	var all []string
	start := 0
	for i, r := range name {
		switch {
		case r == '_' || r == '-':
			all, start = append(all, name[start:i]), i+1
		case i > start && unicode.IsUpper(r) && !unicode.IsUpper(rune(name[i-1])):
			all, start = append(all, name[start:i]), i
		}
	}
	all = append(all, name[start:])
	for i, w := range all {
		all[i] = strings.ToLower(w)
	}
	return slices.DeleteFunc(all, func(w string) bool { return w == "" })
}
