// Package kubernetes holds environments of containers.
package kubernetes

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	v1 "k8s.io/api/core/v1"
)

func badContainer(password string) v1.Container {
	return v1.Container{
		Name: "orders",
		Env: []v1.EnvVar{
			{Name: "DB_HOST", Value: "db"},
			{Name: "DB_PASSWORD", Value: password}, // want "secret DB_PASSWORD is put into the environment in the clear"
		},
	}
}

func goodContainer(secret string) v1.Container {
	return v1.Container{
		Name: "orders",
		Env: []v1.EnvVar{
			{Name: "DB_HOST", Value: "db"},
			{
				Name: "DB_PASSWORD",
				ValueFrom: &v1.EnvVarSource{
					SecretKeyRef: &v1.SecretKeySelector{
						LocalObjectReference: v1.LocalObjectReference{Name: secret},
						Key:                  "password",
					},
				},
			},
		},
	}
}

type description struct {
	accessKeyID     string
	secretAccessKey string
	roleARN         string
}

func badAppended(d description) (result []v1.EnvVar) {
	if d.accessKeyID != "" {
		result = append(result, v1.EnvVar{Name: "AWS_ACCESS_KEY_ID", Value: d.accessKeyID})
	}
	if d.secretAccessKey != "" {
		result = append(result, v1.EnvVar{Name: "AWS_SECRET_ACCESS_KEY", Value: d.secretAccessKey})       // want "secret AWS_SECRET_ACCESS_KEY is put into the environment in the clear"
		result = append(result, v1.EnvVar{Name: "CLONE_AWS_SECRET_ACCESS_KEY", Value: d.secretAccessKey}) // want "CLONE_AWS_SECRET_ACCESS_KEY"
	}
	return result
}

func goodAppended(d description, credentials string) (result []v1.EnvVar) {
	result = append(result, v1.EnvVar{Name: "CLONE_GOOGLE_APPLICATION_CREDENTIALS", Value: credentials})
	if d.roleARN != "" {
		result = append(result, v1.EnvVar{Name: "CLONE_AWS_ROLE_ARN", Value: d.roleARN})
		result = append(result, v1.EnvVar{Name: "CLONE_AWS_WEB_IDENTITY_TOKEN_FILE", Value: "/var/run/secrets/eks.amazonaws.com/serviceaccount/token"})
	}
	return result
}

// goodDependent refers to another variable of the same container.
func goodDependent() []v1.EnvVar {
	return []v1.EnvVar{
		{Name: "PGPASSWORD", Value: "$(DB_PASSWORD)"},
		{Name: "API_TOKEN", Value: ""},
		{Name: "API_TOKEN"},
	}
}

func selector(secret, key string) *v1.EnvVarSource {
	return &v1.EnvVarSource{SecretKeyRef: &v1.SecretKeySelector{
		LocalObjectReference: v1.LocalObjectReference{Name: secret},
		Key:                  key,
	}}
}

func goodSelector() []v1.EnvVar {
	return []v1.EnvVar{
		{Name: "PGPASSWORD", ValueFrom: selector("orders", "password")},
		{Name: "PGUSER", Value: "orders"},
	}
}

func badAssigned(pod *v1.PodSpec, token string) {
	e := v1.EnvVar{}
	e.Name = "AUTH_TOKEN"
	e.Value = token // want "secret AUTH_TOKEN is put into the environment in the clear"
	pod.Containers[0].Env = append(pod.Containers[0].Env, e)
}

func goodAssigned(pod *v1.PodSpec, host string) {
	e := v1.EnvVar{}
	e.Name = "AUTH_HOST"
	e.Value = host
	pod.Containers[0].Env = append(pod.Containers[0].Env, e)
}

func envVar(name, value string) v1.EnvVar { return v1.EnvVar{Name: name, Value: value} }

func badHelper(token string) []v1.EnvVar {
	return []v1.EnvVar{
		envVar("AUTH_TOKEN", token), // want "secret AUTH_TOKEN is put into the environment in the clear"
	}
}

func goodHelper(host string) []v1.EnvVar {
	return []v1.EnvVar{envVar("AUTH_HOST", host), envVar("AUTH_TOKEN", "")}
}

func badFetched(ctx context.Context, client *secretsmanager.Client) (*v1.EnvVar, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return nil, err
	}
	return &v1.EnvVar{Name: "SETTINGS", Value: *out.SecretString}, nil // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
}

func goodFetched(ctx context.Context, client *secretsmanager.Client) (*v1.EnvVar, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return nil, err
	}
	return &v1.EnvVar{Name: "SETTINGS_ARN", Value: *out.ARN}, nil
}

// goodLookup reads the environment of a container.
func goodLookup(c v1.Container) string {
	for _, e := range c.Env {
		if e.Name == "DB_PASSWORD" {
			return e.Value
		}
	}
	return ""
}
