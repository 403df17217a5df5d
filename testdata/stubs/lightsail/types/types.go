// Package types holds the shapes of Lightsail.
package types

import "time"

type InstanceAccessDetails struct {
	CertKey      *string
	ExpiresAt    *time.Time
	InstanceName *string
	IpAddress    *string
	Password     *string
	PrivateKey   *string
	Username     *string
}
