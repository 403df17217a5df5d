// Package types holds the shapes of SageMaker.
package types

type ContainerDefinition struct {
	ContainerHostname *string
	Environment       map[string]string
	Image             *string
	ModelDataUrl      *string
}
