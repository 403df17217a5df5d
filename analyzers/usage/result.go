package usage

import "go/token"

// A Result is what one package uses of AWS.
type Result struct {
	Package   string
	Clients   []*Client
	Calls     []*Call
	Requests  []*Request
	Functions []Function
}

// A Client is one that the package builds, or a configuration that it leaves to others
// to build clients from; Service is then empty.
type Client struct {
	At       Place
	Service  string // "kms", as its package is called
	Version  int    // of the SDK: 1 or 2
	Loaded   bool   // settings that the program does not make come from the environment and the profile
	Settings map[Name]Setting
}

// A Name is that of a setting, whatever the SDK's versions call it.
type Name string

// The settings.
const (
	Region          Name = "region"
	Endpoint        Name = "endpoint"        // of this client alone: Options.BaseEndpoint, or v1's Config.Endpoint
	BaseEndpoint    Name = "base-endpoint"   // of a configuration for many clients: aws.Config.BaseEndpoint
	Resolver        Name = "resolver"        // the addresses that an endpoint resolver returns
	FIPS            Name = "fips"            // "true" or "false"
	DualStack       Name = "dual-stack"      // "true" or "false"
	IgnoreEndpoints Name = "ignore-endpoint" // "true": configured endpoints are passed over
	DisableHTTPS    Name = "disable-https"   // "true" or "false"
	STSRegional     Name = "sts-regional"    // of v1: "legacy" or "regional"
	Credentials     Name = "credentials"     // what kind: "static", "assume-role", "web-identity", "profile" …
	HTTPClient      Name = "http-client"     // what kind: "buildable", "http.Client", …
	Proxy           Name = "proxy"           // the address of a proxy that the code sets; "environment" or "none"
	Dialer          Name = "dialer"          // where a dialer of the program's own connects to
	InsecureTLS     Name = "insecure-tls"    // "true": certificates are not checked
	MinTLS          Name = "min-tls"         // as crypto/tls numbers versions: "771" is TLS 1.2
	MaxTLS          Name = "max-tls"
)

// A Setting is what something is set to: one of several options. There are none if the
// program does not set it.
type Setting []Option

// An Option is one of the things that something can be.
type Option struct {
	Kind Kind
	Text string // a text in which ${kind:name} stands for what is not constant
	At   Place
}

// A Kind says where an option comes from. What is put together of several is of the kind
// of the first that is not constant.
type Kind string

// The kinds.
const (
	Constant    Kind = "constant"
	Environment Kind = "environment" // ${environment:DB_SECRET}
	Flag        Kind = "flag"        // ${flag:region}
	Field       Kind = "field"       // ${field:Config.Region}, of which nothing stores in view: it is configured, or decoded
	Parameter   Kind = "parameter"   // ${parameter:Store.Get.name}, which callers out of view give
	Returned    Kind = "returned"    // ${returned:ec2/imds.Client.GetRegion}, which is not read from source
	Default     Kind = "default"     // ${default}: what the SDK finds in the environment, the profile, or the instance
	Unknown     Kind = "unknown"     // ${unknown}
)

// A Place is where something stands. What is known of another package has no Pos.
type Place struct {
	Pos       token.Pos
	Elsewhere bool   // it was written in another package
	Function  string // in which function: "(*example.com/app/store.Store).Get"
}

// A Call is one of an operation.
type Call struct {
	At        Place
	Service   string
	Operation string    // "GetSecretValue"
	Clients   []*Client // it is made on one of these; none if that is not known
	Resources []Resource
	Through   []token.Pos // calls that lead here, if the operation is one in a function of another package
}

// A Resource is what a call names.
type Resource struct {
	Field  string // of the operation's input: "SecretId"
	Kind   string // "secret", "key", "parameter", "path", "role", "version", "context"
	Values Setting
}

// A Request is one that goes to AWS without the SDK.
type Request struct {
	At  Place
	URL Setting
}

// A Function is one of the package, and what it may run: called by name, or taken as a
// value. Names are those of types.Func.FullName; a method that is called through an
// interface is "interface:" and its name. A function literal belongs to the function
// around it; "init" stands for what runs when the package is initialised.
type Function struct {
	Name  string
	Calls []string
}
