#!/bin/sh
# Builds a Debian package into build/package.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
cmake --preset release >/dev/null
cmake --build build/release --parallel "$(nproc)" -- --quiet
version=$(sed -n 's/^project(aiagent VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
arch=$(dpkg --print-architecture)
stage="build/package/aiagent_${version}_$arch"
rm -rf "$stage"
DESTDIR="$root/$stage" cmake --install build/release --prefix /usr --strip >/dev/null
mkdir -p "$stage/DEBIAN" build/package/debian
# dpkg-shlibdeps reads the libraries from the programs and wants a debian/control beside it
printf 'Source: aiagent\n\nPackage: aiagent\nArchitecture: any\n' >build/package/debian/control
depends=$(cd build/package && dpkg-shlibdeps -O "../../$stage/usr/bin/aiagent" "../../$stage/usr/bin/aiagent-cli" 2>/dev/null |
  sed 's/^shlibs:Depends=//')
cat >"$stage/DEBIAN/control" <<CONTROL
Package: aiagent
Version: $version
Architecture: $arch
Maintainer: AI Agent Generator maintainers <maintainers@users.noreply.github.com>
Depends: $depends, libqt6svg6
Section: devel
Priority: optional
Description: Generate, run, version, test and share AI agents
 A native desktop program and a command line in which people write, run and keep
 AI agents, online and offline.
CONTROL
dpkg-deb --root-owner-group --build "$stage" build/package >/dev/null
ls build/package/*.deb
