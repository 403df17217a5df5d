package traps

// Test files are not checked.
const testKey = "AKIAQYLPMN5HHHFPZAM2"
