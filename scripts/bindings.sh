#!/usr/bin/env bash
# Writes the TypeScript made from the Rust types; a test fails when it is not fresh.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

mkdir -p ui/dist
[ -f ui/dist/index.html ] || : >ui/dist/index.html
UPDATE_BINDINGS=1 cargo test --locked -p breakwater --features testing bindings
