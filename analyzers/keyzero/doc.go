/*
keyzero: find plaintext data keys that stay in memory

To be written.
*/
package keyzero
