package sinks

import (
	"context"
	"encoding/json"
	"expvar"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	cwtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
	"github.com/aws/aws-xray-sdk-go/v2/xray"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/baggage"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"
)

func badSpan(ctx context.Context) {
	ctx, span := otel.Tracer("db").Start(ctx, "connect")
	defer span.End()
	s := password(ctx)
	span.SetAttributes(attribute.String("db.password", s))                                // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
	span.AddEvent("connecting with " + s)                                                 // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
	span.SetStatus(codes.Error, "cannot connect with "+s)                                 // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
	span.SetName("connect " + s)                                                          // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
	span.SetAttributes(attribute.Key("db.password").String(s))                            // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
	span.SetAttributes(attribute.StringSlice("all", []string{s}))                         // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
	span.AddEvent("connecting", trace.WithAttributes(attribute.String("db.password", s))) // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
}

func goodSpan(ctx context.Context) {
	ctx, span := otel.Tracer("db").Start(ctx, "connect")
	defer span.End()
	s := password(ctx)
	span.SetAttributes(attribute.Int("db.password.length", len(s)), attribute.Bool("set", s != ""))
	span.AddEvent("connecting", trace.WithAttributes(attribute.String("version", version(ctx))))
	if err := connect(s); err != nil {
		span.RecordError(err)
	}
}

func badSpanStart(ctx context.Context) {
	_, span := otel.Tracer("db").Start(ctx, "connect", trace.WithAttributes(attribute.String("dsn", "postgres://admin:"+password(ctx)+"@db"))) // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
	span.End()
}

func badSpanName(ctx context.Context) {
	_, span := otel.Tracer("db").Start(ctx, "connect "+password(ctx)) // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
	span.End()
}

func badMetric(ctx context.Context, c metric.Int64Counter) {
	c.Add(ctx, 1, metric.WithAttributes(attribute.String("token", password(ctx)))) // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
}

func goodMetric(ctx context.Context, c metric.Int64Counter) {
	c.Add(ctx, int64(len(password(ctx))), metric.WithAttributes(attribute.String("db", "orders")))
}

func badBaggage(ctx context.Context) (baggage.Member, error) {
	return baggage.NewMember("token", password(ctx)) // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
}

// annotate is a helper.
func annotate(ctx context.Context, key, value string) {
	trace.SpanFromContext(ctx).SetAttributes(attribute.String(key, value))
}

func badAnnotated(ctx context.Context) {
	annotate(ctx, "password", password(ctx)) // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
}

func goodAnnotated(ctx context.Context) {
	annotate(ctx, "version", version(ctx))
}

func badXRay(ctx context.Context) error {
	s := password(ctx)
	if err := xray.AddMetadata(ctx, "password", s); err != nil { // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
		return err
	}
	return xray.AddAnnotation(ctx, "password", s) // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
}

func badXRaySegment(ctx context.Context) error {
	_, seg := xray.BeginSubsegment(ctx, "connect")
	defer seg.Close(nil)
	return seg.AddMetadata("db", settings{Host: "db", Password: password(ctx)}) // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
}

func goodXRay(ctx context.Context) error {
	return xray.Capture(ctx, "connect", func(ctx context.Context) error {
		if err := xray.AddAnnotation(ctx, "version", version(ctx)); err != nil {
			return err
		}
		return connect(password(ctx))
	})
}

func badDimension(ctx context.Context, cw *cloudwatch.Client) error {
	_, err := cw.PutMetricData(ctx, &cloudwatch.PutMetricDataInput{
		Namespace: aws.String("orders"),
		MetricData: []cwtypes.MetricDatum{{
			MetricName: aws.String("connections"),
			Dimensions: []cwtypes.Dimension{{Name: aws.String("token"), Value: aws.String(password(ctx))}}, // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
		}},
	})
	return err
}

func goodDimension(ctx context.Context, cw *cloudwatch.Client) error {
	length := float64(len(password(ctx)))
	_, err := cw.PutMetricData(ctx, &cloudwatch.PutMetricDataInput{
		Namespace:  aws.String("orders"),
		MetricData: []cwtypes.MetricDatum{{MetricName: aws.String("length"), Value: &length}},
	})
	return err
}

func badLogEvent(ctx context.Context, logs *cloudwatchlogs.Client) error {
	_, err := logs.PutLogEvents(ctx, &cloudwatchlogs.PutLogEventsInput{
		LogGroupName: aws.String("orders"),
		LogEvents:    []logtypes.InputLogEvent{{Message: aws.String("password " + password(ctx))}}, // want "secret from secretsmanager.GetSecretValue (is logged|is recorded in telemetry)"
	})
	return err
}

func goodLogEvent(ctx context.Context, logs *cloudwatchlogs.Client) error {
	_, err := logs.PutLogEvents(ctx, &cloudwatchlogs.PutLogEventsInput{
		LogEvents: []logtypes.InputLogEvent{{Message: aws.String("version " + version(ctx))}},
	})
	return err
}

func badExpvar(ctx context.Context) {
	expvar.NewString("password").Set(password(ctx)) // want "secret from secretsmanager.GetSecretValue is recorded in telemetry"
}

func missedExpvarFunc(ctx context.Context) {
	expvar.Publish("config", expvar.Func(func() any { return settings{Password: password(ctx)} }))
}

func goodExpvar(ctx context.Context) {
	expvar.NewInt("length").Set(int64(len(password(ctx))))
}

// badEMF writes a metric in the embedded format, which is a line on standard output.
func badEMF(ctx context.Context) error {
	line, err := json.Marshal(map[string]any{
		"_aws":  map[string]any{"Timestamp": 1, "CloudWatchMetrics": []any{}},
		"token": password(ctx),
	})
	fmt.Println(string(line)) // want "secret from secretsmanager.GetSecretValue is printed"
	return err
}
