package sources

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
)

func badParameter(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/orders/db"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	log.Print(*out.Parameter.Value) // want "secret from ssm.GetParameter is logged"
	log.Print(*out.Parameter.Name, *out.Parameter.ARN, out.Parameter.Version, out.Parameter.Type)
	return nil
}

// goodEncrypted is ciphertext, or no SecureString.
func goodEncrypted(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/orders/host")})
	if err != nil {
		return err
	}
	log.Print(*out.Parameter.Value)
	return nil
}

func goodNotDecrypted(ctx context.Context, client *ssm.Client) error {
	in := &ssm.GetParameterInput{Name: aws.String("/orders/host"), WithDecryption: aws.Bool(false)}
	out, err := client.GetParameter(ctx, in)
	if err != nil {
		return err
	}
	log.Print(*out.Parameter.Value)
	return nil
}

func badDecryptedLater(ctx context.Context, client *ssm.Client) error {
	in := &ssm.GetParameterInput{Name: aws.String("/orders/db")}
	in.WithDecryption = aws.Bool(true)
	out, err := client.GetParameter(ctx, in)
	if err != nil {
		return err
	}
	log.Print(*out.Parameter.Value) // want "secret from ssm.GetParameter is logged"
	return nil
}

func badParameters(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParameters(ctx, &ssm.GetParametersInput{Names: []string{"/orders/db"}, WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	for _, p := range out.Parameters {
		log.Printf("%s=%s", *p.Name, *p.Value) // want "secret from ssm.GetParameters is logged"
	}
	log.Print(out.InvalidParameters)
	return nil
}

func goodParameters(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParameters(ctx, &ssm.GetParametersInput{Names: []string{"/orders/host"}})
	if err != nil {
		return err
	}
	for _, p := range out.Parameters {
		log.Printf("%s=%s", *p.Name, *p.Value)
	}
	return nil
}

func badByPath(ctx context.Context, client *ssm.Client) error {
	pages := ssm.NewGetParametersByPathPaginator(client, &ssm.GetParametersByPathInput{Path: aws.String("/orders"), WithDecryption: aws.Bool(true)})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return err
		}
		for _, p := range page.Parameters {
			log.Print(aws.ToString(p.Value)) // want "secret from ssm.GetParametersByPath is logged"
		}
	}
	return nil
}

func goodByPath(ctx context.Context, client *ssm.Client) error {
	pages := ssm.NewGetParametersByPathPaginator(client, &ssm.GetParametersByPathInput{Path: aws.String("/orders"), WithDecryption: aws.Bool(true)})
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		if err != nil {
			return err
		}
		for _, p := range page.Parameters {
			log.Print(aws.ToString(p.Name))
		}
	}
	return nil
}

func badHistory(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParameterHistory(ctx, &ssm.GetParameterHistoryInput{Name: aws.String("/orders/db"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	for _, p := range out.Parameters {
		log.Print(*p.Value) // want "secret from ssm.GetParameterHistory is logged"
		log.Print(*p.LastModifiedUser, p.Version)
	}
	return nil
}

// badGiven does not know the operation.
func badGiven(p types.Parameter) {
	log.Print(aws.ToString(p.Value)) // want "secret from ssm.Parameter is logged"
}

func goodGiven(p types.Parameter) {
	log.Print(aws.ToString(p.Name), p.Type)
}

// parameters turns a list into a map.
func parameters(list []types.Parameter) map[string]string {
	m := make(map[string]string, len(list))
	for _, p := range list {
		m[aws.ToString(p.Name)] = aws.ToString(p.Value)
	}
	return m
}

func badCollected(ctx context.Context, client *ssm.Client) error {
	out, err := client.GetParametersByPath(ctx, &ssm.GetParametersByPathInput{Path: aws.String("/orders"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	m := parameters(out.Parameters)
	log.Print(m["/orders/db"]) // want "secret from ssm.(GetParametersByPath|Parameter) is logged"
	log.Print(len(m))
	return nil
}
