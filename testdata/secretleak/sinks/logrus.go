package sinks

import (
	"context"

	"github.com/sirupsen/logrus"
)

func badLogrus(ctx context.Context) {
	s := password(ctx)
	logrus.Info("connecting with ", s)                                                  // want "secret from secretsmanager.GetSecretValue is logged"
	logrus.Infof("connecting with %s", s)                                               // want "secret from secretsmanager.GetSecretValue is logged"
	logrus.Infoln("connecting with", s)                                                 // want "secret from secretsmanager.GetSecretValue is logged"
	logrus.WithField("password", s).Info("connecting")                                  // want "secret from secretsmanager.GetSecretValue is logged"
	logrus.WithFields(logrus.Fields{"user": "admin", "password": s}).Warn("connecting") // want "secret from secretsmanager.GetSecretValue is logged"
	logrus.WithField("user", "admin").Errorf("connecting with %s", s)                   // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodLogrus(ctx context.Context) {
	s := password(ctx)
	logrus.WithFields(logrus.Fields{"version": version(ctx), "length": len(s)}).Info("connecting")
}

func badLogrusLogger(ctx context.Context, l *logrus.Logger) {
	s := password(ctx)
	l.Debug(s)                                                     // want "secret from secretsmanager.GetSecretValue is logged"
	l.WithField("password", s).Debug("connecting")                 // want "secret from secretsmanager.GetSecretValue is logged"
	l.WithFields(logrus.Fields{"password": s}).Debug("connecting") // want "secret from secretsmanager.GetSecretValue is logged"
}

func badLogrusEntry(ctx context.Context, e *logrus.Entry) {
	fields := logrus.Fields{}
	fields["password"] = password(ctx)
	e.WithFields(fields).Info("connecting") // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodLogrusEntry(ctx context.Context, e *logrus.Entry) {
	fields := logrus.Fields{}
	fields["length"] = len(password(ctx))
	e.WithFields(fields).Info("connecting")
}
