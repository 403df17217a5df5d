package envelope_test

import "github.com/seed-38a4765b/secretlint/analyzers/internal/checktest"

// fakes are the packages that tests in memory import.
var fakes = []checktest.Fake{
	{Path: "context", Source: `package context
		type Context interface { Err() error }`},
	{Path: "io", Source: `package io
		type Writer interface { Write([]byte) (int, error) }
		type Reader interface { Read([]byte) (int, error) }
		func ReadAll(Reader) ([]byte, error)`},
	{Path: "os", Source: `package os
		func ReadFile(string) ([]byte, error)
		func WriteFile(string, []byte, int) error`},
	{Path: "encoding/json", Source: `package json
		func Marshal(any) ([]byte, error)`},
	{Path: "crypto/rand", Source: `package rand
		func Read([]byte) (int, error)`},
	{Path: "crypto/cipher", Source: `package cipher
		type Block interface { Encrypt(dst, src []byte); BlockSize() int }
		type AEAD interface { NonceSize() int; Seal(dst, nonce, plaintext, data []byte) []byte; Open(dst, nonce, sealed, data []byte) ([]byte, error) }
		type Stream interface { XORKeyStream(dst, src []byte) }
		func NewGCM(Block) (AEAD, error)
		func NewCTR(Block, []byte) Stream`},
	{Path: "crypto/aes", Source: `package aes
		import "crypto/cipher"
		func NewCipher([]byte) (cipher.Block, error)`},
	{Path: "github.com/aws/aws-sdk-go-v2/aws", Source: `package aws
		func String(string) *string
		func Bool(bool) *bool`},
	{Path: "github.com/aws/aws-sdk-go-v2/service/kms", Source: `package kms
		import "context"
		type (
			Client struct{}
			GenerateDataKeyInput struct{ KeyId *string; EncryptionContext map[string]string }
			GenerateDataKeyOutput struct{ CiphertextBlob, Plaintext []byte; KeyId *string }
			EncryptInput struct{ KeyId *string; Plaintext []byte; EncryptionContext map[string]string }
			EncryptOutput struct{ CiphertextBlob []byte }
			DecryptInput struct{ KeyId *string; CiphertextBlob []byte; EncryptionContext map[string]string }
			DecryptOutput struct{ Plaintext []byte }
		)
		func (*Client) GenerateDataKey(context.Context, *GenerateDataKeyInput) (*GenerateDataKeyOutput, error)
		func (*Client) Encrypt(context.Context, *EncryptInput) (*EncryptOutput, error)
		func (*Client) Decrypt(context.Context, *DecryptInput) (*DecryptOutput, error)`},
	{Path: "github.com/aws/aws-sdk-go-v2/service/ssm", Source: `package ssm
		import "context"
		type (
			Client struct{}
			ParameterType string
			PutParameterInput struct{ Name, Value *string; Type ParameterType; Overwrite *bool }
			PutParameterOutput struct{}
			Parameter struct{ Name, Value *string }
			GetParameterInput struct{ Name *string; WithDecryption *bool }
			GetParameterOutput struct{ Parameter *Parameter }
		)
		func (*Client) PutParameter(context.Context, *PutParameterInput) (*PutParameterOutput, error)
		func (*Client) GetParameter(context.Context, *GetParameterInput) (*GetParameterOutput, error)`},
}

const head = `package p

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/json"
	"io"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

func some() bool

func newNonce() []byte {
	n := make([]byte, 12)
	rand.Read(n)
	return n
}

func newGCM(key []byte) cipher.AEAD {
	block, _ := aes.NewCipher(key)
	aead, _ := cipher.NewGCM(block)
	return aead
}

`
