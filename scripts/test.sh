#!/usr/bin/env bash
# Everything: formats, lints, Rust, interface and window tests. The last line is the total.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/tally.sh
source scripts/tally.sh
# shellcheck source=scripts/checks.sh
source scripts/checks.sh

rust_tests() {
    if cargo nextest --version >/dev/null 2>&1; then
        tests "Rust tests" count_nextest cargo nextest run --locked --workspace \
            --features "$testing_features" --no-fail-fast
    else
        tests "Rust tests" count_cargo cargo test --locked --workspace --all-targets \
            --features "$testing_features" --no-fail-fast
    fi
}

begun=$SECONDS
scripts/setup.sh test
scripts/npm.sh tests/e2e
scripts/ui.sh
# The rules about dependencies ask for those of every system, not only of this one.
check "packages of every system" cargo fetch --locked
checks
tests "interface tests" count_vitest npm --prefix ui run --silent test
check "build" cargo build --locked --workspace --all-targets --features "$testing_features"
rust_tests
tests "window tests" count_node scripts/window.sh
printf '\nTook %d minutes %d seconds.\n' $(((SECONDS - begun) / 60)) $(((SECONDS - begun) % 60))
finish
