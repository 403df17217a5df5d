package types

import "time"

type ParameterHistory struct {
	Description      *string
	KeyId            *string
	LastModifiedDate *time.Time
	LastModifiedUser *string
	Name             *string
	Type             ParameterType
	Value            *string
	Version          int64
}
