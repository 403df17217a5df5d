// Package types holds the shapes of Elastic Container Service.
package types

type ContainerDefinition struct {
	Command          []string
	EntryPoint       []string
	Environment      []KeyValuePair
	EnvironmentFiles []EnvironmentFile
	Essential        *bool
	Image            *string
	Memory           *int32
	Name             *string
	Secrets          []Secret
}

type ContainerOverride struct {
	Command          []string
	Environment      []KeyValuePair
	EnvironmentFiles []EnvironmentFile
	Name             *string
}

type EnvironmentFile struct {
	Type  EnvironmentFileType
	Value *string
}

type EnvironmentFileType string

const EnvironmentFileTypeS3 EnvironmentFileType = "s3"

type KeyValuePair struct {
	Name  *string
	Value *string
}

type Secret struct {
	Name      *string
	ValueFrom *string
}

type Task struct {
	TaskArn *string
}

type TaskDefinition struct {
	ContainerDefinitions []ContainerDefinition
	Family               *string
	TaskDefinitionArn    *string
}

type TaskOverride struct {
	ContainerOverrides []ContainerOverride
	ExecutionRoleArn   *string
	TaskRoleArn        *string
}
