// Package types holds the shapes of DynamoDB.
package types

type AttributeValue interface{ isAttributeValue() }

type AttributeValueMemberB struct{ Value []byte }

func (*AttributeValueMemberB) isAttributeValue() {}

type AttributeValueMemberS struct{ Value string }

func (*AttributeValueMemberS) isAttributeValue() {}
