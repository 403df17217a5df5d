// Package types holds the shapes of Elastic Beanstalk.
package types

type ConfigurationOptionSetting struct {
	Namespace    *string
	OptionName   *string
	ResourceName *string
	Value        *string
}
