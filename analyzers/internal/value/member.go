package value

import (
	"iter"
	"slices"
	"strings"
)

// plainMembers are the members of a structured secret that are none, without case
// and separators. Source: "JSON structure of AWS Secrets Manager secrets" in the AWS
// Secrets Manager User Guide, and the shorter names of the same.
var plainMembers = strings.Fields(`
	engine host hostname port username user login dbname database databasename schema
	masterarn dbinstanceidentifier dbclusteridentifier numberofnodes warehouse cluster
	ssl sslmode region endpoint clientid keyid accesskeyid
	arn account accountid algorithm alg email id issuer kind name path realm role rolearn
	server tenantid type version`)

// Exposed yields the leaves of v that a reader of v learns: not those of which only a
// member is there that is no secret, or the names of members.
func (v *Value) Exposed() iter.Seq[*Value] { return v.ShownAs(Whole) }

// ShownAs is Exposed for a reader to whom v is shown in that mode.
func (v *Value) ShownAs(mode Mode) iter.Seq[*Value] {
	return func(yield func(*Value) bool) { v.exposed(reader{mode: mode}, yield) }
}

// isPlain reports whether a path below what was decoded leads to something that is no
// secret.
func isPlain(path string) bool {
	if strings.HasSuffix(path, Keys) {
		return true
	}
	name := strings.ToLower(path[strings.LastIndexByte(path, '.')+1:])
	return slices.Contains(plainMembers, strings.NewReplacer("_", "", "-", "").Replace(name))
}
