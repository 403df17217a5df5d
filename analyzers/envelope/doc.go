/*
envelope: find envelope encryption that is used wrongly

envelope reports where a program encrypts with AWS KMS, or keeps secrets in Parameter
Store, in a way that loses data, shows it, or fails: a data key that nobody can decrypt
again, a nonce that comes twice, a secret stored as plain text. Each finding shows the
way that the key took.

# Why

With envelope encryption a program asks KMS for a data key, encrypts data under its
plaintext, and keeps the encrypted data key beside the data. KMS never sees the data, and
so it cannot tell when one of the steps is missing. Most of these mistakes work in every
test: the data is encrypted, and only later can it not be read, or can be read by others.

# What it reports

  - key-lost: the encrypted data key of GenerateDataKey or GenerateDataKeyPair is
    neither stored nor returned nor handed on, on any path, while its plaintext is used.
    What that encrypts can never be read again. Logging, measuring or comparing it does
    not keep it.
  - plain-key-stored: the plaintext data key is encoded or written together with the
    encrypted one or the ciphertext, or sent to S3, DynamoDB, SQS, SNS, Kinesis or
    Firehose.
  - nonce: a nonce under a data key is constant, was never filled, or is used for a
    second message with nothing between that changes it.
  - weak-mode: a data key encrypts block by block (ECB), or in CBC, CTR, CFB or OFB
    in a package that makes no MAC and no signature.
  - too-long: kms.Encrypt is given more than it takes: 4,096 bytes under a symmetric
    key, and less under RSA.
  - unbounded: kms.Encrypt is given a file or a request's body, of which nothing checks
    the size.
  - plain-parameter: ssm.PutParameter stores a secret as String or StringList: a
    value that is one, or any value under a name that says so.
  - not-decrypted: a parameter whose name is a secret's is fetched without
    WithDecryption, and its value is used. A SecureString then comes as ciphertext.
  - key-reuse: one data key encrypts messages without an end, or is kept in a cache,
    and nothing in the package counts messages or looks at the time.
  - context-mismatch: the only call in a package that encrypts and the only one that
    decrypts have constant encryption contexts, and these differ.
  - no-context: a request to KMS has no encryption context. This is a note.
  - no-key-id: kms.Decrypt is not told which key to use. This is a note.

Answers and requests are recognised by their types: clients of both SDKs, interfaces,
wrappers and mocks count alike.

# Bad

	out, err := client.GenerateDataKey(ctx, in) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	...
	return aead.Seal(nil, make([]byte, 12), order, nil) // want "nonce under a data key is constant"

	client.PutParameter(ctx, &ssm.PutParameterInput{ // want "secret parameter db-password is put into Parameter Store as String"
		Name:  aws.String("/prod/db-password"),
		Value: aws.String(password),
		Type:  types.ParameterTypeString,
	})

# Good

	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{
		KeyId:             aws.String("alias/orders"),
		KeySpec:           types.DataKeySpecAes256,
		EncryptionContext: map[string]string{"order": id},
	})
	...
	defer clear(out.Plaintext)
	nonce := make([]byte, aead.NonceSize())
	if _, err := rand.Read(nonce); err != nil {
		return nil, err
	}
	return &Sealed{Key: out.CiphertextBlob, Data: aead.Seal(nonce, nonce, order, nil)}, nil

# Limits

Under GCM two messages with one key and one nonce show the exclusive or of their texts,
and give away what authenticates all others: NIST SP 800-38D, section 8. The AWS
Encryption SDK's Developer Guide asks for limits where data keys are used again: "Setting
cache security thresholds" has a maximum age, which is required, and numbers of messages
and bytes. "Encrypt" in the AWS KMS API Reference has the sizes; of an RSA key only the
algorithm is in the request, so that the limit is that of the largest key.

# Names

Names of parameters are judged by their last path element, by the table of package
setting, as envsecret judges variables. Lines can be added:

	envelope:
	  names:
	    - secret acme pin
	    - plain public token

# Confidence

It is high where types and flow show it: a lost key that a cipher uses, a nonce, a
constant size. It is medium where a name is part of the evidence, and where a lost key is
used by something that is not a cipher. It is low for unbounded and key-reuse, since what
bounds a size or a number of messages can be anywhere, and for a constant nonce under a
new key that seals one message: that does no harm as long as it stays the only one.

# What it does not see

A key is followed within its package, through functions, closures, fields, variables and
channels; what goes to a function that is not in view is kept. Of functions of other
packages that are read from source, nonces and modes are known, and nothing of what else
they do with a key. Keys that are derived from a data key are not followed, nor ciphers
other than those of the standard library, of golang.org/x/crypto/chacha20poly1305 and of
nacl/secretbox.

A counter that wraps, random nonces under a key that seals more than 2^32 messages, a
nonce that is made once and kept in a field, and nonces that two processes choose alike
are not seen. A data key that seals the parts of one file or stream counts as one message.
Contexts are compared only where all is constant, and there is one call of each kind.
Parameters are judged where their name is known, up to three callers up, within a package;
of what is encrypted elsewhere, only names tell.

Test files are not checked.
*/
package envelope
