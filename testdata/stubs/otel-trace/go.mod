module go.opentelemetry.io/otel/trace

go 1.24

require go.opentelemetry.io/otel v1.47.0
