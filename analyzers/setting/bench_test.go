package setting_test

import (
	"testing"

	"github.com/seed-38a4765b/secretlint/analyzers/setting"
)

func BenchmarkOf(b *testing.B) {
	names := builtin(b)
	for _, name := range []string{"DB_PASSWORD", "PATH", "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "awsSecretAccessKey", "MYDBPASSWORD"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				names.Of(name)
			}
		})
	}
}

func BenchmarkContentOf(b *testing.B) {
	for name, value := range map[string]string{"text": "hV7kq2mZ9x", "url": "postgres://app:hV7kq2mZ@db/app", "reference": "${DB_PASSWORD}"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				setting.ContentOf(value)
			}
		})
	}
}

func BenchmarkNewNames(b *testing.B) {
	for b.Loop() {
		builtin(b)
	}
}
