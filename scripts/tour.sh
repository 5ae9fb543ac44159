#!/usr/bin/env bash
# Runs the guided tour in the real window, on a display of its own, and says where its pictures are.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

scripts/setup.sh test
scripts/ui.sh
scripts/npm.sh tests/e2e
say "Workbench, with dialogs answered by the tour (the first build takes some minutes)"
cargo build --locked --workspace --all-targets --features "$testing_features"
say "Guided tour"
status=0
scripts/window.sh tour.ts || status=$?
if [ "$status" -ne 0 ]; then
    fail "the tour found a fault; what the window showed is in target/tour/"
fi
say "The guided tour is done. Its pictures and the exported files are in:"
echo "   $root/target/tour/"
find target/tour -maxdepth 1 -type f -printf '   %f\n' | LC_ALL=C sort
