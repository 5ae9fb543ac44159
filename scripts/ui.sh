#!/usr/bin/env bash
# Builds the interface into ui/dist, unless nothing changed since it was last built.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

scripts/npm.sh ui
stamp=target/ui.sum
mkdir -p target
sum=$(find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
if [ -f ui/dist/index.html ] && [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ]; then
    exit 0
fi
say "Interface"
npm --prefix ui run build </dev/null
printf '%s\n' "$sum" >"$stamp"
