// Package usage finds out what a package uses of AWS: the clients of the SDK that it
// builds, with their settings; the operations that it calls on them; and the resources
// that those calls name. It reports nothing.
package usage
