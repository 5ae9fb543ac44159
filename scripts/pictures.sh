#!/usr/bin/env bash
# Runs the tour and keeps the pictures that the README shows.
# shellcheck source=scripts/lib.sh
source "$(dirname "$0")/lib.sh"

scripts/tour.sh
mkdir -p docs/pictures
for name in review review-dark evidence referral export; do
    cp "target/tour/$name.png" "docs/pictures/$name.png"
done
ls -l docs/pictures
