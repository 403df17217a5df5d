module go.opentelemetry.io/otel/metric

go 1.24

require go.opentelemetry.io/otel v1.47.0
