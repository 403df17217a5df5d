// The page is the rule's only text: docs/secretleak.md, `secretlint explain secretleak`
// and the analyzer's Doc are made of it.

/*
secretleak: report secrets that a program logs, prints, sends or writes down

A secret that was decrypted should exist at run time only, and only where it is used.
What is logged is kept, copied and searched by more people than may read the secret, and
so is what ends up in an error, a trace, a URL, a file or the arguments of a command.

A finding shows the way of the secret: where it is from, each step, and where it gets out.

# Bad

	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return err
	}
	dsn := "postgres://orders:" + *out.SecretString + "@" + host
	db, err := sql.Open("pgx", dsn)
	if err != nil {
		return fmt.Errorf("open %s: %w", dsn, err)
	}

# Good

	db, err := sql.Open("pgx", dsn)
	if err != nil {
		return fmt.Errorf("open the database at %s: %w", host, err)
	}

# What is a secret

  - What AWS's APIs return in fields that AWS's own models mark as sensitive and that
    carry a secret: the values of Secrets Manager, parameters that were decrypted, the
    plaintext of KMS, credentials of STS, and some two hundred more. Where the version of
    the SDK that a program uses says otherwise, that counts. What SDK v1 returns is the
    same.
  - Variables of the environment by their names, as envsecret judges them.
  - Fields of structs with the tag secret:"true", and what the configuration names.
  - What is made of those: parts of strings, encodings, members of decoded JSON, elements,
    fields, and what functions return, across packages. Members that say who and where,
    such as username and host, are none.

What is hashed, encrypted, compared or counted is no secret any more, nor are four
characters of one. Names, ARNs and versions are none.

# Where it must not go

  - logged: by log, log/slog, zap, zerolog, logrus, klog, logr, glog and others, and by
    whatever function hands it on to one of them
  - printed: to the standard output or error
  - panicked: as the value of a panic
  - in-error: as part of an error's text that leaves the function
  - in-response: in what an HTTP handler writes, or a Lambda function or a method of a gRPC
    server returns
  - in-file: in a file in the clear
  - in-argument: as an argument of a command, which every user of the machine can see
  - in-url: as part of a URL, which proxies and servers log. A URL that is a secret as a
    whole is meant to be called.
  - in-telemetry: as an attribute of a span or a metric, or in expvar

The environment is the matter of envsecret. Tests are not looked at.

Of a value only that counts which is seen: %T and %p show no text, and a pointer within a
struct is an address to package fmt. A type that has its own String, Format, GoString,
MarshalJSON, MarshalText or LogValue is seen as those have it. So the SDK's output printed
whole shows SecretBinary, and not SecretString, which is a pointer; encoded as JSON it
shows both.

A finding stands where the secret is known next to where it gets out: in the function that
logs it, or at the call that hands it to one which does.

  - unfinished: a note that too many ways lead to some place for all of them to be
    followed. What is there is not known to be right.

# Settings

	secretleak:
	  sources:
	    - type example.com/vault.Secret
	    - field example.com/app.Config.Password
	    - func example.com/vault.Client.Fetch
	    - tag mask:"true"
	  credentials:
	    - example.com/app.Server.IssueToken
	  names:
	    - secret acme pin

sources are lines that say what carries a secret besides: values of a type, what is in a
field, the first result of a function or method, fields of structs with a tag. credentials
are Lambda functions and methods of gRPC servers whose response is meant to be a secret.
names are lines of what names of variables say, as for envsecret.

# What it does not see

  - Secrets that no AWS API returned, that were read from no variable of a secret's name,
    and that the configuration does not name.
  - What functions do that are neither in the program's own modules nor in the tables:
    they are taken to return nothing of what they are given.
  - Which element of a list is meant, and what a map has under a key that is known at run
    time alone: they are all of its elements. Values in a context, or in the map of a web
    framework's request.
  - Functions that return functions which call others; range over functions in other
    packages; what a sort or the like hands to its callback.
  - The text of errors that libraries return, which can have their input in it, as that of
    url.Parse does.
*/
package secretleak
