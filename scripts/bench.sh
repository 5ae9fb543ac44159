#!/usr/bin/env bash
# Measures the release programs beside the peers on this machine and prints the table.
#   bench.sh [--rows N] [--runs N] [PART…]      bench.sh --help tells the rest
# Installs nothing: where a peer is missing, its row says so.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

say "Release programs" >&2
cargo build --release --locked -p breakwater-cli -p breakwater-decoder -p breakwater-bench >&2
mkdir -p target/bench
target/release/bench --programs target/release --work target/bench "$@" | tee target/bench/table.md
