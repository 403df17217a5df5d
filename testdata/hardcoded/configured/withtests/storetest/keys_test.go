package storetest

const testKey = "AKIAQYLPMN5HHHFPZAM3" // want `hard-coded secret: aws-access-token`
