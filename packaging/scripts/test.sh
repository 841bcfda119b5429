#!/bin/sh
# What `make test` does: build everything of a preset and run every test, closing with ctest's summary.
#   test.sh PRESET JOBS
set -eu
preset=$1
jobs=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
build="build/$preset"
[ -f "$build/build.ninja" ] || cmake --preset "$preset" >/dev/null
cmake --build "$build" --parallel "$jobs" -- --quiet

# Qt's offscreen platform wants a runtime folder; nothing of the person's own may be touched.
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
chmod 700 "$runtime"
export XDG_RUNTIME_DIR="$runtime" XDG_CONFIG_HOME="$runtime/config" XDG_DATA_HOME="$runtime/data" HOME="$runtime"
unset OPENAI_API_KEY OPENAI_BASE_URL OPENAI_ORG_ID OPENAI_PROJECT_ID DISPLAY WAYLAND_DISPLAY

cd "$build"
ctest --output-on-failure --parallel "$jobs"
