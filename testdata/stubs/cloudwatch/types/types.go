// Package types holds the shapes of CloudWatch.
package types

import "time"

type Dimension struct {
	Name  *string
	Value *string
}

type StandardUnit string

type MetricDatum struct {
	MetricName *string
	Dimensions []Dimension
	Timestamp  *time.Time
	Unit       StandardUnit
	Value      *float64
}
