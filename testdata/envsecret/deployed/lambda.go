// Package deployed holds environments that AWS keeps for what a program deploys there: Lambda and ECS.
//
// A finding stands at the element of a map, and at the literal that has a name and a value.
package deployed

import (
	"context"
	"maps"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lambda/types"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

func fetch(ctx context.Context, client *secretsmanager.Client, id string) (string, error) {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.SecretString), nil
}

func badUpdate(ctx context.Context, client *lambda.Client, name, password string) error {
	_, err := client.UpdateFunctionConfiguration(ctx, &lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment: &types.Environment{Variables: map[string]string{
			"DB_HOST":     "db.internal",
			"DB_PASSWORD": password, // want "secret DB_PASSWORD is put into the environment in the clear"
		}},
	})
	return err
}

func goodUpdate(ctx context.Context, client *lambda.Client, name, secretARN string) error {
	_, err := client.UpdateFunctionConfiguration(ctx, &lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment: &types.Environment{Variables: map[string]string{
			"DB_HOST":       "db.internal",
			"DB_SECRET_ARN": secretARN,
			"DB_PASSWORD":   "",
		}},
	})
	return err
}

func badCreate(ctx context.Context, client *lambda.Client, in *lambda.CreateFunctionInput, token string) error {
	variables := map[string]string{"STAGE": "production"}
	variables["API_TOKEN"] = token // want "secret API_TOKEN is put into the environment in the clear"
	in.Environment = &types.Environment{Variables: variables}
	_, err := client.CreateFunction(ctx, in)
	return err
}

// goodMap is a map that goes nowhere near a function's environment.
func goodMap(token string) map[string]string {
	return map[string]string{"API_TOKEN": token}
}

func badFetched(ctx context.Context, client *lambda.Client, secrets *secretsmanager.Client, name string) error {
	value, err := fetch(ctx, secrets, "orders/db")
	if err != nil {
		return err
	}
	_, err = client.UpdateFunctionConfiguration(ctx, &lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment: &types.Environment{Variables: map[string]string{
			"DB_SETTINGS": value, // want "secret from secretsmanager.GetSecretValue is put into the environment as DB_SETTINGS"
		}},
	})
	return err
}

func badFetchedLoop(ctx context.Context, client *lambda.Client, secrets *secretsmanager.Client, name string, ids map[string]string) error {
	variables := make(map[string]string)
	for k, id := range ids {
		value, err := fetch(ctx, secrets, id)
		if err != nil {
			return err
		}
		variables[k] = value // want "secret from secretsmanager.GetSecretValue is put into the environment"
	}
	_, err := client.UpdateFunctionConfiguration(ctx, &lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment:  &types.Environment{Variables: variables},
	})
	return err
}

func goodFetchedLoop(ctx context.Context, client *lambda.Client, secrets *secretsmanager.Client, name string, ids map[string]string) error {
	variables := make(map[string]string)
	for k, id := range ids {
		if _, err := fetch(ctx, secrets, id); err != nil {
			return err
		}
		variables[k+"_ARN"] = id
	}
	_, err := client.UpdateFunctionConfiguration(ctx, &lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment:  &types.Environment{Variables: variables},
	})
	return err
}

// goodPassedOn deploys the environment that a file of the user's describes.
func goodPassedOn(ctx context.Context, client *lambda.Client, name string, configured map[string]string, stage string) error {
	variables := maps.Clone(configured)
	variables["UP_STAGE"] = stage
	_, err := client.UpdateFunctionConfiguration(ctx, &lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment:  &types.Environment{Variables: variables},
	})
	return err
}

func badCopied(ctx context.Context, client *lambda.Client, name string) error {
	_, err := client.UpdateFunctionConfiguration(ctx, &lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment: &types.Environment{Variables: map[string]string{
			"REGION":  os.Getenv("AWS_REGION"),
			"API_KEY": os.Getenv("SERVICE_API_KEY"), // want "secret SERVICE_API_KEY is read from the environment in the clear" "secret from environment variable SERVICE_API_KEY is put into the environment as API_KEY"
		}},
	})
	return err
}

func badLiteral(ctx context.Context, client *lambda.Client, name string) error {
	_, err := client.UpdateFunctionConfiguration(ctx, &lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment: &types.Environment{Variables: map[string]string{
			"UPLOAD_AS": "AKIAXKQ7WZ3MTFN5RV2B", // want `secret literal is put into the environment as UPLOAD_AS \(aws-access-token\)`
		}},
	})
	return err
}

func goodRead(ctx context.Context, client *lambda.Client, name string) (map[string]string, error) {
	out, err := client.GetFunctionConfiguration(ctx, &lambda.GetFunctionConfigurationInput{FunctionName: &name})
	if err != nil {
		return nil, err
	}
	return out.Environment.Variables, nil
}
