// Package jsii is a slice of the runtime of the AWS CDK for Go.
package jsii

// Number returns a pointer to v.
func Number(v float64) *float64 { return &v }

// String returns a pointer to v.
func String(v string) *string { return &v }

// Strings returns pointers to v.
func Strings(v ...string) *[]*string {
	slice := make([]*string, len(v))
	for i := range v {
		slice[i] = &v[i]
	}
	return &slice
}
