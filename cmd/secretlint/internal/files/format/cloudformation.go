package format

import (
	"bytes"
	"strings"
)

// readCloudFormation reads a template of CloudFormation or SAM: AWS
// CloudFormation User Guide, "Template anatomy". Dynamic references and
// references to parameters are no text.
func readCloudFormation(r *reader, root *node) {
	for _, e := range root.get("Parameters").pairs() {
		readParameter(r, e.key.value, e.value)
	}
	for _, section := range []string{"Globals", "Resources"} {
		for _, e := range root.get(section).pairs() {
			readResource(r, e.key.value, e.value)
		}
	}
}

// readParameter reads a parameter's default. NoEcho says that it is a secret.
func readParameter(r *reader, name string, parameter *node) {
	where := named("parameter", name)
	switch {
	case strings.HasPrefix(parameter.get("Type").text(), "AWS::"): // names something in the account
	case strings.EqualFold(parameter.get("NoEcho").text(), "true"):
		r.declare(where, name, parameter.get("Default"))
	case parameter.get("AllowedValues") == nil:
		r.add(where, name, parameter.get("Default"))
	}
}

func readResource(r *reader, name string, resource *node) {
	where := named("resource", name)
	properties := resource.get("Properties")
	switch resource.get("Type").text() {
	case "":
		properties = resource // a section of Globals
	case "AWS::SecretsManager::Secret":
		readSecretString(r, where, properties.get("SecretString"))
	case "AWS::ECS::TaskDefinition":
		for _, container := range properties.get("ContainerDefinitions").each() {
			readContainerDefinition(r, container)
		}
		return
	}
	r.properties(where, "", properties)
}

// readSecretString reads the text of a secret that the template itself creates:
// one value, or JSON with several.
func readSecretString(r *reader, where string, n *node) {
	if !bytes.HasPrefix(bytes.TrimSpace([]byte(n.text())), []byte("{")) {
		r.declare(where, "SecretString", n)
		return
	}
	src := newSource([]byte(n.value))
	roots, _ := parseJSON(src)
	for _, root := range roots {
		for _, e := range root.pairs() {
			if e.value.kind == scalar {
				r.addText(where, e.key.value, e.value.value, r.src.span(n.start, n.end))
			}
		}
	}
}

// properties adds the properties of a resource, at any depth. name is the key
// that they are under.
func (r *reader) properties(where, name string, n *node) {
	if !r.first(n, "properties") || r.isPair(where, name, n) {
		return
	}
	for _, e := range n.entries {
		key := e.key.value
		switch {
		case isNoProperty(key) || isFunction(key) && key != "Fn::Sub":
			continue
		case isFunction(key):
			r.add(where, name, e.value)
		case key == "SecretString":
		default:
			r.add(where, key, e.value)
		}
		r.properties(where, key, e.value)
	}
	for _, item := range n.items {
		r.properties(where, name, item)
	}
}

// isPair reports whether properties are a name and a value, and adds them.
// Those of tags are for everybody to read.
func (r *reader) isPair(where, name string, n *node) bool {
	if n.kind != mapping || n.get("Name", "Key") == nil || n.get("Value") == nil {
		return false
	}
	if n.get("Type").text() == "SecureString" {
		r.declare(where, n.get("Name").text(), n.get("Value"))
		return true
	}
	return name == "Tags" || r.pair(where, n)
}

// isFunction reports whether a key is an intrinsic function's.
func isFunction(key string) bool {
	return key == "Ref" || key == "Condition" || strings.HasPrefix(key, "Fn::")
}

// isNoProperty reports whether what is under a key is code, a policy or text.
func isNoProperty(key string) bool {
	switch key {
	case "Tags", "Metadata", "PolicyDocument", "AssumeRolePolicyDocument", "KeyPolicy", "Policies", "ZipFile", "InlineCode", "DefinitionBody", "DefinitionString",
		"Description", "UserData", "GenerateSecretString":
		return true
	}
	return false
}
