// Package pulumi holds environments that Pulumi deploys.
package pulumi

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func badFunction(ctx *pulumi.Context, password string) error {
	_, err := lambda.NewFunction(ctx, "orders", &lambda.FunctionArgs{
		Environment: &lambda.FunctionEnvironmentArgs{
			Variables: pulumi.StringMap{
				"STAGE":       pulumi.String(ctx.Stack()),
				"DB_PASSWORD": pulumi.String(password), // want "secret DB_PASSWORD is put into the environment in the clear"
			},
		},
	})
	return err
}

func goodFunction(ctx *pulumi.Context, arn pulumi.StringOutput) error {
	_, err := lambda.NewFunction(ctx, "orders", &lambda.FunctionArgs{
		Environment: &lambda.FunctionEnvironmentArgs{
			Variables: pulumi.StringMap{
				"STAGE":         pulumi.String(ctx.Stack()),
				"DB_SECRET_ARN": arn,
			},
		},
	})
	return err
}

func badAdded(ctx *pulumi.Context, token string) error {
	variables := pulumi.StringMap{"STAGE": pulumi.String("production")}
	variables["API_TOKEN"] = pulumi.String(token) // want "secret API_TOKEN is put into the environment in the clear"
	_, err := lambda.NewFunction(ctx, "orders", &lambda.FunctionArgs{
		Environment: &lambda.FunctionEnvironmentArgs{Variables: variables},
	})
	return err
}

func goodAdded(ctx *pulumi.Context, url string) error {
	variables := pulumi.StringMap{"STAGE": pulumi.String("production")}
	variables["API_URL"] = pulumi.String(url)
	_, err := lambda.NewFunction(ctx, "orders", &lambda.FunctionArgs{
		Environment: &lambda.FunctionEnvironmentArgs{Variables: variables},
	})
	return err
}

// goodTags are no environment.
func goodTags(token string) pulumi.StringMap {
	return pulumi.StringMap{"API_TOKEN": pulumi.String(token)}
}
