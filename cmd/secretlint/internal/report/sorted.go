package report

import "github.com/seed-38a4765b/secretlint/cmd/secretlint/internal/finding"

// Sorted returns a handler that keeps events until Flush and hands them to h in
// one order, each once, so that two runs print the same bytes however packages
// were scheduled.
func Sorted(h finding.Handler) finding.Handler {
	return &sorted{to: h}
}

type sorted struct {
	to       finding.Handler
	findings []*finding.Finding
	problems []*finding.Problem
}

func (s *sorted) Finding(f *finding.Finding) error {
	s.findings = append(s.findings, f)
	return nil
}

func (s *sorted) Problem(p *finding.Problem) error {
	s.problems = append(s.problems, p)
	return nil
}

func (s *sorted) Flush() error {
	for _, f := range finding.Sort(s.findings) {
		if err := s.to.Finding(f); err != nil {
			return err
		}
	}
	for _, p := range finding.SortProblems(s.problems) {
		if err := s.to.Problem(p); err != nil {
			return err
		}
	}
	s.findings, s.problems = nil, nil
	return s.to.Flush()
}
