# Runs checks and test runners one after the other, goes on after a failure, and adds up
# what they counted. A check that fails, a runner that breaks off and a runner that ran no
# test each count as one failure.
# shellcheck shell=bash

passed=0
failed=0
faults=()
logs=target/test
mkdir -p "$logs"

fault() {
    faults+=("$1")
    printf '\nFAILED: %s\n' "$1" >&2
}

# run LOG COMMAND…: the command's own exit code (pipefail), its output on the screen and in target/test/.
run() {
    local log=$logs/$1.log
    shift
    "$@" </dev/null 2>&1 | tee "$log"
}

# check NAME COMMAND…: no tests to count; it holds or it does not.
check() {
    local name=$1
    shift
    say "$name"
    if ! run "${name// /-}" "$@"; then
        failed=$((failed + 1))
        fault "$name"
    fi
}

# tests NAME COUNTER COMMAND…: COUNTER reads the runner's log and prints "passed failed".
tests() {
    local name=$1 counter=$2 log=$logs/${1// /-}.log status=0 ok bad
    shift 2
    say "$name"
    run "${name// /-}" "$@" || status=$?
    read -r ok bad < <("$counter" "$log") || true
    ok=${ok:-0} bad=${bad:-0}
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
        bad=1
        fault "$name broke off with exit code $status"
    elif [ "$bad" -ne 0 ]; then
        fault "$name: $bad failed"
    elif [ "$ok" -eq 0 ]; then
        bad=1
        fault "$name ran no tests"
    fi
    passed=$((passed + ok))
    failed=$((failed + bad))
    printf '%s: %d passed, %d failed.\n' "$name" "$ok" "$bad"
}

plain() { sed 's/\x1b\[[0-9;]*m//g' "$1"; }

count_cargo() {
    plain "$1" | awk '/^test result:/ { ok += $4; bad += $6 } END { print ok + 0, bad + 0 }'
}

count_nextest() {
    plain "$1" | awk '/^ *Summary \[/ {
        for (i = 2; i <= NF; i++) {
            if ($i ~ /^passed/) ok = $(i - 1)
            if ($i ~ /^failed/) bad = $(i - 1)
            if ($i ~ /^timed/) bad += $(i - 1)
        }
    } END { print ok + 0, bad + 0 }'
}

count_vitest() {
    plain "$1" | awk '/^ *Tests  / {
        for (i = 2; i <= NF; i++) {
            if ($i == "passed") ok = $(i - 1)
            if ($i == "failed") bad = $(i - 1)
        }
    } END { print ok + 0, bad + 0 }'
}

count_node() {
    cat "$logs"/window/*.tap 2>/dev/null |
        awk '/^# pass / { ok += $3 } /^# fail / { bad += $3 } /^# cancelled / { bad += $3 }
            END { print ok + 0, bad + 0 }'
}

# The last line is the total and nothing else, for whoever reads only that.
finish() {
    local one
    for one in "${faults[@]}"; do
        printf 'failed: %s\n' "$one"
    done
    printf '\n%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
