// Package schema stands in for github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema.
package schema

type SchemaDefaultFunc func() (interface{}, error)

func EnvDefaultFunc(k string, dv interface{}) SchemaDefaultFunc { return nil }

func MultiEnvDefaultFunc(ks []string, dv interface{}) SchemaDefaultFunc { return nil }

type Schema struct {
	DefaultFunc SchemaDefaultFunc
	Sensitive   bool
}
