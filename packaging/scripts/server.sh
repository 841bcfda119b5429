#!/bin/sh
# What `make server` does once everything is built: a PostgreSQL of its own in a temporary folder, a server on
# it, an invitation; Ctrl-C stops both and removes the folder.
#   server.sh BIN_DIR
set -eu
bin=$1
pg=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
[ -n "$pg" ] || { echo "PostgreSQL is not installed." >&2; exit 1; }
folder=$(mktemp -d)
user=$(id -un)
as=""
if [ "$(id -u)" = 0 ]; then # initdb refuses root
  user=postgres
  chown postgres "$folder"
  as="runuser -u postgres --"
fi
server=""
stop() {
  trap - INT TERM EXIT
  if [ -n "$server" ] && kill "$server" 2>/dev/null; then wait "$server" || true; fi
  (cd "$folder" && $as "$pg/pg_ctl" -D "$folder/data" -m fast -w stop >/dev/null 2>&1) || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
(
  cd "$folder"
  $as "$pg/initdb" -D "$folder/data" -A trust -U "$user" -E UTF8 --no-instructions >/dev/null
  $as "$pg/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-c listen_addresses='' -k $folder" start >/dev/null
  "$pg/createdb" -h "$folder" -U "$user" library
)
mkdir "$folder/blobs"
export DATABASE_URL="postgresql:///library?host=$folder&user=$user" BLOB_DIR="$folder/blobs"
export PORT="${PORT:-3000}" METRICS_PORT="${METRICS_PORT:-9464}"
export PUBLIC_URL="${PUBLIC_URL:-http://127.0.0.1:$PORT}"
"$bin/aiagent-server" migrate up >/dev/null
"$bin/aiagent-server" serve >"$folder/server.log" &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
  [ -s "$folder/server.log" ] && break
  kill -0 "$server" 2>/dev/null || { echo "The server did not start." >&2; exit 1; }
  sleep 0.3
done
echo "A server for trying it out, at $PUBLIC_URL until Ctrl-C; its library is removed then."
echo
echo "Invitation of an administrator of the workspace \"Team\":"
"$bin/aiagent-server" invite --email you@example.com --workspace Team --role admin
echo
echo "  $bin/aiagent-cli server connect $PUBLIC_URL --invite CODE"
echo "One more member: $bin/aiagent-cli member invite colleague@example.com"
wait "$server"
