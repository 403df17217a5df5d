module github.com/seed-38a4765b/secretlint

go 1.26.0

require (
	github.com/google/go-cmp v0.6.0
	golang.org/x/tools v0.52.0
)
