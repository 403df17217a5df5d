package whole

import (
	"context"
	"log"
)

// node is a list that carries secrets.
type node struct {
	Name  string
	Token string `secret:"true"`
	Next  *node
	Kids  []node
}

// forest is a map of itself.
type forest map[string]forest

// chain is a slice of itself.
type chain []chain

func badNode(n node) {
	log.Printf("%+v", n) // want "secret from field node.Token is logged"
}

func badNodeBelow(n *node) {
	log.Printf("%s", n.Next.Next.Next.Token) // want "secret from field node.Token is logged"
}

func goodNodeName(n *node) {
	for ; n != nil; n = n.Next {
		log.Print(n.Name)
	}
}

func goodForest(f forest, c chain) {
	log.Print(f, c, f["a"]["b"], c[0][0][0])
}

// keyed is a map of structs that lead back to it.
type keyed map[string]struct {
	Value string
	Below keyed
}

func badKeyed(ctx context.Context) {
	k := keyed{"db": {Value: password(ctx)}}
	log.Print(k) // want "secret from secretsmanager.GetSecretValue is logged"
}
