// Package trace is a slice of go.opentelemetry.io/otel/trace.
package trace

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
)

// TracerOption configures a tracer.
type TracerOption interface{ applyTracer() }

// EventOption configures an event.
type EventOption interface{ applyEvent() }

// SpanStartOption configures the start of a span.
type SpanStartOption interface{ applySpanStart() }

// SpanStartEventOption configures either.
type SpanStartEventOption interface {
	SpanStartOption
	EventOption
}

// SpanEndOption configures the end of a span.
type SpanEndOption interface{ applySpanEnd() }

type attributes []attribute.KeyValue

func (attributes) applyEvent()     {}
func (attributes) applySpanStart() {}

// WithAttributes adds attributes.
func WithAttributes(kv ...attribute.KeyValue) SpanStartEventOption { return attributes(kv) }

// SpanFromContext returns the current span.
func SpanFromContext(ctx context.Context) Span { return nil }

// Tracer makes spans.
type Tracer interface {
	Start(ctx context.Context, spanName string, opts ...SpanStartOption) (context.Context, Span)
}

// Span is an operation.
type Span interface {
	End(options ...SpanEndOption)
	AddEvent(name string, options ...EventOption)
	IsRecording() bool
	RecordError(err error, options ...EventOption)
	SetStatus(code codes.Code, description string)
	SetName(name string)
	SetAttributes(kv ...attribute.KeyValue)
}
