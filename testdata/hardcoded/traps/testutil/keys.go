// Package keys supports tests, as its folder says.
package keys

// Key is made for tests.
const Key = "AKIAQYLPMN5HHHFPZAM2"
