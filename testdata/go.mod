module corpus.test/testdata

go 1.26.0

require (
	filippo.io/age v1.3.1
	github.com/alecthomas/kingpin/v2 v2.4.0
	github.com/alecthomas/kong v1.12.1
	github.com/awnumar/memguard v0.23.0
	github.com/aws/aws-cdk-go/awscdk/v2 v2.180.0
	github.com/aws/aws-encryption-sdk/releases/go/encryption-sdk v0.2.1
	github.com/aws/aws-lambda-go v1.55.1
	github.com/aws/aws-sdk-go v1.55.8
	github.com/aws/aws-sdk-go-v2 v1.48.0
	github.com/aws/aws-sdk-go-v2/config v1.33.16
	github.com/aws/aws-sdk-go-v2/feature/rds/auth v1.6.0
	github.com/aws/aws-sdk-go-v2/service/acm v1.38.3
	github.com/aws/aws-sdk-go-v2/service/apprunner v1.40.2
	github.com/aws/aws-sdk-go-v2/service/batch v1.65.2
	github.com/aws/aws-sdk-go-v2/service/cloudwatch v1.75.6
	github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs v1.65.0
	github.com/aws/aws-sdk-go-v2/service/codebuild v1.69.0
	github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider v1.61.0
	github.com/aws/aws-sdk-go-v2/service/dynamodb v1.50.0
	github.com/aws/aws-sdk-go-v2/service/ecr v1.59.1
	github.com/aws/aws-sdk-go-v2/service/ecs v1.104.2
	github.com/aws/aws-sdk-go-v2/service/elasticbeanstalk v1.35.0
	github.com/aws/aws-sdk-go-v2/service/iam v1.59.1
	github.com/aws/aws-sdk-go-v2/service/kms v1.62.5
	github.com/aws/aws-sdk-go-v2/service/lambda v1.114.3
	github.com/aws/aws-sdk-go-v2/service/lightsail v1.71.0
	github.com/aws/aws-sdk-go-v2/service/redshift v1.62.10
	github.com/aws/aws-sdk-go-v2/service/s3 v1.90.0
	github.com/aws/aws-sdk-go-v2/service/sagemaker v1.288.1
	github.com/aws/aws-sdk-go-v2/service/secretsmanager v1.50.11
	github.com/aws/aws-sdk-go-v2/service/ssm v1.82.0
	github.com/aws/aws-sdk-go-v2/service/sso v1.39.4
	github.com/aws/aws-sdk-go-v2/service/sts v1.51.9
	github.com/aws/aws-xray-sdk-go/v2 v2.0.1
	github.com/aws/constructs-go/constructs/v10 v10.4.2
	github.com/aws/jsii-runtime-go v1.112.0
	github.com/caarlos0/env/v11 v11.4.1
	github.com/getsops/sops/v3 v3.11.0
	github.com/gin-gonic/gin v1.12.0
	github.com/go-logr/logr v1.4.4
	github.com/gofiber/fiber/v2 v2.52.15
	github.com/golang-jwt/jwt/v5 v5.3.1
	github.com/golang/glog v1.2.5
	github.com/hashicorp/terraform-plugin-sdk/v2 v2.37.0
	github.com/ilyakaznacheev/cleanenv v1.5.0
	github.com/jessevdk/go-flags v1.6.1
	github.com/joho/godotenv v1.5.1
	github.com/kelseyhightower/envconfig v1.4.0
	github.com/knadh/koanf/providers/env v1.1.0
	github.com/knadh/koanf/v2 v2.2.2
	github.com/labstack/echo/v4 v4.13.4
	github.com/namsral/flag v1.7.4-pre
	github.com/pkg/errors v0.9.1
	github.com/pulumi/pulumi-aws/sdk/v6 v6.65.0
	github.com/pulumi/pulumi/sdk/v3 v3.142.0
	github.com/rs/zerolog v1.35.1
	github.com/sethvargo/go-envconfig v1.3.0
	github.com/sirupsen/logrus v1.10.2
	github.com/spf13/cobra v1.10.2
	github.com/spf13/viper v1.21.0
	github.com/urfave/cli v1.22.17
	github.com/urfave/cli/v2 v2.27.7
	github.com/urfave/cli/v3 v3.4.1
	go.opentelemetry.io/otel v1.47.0
	go.opentelemetry.io/otel/metric v1.47.0
	go.opentelemetry.io/otel/trace v1.47.0
	go.uber.org/zap v1.28.0
	golang.org/x/crypto v0.58.0
	google.golang.org/grpc v1.84.0
	google.golang.org/protobuf v1.36.12
	gopkg.in/yaml.v3 v3.0.1
	k8s.io/api v0.37.2
	k8s.io/klog/v2 v2.140.0
)

require github.com/aws/smithy-go v1.28.9 // indirect

