package format

import (
	"bytes"
	"errors"
	"strings"
)

// A documentKind is what a document in YAML or JSON can be.
type documentKind struct {
	name string
	is   func(root *node) bool
	read func(r *reader, root *node)
}

// kinds are told apart by what documents say of themselves, the most certain
// first.
func kinds() []documentKind {
	return []documentKind{
		{Kubernetes, isKubernetes, readKubernetes},
		{CloudFormation, isCloudFormation, readCloudFormation},
		{ECS, isECS, readECS},
		{Compose, isCompose, readCompose},
		{GitHub, isGitHub, readGitHub},
		{Kustomize, isKustomization, readKustomization},
		{Serverless, isServerless, readServerless},
	}
}

// The kinds of documents, as Setting.Kind has them.
const (
	Kubernetes     = "kubernetes"
	CloudFormation = "cloudformation"
	ECS            = "ecs"
	Compose        = "compose"
	GitHub         = "github"
	GitLab         = "gitlab"
	Kustomize      = "kustomize"
	Serverless     = "serverless"
	Helm           = "helm"
	Terraform      = "terraform"
	Dockerfile     = "dockerfile"
	Dotenv         = "dotenv"
	Systemd        = "systemd"
	Shell          = "shell"
)

// manifest reads documents of which the content says what they are. Where it
// says nothing, they are none of ours.
func manifest(parse treeParser) func([]byte) ([]Setting, error) {
	return func(text []byte) ([]Setting, error) {
		return readTrees(text, parse, func(src *source, root *node) []Setting {
			for _, k := range kinds() {
				if k.is(root) {
					return read(src, k.name, k.read, root)
				}
			}
			return nil
		})
	}
}

// always reads documents of which the file's name says what they are, unless
// they say themselves that they are something else.
func always(name string, readAs func(*reader, *node)) func([]byte) ([]Setting, error) {
	return func(text []byte) ([]Setting, error) {
		return readTrees(text, parseYAML, func(src *source, root *node) []Setting {
			if name != Kubernetes && isKubernetes(root) {
				return read(src, Kubernetes, readKubernetes, root)
			}
			return read(src, name, readAs, root)
		})
	}
}

func read(src *source, kind string, readAs func(*reader, *node), root *node) []Setting {
	r := newReader(src, kind)
	readAs(r, root)
	return r.settings
}

type treeParser func(*source) ([]*node, error)

func readTrees(text []byte, parse treeParser, read func(*source, *node) []Setting) ([]Setting, error) {
	src := newSource(text)
	roots, err := parse(src)
	if err != nil && isTemplate(text) {
		src = &source{text: filledIn(text), lines: src.lines}
		if roots, err = parse(src); err != nil {
			err = ErrTemplate
		}
	}
	var settings []Setting
	for _, root := range roots {
		if isSOPS(root) {
			return nil, err
		}
		settings = append(settings, read(src, root)...)
	}
	return settings, err
}

// ErrTemplate is the error for a file that becomes what its name says only when
// it is filled in. It is nothing wrong with the file.
var ErrTemplate = errors.New("a template")

// isSOPS reports whether a document was encrypted with SOPS, which adds its
// metadata under this key. What it left in the clear was meant to be.
func isSOPS(root *node) bool {
	sops := root.get("sops")
	return sops.get("mac", "version", "lastmodified") != nil
}

// hasMark reports whether a broken file has something in it by which its content
// says that it would be one of ours.
func hasMark(text []byte) bool {
	for _, mark := range []string{"apiVersion", "AWSTemplateFormatVersion", "AWS::", "containerDefinitions", "containerOverrides"} {
		if bytes.Contains(text, []byte(mark)) {
			return true
		}
	}
	return bytes.HasPrefix(text, []byte("services:")) || bytes.Contains(text, []byte("\nservices:"))
}

// hasKey reports whether a text has a word in it that a document must have to be
// of one of the kinds.
func hasKey(text []byte) bool {
	for _, key := range []string{"services", "jobs", "runs", "provider", "Resources", "secretGenerator", "configMapGenerator"} {
		if bytes.Contains(text, []byte(key)) {
			return true
		}
	}
	return hasMark(text)
}

// isKubernetes reports whether a document is an object of Kubernetes' API.
func isKubernetes(root *node) bool {
	return root.get("apiVersion").text() != "" && root.get("kind").text() != ""
}

func isCloudFormation(root *node) bool {
	if root.get("AWSTemplateFormatVersion") != nil {
		return true
	}
	for _, e := range root.get("Resources").pairs() {
		if t := e.value.get("Type").text(); strings.HasPrefix(t, "AWS::") || strings.HasPrefix(t, "Custom::") {
			return true
		}
	}
	return false
}

func isCompose(root *node) bool {
	for _, e := range root.get("services").pairs() {
		if e.value.get("image", "build", "extends", "environment", "env_file") != nil {
			return root.get("jobs") == nil
		}
	}
	return false
}
