package format

// isECS reports whether a document is an ECS task definition, as its console
// and its command line take and print it, or an override of one.
func isECS(root *node) bool {
	return taskDefinition(root).get("containerDefinitions", "containerOverrides") != nil
}

func taskDefinition(root *node) *node {
	if inner := root.get("taskDefinition", "overrides"); inner.isMapping() {
		return inner
	}
	return root
}

// readECS reads the environments of a task definition's containers: Amazon ECS
// API Reference, ContainerDefinition. Its secrets are the right way, and so are
// the secretOptions of its log configuration.
func readECS(r *reader, root *node) {
	definition := taskDefinition(root)
	for _, key := range []string{"containerDefinitions", "containerOverrides"} {
		for _, container := range definition.get(key).each() {
			readContainerDefinition(r, container)
		}
	}
}

func readContainerDefinition(r *reader, container *node) {
	where := named("container", container.get("name", "Name").text())
	r.variables(where, container.get("environment", "Environment"))
	r.variables(where, container.get("logConfiguration", "LogConfiguration").get("options", "Options"))
	r.arguments(where, container.get("command", "Command"))
	r.arguments(where, container.get("entryPoint", "EntryPoint"))
}
