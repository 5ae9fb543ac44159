#!/usr/bin/env bash
# Measures the release programs beside the peers on this machine and prints the table.
#   bench.sh [--rows N] [--runs N] [PART…]      bench.sh --help tells the rest
#   bench.sh window                             a million accounts in the real window: frames, first and last row
# Installs nothing but what the window tests need for `window`: where a peer is missing, its row says so.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

if [ "${1:-}" = window ]; then
    scripts/setup.sh test
    scripts/npm.sh tests/e2e
    scripts/ui.sh
    say "Release programs that can be driven" >&2
    cargo build --release --locked -p breakwater -p breakwater-cli -p breakwater-decoder --features "$testing_features"
    BREAKWATER_PROGRAMS=$root/target/release exec scripts/window.sh million.ts
fi

say "Release programs" >&2
cargo build --release --locked -p breakwater-cli -p breakwater-decoder -p breakwater-bench >&2
mkdir -p target/bench
target/release/bench --programs target/release --work target/bench "$@" | tee target/bench/table.md
