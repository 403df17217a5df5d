module github.com/awnumar/memguard

go 1.24
