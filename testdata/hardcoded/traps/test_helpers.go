package traps

// A file that helps tests, as its name says.
const helperKey = "AKIAQYLPMN5HHHFPZAM2"
