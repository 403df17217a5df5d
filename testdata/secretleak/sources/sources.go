// Package sources has each kind of answer in which AWS sends a secret, and what else is in it.
package sources

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"log"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/feature/rds/auth"
	"github.com/aws/aws-sdk-go-v2/service/acm"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider"
	"github.com/aws/aws-sdk-go-v2/service/ecr"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/kms"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/aws-sdk-go-v2/service/redshift"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"github.com/aws/aws-sdk-go-v2/service/sso"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func badSecretBinary(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{})
	if err != nil {
		return err
	}
	log.Printf("%s", out.SecretBinary) // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func badBatch(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.BatchGetSecretValue(ctx, &secretsmanager.BatchGetSecretValueInput{})
	if err != nil {
		return err
	}
	for _, v := range out.SecretValues {
		log.Print(aws.ToString(v.SecretString)) // want "secret from secretsmanager.BatchGetSecretValue is logged"
		log.Print(aws.ToString(v.Name), v.VersionStages)
	}
	return nil
}

func badRandomPassword(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetRandomPassword(ctx, &secretsmanager.GetRandomPasswordInput{})
	if err != nil {
		return err
	}
	log.Print(*out.RandomPassword) // want "secret from secretsmanager.GetRandomPassword is logged"
	return nil
}

func goodList(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.ListSecrets(ctx, &secretsmanager.ListSecretsInput{})
	if err != nil {
		return err
	}
	for _, s := range out.SecretList {
		log.Print(aws.ToString(s.Name), aws.ToString(s.ARN))
	}
	d, err := client.DescribeSecret(ctx, &secretsmanager.DescribeSecretInput{})
	log.Print(aws.ToString(d.Description), aws.ToString(d.KmsKeyId))
	return err
}

func badDecrypt(ctx context.Context, client *kms.Client, blob []byte) error {
	out, err := client.Decrypt(ctx, &kms.DecryptInput{CiphertextBlob: blob})
	if err != nil {
		return err
	}
	log.Print(string(out.Plaintext)) // want "secret from kms.Decrypt is logged"
	log.Print(aws.ToString(out.KeyId), out.EncryptionAlgorithm)
	return nil
}

func badDataKey(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKey(ctx, &kms.GenerateDataKeyInput{})
	if err != nil {
		return err
	}
	log.Print(hex.EncodeToString(out.Plaintext)) // want "secret from kms.GenerateDataKey is logged"
	log.Print(hex.EncodeToString(out.CiphertextBlob))
	return nil
}

func badDataKeyPair(ctx context.Context, client *kms.Client) error {
	out, err := client.GenerateDataKeyPair(ctx, &kms.GenerateDataKeyPairInput{})
	if err != nil {
		return err
	}
	log.Printf("%x", out.PrivateKeyPlaintext) // want "secret from kms.GenerateDataKeyPair is logged"
	log.Printf("%x %x", out.PublicKey, out.PrivateKeyCiphertextBlob)
	return nil
}

func badSharedSecret(ctx context.Context, client *kms.Client) error {
	out, err := client.DeriveSharedSecret(ctx, &kms.DeriveSharedSecretInput{})
	if err != nil {
		return err
	}
	log.Printf("%x", out.SharedSecret) // want "secret from kms.DeriveSharedSecret is logged"
	return nil
}

func goodEncrypt(ctx context.Context, client *kms.Client, text []byte) error {
	out, err := client.Encrypt(ctx, &kms.EncryptInput{Plaintext: text})
	if err != nil {
		return err
	}
	log.Print(base64.StdEncoding.EncodeToString(out.CiphertextBlob), aws.ToString(out.KeyId))
	return nil
}

