#!/usr/bin/env bash
# The quick part of `make test`: what needs neither a build of everything nor a window.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/tally.sh
source scripts/tally.sh
# shellcheck source=scripts/checks.sh
source scripts/checks.sh

scripts/setup.sh test
scripts/npm.sh tests/e2e
scripts/ui.sh
checks
if [ "$failed" -ne 0 ]; then
    printf 'failed: %s\n' "${faults[@]}"
    exit 1
fi
say "All checks hold"
