#!/bin/sh
# Static checks: format, shell scripts, clang-tidy on what changed against the main branch (or all with ALL=1).
set -eu
preset=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
git ls-files '*.cpp' '*.h' | xargs clang-format-14 --dry-run --Werror
shellcheck packaging/scripts/*.sh .ci/run
[ -f "build/$preset/compile_commands.json" ] || cmake --preset "$preset" >/dev/null
cmake --build "build/$preset" -- --quiet
if [ -n "${ALL:-}" ]; then files=$(git ls-files 'core/*.cpp' 'ui/*.cpp' 'app/*.cpp'); else
  files=$(git diff --name-only --diff-filter=d HEAD~1 -- 'core/*.cpp' 'ui/*.cpp' 'app/*.cpp'); fi
# shellcheck disable=SC2086
[ -z "$files" ] || clang-tidy-14 --quiet -p "build/$preset" $files
