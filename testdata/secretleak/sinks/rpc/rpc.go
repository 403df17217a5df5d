// Package rpc serves by gRPC.
package rpc

import (
	"context"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/secretsmanager"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"corpus.test/testdata/secretleak/sinks/pb"
)

// server implements pb.VaultServer.
type server struct {
	pb.UnimplementedVaultServer
	client *secretsmanager.Client
}

func (s *server) fetch(ctx context.Context, name string) (string, error) {
	out, err := s.client.GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &name})
	if err != nil {
		return "", err
	}
	return aws.ToString(out.SecretString), nil
}

// GetToken is bad: what a method of the server returns is sent.
func (s *server) GetToken(ctx context.Context, req *pb.TokenRequest) (*pb.TokenReply, error) {
	token, err := s.fetch(ctx, req.GetName())
	if err != nil {
		return nil, status.Errorf(codes.Internal, "fetch %s: %v", req.GetName(), err)
	}
	return &pb.TokenReply{Name: req.GetName(), Token: token}, nil // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

// Describe is good: the reply has the name.
func (s *server) Describe(ctx context.Context, req *pb.TokenRequest) (*pb.TokenReply, error) {
	token, err := s.fetch(ctx, req.GetName())
	if err != nil || token == "" {
		return nil, status.Error(codes.Internal, "no token")
	}
	return &pb.TokenReply{Name: req.GetName()}, nil
}

// Watch is bad: what a stream is given is sent.
func (s *server) Watch(req *pb.TokenRequest, stream pb.Vault_WatchServer) error {
	token, err := s.fetch(stream.Context(), req.GetName())
	if err != nil {
		return err
	}
	return stream.Send(&pb.TokenReply{Token: token}) // want "secret from secretsmanager.GetSecretValue is sent in a response"
}

func serve(client *secretsmanager.Client) *grpc.Server {
	s := grpc.NewServer()
	pb.RegisterVaultServer(s, &server{client: client})
	return s
}

// goodMessage is no method of the service, and its reply stays here.
func (s *server) goodMessage(ctx context.Context) (*pb.TokenReply, error) {
	token, err := s.fetch(ctx, "orders/db")
	if err != nil {
		return nil, err
	}
	return &pb.TokenReply{Token: token}, nil
}

func (s *server) badMessageLogged(ctx context.Context) error {
	reply, err := s.goodMessage(ctx)
	if err != nil {
		return err
	}
	log.Print(reply.GetToken()) // want "secret from secretsmanager.GetSecretValue is logged"
	log.Print(reply)            // want "secret from secretsmanager.GetSecretValue is logged"
	return nil
}

func (s *server) goodMessageLogged(ctx context.Context) error {
	reply, err := s.goodMessage(ctx)
	if err != nil {
		return err
	}
	log.Print(reply.GetName(), len(reply.Token))
	return nil
}
