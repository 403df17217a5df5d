package deployed

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ecs"
	"github.com/aws/aws-sdk-go-v2/service/ecs/types"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

func badRegister(ctx context.Context, client *ecs.Client, password string) error {
	_, err := client.RegisterTaskDefinition(ctx, &ecs.RegisterTaskDefinitionInput{
		Family: aws.String("orders"),
		ContainerDefinitions: []types.ContainerDefinition{{
			Name:  aws.String("orders"),
			Image: aws.String("orders:1"),
			Environment: []types.KeyValuePair{
				{Name: aws.String("DB_HOST"), Value: aws.String("db.internal")},
				{Name: aws.String("DB_PASSWORD"), Value: aws.String(password)}, // want "secret DB_PASSWORD is put into the environment in the clear"
			},
		}},
	})
	return err
}

func goodRegister(ctx context.Context, client *ecs.Client, arn string) error {
	_, err := client.RegisterTaskDefinition(ctx, &ecs.RegisterTaskDefinitionInput{
		Family: aws.String("orders"),
		ContainerDefinitions: []types.ContainerDefinition{{
			Name:        aws.String("orders"),
			Image:       aws.String("orders:1"),
			Environment: []types.KeyValuePair{{Name: aws.String("DB_HOST"), Value: aws.String("db.internal")}},
			Secrets:     []types.Secret{{Name: aws.String("DB_PASSWORD"), ValueFrom: aws.String(arn)}},
		}},
	})
	return err
}

func badAppend(ctx context.Context, client *ecs.Client, in *ecs.RegisterTaskDefinitionInput, token string) error {
	name := "AUTH_TOKEN"
	container := &in.ContainerDefinitions[0]
	container.Environment = append(container.Environment, types.KeyValuePair{Name: &name, Value: &token}) // want "secret AUTH_TOKEN is put into the environment in the clear"
	_, err := client.RegisterTaskDefinition(ctx, in)
	return err
}

func pair(name, value string) types.KeyValuePair {
	return types.KeyValuePair{Name: aws.String(name), Value: aws.String(value)}
}

func badHelper(token string) []types.KeyValuePair {
	return []types.KeyValuePair{
		pair("STAGE", "production"),
		pair("AUTH_TOKEN", token), // want "secret AUTH_TOKEN is put into the environment in the clear"
	}
}

func goodHelper(keyARN string) []types.KeyValuePair {
	return []types.KeyValuePair{pair("STAGE", "production"), pair("AUTH_TOKEN", ""), pair("SIGNING_KEY_ARN", keyARN)}
}

func badOverride(ctx context.Context, client *ecs.Client, secrets *secretsmanager.Client) error {
	value, err := fetch(ctx, secrets, "orders/db")
	if err != nil {
		return err
	}
	_, err = client.RunTask(ctx, &ecs.RunTaskInput{
		TaskDefinition: aws.String("migrate"),
		Overrides: &types.TaskOverride{ContainerOverrides: []types.ContainerOverride{{
			Name:        aws.String("migrate"),
			Environment: []types.KeyValuePair{{Name: aws.String("DB_URL"), Value: &value}}, // want "secret from secretsmanager.GetSecretValue is put into the environment as DB_URL"
		}}},
	})
	return err
}

func goodOverride(ctx context.Context, client *ecs.Client, order string) error {
	_, err := client.RunTask(ctx, &ecs.RunTaskInput{
		TaskDefinition: aws.String("migrate"),
		Overrides: &types.TaskOverride{ContainerOverrides: []types.ContainerOverride{{
			Name:        aws.String("migrate"),
			Environment: []types.KeyValuePair{{Name: aws.String("ORDER"), Value: &order}},
		}}},
	})
	return err
}

func badFromMap(values map[string]string, password string) (env []types.KeyValuePair) {
	values["DB_PASSWORD"] = password
	for k, v := range values {
		env = append(env, types.KeyValuePair{Name: &k, Value: &v}) // want "secret DB_PASSWORD is put into the environment in the clear"
	}
	return env
}

func goodFromMap(values map[string]string) (env []types.KeyValuePair) {
	for k, v := range values {
		env = append(env, types.KeyValuePair{Name: &k, Value: &v})
	}
	return env
}