func badAssumeRole(ctx context.Context, client *sts.Client) error {
	out, err := client.AssumeRole(ctx, &sts.AssumeRoleInput{})
	if err != nil {
		return err
	}
	log.Print(*out.Credentials.SecretAccessKey) // want "secret from sts.AssumeRole is logged"
	log.Print(*out.Credentials.SessionToken)    // want "secret from sts.AssumeRole is logged"
	log.Print(*out.Credentials.AccessKeyId, out.Credentials.Expiration, *out.AssumedRoleUser.Arn)
	return nil
}

func badExport(ctx context.Context, client *sts.Client) error {
	out, err := client.AssumeRole(ctx, &sts.AssumeRoleInput{})
	if err != nil {
		return err
	}
	creds := out.Credentials
	log.Printf("export AWS_SECRET_ACCESS_KEY=%s", aws.ToString(creds.SecretAccessKey)) // want "secret from sts.AssumeRole is logged"
	return nil
}

func goodIdentity(ctx context.Context, client *sts.Client) error {
	out, err := client.GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
	if err != nil {
		return err
	}
	log.Print(*out.Account, *out.Arn, *out.UserId)
	return nil
}

func badRegistry(ctx context.Context, client *ecr.Client) error {
	out, err := client.GetAuthorizationToken(ctx, &ecr.GetAuthorizationTokenInput{})
	if err != nil {
		return err
	}
	for _, d := range out.AuthorizationData {
		log.Print(*d.AuthorizationToken) // want "secret from ecr.GetAuthorizationToken is logged"
		log.Print(*d.ProxyEndpoint, d.ExpiresAt)
	}
	return nil
}

func badRegistryPassword(ctx context.Context, client *ecr.Client) error {
	out, err := client.GetAuthorizationToken(ctx, &ecr.GetAuthorizationTokenInput{})
	if err != nil {
		return err
	}
	decoded, err := base64.StdEncoding.DecodeString(*out.AuthorizationData[0].AuthorizationToken)
	if err != nil {
		return err
	}
	_, pass, _ := strings.Cut(string(decoded), ":")
	log.Print(pass) // want "secret from ecr.GetAuthorizationToken is logged"
	return nil
}

func badAuthToken(ctx context.Context, creds aws.CredentialsProvider) error {
	token, err := auth.BuildAuthToken(ctx, "db:5432", "eu-west-1", "admin", creds)
	if err != nil {
		return err
	}
	log.Print(token) // want "secret from \\S*BuildAuthToken is logged"
	return nil
}

func goodAuthToken(ctx context.Context, creds aws.CredentialsProvider) error {
	_, err := auth.BuildAuthToken(ctx, "db:5432", "eu-west-1", "admin", creds)
	log.Print("db:5432", err)
	return err
}

func badAccessKey(ctx context.Context, client *iam.Client) error {
	out, err := client.CreateAccessKey(ctx, &iam.CreateAccessKeyInput{})
	if err != nil {
		return err
	}
	log.Print(*out.AccessKey.SecretAccessKey) // want "secret from iam.CreateAccessKey is logged"
	log.Print(*out.AccessKey.AccessKeyId, *out.AccessKey.UserName, out.AccessKey.Status)
	return nil
}

func badServiceCredential(ctx context.Context, client *iam.Client) error {
	out, err := client.CreateServiceSpecificCredential(ctx, &iam.CreateServiceSpecificCredentialInput{})
	if err != nil {
		return err
	}
	log.Print(*out.ServiceSpecificCredential.ServicePassword) // want "secret from iam.CreateServiceSpecificCredential is logged"
	log.Print(*out.ServiceSpecificCredential.ServiceUserName)
	return nil
}

func badInitiateAuth(ctx context.Context, client *cognitoidentityprovider.Client) error {
	out, err := client.InitiateAuth(ctx, &cognitoidentityprovider.InitiateAuthInput{})
	if err != nil {
		return err
	}
	log.Print(aws.ToString(out.AuthenticationResult.AccessToken))  // want "secret from cognitoidentityprovider.InitiateAuth is logged"
	log.Print(aws.ToString(out.AuthenticationResult.RefreshToken)) // want "secret from cognitoidentityprovider.InitiateAuth is logged"
	log.Print(out.AuthenticationResult.ExpiresIn, aws.ToString(out.AuthenticationResult.TokenType), out.ChallengeName)
	return nil
}

