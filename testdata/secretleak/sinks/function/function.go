// Package function has handlers of Lambda.
package function

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

var client *secretsmanager.Client

func fetch(ctx context.Context, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.SecretString), nil
}

type request struct{ Name string }

type reply struct {
	Name   string `json:"name"`
	Value  string `json:"value,omitempty"`
	Length int    `json:"length"`
	cached string
}

// badHandler is what the program is started with.
func badHandler(ctx context.Context, req request) (*reply, error) {
	s, err := fetch(ctx, req.Name)
	if err != nil {
		return nil, err
	}
	return &reply{Name: req.Name, Value: s}, nil // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func goodHandler(ctx context.Context, req request) (*reply, error) {
	s, err := fetch(ctx, req.Name)
	if err != nil {
		return nil, err
	}
	return &reply{Name: req.Name, Length: len(s), cached: s}, nil
}

func badProxy(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	s, err := fetch(ctx, req.PathParameters["name"])
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500, Body: "cannot fetch"}, nil
	}
	body, err := json.Marshal(reply{Value: s})
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: string(body)}, nil // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func goodProxy(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	s, err := fetch(ctx, "orders/api")
	if err != nil {
		return events.APIGatewayProxyResponse{StatusCode: 500}, err
	}
	if req.Headers["authorization"] != s {
		return events.APIGatewayProxyResponse{StatusCode: 403, Body: "forbidden"}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: 200, Body: "welcome"}, nil
}

// goodUnregistered has the form of a handler, and is called by this program alone.
func goodUnregistered(ctx context.Context, req request) (*reply, error) {
	s, err := fetch(ctx, req.Name)
	if err != nil {
		return nil, err
	}
	return &reply{Value: s}, nil
}

// consumer has a method for a handler.
type consumer struct{ table string }

func (c *consumer) badHandle(ctx context.Context, ev events.SQSEvent) (string, error) {
	return fetch(ctx, ev.Records[0].Body) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func (c *consumer) goodHandle(ctx context.Context, ev events.SQSEvent) error {
	r, err := goodUnregistered(ctx, request{Name: c.table})
	if err != nil || r.Value == "" {
		return errors.New("no secret")
	}
	return nil
}

// raw implements lambda.Handler.
type raw struct{}

// Invoke is bad: what it returns is the response.
func (raw) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	s, err := fetch(ctx, string(payload))
	return []byte(s), err // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func start(name string) {
	c := &consumer{table: "orders"}
	switch name {
	case "bad":
		lambda.Start(badHandler)
	case "good":
		lambda.Start(goodHandler)
	case "bad proxy":
		lambda.StartWithOptions(badProxy)
	case "good proxy":
		lambda.StartHandlerFunc(goodProxy)
	case "bad method":
		lambda.Start(c.badHandle)
	case "good method":
		lambda.Start(c.goodHandle)
	case "raw":
		lambda.StartHandler(raw{})
	case "inline":
		lambda.Start(func(ctx context.Context) (string, error) { return fetch(ctx, "orders/db") }) // want "secret from secretsmanager.GetSecretValue is sent in a response"
	default:
		lambda.Start(func(ctx context.Context) error { _, err := fetch(ctx, "orders/db"); return err })
	}
}
