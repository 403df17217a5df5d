module go.opentelemetry.io/otel

go 1.24

require (
	go.opentelemetry.io/otel/metric v1.47.0
	go.opentelemetry.io/otel/trace v1.47.0
)
