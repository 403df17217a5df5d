module github.com/seed-38a4765b/secretlint

go 1.26.0

require golang.org/x/tools v0.52.0
