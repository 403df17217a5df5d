package reads

import (
	"os"
	"slices"
	"strings"
)

func badExpand() string {
	return os.ExpandEnv("$DB_PASSWORD") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func badExpandBraces() string {
	return os.ExpandEnv("postgres://app:${DB_PASSWORD}@${DB_HOST}/orders") // want "secret DB_PASSWORD is read from the environment in the clear"
}

func badExpandWith() string {
	return os.Expand("Bearer ${API_TOKEN}", os.Getenv) // want "secret API_TOKEN is read from the environment in the clear"
}

func goodExpand() string {
	return os.ExpandEnv("$HOME/.cache/${APP_NAME}")
}

// goodExpandFile expands what a file says.
func goodExpandFile(template string) string {
	return os.ExpandEnv(template)
}

func badScanPrefix() string {
	for _, kv := range os.Environ() {
		if strings.HasPrefix(kv, "DB_PASSWORD=") {
			return strings.TrimPrefix(kv, "DB_PASSWORD=") // want "secret DB_PASSWORD is read from the environment in the clear"
		}
	}
	return ""
}

func badScanCut() string {
	for _, kv := range os.Environ() {
		if token, ok := strings.CutPrefix(kv, "API_TOKEN="); ok { // want "secret API_TOKEN is read from the environment in the clear"
			return token
		}
	}
	return ""
}

func badScanEqual() string {
	for _, kv := range os.Environ() {
		name, value, _ := strings.Cut(kv, "=")
		if name == "API_TOKEN" { // want "secret API_TOKEN is read from the environment in the clear"
			return value
		}
	}
	return ""
}

func goodScan() string {
	for _, kv := range os.Environ() {
		if region, ok := strings.CutPrefix(kv, "AWS_REGION="); ok {
			return region
		}
	}
	return ""
}

// goodScanMatch looks whether there is one.
func goodScanMatch() bool {
	return slices.ContainsFunc(os.Environ(), func(kv string) bool {
		return strings.HasPrefix(kv, "API_TOKEN=")
	})
}

// goodScanDrop keeps what a child need not know from it.
func goodScanDrop() (kept []string) {
	for _, kv := range os.Environ() {
		if strings.HasPrefix(kv, "DB_PASSWORD=") {
			continue
		}
		kept = append(kept, kv)
	}
	return kept
}

func goodScanDelete() []string {
	return slices.DeleteFunc(os.Environ(), func(kv string) bool {
		return strings.HasPrefix(kv, "DB_PASSWORD=")
	})
}
