package ssm

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
	"github.com/aws/smithy-go/middleware"
)

type GetParameterHistoryInput struct {
	Name           *string
	MaxResults     *int32
	NextToken      *string
	WithDecryption *bool
}

type GetParameterHistoryOutput struct {
	NextToken      *string
	Parameters     []types.ParameterHistory
	ResultMetadata middleware.Metadata
}

func (c *Client) GetParameterHistory(ctx context.Context, params *GetParameterHistoryInput, optFns ...func(*Options)) (*GetParameterHistoryOutput, error) {
	if err := c.invoke(ctx); err != nil {
		return nil, err
	}
	return &GetParameterHistoryOutput{NextToken: params.NextToken}, nil
}
