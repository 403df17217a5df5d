package middleware

// Metadata holds values that the middleware stack attached to a result.
type Metadata struct {
	values map[any]any
}

// Get returns the value stored under key, or nil.
func (m Metadata) Get(key any) any { return m.values[key] }

// Set stores value under key.
func (m *Metadata) Set(key, value any) {
	if m.values == nil {
		m.values = make(map[any]any)
	}
	m.values[key] = value
}

// Has reports whether key is present.
func (m Metadata) Has(key any) bool {
	_, ok := m.values[key]
	return ok
}
