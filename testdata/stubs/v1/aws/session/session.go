package session

import (
	"github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/client"
)

// Session holds the configuration of clients.
type Session struct {
	Config *aws.Config
}

// NewSession returns a session of the environment's configuration.
func NewSession(cfgs ...*aws.Config) (*Session, error) {
	s := &Session{Config: aws.NewConfig()}
	for _, cfg := range cfgs {
		s.Config = cfg
	}
	return s, nil
}

// Must panics when err is not nil.
func Must(sess *Session, err error) *Session {
	if err != nil {
		panic(err)
	}
	return sess
}

// ClientConfig implements client.ConfigProvider.
func (s *Session) ClientConfig(service string, cfgs ...*aws.Config) client.Config {
	return client.Config{Config: s.Config, Endpoint: service}
}
