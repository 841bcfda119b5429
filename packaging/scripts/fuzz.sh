#!/bin/sh
# Builds the fuzz targets and runs each for a while; fails on the first that finds something.
#   packaging/scripts/fuzz.sh [SECONDS_EACH [TARGET …]]     60 seconds and all targets unless told otherwise
# What was found stays in build/fuzz/found; what was learnt of the input grows in build/fuzz/corpus.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
export CCACHE_BASEDIR CCACHE_NOHASHDIR
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz
cmake --build build/fuzz --parallel "$(nproc)" --target fuzz_all -- --quiet
mkdir -p build/fuzz/found
if [ $# -eq 0 ]; then
  for program in build/fuzz/fuzz/fuzz_*; do
    set -- "$@" "${program##*/fuzz_}"
  done
fi
for name in "$@"; do
  mkdir -p "build/fuzz/corpus/$name"
  log="build/fuzz/found/$name.log"
  if ! "build/fuzz/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=8192 \
      -artifact_prefix="build/fuzz/found/$name-" -print_final_stats=1 \
      "build/fuzz/corpus/$name" "tests/fuzz/corpus/$name" >"$log" 2>&1; then
    tail -40 "$log" >&2
    echo "fuzz_$name: FOUND SOMETHING, see $log" >&2
    exit 1
  fi
  echo "fuzz_$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
done
