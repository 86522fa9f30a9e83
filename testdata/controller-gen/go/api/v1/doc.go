// Package v1 has a kind for each concept of a schema.
// +groupName=corpus.example.com
package v1
