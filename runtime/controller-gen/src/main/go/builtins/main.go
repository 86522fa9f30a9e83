// Command builtins writes the schemas that controller-gen makes of the types of Kubernetes itself, as one compact text.
//
// Line 0 maps the names of Java classes to lines. Each other line is the schema of one value; where a schema contains
// another, it has that one's line instead. Equal schemas share a line, so a text of some megabytes comes down to a few
// hundred kilobytes.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/ast"
	"maps"
	"os"
	"slices"
	"sort"

	"golang.org/x/tools/go/packages"
	apiext "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"sigs.k8s.io/controller-tools/pkg/crd"
	"sigs.k8s.io/controller-tools/pkg/loader"
	"sigs.k8s.io/controller-tools/pkg/markers"
)

const meta = "k8s.io/apimachinery/pkg/apis/meta/v1"

// javaPackages says below io.fabric8.kubernetes.api.model where fabric8 has the types of a Go package.
var javaPackages = map[string]string{
	meta:                                  "",
	"k8s.io/api/core/v1":                  "",
	"k8s.io/api/admissionregistration/v1": "admissionregistration.v1.",
	"k8s.io/api/apps/v1":                  "apps.",
	"k8s.io/api/autoscaling/v1":           "autoscaling.v1.",
	"k8s.io/api/autoscaling/v2":           "autoscaling.v2.",
	"k8s.io/api/batch/v1":                 "batch.v1.",
	"k8s.io/api/certificates/v1":          "certificates.v1.",
	"k8s.io/api/coordination/v1":          "coordination.v1.",
	"k8s.io/api/discovery/v1":             "discovery.v1.",
	"k8s.io/api/events/v1":                "events.v1.",
	"k8s.io/api/flowcontrol/v1":           "flowcontrol.v1.",
	"k8s.io/api/networking/v1":            "networking.v1.",
	"k8s.io/api/node/v1":                  "node.v1.",
	"k8s.io/api/policy/v1":                "policy.v1.",
	"k8s.io/api/rbac/v1":                  "rbac.",
	"k8s.io/api/resource/v1":              "resource.v1.",
	"k8s.io/api/scheduling/v1":            "scheduling.v1.",
	"k8s.io/api/storage/v1":               "storage.",
}

// strange are types with values of any Go type, which no kind embeds.
var strange = map[string]bool{"InternalEvent": true, "Table": true, "TableRow": true}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	roots, err := loader.LoadRoots(slices.Sorted(maps.Keys(javaPackages))...)
	if err != nil {
		return err
	}
	registry := &markers.Registry{}
	if err := (crd.Generator{}).RegisterMarkers(registry); err != nil {
		return err
	}
	parser := &crd.Parser{
		Collector:           &markers.Collector{Registry: registry},
		Checker:             &loader.TypeChecker{},
		AllowDangerousTypes: true,
	}
	crd.AddKnownTypes(parser)
	for _, root := range roots {
		parser.NeedPackage(root)
	}
	for ident := range parser.Schemata {
		if ident.Package.PkgPath == meta && ident.Name == "ObjectMeta" {
			parser.Schemata[ident] = apiext.JSONSchemaProps{Type: "object", Title: "ObjectMeta"}
		}
	}
	text := newText()
	for _, root := range roots {
		if err := text.add(parser, root, "io.fabric8.kubernetes.api.model."+javaPackages[root.PkgPath]); err != nil {
			return err
		}
	}
	// Packages are loaded as far as types need them, so that the bodies of functions are full of unknown names.
	if loader.PrintErrors(roots, packages.TypeError) {
		return fmt.Errorf("not all types could be read")
	}
	return text.write(os.Stdout)
}

type text struct {
	types map[string]int
	lines []string
	known map[string]int
}

func newText() *text {
	return &text{types: map[string]int{}, lines: []string{""}, known: map[string]int{}}
}

func (t *text) add(parser *crd.Parser, pkg *loader.Package, prefix string) error {
	var idents []crd.TypeIdent
	for ident := range parser.Types {
		if _, isStruct := parser.Types[ident].RawSpec.Type.(*ast.StructType); isStruct && ident.Package == pkg && !strange[ident.Name] {
			idents = append(idents, ident)
		}
	}
	sort.Slice(idents, func(i, j int) bool { return idents[i].Name < idents[j].Name })
	for _, ident := range idents {
		parser.NeedFlattenedSchemaFor(ident)
		schema := parser.FlattenedSchemata[ident]
		if schema.Type != "object" || len(schema.Properties) == 0 && schema.Title == "" {
			continue
		}
		line, err := t.line(schema)
		if err != nil {
			return fmt.Errorf("%s: %w", ident.Name, err)
		}
		// fabric8 has both in one package, and of two types with one name those of meta.
		if _, known := t.types[prefix+ident.Name]; !known || pkg.PkgPath == meta {
			t.types[prefix+ident.Name] = line
		}
	}
	return nil
}

func (t *text) line(schema apiext.JSONSchemaProps) (int, error) {
	properties, items, additional := schema.Properties, schema.Items, schema.AdditionalProperties
	schema.Properties, schema.Items, schema.AdditionalProperties = nil, nil, nil
	raw, err := json.Marshal(schema)
	if err != nil {
		return 0, err
	}
	node := map[string]any{}
	if err := json.Unmarshal(raw, &node); err != nil {
		return 0, err
	}
	if len(properties) > 0 {
		lines := map[string]int{}
		for _, name := range slices.Sorted(maps.Keys(properties)) {
			if lines[name], err = t.line(properties[name]); err != nil {
				return 0, err
			}
		}
		node["properties"] = lines
	}
	if items != nil {
		if node["items"], err = t.line(*items.Schema); err != nil {
			return 0, err
		}
	}
	if additional != nil {
		if additional.Schema == nil {
			node["x-kubernetes-preserve-unknown-fields"] = true
		} else if node["additionalProperties"], err = t.line(*additional.Schema); err != nil {
			return 0, err
		}
	}
	return t.intern(node)
}

func (t *text) intern(node map[string]any) (int, error) {
	raw, err := json.Marshal(node)
	if err != nil {
		return 0, err
	}
	if line, ok := t.known[string(raw)]; ok {
		return line, nil
	}
	t.lines = append(t.lines, string(raw))
	t.known[string(raw)] = len(t.lines) - 1
	return len(t.lines) - 1, nil
}

func (t *text) write(file *os.File) error {
	types, err := json.Marshal(t.types)
	if err != nil {
		return err
	}
	t.lines[0] = string(types)
	out := bufio.NewWriter(file)
	for _, line := range t.lines {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return out.Flush()
}
