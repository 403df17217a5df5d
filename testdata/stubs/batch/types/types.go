// Package types holds the shapes of Batch.
package types

type ContainerOverrides struct {
	Command      []string
	Environment  []KeyValuePair
	InstanceType *string
}

type ContainerProperties struct {
	Command     []string
	Environment []KeyValuePair
	Image       *string
	JobRoleArn  *string
	Secrets     []Secret
}

type JobDefinitionType string

const JobDefinitionTypeContainer JobDefinitionType = "container"

type KeyValuePair struct {
	Name  *string
	Value *string
}

type Secret struct {
	Name      *string
	ValueFrom *string
}
