package sinks

import (
	"context"

	"github.com/go-logr/logr"
	"github.com/golang/glog"
	"k8s.io/klog/v2"
)

func badKlog(ctx context.Context) {
	s := password(ctx)
	klog.Info("connecting with ", s)              // want "secret from secretsmanager.GetSecretValue is logged"
	klog.Infof("connecting with %s", s)           // want "secret from secretsmanager.GetSecretValue is logged"
	klog.InfoS("Connecting", "password", s)       // want "secret from secretsmanager.GetSecretValue is logged"
	klog.ErrorS(nil, "Connecting", "password", s) // want "secret from secretsmanager.GetSecretValue is logged"
	klog.Warningf("connecting with %s", s)        // want "secret from secretsmanager.GetSecretValue is logged"
	klog.V(2).Infof("connecting with %s", s)      // want "secret from secretsmanager.GetSecretValue is logged"
	klog.V(4).InfoS("Connecting", "password", s)  // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodKlog(ctx context.Context) {
	s := password(ctx)
	klog.InfoS("Connecting", "length", len(s), "version", version(ctx))
	klog.V(2).Infof("connecting with %d characters", len(s))
}

func badKlogLogger(ctx context.Context) {
	l := klog.FromContext(ctx)
	l.Info("Connecting", "password", password(ctx))                        // want "secret from secretsmanager.GetSecretValue is logged"
	klog.LoggerWithValues(l, "password", password(ctx)).Info("Connecting") // want "secret from secretsmanager.GetSecretValue is logged"
}

func badLogr(ctx context.Context, l logr.Logger) {
	s := password(ctx)
	l.Info("connecting", "password", s)                                             // want "secret from secretsmanager.GetSecretValue is logged"
	l.Info("connecting with " + s)                                                  // want "secret from secretsmanager.GetSecretValue is logged"
	l.Error(nil, "connecting", "password", s)                                       // want "secret from secretsmanager.GetSecretValue is logged"
	l.V(1).Info("connecting", "password", s)                                        // want "secret from secretsmanager.GetSecretValue is logged"
	l.WithValues("password", s).Info("connecting")                                  // want "secret from secretsmanager.GetSecretValue is logged"
	logr.FromContextOrDiscard(ctx).WithName("db").Info("connecting", "password", s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodLogr(ctx context.Context, l logr.Logger) {
	s := password(ctx)
	l.Info("connecting", "length", len(s))
	l.WithValues("version", version(ctx)).Info("connecting")
}

func badGlog(ctx context.Context) {
	s := password(ctx)
	glog.Info("connecting with ", s)         // want "secret from secretsmanager.GetSecretValue is logged"
	glog.Infof("connecting with %s", s)      // want "secret from secretsmanager.GetSecretValue is logged"
	glog.Errorln("connecting with", s)       // want "secret from secretsmanager.GetSecretValue is logged"
	glog.V(2).Infof("connecting with %s", s) // want "secret from secretsmanager.GetSecretValue is logged"
}

func goodGlog(ctx context.Context) {
	glog.Infof("connecting with %d characters", len(password(ctx)))
}
