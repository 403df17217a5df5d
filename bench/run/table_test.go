//go:build unix

package main

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestTable: ratios are of runs that followed each other, and not of medians.
func TestTable(t *testing.T) {
	p := newPart("go vet, cold", tools)
	p.note("floor: %d units", 3)
	for i, seconds := range [2][]time.Duration{{3, 1, 2}, {4, 4, 16}} {
		for _, s := range seconds {
			p.runs[i] = append(p.runs[i], usage{s * time.Second, 2 * s * time.Second, 100 * float64(s)})
		}
	}
	want := `| go vet, cold | CPU s | wall s | peak MiB |
|---|---|---|---|
| secretlint | 2.00 | 4.00 | 200 |
| floor | 4.00 | 8.00 | 400 |
| ratio | 0.25 (0.12–0.75) | 0.25 (0.12–0.75) | 0.25 (0.12–0.75) |

floor: 3 units
`
	if diff := cmp.Diff(want, p.String()); diff != "" {
		t.Error(diff)
	}
}
