// Package baggage is a slice of go.opentelemetry.io/otel/baggage.
package baggage

// Member is one entry, which is sent along with each request.
type Member struct{ key, value string }

// Property is metadata of a Member.
type Property struct{ key string }

// NewMember returns a Member.
func NewMember(key, value string, props ...Property) (Member, error) {
	return Member{key: key, value: value}, nil
}
