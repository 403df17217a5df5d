// Package metric is a slice of go.opentelemetry.io/otel/metric.
package metric

import (
	"context"

	"go.opentelemetry.io/otel/attribute"
)

// MeterOption configures a meter.
type MeterOption interface{ applyMeter() }

// AddOption configures an addition.
type AddOption interface{ applyAdd() }

// RecordOption configures a recording.
type RecordOption interface{ applyRecord() }

// MeasurementOption configures either.
type MeasurementOption interface {
	AddOption
	RecordOption
}

// Int64CounterOption configures a counter.
type Int64CounterOption interface{ applyInt64Counter() }

type attributes []attribute.KeyValue

func (attributes) applyAdd()    {}
func (attributes) applyRecord() {}

// WithAttributes adds attributes.
func WithAttributes(kv ...attribute.KeyValue) MeasurementOption { return attributes(kv) }

// Int64Counter counts.
type Int64Counter interface {
	Add(ctx context.Context, incr int64, options ...AddOption)
}

// Meter makes instruments.
type Meter interface {
	Int64Counter(name string, options ...Int64CounterOption) (Int64Counter, error)
}
