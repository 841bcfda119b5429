#!/bin/sh
# What `make golden` does: takes every picture of the golden tests anew, writes those that differ over the golden
# images and removes those that no test asks for. Look at each before you commit it.
#   golden.sh BUILD_DIR
set -eu
build=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
chmod 700 "$runtime"
export XDG_RUNTIME_DIR="$runtime" HOME="$runtime" AIAGENT_GOLDEN_UPDATE=1
for program in "$build"/tests/golden_*; do
  [ -f "$program" ] || continue
  "$program" >"$runtime/output" 2>&1 || { cat "$runtime/output" >&2; exit 1; }
done
git status --short tests/ui/golden/images
