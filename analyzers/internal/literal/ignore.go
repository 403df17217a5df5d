package literal

import (
	"strconv"
	"strings"
)

// A fingerprint is how .gitleaksignore names a finding.
type fingerprint struct {
	file, rule string
	line       int
}

// parseIgnore reads fingerprints of the forms file:rule:line and
// commit:file:rule:line, of which the commit is dropped: a finding of one commit is
// the finding here for as long as it stands at the same line. What is neither is
// passed over, as gitleaks does.
func parseIgnore(text string) map[fingerprint]bool {
	ignore := make(map[fingerprint]bool)
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		fields := strings.Split(line, ":")
		if strings.HasPrefix(line, "#") || len(fields) != 3 && len(fields) != 4 {
			continue
		}
		fields = fields[len(fields)-3:]
		n, err := strconv.Atoi(fields[2])
		if err == nil {
			ignore[fingerprint{strings.ReplaceAll(fields[0], `\`, "/"), fields[1], n}] = true
		}
	}
	return ignore
}

// Ignores reports whether .gitleaksignore names what rule found in the file at the
// line, counted from 1. Its names of files are relative to where it lies.
func (s *Scanner) Ignores(file, rule string, line int) bool {
	return len(s.ignore) > 0 && s.ignore[fingerprint{s.relative(file), rule, line}]
}
