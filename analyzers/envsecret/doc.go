/*
envsecret: find secrets that stand in the environment in the clear

envsecret reports where a program reads a secret from the environment in the clear,
or puts one there: into its own, into that of a child, or into what it deploys. Each
finding shows the way that the secret took.

# Why

Whoever gets a shell in a container, reads /proc/PID/environ, a crash report, a
task definition or the console of a service, reads the environment. A secret there
needs a layer of encryption that the program takes off at run time, or it should not
be there: the program fetches it from Secrets Manager or Parameter Store when it
needs it.

	password := os.Getenv("DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"

	os.Setenv("DB_PASSWORD", aws.ToString(out.SecretString)) // want "secret from secretsmanager.GetSecretValue is put into the environment as DB_PASSWORD"

What is right:

	blob, err := base64.StdEncoding.DecodeString(os.Getenv("ENCRYPTED_DB_PASSWORD"))
	...
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})

	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String(os.Getenv("DB_SECRET_ARN"))})

# What it reports

  - read: a variable is read whose name says that it is a secret, by os.Getenv,
    os.LookupEnv, os.ExpandEnv, syscall.Getenv or out of os.Environ.
  - put-literal: a constant that a detector of secrets recognises is put into the
    environment.
  - put-secret: a secret that was fetched or decrypted is put there, or another
    variable that is a secret by its name.
  - put-name: something is put there under the name of a secret.
  - aws-credentials: AWS's own credential variables are read or set. Temporary
    credentials handed to a child are what tools such as aws-vault are for. In the
    environment of something that is deployed they count as any secret.
  - deployed-literal: a file that deploys the program has a literal secret.
  - deployed-name: such a file has a plain value under the name of a secret.
  - deployed-copy: such a file has a secret fetched the right way, and then copied to
    where more people can read it. This is a note.

A read is reported at the call that names the variable. Names are followed through
constants, variables, tables, closures, and wrappers such as getEnv(key, fallback), in
other packages too; struct tags and flags of libraries that read variables count as
reads. It is not reported if all that becomes of the value is that it is decrypted,
compared with a constant, put back where it was, or used to look something up: as the
id of a secret, the path of a file, the name of another variable. That is followed
through fields, package variables, functions and packages.

Puts are os.Setenv, exec.Cmd.Env, os.ProcAttr.Env, syscall.Exec, and what becomes the
environment of something that the program deploys: requests of either SDK to Lambda,
ECS, Batch, CodeBuild, App Runner, Elastic Beanstalk, SageMaker and Amplify, Kubernetes
EnvVar, CDK and Pulumi. Secrets come from operations such as
secretsmanager.GetSecretValue, ssm.GetParameter with decryption, kms.Decrypt and
sts.AssumeRole. A name counts if the value is neither empty nor a reference, a path, a
placeholder or ciphertext.

Files are Dockerfiles, Compose files, Kubernetes manifests, Helm values, ECS task
definitions, CloudFormation and Terraform, .env files, systemd units, CI workflows and
shell scripts. They are judged by the same names and values.

# Names

What a name says is data, in package setting: words, in order, and what stands after
them. PASSWORD, API_KEY, VAULT_SECRET_ID and dbPassword are secrets; KEYBOARD,
TOKENIZER, PASSWORD_FILE, SECRET_ARN, TOKEN_TTL and ENCRYPTED_PASSWORD are not. Lines
can be added:

	envsecret:
	  names:
	    - secret acme pin
	    - plain public token

# Severity and confidence

A literal is critical, a fetched secret high, a name alone medium. Confidence is high
where the value was followed to where it came from, and medium where a name is the
evidence.

# What it does not see

Names that a program makes at run time, unless their end is a constant. Variables
that are read by a library of which neither the table of flows nor a struct tag tells.
Environments that are built by packages whose source is not read: name their modules
under "deep". Values that pass through reflection, templates or a third library's
containers. Secrets that a program gets from anything other than AWS, or an
environment variable, have a name at best: a child that is given all of them in one
slice is not reported. HasPrefix on an entry of os.Environ that is then sliced. In a
Dockerfile, an ARG without a default.

A literal that is put into the environment is a finding of hardcoded as well: one is
about the literal, the other about where it goes.

Test files are not checked.
*/
package envsecret
