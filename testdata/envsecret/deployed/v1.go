package deployed

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/service/ecs"
	"github.com/aws/aws-sdk-go/service/lambda"
	"github.com/aws/aws-sdk-go/service/secretsmanager"
)

func badV1Lambda(client *lambda.Lambda, name, password string) error {
	_, err := client.UpdateFunctionConfiguration(&lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment: &lambda.Environment{Variables: map[string]*string{
			"DB_HOST":     aws.String("db.internal"),
			"DB_PASSWORD": aws.String(password), // want "secret DB_PASSWORD is put into the environment in the clear"
		}},
	})
	return err
}

func goodV1Lambda(client *lambda.Lambda, name, arn string) error {
	_, err := client.UpdateFunctionConfiguration(&lambda.UpdateFunctionConfigurationInput{
		FunctionName: &name,
		Environment: &lambda.Environment{Variables: map[string]*string{
			"DB_HOST":       aws.String("db.internal"),
			"DB_SECRET_ARN": aws.String(arn),
		}},
	})
	return err
}

// goodV1PassedOn deploys what the user configured, and adds names of its own.
func goodV1PassedOn(configured map[string]string, stage, commit string) *lambda.Environment {
	m := aws.StringMap(configured)
	m["UP_STAGE"] = &stage
	m["UP_COMMIT"] = &commit
	return &lambda.Environment{Variables: m}
}

func badV1Added(configured map[string]string, token string) *lambda.Environment {
	m := aws.StringMap(configured)
	m["UP_TOKEN"] = &token // want "secret UP_TOKEN is put into the environment in the clear"
	return &lambda.Environment{Variables: m}
}

func badV1ECS(client *ecs.ECS, secrets *secretsmanager.SecretsManager) error {
	out, err := secrets.GetSecretValue(&secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return err
	}
	_, err = client.RunTask(&ecs.RunTaskInput{
		TaskDefinition: aws.String("migrate"),
		Overrides: &ecs.TaskOverride{ContainerOverrides: []*ecs.ContainerOverride{{
			Environment: []*ecs.KeyValuePair{
				{Name: aws.String("STAGE"), Value: aws.String("production")},
				{Name: aws.String("DB_URL"), Value: out.SecretString}, // want "secret from secretsmanager.GetSecretValue is put into the environment as DB_URL"
			},
		}}},
	})
	return err
}

func goodV1ECS(client *ecs.ECS, secrets *secretsmanager.SecretsManager) error {
	out, err := secrets.GetSecretValue(&secretsmanager.GetSecretValueInput{SecretId: aws.String("orders/db")})
	if err != nil {
		return err
	}
	_, err = client.RunTask(&ecs.RunTaskInput{
		TaskDefinition: aws.String("migrate"),
		Overrides: &ecs.TaskOverride{ContainerOverrides: []*ecs.ContainerOverride{{
			Environment: []*ecs.KeyValuePair{{Name: aws.String("DB_SECRET_ARN"), Value: out.ARN}},
		}}},
	})
	return err
}
