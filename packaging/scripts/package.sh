#!/bin/sh
# Builds a Debian package into build/package and has it checked.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
[ -f build/release/build.ninja ] || cmake --preset release >/dev/null
cmake --build build/release --parallel "$(nproc)" -- --quiet
version=$(sed -n 's/^project(aiagent VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
arch=$(dpkg --print-architecture)
stage="build/package/aiagent_${version}_$arch"
bin="build/release/bin"
rm -rf build/package
DESTDIR="$root/$stage" cmake --install build/release --prefix /usr --strip >/dev/null

# Manual pages and completions are what the programs themselves say.
share="$stage/usr/share"
mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/zsh/vendor-completions" \
  "$share/fish/vendor_completions.d" "$share/doc/aiagent"
packaging/scripts/man_page.sh "$bin/aiagent" aiagent "$version" "write, run and keep AI agents" |
  gzip -9n >"$share/man/man1/aiagent.1.gz"
packaging/scripts/man_page.sh "$bin/aiagent-cli" aiagent-cli "$version" "write, run and keep AI agents in the terminal" |
  gzip -9n >"$share/man/man1/aiagent-cli.1.gz"
"$bin/aiagent-cli" completion bash >"$share/bash-completion/completions/aiagent-cli"
"$bin/aiagent-cli" completion zsh >"$share/zsh/vendor-completions/_aiagent-cli"
"$bin/aiagent-cli" completion fish >"$share/fish/vendor_completions.d/aiagent-cli.fish"
cp packaging/linux/copyright "$share/doc/aiagent/copyright"
gzip -9n <packaging/linux/changelog >"$share/doc/aiagent/changelog.gz"
find "$stage" -type d -exec chmod 755 {} +
find "$share" -type f -exec chmod 644 {} +

# dpkg-shlibdeps reads the libraries from the programs and wants a debian/control beside it.
mkdir -p "$stage/DEBIAN" build/package/debian
printf 'Source: aiagent\n\nPackage: aiagent\nArchitecture: any\n' >build/package/debian/control
depends=$(cd build/package && dpkg-shlibdeps -O "../../$stage/usr/bin/aiagent" "../../$stage/usr/bin/aiagent-cli" 2>/dev/null |
  sed 's/^shlibs:Depends=//')
cat >"$stage/DEBIAN/control" <<CONTROL
Package: aiagent
Version: $version
Architecture: $arch
Maintainer: AI Agent Generator maintainers <maintainers@users.noreply.github.com>
Installed-Size: $(du -sk --apparent-size "$stage/usr" | cut -f1)
Depends: $depends
Recommends: ca-certificates, qt6-wayland
Suggests: gnome-keyring
Section: devel
Priority: optional
Description: write, run, version and test AI agents
 A native desktop program and a command line in which people write, run and keep
 AI agents, online and offline.
CONTROL
(cd "$stage" && find usr -type f -exec md5sum {} + >DEBIAN/md5sums)
dpkg-deb --root-owner-group -Zxz --build "$stage" build/package >/dev/null

desktop-file-validate "$share"/applications/*.desktop
appstreamcli validate --no-net "$share"/metainfo/*.xml
lintian --fail-on error,warning build/package/*.deb
ls build/package/*.deb
