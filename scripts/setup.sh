#!/usr/bin/env bash
# Installs what is missing, and only that, saying what and why.
#   setup.sh         what the build needs
#   setup.sh test    and what driving the real window needs
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

build_packages=(
    "build-essential|compiles SQLCipher and its cipher from their sources"
    "perl|configures the cipher's sources"
    "pkg-config|finds the system's window libraries"
    "libwebkit2gtk-4.1-dev|draws the window's page"
    "libgtk-3-dev|opens the window and its file dialogs"
    "librsvg2-dev|draws the window's icon"
)
test_packages=(
    "xvfb|a display for machines that have none"
    "xauth|lets the tests speak to that display"
    "dbus|the session bus the window expects"
    "webkit2gtk-driver|drives the real window, as a person would"
    "age|proves that the stock program opens a case's slots"
    "poppler-utils|proves that a paper is read back as it was written"
    "python3|proves that the stock libraries open a case's database"
    "python3-venv|keeps those libraries out of the system"
    "shellcheck|reads the scripts"
)

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]
}

install_packages() {
    local entry name missing=()
    for entry in "$@"; do
        name=${entry%%|*}
        is_installed "$name" && continue
        [ ${#missing[@]} -gt 0 ] || say "System packages to install:"
        printf '   %-24s %s\n' "$name" "${entry#*|}"
        missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "these need root and there is no sudo: apt-get install ${missing[*]}"
        echo "   They are the system's own packages, so sudo may ask for your password."
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -qq </dev/null || echo "   The package lists could not be renewed; trying with the old ones."
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        "${missing[@]}" </dev/null
}

check_toolchains() {
    command -v cargo >/dev/null || fail "cargo is not on PATH. Install Rust $rust_version or newer (rustup.rs), then run this again."
    command -v node >/dev/null || fail "node is not on PATH. Install Node $node_version or newer, then run this again."
    command -v npm >/dev/null || fail "npm is not on PATH. It comes with Node."
    local rust node
    rust=$(rustc --version | cut -d ' ' -f 2)
    node=$(node --version | tr -d v)
    is_at_least "$rust_version" "$rust" || fail "Rust $rust is too old: $rust_version or newer is needed (rustup update)."
    is_at_least "$node_version" "$node" || fail "Node $node is too old: $node_version or newer is needed."
}

rust_version=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
node_version=20.19.0
check_toolchains
if command -v apt-get >/dev/null; then
    install_packages "${build_packages[@]}"
    [ "${1:-}" != test ] || install_packages "${test_packages[@]}"
else
    echo "This is no Debian or Ubuntu: make sure that these, or what your system calls them, are there:"
    printf '   %s\n' "${build_packages[@]%%|*}"
    [ "${1:-}" != test ] || printf '   %s\n' "${test_packages[@]%%|*}"
fi

[ "${1:-}" = test ] || exit 0

driver=target/tools/bin/tauri-driver
driver_version=2.1.0
if [ ! -x "$driver" ] || ! grep -qs "tauri-driver $driver_version " target/tools/.crates.toml; then
    say "tauri-driver $driver_version, into target/tools: speaks WebDriver to the window"
    cargo install tauri-driver --version "$driver_version" --locked --force --root target/tools </dev/null
fi
wheels=sqlcipher3-wheels==0.5.7
if ! target/tools/python/bin/python -c 'from sqlcipher3 import dbapi2' >/dev/null 2>&1; then
    say "$wheels, into target/tools/python: reads a case's database without Breakwater"
    python3 -m venv target/tools/python
    target/tools/python/bin/pip install --quiet --disable-pip-version-check "$wheels" </dev/null
fi
if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    command -v rustup >/dev/null || fail "rustfmt and clippy are missing, and there is no rustup to add them with."
    rustup component add rustfmt clippy
fi
