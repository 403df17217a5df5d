// Package constructs is a slice of the base of AWS CDK constructs.
package constructs

// Construct is a node of a tree.
type Construct interface {
	ToString() *string
}
