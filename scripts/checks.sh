# The checks that run no test: formats, lints, types, licences. Needs lib.sh and tally.sh.
# shellcheck shell=bash disable=SC2154

checks() {
    check "scripts" shellcheck -x scripts/*.sh .ci/run
    check "format of Rust" cargo fmt --all --check
    check "types, lint and format of the interface" npm --prefix ui run --silent check
    check "types, lint and format of the window tests" npm --prefix tests/e2e run --silent check
    check "lint of Rust" cargo clippy --locked --workspace --all-targets \
        --features "$testing_features" -- -D warnings
    if cargo deny --version >/dev/null 2>&1; then
        check "bans, licences and sources" cargo deny --offline check bans licenses sources
    else
        echo "cargo-deny is not installed; the Rust tests hold the offline rule by themselves."
    fi
}
