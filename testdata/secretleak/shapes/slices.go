package shapes

import (
	"context"
	"log"
	"slices"
	"strings"
)

func badSlice(ctx context.Context) {
	parts := []string{"admin", password(ctx)}
	log.Print(parts[1]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badSliceWhole(ctx context.Context) {
	parts := []string{"admin", password(ctx)}
	log.Print(parts) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSlice(ctx context.Context) {
	parts := []string{"admin", password(ctx)}
	log.Print(len(parts), cap(parts))
}

func badAppend(ctx context.Context) {
	var lines []string
	lines = append(lines, "user=admin")
	lines = append(lines, "password="+password(ctx))
	for _, l := range lines {
		log.Print(l) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodAppend(ctx context.Context) error {
	var public, private []string
	public = append(public, "user=admin")
	private = append(private, "password="+password(ctx))
	for _, l := range public {
		log.Print(l)
	}
	return connect(strings.Join(private, " "))
}

func badRangeIndex(ctx context.Context) {
	list := []string{password(ctx)}
	for i := range list {
		log.Print(list[i]) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodRangeIndex(ctx context.Context) {
	list := []string{password(ctx)}
	for i := range list {
		log.Print(i)
	}
}

func badJoin(ctx context.Context) {
	log.Print(strings.Join([]string{"postgres", "admin", password(ctx)}, ":")) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodJoin(ctx context.Context) error {
	parts := []string{"postgres", "admin"}
	log.Print(strings.Join(parts, ":"))
	return connect(strings.Join(append(parts, password(ctx)), ":"))
}

func badSplit(ctx context.Context) {
	for _, part := range strings.Split(password(ctx), ",") {
		log.Print(part) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodSplit(ctx context.Context) {
	log.Print(len(strings.Split(password(ctx), ",")))
}

func badCut(ctx context.Context) {
	_, pass, _ := strings.Cut(password(ctx), ":")
	log.Print(pass) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodCut(ctx context.Context) {
	_, _, found := strings.Cut(password(ctx), ":")
	log.Print(found)
}

func badFields(ctx context.Context) {
	f := strings.Fields(password(ctx))
	log.Print(f[len(f)-1]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFields(ctx context.Context) {
	log.Print(len(strings.Fields(password(ctx))))
}

func badArray(ctx context.Context) {
	var a [2]string
	a[1] = password(ctx)
	log.Print(a[1]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodArray(ctx context.Context) error {
	var a [2]string
	a[0], a[1] = "admin", password(ctx)
	log.Print(a[0])
	return connect(a[1])
}

func badBytes(ctx context.Context) {
	b := []byte(password(ctx))
	log.Printf("%s %x", "got", b) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodBytes(ctx context.Context) {
	b := []byte(password(ctx))
	clear(b)
	log.Print(len(b), b == nil)
}

func badCopy(ctx context.Context) {
	s := password(ctx)
	b := make([]byte, len(s))
	copy(b, s)
	log.Print(string(b)) // want "secret from secretsmanager.GetSecretValue is logged"
}

// goodCopy counts what was copied.
func goodCopy(ctx context.Context) {
	b := make([]byte, 64)
	n := copy(b, password(ctx))
	log.Print(n)
}

func missedRunes(ctx context.Context) {
	for _, r := range password(ctx) {
		log.Printf("%c", r)
	}
}

func goodRunes(ctx context.Context) {
	n := 0
	for range password(ctx) {
		n++
	}
	log.Print(n)
}

func badReversed(ctx context.Context) {
	r := []rune(password(ctx))
	slices.Reverse(r)
	log.Print(string(r)) // want "secret from secretsmanager.GetSecretValue is logged"
}

func badSliceOfStructs(ctx context.Context) {
	for _, c := range []credentials{load(ctx)} {
		log.Print(c.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodSliceOfStructs(ctx context.Context) {
	for _, c := range []*credentials{{User: "admin", Password: password(ctx)}} {
		log.Print(c.User)
	}
}

// addTo appends to what it is given.
func addTo(list *[]string, s string) { *list = append(*list, s) }

func badAppendedByPointer(ctx context.Context) {
	var list []string
	addTo(&list, password(ctx))
	log.Print(list[0]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodAppendedByPointer(ctx context.Context) {
	var list, names []string
	addTo(&list, password(ctx))
	addTo(&names, "orders")
	log.Print(names[0], len(list))
}

func badFilledSlice(ctx context.Context) {
	fill := func(into []string) { into[0] = password(ctx) }
	list := make([]string, 1)
	fill(list)
	log.Print(list[0]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodFilledSlice(ctx context.Context) error {
	fill := func(into []string) { into[0] = password(ctx) }
	list, names := make([]string, 1), []string{"orders"}
	fill(list)
	log.Print(names[0])
	return connect(list[0])
}

func badSpread(ctx context.Context) {
	args := []any{"password", password(ctx)}
	log.Println(args...) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodSpread(ctx context.Context) error {
	s := password(ctx)
	args := []any{"connected", len(s)}
	log.Println(args...)
	return connect(s)
}

func badIndexFunc(ctx context.Context) {
	list := []string{"a", password(ctx)}
	i := slices.IndexFunc(list, func(s string) bool { return len(s) > 1 })
	log.Print(list[i]) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodContains(ctx context.Context, token string) {
	list := []string{"a", password(ctx)}
	log.Print(slices.Contains(list, token), slices.Index(list, token))
}

func badTwoDimensions(ctx context.Context) {
	rows := [][]string{{"user", "admin"}, {"password", password(ctx)}}
	for _, row := range rows {
		log.Print(row[1]) // want "secret from secretsmanager.GetSecretValue is logged"
	}
}

func goodTwoDimensions(ctx context.Context) {
	public, private := [][]string{{"user", "admin"}}, [][]string{{"password", password(ctx)}}
	for _, row := range public {
		log.Print(row[1], len(private))
	}
}
