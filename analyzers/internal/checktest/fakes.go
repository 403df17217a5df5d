package checktest

// Environment are the packages by which tests in memory reach the environment and
// get secrets, and those that pass text on.
var Environment = []Fake{
	{Path: "context", Source: `package context
		type Context interface { Err() error; Done() <-chan struct{} }
		func Background() Context`},
	{Path: "errors", Source: `package errors
		func New(string) error`},
	{Path: "fmt", Source: `package fmt
		func Errorf(string, ...any) error
		func Sprintf(string, ...any) string
		func Sprint(...any) string
		func Println(...any) (int, error)`},
	{Path: "strings", Source: `package strings
		type Builder struct{ buf []byte }
		func (*Builder) WriteString(string) (int, error)
		func (*Builder) String() string
		func Join([]string, string) string
		func TrimSpace(string) string
		func ToUpper(string) string
		func TrimPrefix(s, prefix string) string
		func CutPrefix(s, prefix string) (string, bool)
		func HasPrefix(s, prefix string) bool
		func Cut(s, sep string) (before, after string, found bool)
		func Split(s, sep string) []string
		func Replace(s, old, new string, n int) string`},
	{Path: "maps", Source: `package maps
		func Copy[M1 ~map[K]V, M2 ~map[K]V, K comparable, V any](dst M1, src M2)
		func Clone[M ~map[K]V, K comparable, V any](m M) M`},
	{Path: "slices", Source: `package slices
		func Clone[S ~[]E, E any](s S) S
		func Concat[S ~[]E, E any](slices ...S) S`},
	{Path: "encoding/base64", Source: `package base64
		type Encoding struct{}
		var StdEncoding *Encoding
		func (*Encoding) EncodeToString([]byte) string
		func (*Encoding) DecodeString(string) ([]byte, error)`},
	{Path: "encoding/json", Source: `package json
		func Marshal(any) ([]byte, error)
		func Unmarshal([]byte, any) error`},
	{Path: "io", Source: `package io
		type Reader interface { Read([]byte) (int, error) }
		type Writer interface { Write([]byte) (int, error) }
		func ReadAll(Reader) ([]byte, error)`},
	{Path: "sync", Source: `package sync
		type Mutex struct{}
		func (*Mutex) Lock()
		func (*Mutex) Unlock()
		type Once struct{}
		func (*Once) Do(func())
		func OnceValue[T any](func() T) func() T`},
	{Path: "os", Source: `package os
		func Getenv(string) string
		func LookupEnv(string) (string, bool)
		func Setenv(key, value string) error
		func Unsetenv(string) error
		func Environ() []string
		func ExpandEnv(string) string
		func Expand(string, func(string) string) string
		func ReadFile(string) ([]byte, error)
		type File struct{}
		type ProcAttr struct { Dir string; Env []string; Files []*File }
		type Process struct{}
		func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error)
		func Exit(int)`},
	{Path: "syscall", Source: `package syscall
		func Getenv(string) (string, bool)
		func Setenv(key, value string) error
		func Exec(argv0 string, argv []string, envv []string) error`},
	{Path: "os/exec", Source: `package exec
		type Cmd struct { Path string; Args, Env []string; Dir string }
		func Command(name string, arg ...string) *Cmd
		func (*Cmd) Run() error
		func (*Cmd) Environ() []string`},
	{Path: "github.com/aws/aws-sdk-go-v2/aws", Source: `package aws
		func String(string) *string
		func ToString(*string) string`},
	{Path: "github.com/aws/aws-sdk-go-v2/service/secretsmanager", Source: `package secretsmanager
		import "context"
		type (
			Client struct{}
			Options struct{}
			GetSecretValueInput struct{ SecretId, VersionId *string }
			GetSecretValueOutput struct{ ARN, Name, SecretString *string; SecretBinary []byte }
		)
		func (*Client) GetSecretValue(context.Context, *GetSecretValueInput, ...func(*Options)) (*GetSecretValueOutput, error)`},
	{Path: "github.com/aws/aws-sdk-go-v2/service/kms", Source: `package kms
		import "context"
		type (
			Client struct{}
			Options struct{}
			DecryptInput struct{ CiphertextBlob []byte; KeyId *string }
			DecryptOutput struct{ Plaintext []byte; KeyId *string }
		)
		func (*Client) Decrypt(context.Context, *DecryptInput, ...func(*Options)) (*DecryptOutput, error)`},
	{Path: "github.com/aws/aws-sdk-go-v2/service/lambda/types", Source: `package types
		type Environment struct { Variables map[string]string }`},
	{Path: "github.com/aws/aws-sdk-go-v2/service/ecs/types", Source: `package types
		type KeyValuePair struct { Name, Value *string }
		type Secret struct { Name, ValueFrom *string }
		type ContainerDefinition struct { Name *string; Environment []KeyValuePair; Secrets []Secret }`},
}
