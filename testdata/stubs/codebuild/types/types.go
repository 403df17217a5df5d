// Package types holds the shapes of CodeBuild.
package types

type Build struct {
	Arn         *string
	Id          *string
	ProjectName *string
}

type EnvironmentVariable struct {
	Name  *string
	Value *string
	Type  EnvironmentVariableType
}

type EnvironmentVariableType string

const (
	EnvironmentVariableTypePlaintext      EnvironmentVariableType = "PLAINTEXT"
	EnvironmentVariableTypeParameterStore EnvironmentVariableType = "PARAMETER_STORE"
	EnvironmentVariableTypeSecretsManager EnvironmentVariableType = "SECRETS_MANAGER"
)

type ComputeType string

const ComputeTypeBuildGeneral1Small ComputeType = "BUILD_GENERAL1_SMALL"

type EnvironmentType string

const EnvironmentTypeLinuxContainer EnvironmentType = "LINUX_CONTAINER"

type Project struct {
	Arn  *string
	Name *string
}

type ProjectEnvironment struct {
	ComputeType          ComputeType
	Image                *string
	Type                 EnvironmentType
	EnvironmentVariables []EnvironmentVariable
	PrivilegedMode       *bool
}
