module github.com/namsral/flag

go 1.24
