#!/usr/bin/env bash
# Runs tests of tests/e2e against the real window, each file by itself, on a display of their own.
#   window.sh FILE…   these, named from tests/e2e; none named: all, the guided tour last
# Counts go to target/test/window.tap, what the window shows on a fault to target/test/window/.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

mkdir -p target/test
export NO_AT_BRIDGE=1 GDK_BACKEND=x11
# Without its DMA-BUF renderer WebKitGTK never answers when it is asked for a picture.
unset WAYLAND_DISPLAY WEBKIT_DISABLE_DMABUF_RENDERER
cd tests/e2e
# Node 20 does not expand patterns by itself, and the caller stands in another folder.
[ $# -gt 0 ] || set -- *.test.ts tour.ts
exec dbus-run-session -- xvfb-run -a -s '-screen 0 1440x900x24' \
    node --import tsx --test --test-concurrency=1 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination=../../target/test/window.tap \
    "$@" </dev/null
