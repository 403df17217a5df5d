// Package traps has what looks like a secret to those who go by names alone.
package traps

import "errors"

// Names of algorithms, metrics, headers, fields and errors.
const (
	EncryptionContextKey = "AES/GCM/NoPadding"
	contextKeyV2         = "aws:x-amz-cek-alg"
	KeyAlgorithm         = "EC_prime256v1"
	OtherKeyAlgorithm    = "EC_secp384r1"
	wrapKey              = "RSA_AES_KEY_WRAP_SHA_256"
	MetricKey            = "subscribe_to_x509_svids"
	tokenHeader          = "X-Vault-Token2"
	AccessTokenKey       = "oauth2_access_token_v2"
	apiKeyHeader         = "X-Goog-Api-Key-2"
	passwordField        = "new_password_2"
	PasswordType         = "urn:ietf:params:oauth:grant-type:password2"
	secretNamePrefix     = "prod/app/db-2"
	secretARN            = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf"
	tokenURL             = "https://login.example.com/oauth2/v2.0/token"
	authLayout           = "20060102T150405Z"
	passwordPolicy       = "min=8,upper=1,digit=1"
	passwordHelp         = "the password must have 8 characters or more"
	keyVersion           = "v1beta1.k8s.io/key"
	cacheKeyFormat       = "user:%d:token:%s:v2"
	AuthV2Password       = "v2password"
	ErrCodeS3KeyPrefix   = "InvalidS3KeyPrefixFault"
	secretPath           = "custom_credentials/550e8400-e29b-41d4-a716-446655440000"
	sessionToken         = "FwoGZXIvYXdzEBYaD1..."
	keyGUID              = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
	encodedSecret        = "ewogICJrZXkxIjogInZhbHVlMSIsCiAgImtleTIiOiAidmFsdWUyIgp9Cg=="
	emailPattern         = `([a-z0-9]+(?:\.[a-z0-9]+)*|"(?:[\x01-\x08])*")@(?:[a-z0-9]+\.)+[a-z0-9]+`
)

var errToken = errors.New("token expired: 401")

// Keys for everybody.
const (
	minisignKey    = "RWTx5Zr1tiHQLwG9keckT0c45M3AGeHD6IvimQHpyRywVWGbP1aVSGav"
	publicKey      = "a8f5f167f44f4964e6c998dee827110ca8f5f167f44f4964e6c998dee827110c"
	rsaKey         = "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAnkggprp2GTl"
	stripeKey      = "pk_test_" + "q8Zt3VnK7wLp2XsR9dYbTgHu"
	publishableKey = "q8Zt3VnK7wLp2XsR9dYbTgHu5iOPq1z"
	sshKey         = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJqfH0jXbJ1dSmRPZ8xWm0mZ7Qx2v9oM8cQn5gqk3l0R deploy"
	cert           = "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUZ\n-----END CERTIFICATE-----"
)

// Placeholders.
const (
	password1 = "changeme"
	password2 = "<your password here>"
	password3 = "xxxxxxxx"
	password4 = "password"
	secret1   = "secret"
	secret2   = "your-secret-goes-here-1"
	apiToken  = "${API_TOKEN}"
	apiKey2   = "{{ .Values.apiKey1 }}"
)

// Encrypted.
const (
	encryptedPassword = "AQICAHhQb8q8Zt3VnK7wLp2XsR9dYbTgHu5iOPq1zAQICAHhQb8q8Zt3VnK7wLp2XsR9dYb"
	passwordHash      = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"
)
