package eval

import (
	"slices"
	"strings"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
)

// isSetenv reports whether a function puts its second argument into the
// environment.
func isSetenv(name string) bool { return name == "os.Setenv" || name == "syscall.Setenv" }

// comparisons answer a question about a text, and return none.
var comparisons = []string{
	"strings.EqualFold", "strings.HasPrefix", "strings.HasSuffix", "strings.Contains", "strings.Compare",
	"strings.ContainsAny", "strings.ContainsRune", "bytes.Equal", "bytes.HasPrefix",
}

func comparesText(name string) bool { return slices.Contains(comparisons, name) }

// finders find something by the name in their first argument.
var finders = []string{
	"os.ReadFile", "os.Open", "os.OpenFile", "os.Stat", "os.Lstat", "io/ioutil.ReadFile", "os/exec.LookPath",
	"net/http.Handle", "strconv.ParseBool", "strconv.Atoi", "time.ParseDuration", "net/url.Parse",
}

func looksUp(name string, arg int) bool { return arg == 0 && slices.Contains(finders, name) }

// isHandle reports whether a field of a request of AWS's names what is asked for.
func isHandle(owner, field string) bool {
	return strings.HasSuffix(owner, "Input") && (field == "SecretId" || field == "KeyId" || field == "Name" || field == "Names" || strings.HasSuffix(field, "Arn"))
}

// decryptsByName reports whether what is called says that it decrypts what it is
// given. Names are all there is to tell by where the decryption is somebody
// else's, and there are many.
func decryptsByName(c ssaflow.Call) bool {
	if c.Func == nil {
		return false
	}
	name := strings.ToLower(c.Func.Name())
	return c.Func.Pkg() != nil && c.Func.Pkg().Name() == "decrypt" || strings.Contains(name, "decrypt") || strings.Contains(name, "decipher") || strings.Contains(name, "unseal")
}

// isCiphertext reports whether a field is where a request to decrypt has the
// ciphertext: kms.DecryptInput.CiphertextBlob, and the like of others.
func isCiphertext(owner, field string) bool {
	request := owner[strings.LastIndexByte(owner, '.')+1:]
	return strings.HasPrefix(strings.ToLower(field), "cipher") &&
		(strings.HasPrefix(request, "Decrypt") || strings.HasPrefix(request, "ReEncrypt"))
}
