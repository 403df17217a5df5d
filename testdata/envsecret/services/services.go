// Package services holds environments of AWS services whose SDK modules are large: CodeBuild, Batch, App Runner,
// Elastic Beanstalk and SageMaker.
package services

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/apprunner"
	apprunnertypes "github.com/aws/aws-sdk-go-v2/service/apprunner/types"
	"github.com/aws/aws-sdk-go-v2/service/batch"
	batchtypes "github.com/aws/aws-sdk-go-v2/service/batch/types"
	"github.com/aws/aws-sdk-go-v2/service/codebuild"
	"github.com/aws/aws-sdk-go-v2/service/codebuild/types"
	"github.com/aws/aws-sdk-go-v2/service/elasticbeanstalk"
	beanstalktypes "github.com/aws/aws-sdk-go-v2/service/elasticbeanstalk/types"
	"github.com/aws/aws-sdk-go-v2/service/sagemaker"
	sagemakertypes "github.com/aws/aws-sdk-go-v2/service/sagemaker/types"
	"github.com/aws/aws-sdk-go-v2/service/ssm"
)

func badCodeBuild(ctx context.Context, client *codebuild.Client, token string) error {
	_, err := client.StartBuild(ctx, &codebuild.StartBuildInput{
		ProjectName: aws.String("orders"),
		EnvironmentVariablesOverride: []types.EnvironmentVariable{
			{Name: aws.String("STAGE"), Value: aws.String("production"), Type: types.EnvironmentVariableTypePlaintext},
			{Name: aws.String("NPM_TOKEN"), Value: &token, Type: types.EnvironmentVariableTypePlaintext}, // want "secret NPM_TOKEN is put into the environment in the clear"
		},
	})
	return err
}

// badCodeBuildDefault says no type, and PLAINTEXT is the default.
func badCodeBuildDefault(token string) *types.ProjectEnvironment {
	return &types.ProjectEnvironment{
		EnvironmentVariables: []types.EnvironmentVariable{
			{Name: aws.String("NPM_TOKEN"), Value: &token}, // want "secret NPM_TOKEN is put into the environment in the clear"
		},
	}
}

func goodCodeBuild(ctx context.Context, client *codebuild.Client, parameter, secret string) error {
	_, err := client.StartBuild(ctx, &codebuild.StartBuildInput{
		ProjectName: aws.String("orders"),
		EnvironmentVariablesOverride: []types.EnvironmentVariable{
			{Name: aws.String("NPM_TOKEN"), Value: &parameter, Type: types.EnvironmentVariableTypeParameterStore},
			{Name: aws.String("DB_PASSWORD"), Value: &secret, Type: types.EnvironmentVariableTypeSecretsManager},
			{Name: aws.String("STAGE"), Value: aws.String("production")},
		},
	})
	return err
}

func badBatch(ctx context.Context, client *batch.Client, password string) error {
	_, err := client.SubmitJob(ctx, &batch.SubmitJobInput{
		JobName: aws.String("report"),
		ContainerOverrides: &batchtypes.ContainerOverrides{
			Environment: []batchtypes.KeyValuePair{
				{Name: aws.String("DB_PASSWORD"), Value: &password}, // want "secret DB_PASSWORD is put into the environment in the clear"
			},
		},
	})
	return err
}

func goodBatch(ctx context.Context, client *batch.Client, arn string) error {
	_, err := client.RegisterJobDefinition(ctx, &batch.RegisterJobDefinitionInput{
		JobDefinitionName: aws.String("report"),
		Type:              batchtypes.JobDefinitionTypeContainer,
		ContainerProperties: &batchtypes.ContainerProperties{
			Environment: []batchtypes.KeyValuePair{{Name: aws.String("STAGE"), Value: aws.String("production")}},
			Secrets:     []batchtypes.Secret{{Name: aws.String("DB_PASSWORD"), ValueFrom: &arn}},
		},
	})
	return err
}

