// Package setting judges settings: a name and the value that it is given,
// wherever the two stand, in a program, in a Dockerfile or in an account.
//
// What names say is data: names.txt, and what a user adds to it in the same
// form. A line is a verb and the words that it is about, or several such with
// commas between them. Words are compared without case; names are cut into words
// at "_", "-", "." and wherever camel case begins a word, so that KEYBOARD is one
// word, and none about a key.
//
//	secret PASSWORD-WORDS      a name whose last part this is holds a secret
//	credential WHOLE NAME      it is a credential that AWS's own software reads
//	plain WORDS                together they say nothing of a secret: "plain public key"
//	handle WORDS               after a secret they say where it is, or how it is used: "handle file"
//	not WORDS                  before a secret they say that this is none: "not enable"
//	encrypted WORDS            the secret beside them is encrypted
//	variant WORDS              after a secret they leave it one: "variant staging"
//	service WORDS              names who issued it: a variant, and with "key", "pat" or "jwt" a secret
//	glue WORDS                 are also found at the end of a longer word: "glue api key", MYAPIKEY
//
// The longest line that fits at a place counts, from left to right, so that
// "plain public key" keeps PUBLIC_KEY from what "secret key" would say of KEY.
// After the last secret in a name, a word of which nothing is known makes the
// name a plain one: PASSWORD_LENGTH is about a password, and holds none. A
// number at the end is a variant. A line that the table has already is no
// error. Text after "#" is a comment.
package setting
