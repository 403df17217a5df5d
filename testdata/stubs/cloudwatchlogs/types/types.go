// Package types holds the shapes of CloudWatch Logs.
package types

type InputLogEvent struct {
	Message   *string
	Timestamp *int64
}
