// Package cdk holds environments that end up in a CloudFormation template.
package cdk

import (
	"os"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssecretsmanager"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

func badFunction(scope constructs.Construct, password string) awslambda.Function {
	return awslambda.NewFunction(scope, jsii.String("Orders"), &awslambda.FunctionProps{
		Environment: &map[string]*string{
			"DB_HOST":     jsii.String("db.internal"),
			"DB_PASSWORD": jsii.String(password), // want "secret DB_PASSWORD is put into the environment in the clear"
		},
	})
}

func goodFunction(scope constructs.Construct, secret awssecretsmanager.ISecret) awslambda.Function {
	return awslambda.NewFunction(scope, jsii.String("Orders"), &awslambda.FunctionProps{
		Environment: &map[string]*string{
			"DB_HOST":       jsii.String("db.internal"),
			"DB_SECRET_ARN": secret.SecretArn(),
		},
	})
}

func badAdded(f awslambda.Function, token string) {
	f.AddEnvironment(jsii.String("API_TOKEN"), jsii.String(token), nil) // want "secret API_TOKEN is put into the environment in the clear"
}

func goodAdded(f awslambda.Function, url string) {
	f.AddEnvironment(jsii.String("API_URL"), jsii.String(url), nil)
}

// badBuildTime takes what the machine has that synthesises the template.
func badBuildTime(scope constructs.Construct) awslambda.Function {
	environment := map[string]*string{
		"API_KEY": jsii.String(os.Getenv("SERVICE_API_KEY")), // want "secret SERVICE_API_KEY is read from the environment in the clear" "secret from environment variable SERVICE_API_KEY is put into the environment as API_KEY"
	}
	return awslambda.NewFunction(scope, jsii.String("Orders"), &awslambda.FunctionProps{Environment: &environment})
}

func goodBuildTime(scope constructs.Construct) awslambda.Function {
	environment := map[string]*string{"STAGE": jsii.String(os.Getenv("STAGE"))}
	return awslambda.NewFunction(scope, jsii.String("Orders"), &awslambda.FunctionProps{Environment: &environment})
}

// goodUnwrapped is a dynamic reference: the template does not have the secret.
func goodUnwrapped(f awslambda.Function) {
	password := awscdk.SecretValue_SecretsManager(jsii.String("orders/db"), nil)
	f.AddEnvironment(jsii.String("DB_PASSWORD"), password.UnsafeUnwrap(), nil)
}

// badUnwrapped wraps what the template then has in the clear.
func badUnwrapped(f awslambda.Function, password string) {
	value := awscdk.SecretValue_UnsafePlainText(&password)
	f.AddEnvironment(jsii.String("DB_PASSWORD"), value.UnsafeUnwrap(), nil) // want "secret DB_PASSWORD is put into the environment in the clear"
}

func badContainer(task awsecs.TaskDefinition, password string) {
	task.AddContainer(jsii.String("orders"), &awsecs.ContainerDefinitionOptions{
		Environment: &map[string]*string{
			"DB_PASSWORD": &password, // want "secret DB_PASSWORD is put into the environment in the clear"
		},
	})
}

func goodContainer(task awsecs.TaskDefinition, secret awssecretsmanager.ISecret) {
	task.AddContainer(jsii.String("orders"), &awsecs.ContainerDefinitionOptions{
		Environment: &map[string]*string{"DB_HOST": jsii.String("db.internal")},
		Secrets: &map[string]awsecs.Secret{
			"DB_PASSWORD": awsecs.Secret_FromSecretsManager(secret, jsii.String("password")),
		},
	})
}

func badContainerAdded(container awsecs.ContainerDefinition, token string) {
	container.AddEnvironment(jsii.String("API_TOKEN"), &token) // want "secret API_TOKEN is put into the environment in the clear"
}

func goodContainerAdded(container awsecs.ContainerDefinition, file string) {
	container.AddEnvironment(jsii.String("API_TOKEN_FILE"), &file)
}
