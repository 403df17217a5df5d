package envsecret

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/envdecl"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/rule"
	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// declared returns the secret variables that the package tells a library to read.
func declared(pass *analysis.Pass, names *setting.Names) []envdecl.Decl {
	var secrets []envdecl.Decl
	for _, d := range envdecl.Find(pass) {
		m := names.Of(d.Name)
		if (m == setting.Secret || m == setting.Credential) && !d.Path && !ssaflow.IsTest(pass.Fset, d.Pos) {
			secrets = append(secrets, d)
		}
	}
	return secrets
}

// reportDeclared reports such variables, save those that end up in a field of which
// the package does no more than to decrypt it.
func (c *checker) reportDeclared(decls []envdecl.Decl) []rule.Report {
	var reports []rule.Report
	for _, d := range decls {
		if d.Field != nil && c.e.OpensField(d.Field) {
			continue
		}
		v := c.judgeName(d.Name)
		reports = append(reports, rule.Report{
			Diagnostic: analysis.Diagnostic{Pos: d.Pos, End: d.End, Category: v.category, Message: v.message},
			Detail:     rule.Detail{What: v.what, Confidence: v.confidence},
		})
	}
	return reports
}

// judgeName says what there is to say of a read of the variable of that name.
func (c *checker) judgeName(name string) verdict {
	switch c.judges.Names.Of(name) {
	case setting.Secret:
		return verdict{
			category:   "read",
			message:    fmt.Sprintf("secret %s is read from the environment in the clear", name),
			confidence: rule.Likely,
			what:       name,
		}
	case setting.Credential:
		return verdict{
			category:   "aws-credentials",
			message:    fmt.Sprintf("AWS credentials are read from the environment: %s", name),
			confidence: rule.Likely,
			what:       name,
		}
	}
	return verdict{}
}
