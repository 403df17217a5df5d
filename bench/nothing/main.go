// Command nothing is the least that a process of a Go program costs.
package main

func main() {}
