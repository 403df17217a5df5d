// Package awscreds holds AWS's own credential variables.
package awscreds

import (
	"context"
	"os"
	"os/exec"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/aws-sdk-go-v2/service/sts/types"
)

func badRead() aws.Credentials {
	return aws.Credentials{
		AccessKeyID:     os.Getenv("AWS_ACCESS_KEY_ID"),
		SecretAccessKey: os.Getenv("AWS_SECRET_ACCESS_KEY"), // want "AWS credentials are read from the environment: AWS_SECRET_ACCESS_KEY"
		SessionToken:    os.Getenv("AWS_SESSION_TOKEN"),     // want "AWS credentials are read from the environment: AWS_SESSION_TOKEN"
	}
}

func goodRead() []string {
	return []string{
		os.Getenv("AWS_PROFILE"),
		os.Getenv("AWS_REGION"),
		os.Getenv("AWS_ROLE_ARN"),
		os.Getenv("AWS_ROLE_SESSION_NAME"),
		os.Getenv("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"),
		os.Getenv("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"),
	}
}

func goodPresent() bool {
	return os.Getenv("AWS_SECRET_ACCESS_KEY") != ""
}

func badSet(secret string) error {
	return os.Setenv("AWS_SECRET_ACCESS_KEY", secret) // want "AWS credentials are put into the environment: AWS_SECRET_ACCESS_KEY"
}

func goodSet(profile string) error {
	if err := os.Setenv("AWS_SECRET_ACCESS_KEY", ""); err != nil {
		return err
	}
	if err := os.Unsetenv("AWS_SESSION_TOKEN"); err != nil {
		return err
	}
	return os.Setenv("AWS_PROFILE", profile)
}

func assume(ctx context.Context, client *sts.Client, role string) (*types.Credentials, error) {
	out, err := client.AssumeRole(ctx, &sts.AssumeRoleInput{RoleArn: &role, RoleSessionName: aws.String("deploy")})
	if err != nil {
		return nil, err
	}
	return out.Credentials, nil
}

func badAssumed(ctx context.Context, client *sts.Client, role string) error {
	creds, err := assume(ctx, client, role)
	if err != nil {
		return err
	}
	os.Setenv("AWS_ACCESS_KEY_ID", *creds.AccessKeyId)
	os.Setenv("AWS_SECRET_ACCESS_KEY", *creds.SecretAccessKey) // want "AWS credentials are put into the environment: AWS_SECRET_ACCESS_KEY"
	os.Setenv("AWS_SESSION_TOKEN", *creds.SessionToken)        // want "AWS credentials are put into the environment: AWS_SESSION_TOKEN"
	return nil
}

// badRenamed hides what they are from whoever looks for AWS's names.
func badRenamed(ctx context.Context, client *sts.Client, role string) error {
	out, err := client.AssumeRole(ctx, &sts.AssumeRoleInput{RoleArn: &role})
	if err != nil {
		return err
	}
	return os.Setenv("DEPLOY_AS", aws.ToString(out.Credentials.SecretAccessKey)) // want "secret from sts.AssumeRole is put into the environment as DEPLOY_AS"
}

func goodRenamed(ctx context.Context, client *sts.Client, role string) error {
	out, err := client.AssumeRole(ctx, &sts.AssumeRoleInput{RoleArn: &role})
	if err != nil {
		return err
	}
	if err := os.Setenv("DEPLOY_KEY_ID", aws.ToString(out.Credentials.AccessKeyId)); err != nil {
		return err
	}
	return os.Setenv("DEPLOY_AS", aws.ToString(out.AssumedRoleUser.Arn))
}

func badChild(ctx context.Context, client *sts.Client, role string) error {
	creds, err := assume(ctx, client, role)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "terraform", "apply")
	cmd.Env = append(os.Environ(),
		"AWS_ACCESS_KEY_ID="+*creds.AccessKeyId,
		"AWS_SECRET_ACCESS_KEY="+*creds.SecretAccessKey, // want "AWS credentials are put into the environment: AWS_SECRET_ACCESS_KEY"
		"AWS_SESSION_TOKEN="+*creds.SessionToken,        // want "AWS credentials are put into the environment: AWS_SESSION_TOKEN"
	)
	return cmd.Run()
}

func badProvider(ctx context.Context, provider aws.CredentialsProvider) error {
	creds, err := provider.Retrieve(ctx)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "terraform", "apply")
	cmd.Env = append(os.Environ(), "AWS_SECRET_ACCESS_KEY="+creds.SecretAccessKey) // want "AWS credentials are put into the environment: AWS_SECRET_ACCESS_KEY"
	return cmd.Run()
}

func goodChild(ctx context.Context, profile string) error {
	cmd := exec.CommandContext(ctx, "terraform", "apply")
	cmd.Env = append(os.Environ(), "AWS_PROFILE="+profile, "AWS_REGION=eu-west-1")
	return cmd.Run()
}
