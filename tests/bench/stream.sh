#!/bin/sh
# CPU time per event of a streamed answer: ours, and OpenAI's own client for Node where npm can fetch it.
#   tests/bench/stream.sh build/dev
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-build/dev}" && pwd)
"$build/bench/stream_bench"
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "no node or npm: not compared"
  exit 0
fi
peers="$build/bench/peers"
mkdir -p "$peers"
if [ ! -d "$peers/node_modules/openai" ]; then
  [ -f "$peers/package.json" ] || echo '{"private":true}' > "$peers/package.json"
  (cd "$peers" && npm install --no-audit --no-fund --silent openai) || { echo "npm cannot fetch openai: not compared"; exit 0; }
fi
"$build/bench/stream_bench" --record "$build/bench/recorded.sse"
node "$here/peers/openai_node_stream.mjs" "$build/bench/recorded.sse" "$peers"
rm -f "$build/bench/recorded.sse"
