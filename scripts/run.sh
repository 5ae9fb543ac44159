#!/usr/bin/env bash
# Opens the workbench on the demonstration case; without a display, runs the guided tour.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

if ! has_display; then
    say "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    echo "   The guided tour drives the same window on a display of its own instead."
    exec scripts/tour.sh
fi
scripts/setup.sh
scripts/ui.sh
say "Workbench (the first build takes some minutes)"
cargo build --release --locked -p breakwater -p breakwater-cli -p breakwater-decoder
say "Opening the demonstration case"
exec target/release/breakwater --demonstration
