#!/bin/sh
# A list of 5,000 pods to a table: ours, and Node's JSON.parse with the same columns, on the same bytes, in turns.
#   tests/bench/kube.sh build/dev [PODS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-build/dev}" && pwd)
file=$(mktemp)
trap 'rm -f "$file"' EXIT
"$build/bench/kube_bench" --write "$file" "${2:-5000}"
if ! command -v node >/dev/null; then
  "$build/bench/kube_bench" "$file"
  echo "no node: not compared"
  exit 0
fi
for _ in 1 2 3; do
  "$build/bench/kube_bench" "$file" 9
  "$build/bench/kube_bench" "$file" 9 pieces
  node "$here/peers/kube_node_pods.mjs" "$file" 9
done
