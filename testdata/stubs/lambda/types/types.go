// Package types holds the shapes of Lambda.
package types

type Environment struct {
	Variables map[string]string
}

type EnvironmentResponse struct {
	Variables map[string]string
}

type FunctionCode struct {
	ImageUri *string
	S3Bucket *string
	S3Key    *string
	ZipFile  []byte
}

type Runtime string

const RuntimeProvidedal2023 Runtime = "provided.al2023"
