// Package events is a slice of github.com/aws/aws-lambda-go/events.
package events

// APIGatewayProxyRequest is a request by way of API Gateway.
type APIGatewayProxyRequest struct {
	Resource              string            `json:"resource"`
	Path                  string            `json:"path"`
	HTTPMethod            string            `json:"httpMethod"`
	Headers               map[string]string `json:"headers"`
	QueryStringParameters map[string]string `json:"queryStringParameters"`
	PathParameters        map[string]string `json:"pathParameters"`
	Body                  string            `json:"body"`
}

// APIGatewayProxyResponse is the answer.
type APIGatewayProxyResponse struct {
	StatusCode        int                 `json:"statusCode"`
	Headers           map[string]string   `json:"headers"`
	MultiValueHeaders map[string][]string `json:"multiValueHeaders"`
	Body              string              `json:"body"`
	IsBase64Encoded   bool                `json:"isBase64Encoded,omitempty"`
}

// SQSEvent is a batch of messages.
type SQSEvent struct {
	Records []SQSMessage `json:"Records"`
}

// SQSMessage is one of them.
type SQSMessage struct {
	MessageId string `json:"messageId"`
	Body      string `json:"body"`
}

// SecretsManagerSecretRotationEvent asks for a step of a rotation.
type SecretsManagerSecretRotationEvent struct {
	Step               string `json:"Step"`
	SecretID           string `json:"SecretId"`
	ClientRequestToken string `json:"ClientRequestToken"`
}
