// Package types holds the shapes of Systems Manager.
package types

import "time"

type Parameter struct {
	ARN              *string
	DataType         *string
	LastModifiedDate *time.Time
	Name             *string
	Selector         *string
	SourceResult     *string
	Type             ParameterType
	Value            *string
	Version          int64
}

type ParameterStringFilter struct {
	Key    *string
	Option *string
	Values []string
}

type ParameterTier string

type ParameterType string

const (
	ParameterTypeString       ParameterType = "String"
	ParameterTypeStringList   ParameterType = "StringList"
	ParameterTypeSecureString ParameterType = "SecureString"
)
