#!/usr/bin/env bash
# Runs tests of tests/e2e against the real window, each file on a display and a session bus of its own.
#   window.sh FILE…   these, named from tests/e2e; none named: all of them
# Two files run at a time (WINDOW_LANES=1 for one after the other), the long ones first, each told when it ends.
# WINDOW_PICTURES=1 keeps a picture of every screen at every size, not only where something is wrong.
# Counts go to target/test/window/FILE.tap, what the window shows on a fault beside them.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

taps=$root/target/test/window
mkdir -p "$taps"
rm -f "$taps"/*.tap "$taps"/*.log
export taps NO_AT_BRIDGE=1 GDK_BACKEND=x11
# Without its DMA-BUF renderer WebKitGTK never answers when it is asked for a picture.
unset WAYLAND_DISPLAY WEBKIT_DISABLE_DMABUF_RENDERER
cd tests/e2e
# Node 20 does not expand patterns by itself, and the caller stands in another folder.
if [ $# -eq 0 ]; then
    mapfile -t named < <(ls -S -- *.test.ts)
    set -- layout.test.ts tour.ts "${named[@]/#layout.test.ts/}"
fi

# one LANE FILE: the lane keeps its displays apart from another's, which may be looking for a free one too.
one() {
    local lane=$1 file=$2 status=0
    dbus-run-session -- xvfb-run -a -n $((100 + lane * 50)) -s '-screen 0 1440x900x24' \
        node --import tsx --test --test-concurrency=1 \
        --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$taps/$file.tap" \
        "$file" </dev/null >"$taps/$file.log" 2>&1 || status=$?
    printf '\n-- %s\n' "$file"
    cat "$taps/$file.log"
    return "$status"
}
export -f one

# What waits for a minute rather than works waits beside the others.
quiet=''
for file; do
    shift
    if [ "$file" = idle.test.ts ] && [ "${WINDOW_LANES:-2}" -gt 1 ]; then
        one 9 "$file" &
        quiet=$!
    else
        set -- "$@" "$file"
    fi
done
status=0
# shellcheck disable=SC2016
printf '%s\n' "$@" | grep . |
    xargs -r -d '\n' -n 1 -P "${WINDOW_LANES:-2}" --process-slot-var=lane bash -c 'one "$lane" "$1"' one || status=$?
[ -z "$quiet" ] || wait "$quiet" || status=$?
# Said once more at the end, where whoever reads only that finds it.
sed -n '/^✖ failing tests:/,$p' "$taps"/*.log | grep -v '^ *at ' | head -n 40 || true
exit "$status"
