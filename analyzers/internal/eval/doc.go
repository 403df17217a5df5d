// Package eval says what values of a program can be: it evaluates SSA values to
// the abstract values of package value.
//
// It works backwards and on demand. Asked about the argument of a call, it looks
// for what was stored there before, in this function and in the closures around
// it, and for what the functions that are called return. A function's results are
// evaluated once, in terms of its parameters, and each call puts its arguments in
// their place. What other packages' functions return is known from facts of the
// same form.
//
// Loads from local variables and from fields of local structs see only the
// stores that reach them; those from what escapes see all stores to the same
// place in the package.
package eval
