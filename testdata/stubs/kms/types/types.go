package types

type DataKeySpec string

const (
	DataKeySpecAes256 DataKeySpec = "AES_256"
	DataKeySpecAes128 DataKeySpec = "AES_128"
)

type DataKeyPairSpec string

const (
	DataKeyPairSpecRsa2048             DataKeyPairSpec = "RSA_2048"
	DataKeyPairSpecEccNistP256         DataKeyPairSpec = "ECC_NIST_P256"
	DataKeyPairSpecEccNistP384         DataKeyPairSpec = "ECC_NIST_P384"
	DataKeyPairSpecEccNistEdwards25519 DataKeyPairSpec = "ECC_NIST_EDWARDS25519"
)

type DryRunModifierType string

type EncryptionAlgorithmSpec string

const (
	EncryptionAlgorithmSpecSymmetricDefault EncryptionAlgorithmSpec = "SYMMETRIC_DEFAULT"
	EncryptionAlgorithmSpecRsaesOaepSha1    EncryptionAlgorithmSpec = "RSAES_OAEP_SHA_1"
	EncryptionAlgorithmSpecRsaesOaepSha256  EncryptionAlgorithmSpec = "RSAES_OAEP_SHA_256"
)

type KeyAgreementAlgorithmSpec string

const KeyAgreementAlgorithmSpecEcdh KeyAgreementAlgorithmSpec = "ECDH"

type KeyEncryptionMechanism string

const KeyEncryptionMechanismRsaesOaepSha256 KeyEncryptionMechanism = "RSAES_OAEP_SHA_256"

type OriginType string

// RecipientInfo names the enclave a response is encrypted for.
type RecipientInfo struct {
	AttestationDocument    []byte
	KeyEncryptionAlgorithm KeyEncryptionMechanism
}

// InvalidCiphertextException means the ciphertext is corrupt or of another key.
type InvalidCiphertextException struct {
	Message           *string
	ErrorCodeOverride *string
}

func (e *InvalidCiphertextException) Error() string { return e.ErrorCode() }

func (e *InvalidCiphertextException) ErrorCode() string {
	if e == nil || e.ErrorCodeOverride == nil {
		return "InvalidCiphertextException"
	}
	return *e.ErrorCodeOverride
}

// NotFoundException means there is no such key.
type NotFoundException struct {
	Message           *string
	ErrorCodeOverride *string
}

func (e *NotFoundException) Error() string { return e.ErrorCode() }

func (e *NotFoundException) ErrorCode() string {
	if e == nil || e.ErrorCodeOverride == nil {
		return "NotFoundException"
	}
	return *e.ErrorCodeOverride
}
