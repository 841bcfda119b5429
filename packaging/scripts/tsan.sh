#!/bin/sh
# What `make tsan` does: the server, sync and the store under the thread sanitizer. Not what is made of Qt, whose libraries
# are not built for it.
#   tsan.sh JOBS
set -eu
jobs=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
[ -f build/tsan/build.ninja ] || cmake --preset tsan
cmake --build build/tsan --parallel "$jobs" --target aiagent-server unit_server unit_sync unit_store -- --quiet
cd build/tsan
ctest --output-on-failure --parallel "$jobs" --tests-regex '^(unit_(server|sync|store)|integration_server.*)$'
