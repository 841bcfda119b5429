#!/bin/sh
# Builds the fuzz targets and runs each for a while; fails on the first that finds something.
#   packaging/scripts/fuzz.sh [SECONDS_EACH [TARGET …]]     60 seconds and all targets unless told otherwise
# FUZZ_SEED=N takes the same walk each time, from the inputs of tests/fuzz/corpus alone: what `make test` does,
# so that it finds the same on every machine. Without it each run looks elsewhere: leave it running overnight.
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
# One target to a core at a time; xargs stops and fails when one of them did.
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 1 packaging/scripts/fuzz_one.sh "$seconds"
