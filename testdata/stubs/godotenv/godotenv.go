// Package godotenv is a slice of github.com/joho/godotenv.
package godotenv

// Read returns the variables of files.
func Read(filenames ...string) (envMap map[string]string, err error) { return nil, nil }

// Marshal returns envMap as a file's text.
func Marshal(envMap map[string]string) (string, error) { return "", nil }

// Write writes envMap to a file.
func Write(envMap map[string]string, filename string) error { return nil }
