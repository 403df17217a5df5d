package format

import "strings"

// readHelm reads values for a Helm chart, in which a secret can be under any
// key at any depth.
func readHelm(r *reader, root *node) { r.everything("", "", root, isNoValue) }

// isNoValue reports whether a chart's values under a key are about other things:
// where to mount, or whom to select.
func isNoValue(key string) bool {
	switch key {
	case "annotations", "labels", "podAnnotations", "podLabels", "secretKeyRef", "configMapKeyRef", "valueFrom", "secretRef", "existingSecretKeys", "remoteRef",
		"commonLabels", "commonAnnotations", "nodeSelector", "matchLabels", "volumeMounts", "volumes", "extraVolumes", "extraVolumeMounts":
		return true
	}
	return strings.HasSuffix(key, "KeyRef") || strings.HasSuffix(key, "SecretRef")
}

func isServerless(root *node) bool {
	return root.get("service") != nil && root.get("provider").get("name", "runtime") != nil
}

// readServerless reads the environments that the Serverless Framework gives to
// functions.
func readServerless(r *reader, root *node) {
	r.variables("provider", root.at("provider", "environment"))
	for _, e := range root.get("functions").pairs() {
		r.variables(named("function", e.key.value), e.value.get("environment"))
	}
	for _, e := range root.at("resources", "Resources").pairs() {
		readResource(r, e.key.value, e.value)
	}
}
