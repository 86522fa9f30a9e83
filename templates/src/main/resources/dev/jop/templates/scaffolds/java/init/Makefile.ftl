# The image that docker-build makes and deploy runs.
IMG ?= controller:latest
# What builds and pushes images: docker or podman.
CONTAINER_TOOL ?= docker
JOP ?= jop
KUBECTL ?= kubectl
MVN ?= mvn
# true lets uninstall and undeploy pass over what is not there.
ignore-not-found ?= false

# A command that fails in a pipe fails its target.
SHELL = /usr/bin/env bash
.SHELLFLAGS = -o pipefail -ec

DEPLOYED = $(KUBECTL) kustomize config/default | sed 's|image: controller:latest|image: $(IMG)|'

.PHONY: all
all: build

##@ General

.PHONY: help
help: ## Show this help.
	@awk 'BEGIN {FS = ":.*##"; printf "Usage: make \033[36m<target>\033[0m\n"} /^[a-zA-Z_0-9-]+:.*?##/ { printf "  \033[36m%-16s\033[0m %s\n", $$1, $$2 } /^##@/ { printf "\n\033[1m%s\033[0m\n", substr($$0, 5) }' $(MAKEFILE_LIST)

##@ Development

.PHONY: manifests
manifests: ## Generate CRDs and the manager's role from the Java sources.
	$(JOP) make manifests

.PHONY: test
test: manifests ## Run the tests against a real API server.
	$(MVN) verify

.PHONY: run
run: manifests ## Run the operator against the current kubeconfig.
	$(JOP) run

##@ Build

.PHONY: build
build: manifests ## Build target/manager.jar, without running the tests.
	$(MVN) -DskipTests package

.PHONY: docker-build
docker-build: build ## Build the image IMG.
	$(CONTAINER_TOOL) build -t $(IMG) .

.PHONY: docker-push
docker-push: ## Push the image IMG.
	$(CONTAINER_TOOL) push $(IMG)

.PHONY: build-installer
build-installer: manifests ## Write dist/install.yaml, which installs all of it with IMG.
	mkdir -p dist
	$(DEPLOYED) > dist/install.yaml

##@ Deployment

.PHONY: install
install: manifests ## Install the CRDs into the cluster of the current kubeconfig.
	@if [ -f config/crd/kustomization.yaml ]; then $(KUBECTL) apply --server-side -k config/crd; else echo "No CRDs to install; skipping."; fi

.PHONY: uninstall
uninstall: manifests ## Remove the CRDs, and with them all of their objects.
	@if [ -f config/crd/kustomization.yaml ]; then $(KUBECTL) delete --ignore-not-found=$(ignore-not-found) -k config/crd; else echo "No CRDs to remove; skipping."; fi

.PHONY: deploy
deploy: manifests ## Run the operator as IMG in the cluster of the current kubeconfig.
	$(DEPLOYED) | $(KUBECTL) apply --server-side -f -

.PHONY: undeploy
undeploy: ## Remove the operator, its CRDs, and with them all of their objects.
	$(DEPLOYED) | $(KUBECTL) delete --ignore-not-found=$(ignore-not-found) -f -
