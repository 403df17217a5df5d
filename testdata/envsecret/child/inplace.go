package child

import (
	"context"
	"os/exec"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
)

// environ is a list of variables that changes in place.
type environ []string

func (e *environ) Unset(key string) {
	for i := range *e {
		if strings.HasPrefix((*e)[i], key+"=") {
			(*e)[i] = (*e)[len(*e)-1]
			*e = (*e)[:len(*e)-1]
			return
		}
	}
}

func (e *environ) Set(key, val string) {
	e.Unset(key)
	*e = append(*e, key+"="+val)
}

func badInPlace(ctx context.Context, client *secretsmanager.Client, stage, region, vpc string) error {
	value, err := fetch(ctx, client, "orders/settings")
	if err != nil {
		return err
	}
	var env environ
	env.Set("STAGE", stage)
	env.Set("SETTINGS", value) // want "secret from secretsmanager.GetSecretValue is put into the environment as SETTINGS"
	env.Set("REGION", region)
	env.Set("VPC", vpc)
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = env
	return cmd.Run()
}

func goodInPlace(ctx context.Context, client *secretsmanager.Client, stage, region string) error {
	if _, err := fetch(ctx, client, "orders/settings"); err != nil {
		return err
	}
	var env environ
	env.Set("STAGE", stage)
	env.Set("REGION", region)
	cmd := exec.CommandContext(ctx, "server")
	cmd.Env = env
	return cmd.Run()
}
