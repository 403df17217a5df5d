// Package types holds the shapes of Elastic Container Registry.
package types

import "time"

type AuthorizationData struct {
	AuthorizationToken *string
	ExpiresAt          *time.Time
	ProxyEndpoint      *string
}
