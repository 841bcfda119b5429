#!/bin/sh
# Runs every bench and prints its table. Figures are of this machine; compare ratios, not runs of other days.
#   run.sh BUILD_DIR
set -eu
build=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
XDG_RUNTIME_DIR=$(mktemp -d)
export XDG_RUNTIME_DIR
chmod 700 "$XDG_RUNTIME_DIR"
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
echo "machine: $(nproc) cores, $(awk -F: '/model name/ {print $2; exit}' /proc/cpuinfo), load $(cut -d' ' -f1 /proc/loadavg)"
for bench in "$build"/bench/*_bench; do
  case $(basename "$bench") in cluster_page_bench) continue ;; esac  # takes minutes: make bench-cluster
  echo
  echo "== $(basename "$bench")"
  # these bring their peers along
  case $(basename "$bench") in
    stream_bench) "$root/tests/bench/stream.sh" "$build" ;;
    kube_bench) "$root/tests/bench/kube.sh" "$build" ;;
    *) "$bench" ;;
  esac
done
echo
echo "== start_bench"
python3 "$root/tests/bench/start_bench.py" "$build"
