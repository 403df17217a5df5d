package fetched

import (
	"context"
	"os"
	"path"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

func badParameter(ctx context.Context, client *ssm.Client, name string) error {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: &name, WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	return os.Setenv("API_TOKEN", *out.Parameter.Value) // want "secret from ssm.GetParameter is put into the environment as API_TOKEN"
}

// goodParameter asks for no decryption: what it gets is no secret, or still encrypted.
func goodParameter(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/orders/log-level")})
	if err != nil {
		return err
	}
	return os.Setenv("LOG_LEVEL", *out.Parameter.Value)
}

func badParameters(ctx context.Context, client *ssm.Client, names []string) error {
	out, err := client.GetParameters(ctx, &ssm.GetParametersInput{Names: names, WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	for _, p := range out.Parameters {
		if err := os.Setenv(path.Base(*p.Name), *p.Value); err != nil { // want "secret from ssm.GetParameters is put into the environment"
			return err
		}
	}
	return nil
}

func goodParameters(ctx context.Context, client *ssm.Client, names []string) (map[string]string, error) {
	out, err := client.GetParameters(ctx, &ssm.GetParametersInput{Names: names, WithDecryption: aws.Bool(true)})
	if err != nil {
		return nil, err
	}
	values := make(map[string]string)
	for _, p := range out.Parameters {
		values[*p.Name] = *p.Value
		if err := os.Setenv("LOADED", *p.Name); err != nil {
			return nil, err
		}
	}
	return values, nil
}

func badPages(ctx context.Context, client *ssm.Client, prefix string) error {
	pages := ssm.NewGetParametersByPathPaginator(client, &ssm.GetParametersByPathInput{
		Path:           &prefix,
		Recursive:      aws.Bool(true),
		WithDecryption: aws.Bool(true),
	})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return err
		}
		for i := range page.Parameters {
			p := &page.Parameters[i]
			name := strings.ToUpper(strings.TrimPrefix(aws.ToString(p.Name), prefix))
			if err := os.Setenv(name, aws.ToString(p.Value)); err != nil { // want "secret from ssm.GetParametersByPath is put into the environment"
				return err
			}
		}
	}
	return nil
}

func badTokens(ctx context.Context, client *ssm.Client, prefix string) error {
	in := &ssm.GetParametersByPathInput{Path: &prefix, WithDecryption: aws.Bool(true)}
	values := make(map[string]string)
	for {
		out, err := client.GetParametersByPath(ctx, in)
		if err != nil {
			return err
		}
		for _, p := range out.Parameters {
			values[path.Base(*p.Name)] = *p.Value
		}
		if in.NextToken = out.NextToken; in.NextToken == nil {
			break
		}
	}
	for k, v := range values {
		os.Setenv(k, v) // want "secret from ssm.GetParametersByPath is put into the environment"
	}
	return nil
}
