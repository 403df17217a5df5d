package storing

import (
	"bytes"
	"context"
	"encoding/base64"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	dynamotypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func toS3(ctx context.Context, client *kms.Client, store *s3.Client, data []byte) error {
	out := dataKey(ctx, client)
	_, err := store.PutObject(ctx, &s3.PutObjectInput{
		Bucket: aws.String("orders"), Body: bytes.NewReader(seal(out.Plaintext, data)),
		Metadata: map[string]string{"x-key": base64.StdEncoding.EncodeToString(out.CiphertextBlob)},
	})
	return err
}

func toS3WithKey(ctx context.Context, client *kms.Client, store *s3.Client, data []byte) error {
	out := dataKey(ctx, client)
	_, err := store.PutObject(ctx, &s3.PutObjectInput{ // want "plaintext data key is written by s3.PutObject beside what it encrypts"
		Bucket: aws.String("orders"), Body: bytes.NewReader(seal(out.Plaintext, data)),
		Metadata: map[string]string{"x-key": base64.StdEncoding.EncodeToString(out.Plaintext)},
	})
	return err
}

func keyAlone(ctx context.Context, client *kms.Client, store *s3.Client) ([]byte, error) {
	out := dataKey(ctx, client)
	in := &s3.PutObjectInput{Bucket: aws.String("keys")}
	in.Body = bytes.NewReader(out.Plaintext)
	_, err := store.PutObject(ctx, in) // want "plaintext data key is written by s3.PutObject: store the encrypted one alone"
	return out.CiphertextBlob, err
}

func toTable(ctx context.Context, client *kms.Client, table *dynamodb.Client, data []byte) error {
	out := dataKey(ctx, client)
	item := map[string]dynamotypes.AttributeValue{
		"data": &dynamotypes.AttributeValueMemberB{Value: seal(out.Plaintext, data)},
		"key":  &dynamotypes.AttributeValueMemberB{Value: out.CiphertextBlob},
	}
	_, err := table.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String("orders"), Item: item})
	return err
}

func toTableWithKey(ctx context.Context, client *kms.Client, table *dynamodb.Client, data []byte) error {
	out := dataKey(ctx, client)
	item := map[string]dynamotypes.AttributeValue{
		"data": &dynamotypes.AttributeValueMemberB{Value: seal(out.Plaintext, data)},
		"key":  &dynamotypes.AttributeValueMemberB{Value: out.Plaintext},
		"blob": &dynamotypes.AttributeValueMemberB{Value: out.CiphertextBlob},
	}
	_, err := table.PutItem(ctx, &dynamodb.PutItemInput{TableName: aws.String("orders"), Item: item}) // want "plaintext data key is written by dynamodb.PutItem beside what it encrypts"
	return err
}
