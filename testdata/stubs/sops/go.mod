module github.com/getsops/sops/v3

go 1.24
