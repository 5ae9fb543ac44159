#!/usr/bin/env bash
# Installs a Node project's packages exactly as its lock file says, unless they are there already.
#   npm.sh FOLDER
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

cd "$1"
stamp=node_modules/.installed
if [ -f "$stamp" ] && cmp -s package-lock.json "$stamp"; then
    exit 0
fi
say "Packages of $1"
npm ci --no-audit --no-fund --loglevel=error </dev/null
cp package-lock.json "$stamp"