func badSoftwareToken(ctx context.Context, client *cognitoidentityprovider.Client) error {
	out, err := client.AssociateSoftwareToken(ctx, &cognitoidentityprovider.AssociateSoftwareTokenInput{})
	if err != nil {
		return err
	}
	log.Print(*out.SecretCode) // want "secret from cognitoidentityprovider.AssociateSoftwareToken is logged"
	return nil
}

func badInstance(ctx context.Context, client *lightsail.Client) error {
	out, err := client.GetInstanceAccessDetails(ctx, &lightsail.GetInstanceAccessDetailsInput{})
	if err != nil {
		return err
	}
	log.Print(*out.AccessDetails.Password)   // want "secret from lightsail.GetInstanceAccessDetails is logged"
	log.Print(*out.AccessDetails.PrivateKey) // want "secret from lightsail.GetInstanceAccessDetails is logged"
	log.Print(*out.AccessDetails.IpAddress, *out.AccessDetails.Username)
	return nil
}

func badMasterPassword(ctx context.Context, client *lightsail.Client) error {
	out, err := client.GetRelationalDatabaseMasterUserPassword(ctx, &lightsail.GetRelationalDatabaseMasterUserPasswordInput{})
	if err != nil {
		return err
	}
	log.Print(*out.MasterUserPassword) // want "secret from lightsail.GetRelationalDatabaseMasterUserPassword is logged"
	log.Print(out.CreatedAt)
	return nil
}

func badCluster(ctx context.Context, client *redshift.Client) error {
	out, err := client.GetClusterCredentials(ctx, &redshift.GetClusterCredentialsInput{})
	if err != nil {
		return err
	}
	log.Print(*out.DbPassword) // want "secret from redshift.GetClusterCredentials is logged"
	log.Print(*out.DbUser, out.Expiration)
	return nil
}

func badCertificate(ctx context.Context, client *acm.Client) error {
	out, err := client.ExportCertificate(ctx, &acm.ExportCertificateInput{})
	if err != nil {
		return err
	}
	log.Print(*out.PrivateKey) // want "secret from acm.ExportCertificate is logged"
	log.Print(*out.Certificate, *out.CertificateChain)
	return nil
}

func badRoleCredentials(ctx context.Context, client *sso.Client) error {
	out, err := client.GetRoleCredentials(ctx, &sso.GetRoleCredentialsInput{})
	if err != nil {
		return err
	}
	log.Print(*out.RoleCredentials.SessionToken) // want "secret from sso.GetRoleCredentials is logged"
	log.Print(*out.RoleCredentials.AccessKeyId, out.RoleCredentials.Expiration)
	return nil
}

// badFunctionEnvironment shows what a function's environment has under the name of a secret.
func badFunctionEnvironment(ctx context.Context, client *lambda.Client) error {
	out, err := client.GetFunctionConfiguration(ctx, &lambda.GetFunctionConfigurationInput{})
	if err != nil {
		return err
	}
	log.Print(out.Environment.Variables["DB_PASSWORD"]) // want "secret from lambda.GetFunctionConfiguration is logged"
	for name := range out.Environment.Variables {
		log.Print(name)
	}
	return nil
}

// badDecoded is a member of a secret that is structured.
func badDecoded(ctx context.Context, client *secretsmanager.Client) error {
	out, err := client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{})
	if err != nil {
		return err
	}
	var v struct {
		Username string `json:"username"`
		Password string `json:"password"`
		Host     string `json:"host"`
	}
	if err := json.Unmarshal([]byte(*out.SecretString), &v); err != nil {
		return err
	}
	log.Print(v.Password) // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print(v.Username, v.Host)
	return nil
}
