package secretleak

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/seed-38a4765b/secretlint/analyzers/internal/match"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/ssaflow"
	"github.com/seed-38a4765b/secretlint/analyzers/internal/value"
)

// byReply returns what a handler sends as its response by returning it.
func (c *checker) byReply(ret *ssa.Return) []effect {
	fn := ret.Parent()
	if len(ret.Results) == 0 || !c.isHandler(fn) || c.isCredentials(fn) {
		return nil
	}
	v := ret.Results[0]
	if !canBeSecret(v) || c.holdsReply(v.Type()) {
		return nil
	}
	return []effect{one("in-response", value.Show(c.e.Value(v, ret), value.JSON, ret.Pos()), ret)}
}

// holdsReply reports whether a type is one of a response of which the table knows the
// fields: what is stored there is reported there.
func (c *checker) holdsReply(t types.Type) bool {
	named := match.Named(t)
	if named == nil {
		return false
	}
	_, ok := c.table.holds[match.Type(named)+".Body"]
	return ok
}

func (c *checker) isHandler(fn *ssa.Function) bool {
	return c.handlers[fn] || isRPC(fn)
}

// isCredentials reports whether the user says that a handler's response is a secret.
func (c *checker) isCredentials(fn *ssa.Function) bool {
	obj, ok := fn.Object().(*types.Func)
	return ok && slices.Contains(c.credentials, match.Func(obj))
}

// starters are functions whose argument handles what comes in: of which function, which
// argument. Source: package lambda of aws-lambda-go.
var starters = map[string]int{
	"github.com/aws/aws-lambda-go/lambda.Start":            0,
	"github.com/aws/aws-lambda-go/lambda.StartWithOptions": 0,
	"github.com/aws/aws-lambda-go/lambda.StartWithContext": 1,
	"github.com/aws/aws-lambda-go/lambda.StartHandlerFunc": 0,
	"github.com/aws/aws-lambda-go/lambda.NewHandler":       0,
	"github.com/aws/aws-lambda-go/lambda.StartHandler":     0,
}

// findHandlers returns the functions in view that are started as handlers.
func (c *checker) findHandlers() map[*ssa.Function]bool {
	handlers := map[*ssa.Function]bool{}
	for _, fn := range c.e.Functions() {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					c.addHandlers(handlers, c.e.Resolve(call))
				}
			}
		}
	}
	return handlers
}

func (c *checker) addHandlers(handlers map[*ssa.Function]bool, call ssaflow.Call) {
	if call.Func == nil {
		return
	}
	i, ok := starters[match.Func(call.Func)]
	if !ok || i >= len(call.Args) {
		return
	}
	for _, o := range c.e.Origins(call.Args[i], "") {
		if fn, _ := ssaflow.Callee(o.Value); fn != nil {
			handlers[fn] = true
		} else if fn := c.e.Method(o.Value.Type(), "Invoke"); fn != nil {
			handlers[fn] = true
		}
	}
}

// isRPC reports whether a method is one of a gRPC server, as protoc-gen-go-grpc wants
// them: of a type that embeds UnimplementedXServer, from a context and a message to a
// message and an error.
func isRPC(fn *ssa.Function) bool {
	sig := fn.Signature
	if sig.Recv() == nil || sig.Params().Len() != 2 || sig.Results().Len() != 2 {
		return false
	}
	s, ok := deref(sig.Recv().Type()).Underlying().(*types.Struct)
	if !ok || !isMessage(sig.Results().At(0).Type()) || !isMessage(sig.Params().At(1).Type()) {
		return false
	}
	for f := range s.Fields() {
		if f.Embedded() && strings.HasPrefix(f.Name(), "Unimplemented") && strings.HasSuffix(f.Name(), "Server") {
			return true
		}
	}
	return false
}

// isStreamSend reports whether a call sends a message on a stream of a gRPC server: on a
// grpc.ServerStream, which unlike a client's has no CloseSend.
func isStreamSend(call ssaflow.Call) bool {
	if call.Func == nil || call.Iface == nil || call.Func.Name() != "Send" && call.Func.Name() != "SendAndClose" {
		return false
	}
	has := func(name string) bool {
		return slices.ContainsFunc(slices.Collect(call.Iface.Methods()), func(m *types.Func) bool { return m.Name() == name })
	}
	return has("SendMsg") && !has("CloseSend")
}

func isMessage(t types.Type) bool {
	for _, name := range []string{"ProtoReflect", "ProtoMessage"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, false, nil, name); obj != nil {
			return true
		}
	}
	return false
}

func deref(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}
