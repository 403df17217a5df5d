module filippo.io/age

go 1.24
