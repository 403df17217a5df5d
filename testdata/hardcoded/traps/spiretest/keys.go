// Package spiretest supports tests, as its name says.
package spiretest

// Key is made for tests.
const Key = "AKIAQYLPMN5HHHFPZAM2"
