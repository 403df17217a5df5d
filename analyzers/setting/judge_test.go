package setting_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

// scan stands in for a detector.
func scan(_, value string) (string, bool) {
	switch {
	case strings.Contains(value, "AKIA"):
		return "aws-access-token", true
	case strings.Contains(value, "460520499680641035"):
		return "discord-client-id", true
	case strings.Contains(value, "hooks.slack"):
		return "slack-webhook-url", true
	case strings.Contains(value, "R4nd0m"), strings.HasPrefix(value, "AQICAH"):
		return "generic-api-key", true
	}
	return "", false
}

func TestJudge(t *testing.T) {
	var (
		none    = setting.Verdict{}
		named   = setting.Verdict{Kind: setting.Named}
		own     = setting.Verdict{Kind: setting.AWSCredential}
		token   = setting.Verdict{Kind: setting.Literal, Rule: "aws-access-token"}
		webhook = setting.Verdict{Kind: setting.Literal, Rule: "slack-webhook-url"}
		generic = setting.Verdict{Kind: setting.Literal, Rule: "generic-api-key"}
		conn    = setting.Verdict{Kind: setting.Literal, Rule: setting.ConnectionString}
	)
	judge := setting.Judge{Names: builtin(t), Scan: scan}
	for _, test := range []struct {
		name, value string
		want        setting.Verdict
	}{
		{"DB_PASSWORD", "hunter2", named},
		{"DB_PASSWORD", "", none},
		{"DB_PASSWORD", "${DB_PASSWORD}", none},
		{"DB_PASSWORD", "/run/secrets/db", none},
		{"DB_PASSWORD", "AQICAHhwm0YaISJeRtJm5n1G6uqeekXuoXXPe5UFce9Rq8", none},
		{"DB_PASSWORD", "changeme", none},
		{"DB_PASSWORD", "true", none},
		{"DB_PASSWORD", "https://example.com/", none},
		{"DB_PASSWORD", "db-password", none},
		{"DB_PASSWORD", "client_secret", none},
		{"DB_PASSWORD", "GetSecretValue", none},
		{"DB_PASSWORD", "DatabasePassword", none},
		{"DB_PASSWORD", "DatabasePassword7", named},
		{"DB_PASSWORD", "supersecret", named},
		{"DB_PASSWORD", "kEyBoArD", named},
		{"DB_PASSWORD", "correct-horse", named},
		{"DISCORD_GUILD_ID", "460520499680641035", none},
		{"DISCORD_TOKEN", "460520499680641035", named},
		{"API_KEY", "R4nd0mZq8", generic},
		{"ENCRYPTED_API_KEY", "R4nd0mZq8", generic},
		{"ENCRYPTED_API_KEY", "hunter2", none},
		{"CACHE_KEY", "R4nd0mZq8", none},
		{"API_KEY_ID", "R4nd0mZq8", none},
		{"CACHE_KEY", "AKIAQ7Z2M4N6P8R0T2V4", token},
		{"AWS_ACCESS_KEY_ID", "AKIAQ7Z2M4N6P8R0T2V4", token},
		{"ENCRYPTED_API_KEY", "AKIAQ7Z2M4N6P8R0T2V4", token},
		{"AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", none},
		{"AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYzKqLmNpQrS", own},
		{"AWS_SECRET_ACCESS_KEY", "R4nd0mZq8", generic},
		{"AWS_SECRET_ACCESS_KEY", "${KEY}", none},
		{"DATABASE_URL", "postgres://app:hV7kq2mZ@db/app", conn},
		{"DATABASE_URL", "postgres://app:${PASSWORD}@db/app", none},
		{"DATABASE_URL", "postgres://app@db/app", none},
		{"ENCRYPTED_PASSWORD", "postgres://app:hV7kq2mZ@db/app", conn},
		{"SLACK_WEBHOOK_URL", "https://hooks.slack.com/services/T0/B0/q", webhook},
		{"PASSWORD_FILE", "hunter2", none},
		{"DB_USER", "hunter2", none},
	} {
		got := judge.Judge(test.name, test.value)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("Judge(%s, %s) (-want +got):\n%s", test.name, test.value, diff)
		}
	}
}

func TestJudgeWithoutADetector(t *testing.T) {
	judge := setting.Judge{Names: builtin(t)}
	if got := judge.Judge("API_KEY", "R4nd0mZq8").Kind; got != setting.Named {
		t.Errorf("got %v, want Named", got)
	}
}
