# Shared by the scripts beside it: says what it does, fails loudly, knows the project's root.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '\n== %s\n' "$*"; }
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# The lowest version wins the sort, so "have" is new enough when "want" sorts first.
is_at_least() {
    local want=$1 have=$2
    [ "$(printf '%s\n%s\n' "$want" "$have" | sort -V | head -n 1)" = "$want" ]
}

has_display() { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }

# One feature set and one profile serve clippy's dependencies, the Rust tests and the
# window tests, so that nothing heavy is built twice.
testing_features=breakwater/testing
export testing_features
