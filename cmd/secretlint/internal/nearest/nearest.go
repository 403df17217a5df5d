// Package nearest finds the name that a user probably meant.
package nearest

// Name returns the one of names that is nearest to got, by edit distance, or ""
// when none is near enough to be a slip of the keyboard.
func Name(got string, names []string) string {
	best, limit := "", max(1, len(got)/3)+1
	for _, name := range names {
		if d := distance(got, name); d < limit {
			best, limit = name, d
		}
	}
	return best
}

// Hint returns ` (did you mean "name"?)`, or "" when no name is near.
func Hint(got string, names []string) string {
	if name := Name(got, names); name != "" {
		return ` (did you mean "` + name + `"?)`
	}
	return ""
}

// distance counts the insertions, deletions, replacements and swaps of
// neighbours that turn a into b.
func distance(a, b string) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
