// Package awsecs is a slice of the AWS CDK's constructs for ECS.
package awsecs

import "github.com/aws/aws-cdk-go/awscdk/v2/awssecretsmanager"

// ContainerDefinition is a container of a task.
type ContainerDefinition interface {
	AddEnvironment(name *string, value *string)
}

// ContainerDefinitionOptions describe a container.
type ContainerDefinitionOptions struct {
	Image       ContainerImage
	Environment *map[string]*string
	Secrets     *map[string]Secret
}

// ContainerImage is an image.
type ContainerImage interface{ ImageName() *string }

// Secret is what ECS injects at run time.
type Secret interface{ Arn() *string }

type secret struct{ arn *string }

func (s secret) Arn() *string { return s.arn }

// Secret_FromSecretsManager returns a reference to a secret.
func Secret_FromSecretsManager(s awssecretsmanager.ISecret, field *string) Secret {
	return secret{s.SecretArn()}
}

// TaskDefinition describes a task.
type TaskDefinition interface {
	AddContainer(id *string, props *ContainerDefinitionOptions) ContainerDefinition
}
