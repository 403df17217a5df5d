package ecs

import "errors"

var errMissingRegion = errors.New("missing region")

type RunTaskInput struct {
	_ struct{} `type:"structure"`

	Cluster        *string       `locationName:"cluster" type:"string"`
	Overrides      *TaskOverride `locationName:"overrides" type:"structure"`
	TaskDefinition *string       `locationName:"taskDefinition" type:"string" required:"true"`
}

type RunTaskOutput struct {
	_ struct{} `type:"structure"`

	Tasks []*Task `locationName:"tasks" type:"list"`
}

func (c *ECS) RunTask(input *RunTaskInput) (*RunTaskOutput, error) {
	return &RunTaskOutput{}, c.invoke()
}

type ContainerOverride struct {
	_ struct{} `type:"structure"`

	Environment []*KeyValuePair `locationName:"environment" type:"list"`
	Name        *string         `locationName:"name" type:"string"`
}

type KeyValuePair struct {
	_ struct{} `type:"structure"`

	Name  *string `locationName:"name" type:"string"`
	Value *string `locationName:"value" type:"string"`
}

// SetName sets the Name field's value.
func (s *KeyValuePair) SetName(v string) *KeyValuePair {
	s.Name = &v
	return s
}

// SetValue sets the Value field's value.
func (s *KeyValuePair) SetValue(v string) *KeyValuePair {
	s.Value = &v
	return s
}

type Task struct {
	_ struct{} `type:"structure"`

	TaskArn *string `locationName:"taskArn" type:"string"`
}

type TaskOverride struct {
	_ struct{} `type:"structure"`

	ContainerOverrides []*ContainerOverride `locationName:"containerOverrides" type:"list"`
}
