// Package ssaflow presents go/ssa to dataflow: where values live, how they move
// from place to place, what branches say about them, and which loops overwrite
// a slice in full. It knows nothing of AWS or of keys.
package ssaflow
