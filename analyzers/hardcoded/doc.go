/*
hardcoded: find secrets in constants

A secret in source code is known to all who can read the repository, its history,
its forks and the binary, and cannot be changed without a release. hardcoded
reports constants that are secrets, at the text, with the help of what the compiler
knows: what a constant comes to, what it is called, and what it is given to.

# Why

CWE-798: whoever has the code has the secret. It stays in the history of the
repository after it is removed from the code, so what is found here has to be
revoked, not deleted. AWS says in its guide on access keys: "Don't put long-term
access keys in your application files."

# What it reports

  - literal: the text has the form of a known kind of secret, such as an access
    key of AWS or a private key, by the rules of gitleaks.
  - sdk-field: the text is given to a field that AWS's service models mark as
    sensitive, such as SecretString of secretsmanager.CreateSecret.
  - embedded-file: a file that go:embed builds into the program has such a secret.
  - crypto-key: the text, or a list of bytes, is a key of a cipher, of a MAC, of
    the derivation of keys or of signed tokens.
  - connection-string: a URL or a connection string has a password in it.
  - generic: the text is called a secret, and looks like one: as if drawn at
    random, or, if it is called a password, like one that somebody chose.

What is judged are the largest constant expressions: "AKIA" + rest is one text,
however many constants it is put together from, and so are raw strings, conversions
such as []byte("…"), and the keys and values of composite literals. What a text is
called is the variable, the field, the parameter, the key of the map, or the key
that is given along with it, as in Header.Set("X-Api-Key", "…"). One text is one
finding, of the category that says most, and a named constant is reported where it
is declared.

The text of a secret is in no finding.

# Bad

	cfg.Credentials = credentials.NewStaticCredentialsProvider("AKIA…", "…", "")

	const dsn = "postgres://app:Tr0ub4dor3@db.internal/orders"

	block, err := aes.NewCipher([]byte("an AES key of thirty-two letters"))

# Good

	cfg, err := config.LoadDefaultConfig(ctx) // a role, and no keys at all

	out, err := secrets.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{
		SecretId: aws.String("prod/orders/db"),
	})

	key, err := keys.GenerateDataKey(ctx, in)

# What is no finding

Placeholders such as changeme, xxxx, <password> and ${TOKEN}; AWS's own examples;
ciphertext and hashes; public keys, certificates and keys that are published; names
of things, such as algorithms, headers and metrics, whatever the constant is called:
between one character and the next, what is drawn at random goes from letters to
digits and from small letters to capitals far more often than names do.

Test files are not checked, nor are packages for tests: those called so, as in
storetest, or in a folder that is, such as testutil. With -tests they are.

# What it cannot see

Texts that come to be when the program runs: strings.Join, fmt.Sprintf, base64 that
is decoded. Embedded trees of files, and embedded files of more than a megabyte.
Passwords of letters alone, where only a name says that they are passwords. Secrets
without a form in constants without a telling name.

A text is not tried out: whether a secret is still valid, only its issuer knows.

# Configuration

gitleaks' own files are honoured. The configuration may extend gitleaks' defaults,
disable rules, have allowlists, and rules of your own, whose findings are of
category literal:

	hardcoded:
	  gitleaks: .gitleaks.toml
	  gitleaksignore: .gitleaksignore
	  tests: false

A comment gitleaks:allow in a line that the text stands in excludes it. A
fingerprint file:rule:line in .gitleaksignore does too; the commit that gitleaks may
put in front is not looked at. For findings that are not by a rule of gitleaks the
rule is the category.
*/
package hardcoded
