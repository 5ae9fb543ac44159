# Every target says what it does in its "##" comment; `make help` prints them.
.DEFAULT_GOAL := help
.PHONY: help setup run tour test check bench package bindings pictures fmt

help: ## Shows this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Installs what building and testing need, and only what is missing
	@scripts/setup.sh test
	@scripts/npm.sh ui
	@scripts/npm.sh tests/e2e

run: ## Opens the workbench on the demonstration case; without a display, runs the guided tour
	@scripts/run.sh

tour: ## Runs the guided tour in the real window; pictures in target/tour/
	@scripts/tour.sh

test: ## Runs everything: formats, lints, Rust, interface and window tests
	@scripts/test.sh

check: ## Runs the quick part of `make test`: formats, lints and types, nothing in a window
	@scripts/check.sh

bench: ## Measures beside the peers on this machine and prints the table
	@scripts/bench.sh

package: ## Builds the release programs and this system's installers into target/release/bundle/
	@scripts/package.sh

bindings: ## Writes the TypeScript of ui/src/generated/ from the Rust types
	@scripts/bindings.sh

pictures: ## Runs the tour and copies its pictures for the README into docs/pictures/
	@scripts/pictures.sh

fmt: ## Formats Rust and TypeScript
	@cargo fmt --all
	@scripts/npm.sh ui && npm --prefix ui run --silent fix
	@scripts/npm.sh tests/e2e && npm --prefix tests/e2e run --silent fix
