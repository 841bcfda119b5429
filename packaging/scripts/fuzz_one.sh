#!/bin/sh
# One target of fuzz.sh, built already; from the project's folder.
#   fuzz_one.sh SECONDS TARGET
set -eu
seconds=$1
name=$2
log="build/fuzz/found/$name.log"
corpus="build/fuzz/corpus/$name"
if [ -n "${FUZZ_SEED:-}" ]; then
  corpus="build/fuzz/seeded/$name"
  rm -rf "$corpus"
fi
mkdir -p "$corpus"
if ! "build/fuzz/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=8192 \
    -artifact_prefix="build/fuzz/found/$name-" -print_final_stats=1 \
    ${FUZZ_SEED:+-seed="$FUZZ_SEED"} "$corpus" "tests/fuzz/corpus/$name" >"$log" 2>&1; then
  tail -40 "$log" >&2
  echo "fuzz_$name: FOUND SOMETHING, see $log" >&2
  exit 255 # xargs starts no further target
fi
echo "fuzz_$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
