/*
keyzero: find plaintext data keys that stay in memory

AWS KMS returns data keys in plaintext. keyzero reports where such a key, or a
copy of it, is not overwritten on some path through the program: by a call that
returns one and a function that ends without wiping it, across functions and
packages. Each finding shows the way from the call to the exit that leaks.

# Why

AWS says of the plaintext data key, in the AWS KMS API Reference under
GenerateDataKey: "Use the Plaintext field to encrypt your data outside of AWS
KMS. Then erase the plaintext data key from memory." The guide's page on data
keys adds: "Remove the plaintext keys from memory as soon as possible after use."

Go's collector does not do that for you. A key stays in the heap until its
memory is used again, which may be never; a core dump, a heap profile, a swapped
page or a bug that reads out of bounds then shows it.

# What it reports

  - never-wiped: no path overwrites the key.
  - not-on-every-path: some path to a return, a panic or runtime.Goexit does
    not; the trace names the branches that lead there.
  - copy-not-wiped: a copy with bytes of its own is left: from append,
    bytes.Clone, copy, a conversion to an array, or an encoding.
  - string-copy: the key became a string, by conversion, hex, base64 or
    formatting. Strings cannot be overwritten.
  - stored: the key lives on in a field, map, channel or package variable
    that nothing in view wipes.
  - wiped-late: the key is wiped, but only after a call that may wait for
    a network, a file, a channel or a timer, and that does not need it.

A key begins with any call whose result carries plaintext key material, whatever
was called to get it: an SDK client of either version, an interface, a method
value, a function variable or a mock. These fields count: Plaintext of
GenerateDataKeyOutput, PrivateKeyPlaintext of GenerateDataKeyPairOutput and
SharedSecret of DeriveSharedSecretOutput always; Plaintext of DecryptOutput and
GenerateRandomOutput where it is used as a key, by a cipher, a MAC, a key
derivation, a parser of private keys, or something named after a key. A Decrypt
result that becomes configuration, JSON or text is application data and is left
alone. An output whose CiphertextForRecipient is read, as in a Nitro enclave, has
no plaintext.

A key ends when all of it is overwritten: by clear, by a loop that stores zero at
every index, by copy from zeros, by rand.Read, by subtle.XORBytes(k, k, k), by a
new value for an array, by memguard's wipers and constructors, by a function of
yours for which one of these is true on every path, in this package or another,
deferred or not, or by a function that was returned along with the key. Work
within runtime/secret.Do needs no wiping. Where the call failed, there is no key.

A key that is returned is the caller's to wipe. So is one that is returned in a
struct, if something in view wipes that field; and one put into a value whose
type has a method that wipes it is that value's.

# Bad

	out, err := client.GenerateDataKey(ctx, in)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		return nil, err
	}
	return seal(block, order)

# Good

	out, err := client.GenerateDataKey(ctx, in)
	if err != nil {
		return nil, err
	}
	defer clear(out.Plaintext)
	block, err := aes.NewCipher(out.Plaintext)
	if err != nil {
		return nil, err
	}
	return seal(block, order)

# How much this buys

Less than it seems, and it is worth doing. Measured on Go 1.26 with AES-256,
clear(out.Plaintext) removes one of five copies of the key in memory: the cipher
keeps its key schedule, and the SDK and the runtime the buffers that the response
came in. Only runtime/secret.Do, followed by a collection, left none. It needs
Go 1.26, GOEXPERIMENT=runtimesecret, and linux on amd64 or arm64:

	secret.Do(func() {
		var out *kms.GenerateDataKeyOutput
		if out, err = client.GenerateDataKey(ctx, in); err != nil {
			return
		}
		sealed, err = seal(out.Plaintext, order)
	})

Everywhere else, wiping what you hold is what there is: it shortens the time
during which the copy that the program knows of can be read, and it is the copy
that is passed around.

# What it cannot see

It reports a path that the code allows; whether the program takes it is not
decided, beyond what the branches on the way say of each other.

It reads the module's own packages. A function of another module is taken to use
a key and to leave it as it was, unless a table says otherwise or the module is
named under deep in the configuration. Under go vet, and in golangci-lint, a
field that only another package wipes, one that imports this one, is reported as
stored; the standalone command sees all the packages that it is given.

A panic that starts in a callee is not a path: only panic statements are.
Reflection, unsafe, cgo, linkname and assembly are not followed, nor a key in a
value of type any that is taken apart elsewhere. A callback is taken to run when
it is handed over. A goroutine is taken to do its work. A call deferred in the
body of a loop over a function is not followed, and the key that it wipes is
reported. Keys that are derived
from a key are not keys here, nor are the schedules that ciphers keep.

Test files are not checked.

# Configuration

Sources and wipers of your own go into .secretlint.yml, a line each, by import
path and name. A source is a function whose first result is a key, or a field of
a type that calls return; a wiper overwrites its first parameter in full:

	keyzero:
	  sources:
	    - example.com/hsm.NewKey
	    - example.com/hsm.(*Client).Unwrap
	    - example.com/hsm.Output.Key
	  wipers:
	    - example.com/secure.Burn
*/
package keyzero
