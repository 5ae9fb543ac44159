#!/usr/bin/env bash
# Builds the release programs and this system's installers.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

scripts/setup.sh
scripts/ui.sh
say "Release programs"
cargo build --release --locked -p breakwater -p breakwater-cli -p breakwater-decoder
cli=target/tools/bin/cargo-tauri
if [ ! -x "$cli" ]; then
    say "tauri-cli, into target/tools: makes the installers"
    cargo install tauri-cli --version 2.12.4 --locked --root target/tools </dev/null
fi
say "Installers"
"$root/$cli" build --bundles deb,rpm </dev/null
find target/release/bundle -maxdepth 2 -type f
