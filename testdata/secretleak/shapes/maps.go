package shapes

import (
	"context"
	"log"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
)

func badMapValue(ctx context.Context) {
	m := map[string]string{"host": "db"}
	m["password"] = password(ctx)
	log.Print(m["password"]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMapValue(ctx context.Context) error {
	m := map[string]string{"host": "db", "password": password(ctx)}
	log.Print(m["host"])
	return connect(m["password"])
}

func badMapRange(ctx context.Context) {
	m := map[string]string{"host": "db", "password": password(ctx)}
	for k, v := range m {
		log.Printf("%s = %s", k, v) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodMapRange(ctx context.Context) {
	m := map[string]string{"host": "db", "password": password(ctx)}
	for k := range m {
		log.Printf("%s is set", k)
	}
}

func badMapWhole(ctx context.Context) {
	m := map[string]string{"host": "db", "password": password(ctx)}
	log.Print(m) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMapSize(ctx context.Context) {
	m := map[string]string{"host": "db", "password": password(ctx)}
	log.Print(len(m), slices.Sorted(maps.Keys(m)))
}

func badMapKey(ctx context.Context) {
	valid := map[string]bool{password(ctx): true}
	for token := range valid {
		log.Print(token) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func badMapKeys(ctx context.Context) {
	valid := map[string]bool{password(ctx): true}
	log.Print(slices.Collect(maps.Keys(valid))) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMapKeys(ctx context.Context) {
	valid := map[string]string{"token": password(ctx)}
	log.Print(slices.Collect(maps.Keys(valid)))
}

func goodMapKey(ctx context.Context, token string) {
	valid := map[string]bool{password(ctx): true}
	log.Print(valid[token])
	for _, ok := range valid {
		log.Print(ok)
	}
}

func badMapOfStructs(ctx context.Context) {
	m := map[string]credentials{"orders": load(ctx)}
	log.Print(m["orders"].Password) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMapOfStructs(ctx context.Context) {
	m := map[string]credentials{"orders": load(ctx)}
	log.Print(m["orders"].User)
}

// settings returns a map of what the program is told.
func settings(ctx context.Context) (map[string]string, error) {
	all := make(map[string]string)
	for _, name := range []string{"orders/db", "orders/api"} {
		s, err := fetch(ctx, manager, name)
		if err != nil {
			return nil, err
		}
		all[name] = s
	}
	return all, nil
}

func badReturnedMap(ctx context.Context) error {
	all, err := settings(ctx)
	if err != nil {
		return err
	}
	log.Print(all["orders/api"]) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func goodReturnedMap(ctx context.Context) error {
	all, err := settings(ctx)
	if err != nil {
		return err
	}
	for name := range all {
		log.Print("fetched ", name)
	}
	return connect(all["orders/db"])
}

// dump logs each entry.
func dump(m map[string]string) {
	for k, v := range m {
		log.Println(k, v)
	}
}

func badMapArgument(ctx context.Context) {
	dump(map[string]string{"password": password(ctx)}) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodMapArgument(ctx context.Context) {
	dump(map[string]string{"version": version(ctx)})
}

func badMapOK(ctx context.Context) {
	cache := map[string]string{}
	if _, ok := cache["db"]; !ok {
		cache["db"] = password(ctx)
	}
	if v, ok := cache["db"]; ok {
		log.Print(v) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodMapOK(ctx context.Context) {
	cache := map[string]string{"db": password(ctx)}
	_, ok := cache["db"]
	log.Print("cached: ", ok)
}

func badCopiedMap(ctx context.Context) {
	from := map[string]string{"password": password(ctx)}
	into := maps.Clone(from)
	maps.Copy(into, map[string]string{"host": "db"})
	log.Print(into["password"]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodCopiedMap(ctx context.Context) error {
	from := map[string]string{"host": "db"}
	into := maps.Clone(from)
	from["password"] = password(ctx)
	log.Print(into["host"])
	return connect(from["password"])
}

var cached sync.Map

func badSyncMap(ctx context.Context) {
	cached.Store("db", password(ctx))
	if v, ok := cached.Load("db"); ok {
		log.Print(v) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

var counted sync.Map

func goodSyncMap(ctx context.Context) {
	counted.Store("db", 1)
	if v, ok := counted.Load("db"); ok {
		log.Print(v)
	}
}

// badExpanded puts the values into a text that names them.
func badExpanded(ctx context.Context, text string) {
	m := map[string]string{"PASSWORD": password(ctx)}
	log.Print(os.Expand(text, func(name string) string { return m[name] })) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodExpanded(ctx context.Context, text string) error {
	m := map[string]string{"HOST": "db"}
	log.Print(os.Expand(text, func(name string) string { return m[name] }))
	return connect(password(ctx))
}

func missedReplacer(ctx context.Context, text string) {
	log.Print(strings.NewReplacer("{password}", password(ctx)).Replace(text))
}

// goodReplacer takes the secret out of a text, which is how logs are cleaned.
func goodReplacer(ctx context.Context, text string) {
	s := password(ctx)
	log.Print(strings.ReplaceAll(text, s, "***"))
	log.Print(strings.NewReplacer(s, "***").Replace(text))
}
