// Package settings keeps what operators set: passwords in Parameter Store, notes under KMS.
package settings

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
)

// Parameters keeps settings in Parameter Store.
type Parameters struct {
	api *ssm.Client
}

// NewParameters returns the settings that are kept there.
func NewParameters(api *ssm.Client) *Parameters { return &Parameters{api: api} }

// SetMailPassword keeps the password of the mail server.
func (p *Parameters) SetMailPassword(ctx context.Context, password string) error {
	_, err := p.api.PutParameter(ctx, &ssm.PutParameterInput{
		Name:      aws.String("/orders/mail-password"),
		Value:     aws.String(password),
		Type:      types.ParameterTypeString,
		Overwrite: aws.Bool(true),
	})
	if err != nil {
		return fmt.Errorf("set password of mail server: %w", err)
	}
	return nil
}

// MailPassword returns it.
func (p *Parameters) MailPassword(ctx context.Context) (string, error) {
	out, err := p.api.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/orders/mail-password")})
	if err != nil {
		return "", fmt.Errorf("get password of mail server: %w", err)
	}
	return aws.ToString(out.Parameter.Value), nil
}

// SetFaxPassword keeps the password of the fax server.
func (p *Parameters) SetFaxPassword(ctx context.Context, password string) error {
	_, err := p.api.PutParameter(ctx, &ssm.PutParameterInput{
		Name:      aws.String("/orders/fax-password"),
		Value:     aws.String(password),
		Type:      types.ParameterTypeSecureString,
		Overwrite: aws.Bool(true),
	})
	if err != nil {
		return fmt.Errorf("set password of fax server: %w", err)
	}
	return nil
}

// FaxPassword returns it.
func (p *Parameters) FaxPassword(ctx context.Context) (string, error) {
	out, err := p.api.GetParameter(ctx, &ssm.GetParameterInput{
		Name:           aws.String("/orders/fax-password"),
		WithDecryption: aws.Bool(true),
	})
	if err != nil {
		return "", fmt.Errorf("get password of fax server: %w", err)
	}
	return aws.ToString(out.Parameter.Value), nil
}
