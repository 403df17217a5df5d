package setting_test

import (
	"strings"
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// The secrets below were never anybody's.
var contents = map[setting.Content][]string{
	setting.Empty: {"", "   ", `""`, `''`, "\n", `" "`, "{}", "[]", "~"},
	setting.Reference: {
		"${DB_PASSWORD}", "$DB_PASSWORD", "$$DB_PASSWORD", "$(DB_PASSWORD)", "${DB_PASSWORD:-fallback}", "prefix-${X}-suffix", "%DB_PASSWORD%",
		"@DB_PASSWORD@", "{{ .Values.password }}", "{{resolve:secretsmanager:prod/db:SecretString:password}}", "<%= ENV['X'] %>", "#{password}",
		"$(cat /run/secrets/db)", "$(pass show db)", "`cat /run/secret`", "%s", "%v", "token-%d", "Bearer %s",
		"arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf", "arn:aws-us-gov:ssm:us-gov-west-1:1:parameter/x",
		"ssm:/prod/db/password", "ssm:///prod/db", "vault:secret/data/db#password", ">>vault:secret/data/db#password", "op://vault/item/field",
		"ref+vault://secret/db#/password", "gcp:secretmanager:projects/p/secrets/s", "sm://project/secret", "projects/p/secrets/s/versions/latest",
		"@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s/)", "env:DB_PASSWORD", "!Ref DbPassword", "secretsmanager:prod/db",
		"DB_PASSWORD", "VAULT_TOKEN", "RSA PRIVATE KEY", "AWS_SECRET_ACCESS_KEY", "postgres://app:${DB_PASSWORD}@db/app", "https://%s:%s@host/",
	},
	setting.Path: {
		"/run/secrets/db_password", "/etc/ssl/private/key.pem", "./secrets/token", "../token", "~/.ssh/id_rsa", `C:\secrets\key.pem`, `C:/x`, "file:///etc/key", "file:/etc/key",
		"key.pem", "client.key", "service-account.json", "prod/db/password", "secret/data/my-app", "/prod/MyApp/DBPassword", "kv/v1/app", "id_rsa.pub",
		"/var/run/secrets/kubernetes.io/serviceaccount/token", "./secrets-db.yaml ./secrets-redis.yaml", "/run/a /run/b\n/run/c",
	},
	setting.Location: {
		"https://example.com/", "http://localhost:8080/path?x=1", "postgres://app@db/app", "postgres://db:5432/app", "redis://localhost:6379/0", "localhost:6379",
		"db.internal:5432", "postgres://postgres:postgres@localhost/app", "postgres://user:password@localhost/app", "postgres://user:<password>@localhost/app",
		"root:root@tcp(127.0.0.1:3306)/app", "app@tcp(db:3306)/app", "host=db user=app dbname=app sslmode=disable", "host=db user=app password= dbname=app",
		"Server=db;Database=app;Integrated Security=true", "Server=db;User Id=app;Password=changeme;", "amqp://guest:guest@rabbit:5672/", "s3://bucket/key",
		"https://user@host/path", "jdbc:mysql://db:3306/app", "https://host/path@v1:x", "redis://:password@localhost", "https://hooks.example.com/services/T0/B0/q",
	},
	setting.Connection: {
		"postgres://app:hV7kq2mZ@db/app", "postgres://app:hV7k@q2mZ@db/app", "postgres://app:hV7k/q2mZ@db/app", "mysql://root:hV7kq2mZ@localhost:3306/app",
		"redis://:hV7kq2mZ@localhost:6379/0", "mongodb+srv://app:hV7kq2mZ@cluster.mongodb.net/app", "https://bot:hV7kq2mZ@git.corp.test/x.git",
		"app:hV7kq2mZ@tcp(db:3306)/app?parseTime=true", "app:hV7kq2mZ@/app", "app:hV7kq2mZ@unix(/tmp/mysql.sock)/app", "jdbc:postgresql://db/app?user=app&password=hV7kq2mZ",
		"host=db user=app password=hV7kq2mZ dbname=app", "host=db user=app password='hV7kq2mZ' dbname=app", "Server=db;Database=app;User Id=app;Password=hV7kq2mZ;",
		"DefaultEndpointsProtocol=https;AccountName=app;AccountKey=aFY3a3EybVo5eFY3a3EybVo5eA==;EndpointSuffix=core.windows.net",
		"Endpoint=sb://app.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=aFY3a3EybVo5eFY3a3EybVo5eA=", "amqp://app:hV7kq2mZ@rabbit:5672/",
	},
	setting.Ciphertext: {
		"ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]", "ENC(abc)", "{cipher}AQA", "AQICAHhwm0YaISJeRtJm5n1G6uqeekXuoXXPe5UFce9Rq8/14wF", "AYADeJ", "AgV4abc",
		"vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zoCmHnSeDX9vyf7w==", "$ANSIBLE_VAULT;1.1;AES256", "-----BEGIN AGE ENCRYPTED FILE-----\nx", "-----BEGIN PGP MESSAGE-----\nx",
		"-----BEGIN ENCRYPTED PRIVATE KEY-----\nx", "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nx", "$2a$10$N9qo8uLOickgx2ZMRZoMye", "encrypted:BD7HQ", "U2FsdGVkX1+abc", "gAAAAABh",
		"AgBy" + strings.Repeat("abcd", 200), "CiQA" + strings.Repeat("abcd", 30), "eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d", `"ENC[AES256_GCM,data:x]"`,
	},
	setting.Placeholder: {
		"AwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwM=", // one byte, thirty-two times
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
		"changeme", "CHANGE_ME", "change-me-please", "<password>", "<your token>", "[password]", "{password}", "xxx", "XXXXXXXX", "********", "...", "password", "secret", "token",
		"your-api-key", "YOUR-TOKEN-HERE", "yourpassword", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "placeholder", "dummy", "TODO", "none", "null", "REDACTED", "test",
		"__PASSWORD__", "replace-me", "sk-xxxxxxxxxxxxxxxx", "aaaaaaaa", "The password of the database", "password for the admin user", "insert-token", "fake-token", "tbd", "ghp_", "sk-live-", "x-oauth-basic", "testsecret", "test-password", "<>", "--", "12345678-0987-1234-5678-123456789012", "00000000-0000-0000-0000-000000000000", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "YourSlackSigningSecret", "changePassword", "ChooseStrongSecretKeyHere",
	},
	setting.Switch: {
		"true", "False", "yes", "on", "0", "1", "42", "3.14", "-1", "30s", "24h", "15m", "100ms", "64KB", "enabled", "HS256", "RS512", "AES256", "aes-256-gcm", "AES/CBC/PKCS5Padding", "sha256", "ECDSA-P256",
		"RSA-OAEP-256", "90d", "bearer",
	},
	setting.Public: {"-----BEGIN PUBLIC KEY-----\nx", "-----BEGIN CERTIFICATE-----\nx", "ssh-rsa AAAAB3Nza", "ssh-ed25519 AAAAC3Nza", "age1" + strings.Repeat("q", 58)},
	setting.Text: {
		"hunter2", "hV7kq2mZ9x", "correct horse battery staple", "postgres", "admin", "p@ssw0rd!", "S3cr3t", "supersecret", "123456", "20231231", "mysecretpassword",
		"ghp_" + strings.Repeat("aB3", 12), "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzKqLmNpQrS", "/JalrXUtnFEMIK7MDENG/bPxRfiCYzKqLmNpQrS", "3f786850e387550fdab836ed7e6dc881de23001b",
		"aFY3a3EybVo5eFY3a3EybVo5eA==", "-----BEGIN RSA PRIVATE KEY-----\nMIIE", "pa$$word", "100%sure", "a:b", "yourself", "changeling7", "YOURS9kQ", "user:hV7kq2mZ", "$ecret!1", "AGE-SECRET-KEY-1QQQ",
		"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "12345678-0987-1234-5678-8f1b2c9d7e34", "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "!?$%&/()=!?$%&", "test123", "testPw9", "ünïcö", "./a horse battery", "0123456789abcdef", "shadow-walker", "rs-pA55",
	},
}

func TestContentOf(t *testing.T) {
	for want, values := range contents {
		for _, value := range values {
			if got := setting.ContentOf(value); got != want {
				t.Errorf("ContentOf(%q) = %v, want %v", value, got, want)
			}
		}
	}
}
