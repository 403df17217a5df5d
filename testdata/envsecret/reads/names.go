package reads

import (
	"os"
	"strconv"
	"strings"
	"time"
)

// goodHandles are where a secret is, or what it is called, or about one.
func goodHandles() []string {
	return []string{
		os.Getenv("PASSWORD_FILE"),
		os.Getenv("BAO_TOKEN_FILE"),
		os.Getenv("TRANSIT_SECRET_ENGINE_PATH"),
		os.Getenv("KEY_PATH"),
		os.Getenv("DB_SECRET_ARN"),
		os.Getenv("SECRET_NAME"),
		os.Getenv("CREDENTIALS_FETCHER_SECRET_NAME_FOR_DOMAINLESS_GMSA"),
		os.Getenv("API_KEY_SECRET_ID_ARN"),
		os.Getenv("AWS_ACCESS_KEY_ID"),
		os.Getenv("TOKEN_ENDPOINT"),
		os.Getenv("TOKEN_URL"),
		os.Getenv("KMS_KEY_ALIAS"),
		os.Getenv("SECRETS_REGION"),
		os.Getenv("VAULT_PASSWORD_ENV"),
		os.Getenv("INFISICAL_OIDC_AUTH_TOKEN_KEY_NAME"),
		os.Getenv("VAULT_KEY_PREFIX"),
		os.Getenv("AWS_SHARED_CREDENTIALS_FILE"),
		os.Getenv("AWS_WEB_IDENTITY_TOKEN_FILE"),
		os.Getenv("GOOGLE_APPLICATION_CREDENTIALS"),
	}
}

// badHandles look like those and are secrets.
func badHandles() []string {
	return []string{
		os.Getenv("FILE_PASSWORD"),    // want "secret FILE_PASSWORD is read from the environment in the clear"
		os.Getenv("ARN_SIGNING_KEY"),  // want "secret ARN_SIGNING_KEY is read from the environment in the clear"
		os.Getenv("URL_TOKEN"),        // want "secret URL_TOKEN is read from the environment in the clear"
		os.Getenv("ENDPOINT_API_KEY"), // want "secret ENDPOINT_API_KEY is read from the environment in the clear"
		os.Getenv("VAULT_SECRET_ID"),  // want "secret VAULT_SECRET_ID is read from the environment in the clear"
	}
}

// goodWords contain the letters and not the word.
func goodWords() []string {
	return []string{
		os.Getenv("KEYBOARD"),
		os.Getenv("TOKENIZER"),
		os.Getenv("PASSENGER_APP"),
		os.Getenv("COMPASS_HOST"),
		os.Getenv("MONKEY"),
		os.Getenv("SECRETARY"),
		os.Getenv("DB_USER"),
		os.Getenv("BYPASS_PROXY"),
	}
}

func badWords() []string {
	return []string{
		os.Getenv("DB_PASS"),     // want "secret DB_PASS is read from the environment in the clear"
		os.Getenv("PGPASSWORD"),  // want "secret PGPASSWORD is read from the environment in the clear"
		os.Getenv("KG_API_KEY"),  // want "secret KG_API_KEY is read from the environment in the clear"
		os.Getenv("PASSWORD"),    // want "secret PASSWORD is read from the environment in the clear"
		os.Getenv("TOKEN"),       // want "secret TOKEN is read from the environment in the clear"
		os.Getenv("PRIVATE_KEY"), // want "secret PRIVATE_KEY is read from the environment in the clear"
	}
}

// goodKinds are numbers and switches about secrets.
func goodKinds() (time.Duration, int, bool) {
	ttl, _ := time.ParseDuration(os.Getenv("TOKEN_TTL"))
	length, _ := strconv.Atoi(os.Getenv("PASSWORD_LENGTH"))
	required, _ := strconv.ParseBool(os.Getenv("PASSWORD_ENABLED"))
	return ttl, length, required
}

// goodEncrypted says by its name that what it holds is no secret.
func goodEncrypted() []string {
	return []string{
		os.Getenv("ENCRYPTED_PASSWORD"),
		os.Getenv("PASSWORD_CIPHERTEXT"),
		os.Getenv("DB_PASSWORD_ENC"),
	}
}

func badUpper() string {
	return os.Getenv(strings.ToUpper("github_token")) // want "secret GITHUB_TOKEN is read from the environment in the clear"
}

func badReplaced() string {
	return os.Getenv(strings.ToUpper(strings.ReplaceAll("github-token", "-", "_"))) // want "secret GITHUB_TOKEN is read from the environment in the clear"
}

type lookup func(string) (string, bool)

func from(get lookup) (host, token string) {
	host, _ = get("SERVICE_HOST")
	token, _ = get("SERVICE_TOKEN") // want "secret SERVICE_TOKEN is read from the environment in the clear"
	return host, token
}

func badLookup() (string, string) { return from(os.LookupEnv) }
