/*
A secret must not stand in the environment in the clear.
*/
package envsecret
