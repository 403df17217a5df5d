package format

import (
	"encoding/base64"
	"strings"
)

// readKubernetes reads an object of Kubernetes' API, or a list of them.
func readKubernetes(r *reader, root *node) {
	kind := root.get("kind").text()
	where := named(kind, root.at("metadata", "name").text())
	switch kind {
	case "Secret":
		readSecret(r, where, root)
	case "ConfigMap":
		r.files(where, root.get("data"))
	case "SealedSecret", "CustomResourceDefinition":
	case "ExternalSecret", "ClusterExternalSecret":
		readExternalSecret(r, where, root)
	case "SecretProviderClass":
		for _, object := range root.at("spec", "secretObjects").each() {
			r.note(where, named("Secret", object.get("secretName").text()), "etcd", object)
		}
	case "Kustomization", "Component":
		readKustomization(r, root)
	case "HelmRelease", "HelmChart":
		r.everything(where, "", root.at("spec", "values"), isNoValue)
	case "Application":
		readApplication(r, where, root)
	case "Config":
		for _, user := range root.get("users").each() {
			r.everything(named("user", user.get("name").text()), "", user.get("user"), nil)
		}
	default:
		if strings.HasSuffix(kind, "List") && root.get("items") != nil {
			for _, item := range root.get("items").each() {
				readKubernetes(r, item)
			}
			return
		}
		readContainers(r, where, root)
	}
}

// readContainers finds the environments of containers, wherever in a workload
// they are, so that all kinds are read, and custom resources too.
func readContainers(r *reader, where string, n *node) {
	if !r.first(n, "containers") {
		return
	}
	if n.get("image") != nil || n.get("env") != nil {
		where = named("container", n.get("name").text())
		r.arguments(where, n.get("args"))
		r.arguments(where, n.get("command"))
	}
	for _, e := range n.entries {
		if e.key.value == "env" && e.value.kind == sequence {
			r.variables(where, e.value)
			continue
		}
		readContainers(r, where, e.value)
	}
	for _, item := range n.items {
		readContainers(r, where, item)
	}
}

// readSecret reads a Secret: what is under data is base64, which hides nothing.
func readSecret(r *reader, where string, root *node) {
	r.files(where, root.get("stringData"))
	for _, e := range root.get("data").pairs() {
		value, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(e.value.text()), ""))
		if err != nil || isIntrinsic(e.value.tag) {
			continue
		}
		at := r.src.span(e.value.start, e.value.end)
		if !r.file(where, e.key.value, string(value), func(int, int) Span { return at }) {
			r.addText(where, e.key.value, string(value), at)
		}
	}
}

// files is variables, where some values may be whole files.
func (r *reader) files(where string, n *node) {
	for _, e := range n.pairs() {
		if e.value.kind == scalar && e.value.tag == "" && r.file(where, e.key.value, e.value.value, r.inside(e.value)) {
			continue
		}
		r.add(where, e.key.value, e.value)
	}
}

// readExternalSecret: the operator fetches from the store and writes a Secret.
func readExternalSecret(r *reader, where string, root *node) {
	spec := root.get("spec")
	if spec.get("externalSecretSpec") != nil {
		spec = spec.get("externalSecretSpec")
	}
	name := spec.at("target", "name").text()
	if name == "" {
		name = root.at("metadata", "name").text()
	}
	r.note(where, named("Secret", name), "etcd", root.get("kind"))
	r.variables(where, spec.at("target", "template", "data"))
}

// readApplication reads what an Application of Argo CD gives to Helm and to
// Kustomize.
func readApplication(r *reader, where string, root *node) {
	sources := append([]*node{root.at("spec", "source")}, root.at("spec", "sources").each()...)
	for _, source := range sources {
		r.variables(where, source.at("helm", "parameters"))
		r.everything(where, "", source.at("helm", "valuesObject"), isNoValue)
		r.variables(where, source.at("plugin", "env"))
	}
	readContainers(r, where, root.get("spec"))
}

func isKustomization(root *node) bool {
	return root.get("secretGenerator", "configMapGenerator") != nil
}

// readKustomization reads the literals of generators: Kustomize, "The
// Kustomization File".
func readKustomization(r *reader, root *node) {
	for _, key := range []string{"secretGenerator", "configMapGenerator"} {
		for _, generator := range root.get(key).each() {
			r.variables(named(key, generator.get("name").text()), generator.get("literals"))
		}
	}
}
