#!/bin/sh
# Installs the Debian packages of the named sets (see debian-packages.txt) that are not there yet.
#   bootstrap.sh build test
# Says what it installs; asks for sudo when not root; does nothing, fast, when all are there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
missing=""
for set_name in "$@"; do
  missing="$missing $(awk -v want="$set_name" '
    !/^#/ && NF { for (i = 2; i <= NF; i++) if ($i == want) printf "%s ", $1 }' "$here/debian-packages.txt")"
done
# One dpkg-query for all of them: this runs before every `make run`.
# shellcheck disable=SC2086
installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $missing 2>/dev/null | sed -n 's/^ii *//p')
wanted=""
for package in $missing; do
  echo "$installed" | grep -qx "$package" || wanted="$wanted $package"
done
[ -n "$wanted" ] || exit 0
if [ ! -r /etc/debian_version ]; then
  echo "These Debian packages, or your system's counterparts, are needed:$wanted" >&2
  exit 1
fi
echo "Installing missing packages:$wanted" >&2
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq >&2
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $wanted >&2
