// Package connections has connection strings. None leads anywhere.
package connections

import (
	"fmt"
	"os"
)

const (
	postgres = "postgres://app:Tr0ub4dor3@db.internal:5432/orders"   // want `hard-coded secret: password in a connection string`
	mysql    = "app:Tr0ub4dor3@tcp(db.internal:3306)/orders"         // want `hard-coded secret: password in a connection string`
	keywords = "host=db.internal user=app password=Tr0ub4dor3"       // want `hard-coded secret: password in a connection string`
	ado      = "Server=db.internal;User Id=app;Password=Tr0ub4dor3;" // want `hard-coded secret: password in a connection string`
	redis    = "redis://:Tr0ub4dor3@" + host + "/0"                  // want `hard-coded secret: password in a connection string`

	host = "cache.internal"
)

func good() []string {
	return []string{
		"postgres://db.internal:5432/orders",
		"postgres://app@db.internal/orders",
		"postgres://app:password@localhost/orders",
		"postgres://postgres:postgres@localhost/orders",
		"postgres://user:<password>@db.internal/orders",
		"host=db.internal user=app sslmode=verify-full",
		"https://example.com/@user:something",
		fmt.Sprintf("postgres://app:%s@db.internal/orders", os.Getenv("DB_PASSWORD")),
		"postgres://app:" + os.Getenv("DB_PASSWORD") + "@db.internal/orders",
	}
}
