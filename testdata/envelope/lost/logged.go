package lost

import (
	"context"
	"log/slog"

	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

func onlyLogged(ctx context.Context, client *kms.Client, logger *zap.Logger, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request()) // want "encrypted data key of kms.GenerateDataKey is thrown away"
	if err != nil {
		return nil, err
	}
	slog.Info("made a key", "blob", out.CiphertextBlob)
	logrus.Infof("made a key %x", out.CiphertextBlob)
	logger.Sugar().Infow("made a key", "blob", out.CiphertextBlob)
	return seal(out.Plaintext, data)
}

func loggedAndKept(ctx context.Context, client *kms.Client, data []byte) ([]byte, error) {
	out, err := client.GenerateDataKey(ctx, request())
	if err != nil {
		return nil, err
	}
	slog.Info("made a key", "blob", out.CiphertextBlob)
	sealed, err := seal(out.Plaintext, data)
	return append(out.CiphertextBlob, sealed...), err
}