replace (
	filippo.io/age => ./stubs/age
	github.com/alecthomas/kingpin/v2 => ./stubs/kingpin
	github.com/alecthomas/kong => ./stubs/kong
	github.com/awnumar/memguard => ./stubs/memguard
	github.com/aws/aws-cdk-go/awscdk/v2 => ./stubs/awscdk
	github.com/aws/aws-encryption-sdk/releases/go/encryption-sdk => ./stubs/encryption-sdk
	github.com/aws/aws-lambda-go => ./stubs/aws-lambda-go
	github.com/aws/aws-sdk-go => ./stubs/v1
	github.com/aws/aws-sdk-go-v2 => ./stubs/aws-sdk-go-v2
	github.com/aws/aws-sdk-go-v2/config => ./stubs/config
	github.com/aws/aws-sdk-go-v2/feature/rds/auth => ./stubs/rds-auth
	github.com/aws/aws-sdk-go-v2/service/acm => ./stubs/acm
	github.com/aws/aws-sdk-go-v2/service/apprunner => ./stubs/apprunner
	github.com/aws/aws-sdk-go-v2/service/batch => ./stubs/batch
	github.com/aws/aws-sdk-go-v2/service/cloudwatch => ./stubs/cloudwatch
	github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs => ./stubs/cloudwatchlogs
	github.com/aws/aws-sdk-go-v2/service/codebuild => ./stubs/codebuild
	github.com/aws/aws-sdk-go-v2/service/cognitoidentityprovider => ./stubs/cognitoidentityprovider
	github.com/aws/aws-sdk-go-v2/service/dynamodb => ./stubs/dynamodb
	github.com/aws/aws-sdk-go-v2/service/ecr => ./stubs/ecr
	github.com/aws/aws-sdk-go-v2/service/ecs => ./stubs/ecs
	github.com/aws/aws-sdk-go-v2/service/elasticbeanstalk => ./stubs/elasticbeanstalk
	github.com/aws/aws-sdk-go-v2/service/iam => ./stubs/iam
	github.com/aws/aws-sdk-go-v2/service/kms => ./stubs/kms
	github.com/aws/aws-sdk-go-v2/service/lambda => ./stubs/lambda
	github.com/aws/aws-sdk-go-v2/service/lightsail => ./stubs/lightsail
	github.com/aws/aws-sdk-go-v2/service/redshift => ./stubs/redshift
	github.com/aws/aws-sdk-go-v2/service/s3 => ./stubs/s3
	github.com/aws/aws-sdk-go-v2/service/sagemaker => ./stubs/sagemaker
	github.com/aws/aws-sdk-go-v2/service/secretsmanager => ./stubs/secretsmanager
	github.com/aws/aws-sdk-go-v2/service/ssm => ./stubs/ssm
	github.com/aws/aws-sdk-go-v2/service/sso => ./stubs/sso
	github.com/aws/aws-sdk-go-v2/service/sts => ./stubs/sts
	github.com/aws/aws-xray-sdk-go/v2 => ./stubs/xray
	github.com/aws/constructs-go/constructs/v10 => ./stubs/constructs
	github.com/aws/jsii-runtime-go => ./stubs/jsii
	github.com/aws/smithy-go => ./stubs/smithy-go
	github.com/caarlos0/env/v11 => ./stubs/env
	github.com/getsops/sops/v3 => ./stubs/sops
	github.com/gin-gonic/gin => ./stubs/gin
	github.com/go-logr/logr => ./stubs/logr
	github.com/gofiber/fiber/v2 => ./stubs/fiber
	github.com/golang-jwt/jwt/v5 => ./stubs/jwt
	github.com/golang/glog => ./stubs/glog
	github.com/hashicorp/terraform-plugin-sdk/v2 => ./stubs/tfsdk
	github.com/ilyakaznacheev/cleanenv => ./stubs/cleanenv
	github.com/jessevdk/go-flags => ./stubs/go-flags
	github.com/joho/godotenv => ./stubs/godotenv
	github.com/kelseyhightower/envconfig => ./stubs/envconfig
	github.com/knadh/koanf/providers/env => ./stubs/koanf-env
	github.com/knadh/koanf/v2 => ./stubs/koanf
	github.com/labstack/echo/v4 => ./stubs/echo
	github.com/namsral/flag => ./stubs/namsral-flag
	github.com/pkg/errors => ./stubs/pkg-errors
	github.com/pulumi/pulumi-aws/sdk/v6 => ./stubs/pulumi-aws
	github.com/pulumi/pulumi/sdk/v3 => ./stubs/pulumi
	github.com/rs/zerolog => ./stubs/zerolog
	github.com/sethvargo/go-envconfig => ./stubs/go-envconfig
	github.com/sirupsen/logrus => ./stubs/logrus
	github.com/spf13/cobra => ./stubs/cobra
	github.com/spf13/viper => ./stubs/viper
	github.com/urfave/cli => ./stubs/cli1
	github.com/urfave/cli/v2 => ./stubs/cli2
	github.com/urfave/cli/v3 => ./stubs/cli3
	go.opentelemetry.io/otel => ./stubs/otel
	go.opentelemetry.io/otel/metric => ./stubs/otel-metric
	go.opentelemetry.io/otel/trace => ./stubs/otel-trace
	go.uber.org/zap => ./stubs/zap
	golang.org/x/crypto => ./stubs/crypto
	google.golang.org/grpc => ./stubs/grpc
	google.golang.org/protobuf => ./stubs/protobuf
	gopkg.in/yaml.v3 => ./stubs/yaml3
	k8s.io/api => ./stubs/k8s-api
	k8s.io/klog/v2 => ./stubs/klog
)
