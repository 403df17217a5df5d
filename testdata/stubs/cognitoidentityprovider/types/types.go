// Package types holds the shapes of Cognito Identity Provider.
package types

type AuthFlowType string

type ChallengeNameType string

type AuthenticationResultType struct {
	AccessToken  *string
	ExpiresIn    int32
	IdToken      *string
	RefreshToken *string
	TokenType    *string
}
