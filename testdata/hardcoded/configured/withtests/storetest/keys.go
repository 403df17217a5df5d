// Package storetest supports tests, which are checked too with -tests.
package storetest

const key = "AKIAQYLPMN5HHHFPZAM2" // want `hard-coded secret: aws-access-token`
