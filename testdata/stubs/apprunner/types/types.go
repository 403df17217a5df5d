// Package types holds the shapes of App Runner.
package types

type ImageConfiguration struct {
	Port                        *string
	RuntimeEnvironmentSecrets   map[string]string
	RuntimeEnvironmentVariables map[string]string
	StartCommand                *string
}

type ImageRepository struct {
	ImageIdentifier     *string
	ImageRepositoryType ImageRepositoryType
	ImageConfiguration  *ImageConfiguration
}

type ImageRepositoryType string

const ImageRepositoryTypeEcr ImageRepositoryType = "ECR"

type Service struct {
	ServiceArn  *string
	ServiceName *string
}

type SourceConfiguration struct {
	AutoDeploymentsEnabled *bool
	ImageRepository        *ImageRepository
}
