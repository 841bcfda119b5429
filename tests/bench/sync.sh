#!/bin/sh
# The benches of sync and of the server, against what was aimed at and beside their peers. CPU and ratios are what
# counts: other work on the machine changes every time of day.
#   sync.sh BUILD_DIR
set -u
build=$1
here=$(cd "$(dirname "$0")" && pwd)
failed=0
for bench in sync_peers_bench server_peers_bench pull_scale_bench first_sync_bench; do
  echo
  echo "== $bench"
  python3 "$here/$bench.py" "$build/bin" || failed=1
done
exit $failed
