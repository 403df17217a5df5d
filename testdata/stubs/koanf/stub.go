// Package koanf stands in for github.com/knadh/koanf/v2.
package koanf

type Provider interface {
	ReadBytes() ([]byte, error)
	Read() (map[string]any, error)
}

type Parser interface {
	Unmarshal([]byte) (map[string]any, error)
	Marshal(map[string]any) ([]byte, error)
}

type Koanf struct{}

func New(delim string) *Koanf { return nil }

func (ko *Koanf) Load(p Provider, pa Parser) error { return nil }
func (ko *Koanf) String(path string) string        { return "" }
func (ko *Koanf) MustString(path string) string    { return "" }
func (ko *Koanf) Bool(path string) bool            { return false }