func badAppRunner(ctx context.Context, client *apprunner.Client, service, token string) error {
	_, err := client.UpdateService(ctx, &apprunner.UpdateServiceInput{
		ServiceArn: &service,
		SourceConfiguration: &apprunnertypes.SourceConfiguration{ImageRepository: &apprunnertypes.ImageRepository{
			ImageConfiguration: &apprunnertypes.ImageConfiguration{
				RuntimeEnvironmentVariables: map[string]string{
					"STAGE":     "production",
					"API_TOKEN": token, // want "secret API_TOKEN is put into the environment in the clear"
				},
			},
		}},
	})
	return err
}

func goodAppRunner(ctx context.Context, client *apprunner.Client, service, arn string) error {
	_, err := client.UpdateService(ctx, &apprunner.UpdateServiceInput{
		ServiceArn: &service,
		SourceConfiguration: &apprunnertypes.SourceConfiguration{ImageRepository: &apprunnertypes.ImageRepository{
			ImageConfiguration: &apprunnertypes.ImageConfiguration{
				RuntimeEnvironmentVariables: map[string]string{"STAGE": "production"},
				RuntimeEnvironmentSecrets:   map[string]string{"API_TOKEN": arn},
			},
		}},
	})
	return err
}

const environmentNamespace = "aws:elasticbeanstalk:application:environment"

func badBeanstalk(ctx context.Context, client *elasticbeanstalk.Client, password string) error {
	_, err := client.UpdateEnvironment(ctx, &elasticbeanstalk.UpdateEnvironmentInput{
		EnvironmentName: aws.String("orders"),
		OptionSettings: []beanstalktypes.ConfigurationOptionSetting{
			{Namespace: aws.String(environmentNamespace), OptionName: aws.String("DB_PASSWORD"), Value: &password}, // want "secret DB_PASSWORD is put into the environment in the clear"
		},
	})
	return err
}

// goodBeanstalk sets options of other kinds.
func goodBeanstalk(ctx context.Context, client *elasticbeanstalk.Client, keyName string) error {
	_, err := client.UpdateEnvironment(ctx, &elasticbeanstalk.UpdateEnvironmentInput{
		EnvironmentName: aws.String("orders"),
		OptionSettings: []beanstalktypes.ConfigurationOptionSetting{
			{Namespace: aws.String("aws:autoscaling:launchconfiguration"), OptionName: aws.String("EC2KeyName"), Value: &keyName},
			{Namespace: aws.String(environmentNamespace), OptionName: aws.String("DB_HOST"), Value: aws.String("db.internal")},
		},
	})
	return err
}

func badSageMaker(ctx context.Context, client *sagemaker.Client, parameters *ssm.Client) error {
	out, err := parameters.GetParameter(ctx, &ssm.GetParameterInput{Name: aws.String("/hub/token"), WithDecryption: aws.Bool(true)})
	if err != nil {
		return err
	}
	_, err = client.CreateModel(ctx, &sagemaker.CreateModelInput{
		ModelName: aws.String("ranking"),
		PrimaryContainer: &sagemakertypes.ContainerDefinition{
			Environment: map[string]string{
				"HUB_LOGIN": *out.Parameter.Value, // want "secret from ssm.GetParameter is put into the environment as HUB_LOGIN"
			},
		},
	})
	return err
}

func badTraining(ctx context.Context, client *sagemaker.Client, token string) error {
	in := &sagemaker.CreateTrainingJobInput{TrainingJobName: aws.String("ranking"), Environment: make(map[string]string)}
	in.Environment["HF_TOKEN"] = token // want "secret HF_TOKEN is put into the environment in the clear"
	_, err := client.CreateTrainingJob(ctx, in)
	return err
}

func goodTraining(ctx context.Context, client *sagemaker.Client, arn string) error {
	in := &sagemaker.CreateTrainingJobInput{
		TrainingJobName: aws.String("ranking"),
		Environment:     map[string]string{"HF_TOKEN_ARN": arn, "EPOCHS": "3"},
	}
	_, err := client.CreateTrainingJob(ctx, in)
	return err
}
