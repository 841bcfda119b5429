#!/bin/sh
# Reads the real window through AT-SPI under a virtual display of its own.
#   run.sh BIN_DIR
# Exit status 77 (skipped) where Xvfb, dbus-run-session or pyatspi are missing.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for program in Xvfb dbus-run-session; do
  command -v "$program" >/dev/null || { echo "skipped: no $program"; exit 77; }
done
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null || { echo "skipped: no pyatspi"; exit 77; }

folder=$(mktemp -d)
chmod 700 "$folder"
export HOME="$folder" XDG_RUNTIME_DIR="$folder" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data"
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
unset OPENAI_API_KEY WAYLAND_DISPLAY || true

# A number that no other display here has
number=$((200 + $$ % 700))
while [ -e "/tmp/.X$number-lock" ] || [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
Xvfb ":$number" -noreset -screen 0 1440x900x24 -nolisten tcp 2>/dev/null &
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null || true; wait "$xvfb" 2>/dev/null || true; rm -rf "$folder"' EXIT
for _ in $(seq 100); do
  [ -e "/tmp/.X11-unix/X$number" ] && break
  sleep 0.1
done
export DISPLAY=":$number"
dbus-run-session -- /usr/bin/python3 "$here/read_window.py" "$1"
