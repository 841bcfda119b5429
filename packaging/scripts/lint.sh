#!/bin/sh
# Static checks: format, shell scripts, the hosted library's SQL, and clang-tidy on what this branch changed since it
# left the main branch (on the main branch itself: on the last commit), uncommitted work included.
#   ALL=1 lint.sh PRESET     clang-tidy on everything
set -eu
preset=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
git ls-files '*.cpp' '*.h' | xargs clang-format-14 --dry-run --Werror
git ls-files '*.sh' .ci/run | xargs shellcheck
/usr/bin/python3 tests/architecture/sql/lint_sql.py "build/$preset/tests/node_squawk" || [ $? = 77 ]

# What was changed: sources, and for a header the source of its name.
changed() {
  base=""
  for branch in origin/main origin/master main master; do
    base=$(git merge-base HEAD "$branch" 2>/dev/null) && break
  done
  [ -n "$base" ] && [ "$base" != "$(git rev-parse HEAD)" ] || base=$(git rev-parse HEAD~1 2>/dev/null) || base=HEAD
  git diff --name-only --diff-filter=d "$base" -- 'core/*' 'ui/*' 'app/*' | sed -n 's/\.h$/.cpp/p; /\.cpp$/p' | sort -u |
    while read -r file; do
      [ ! -f "$file" ] || echo "$file"
    done
}

if [ -n "${ALL:-}" ]; then files=$(git ls-files 'core/*.cpp' 'ui/*.cpp' 'app/*.cpp'); else files=$(changed); fi
[ -n "$files" ] || exit 0
# clang-tidy needs what the build generates: moc's sources, embedded tables.
[ -f "build/$preset/compile_commands.json" ] || cmake --preset "$preset" >/dev/null
cmake --build "build/$preset" --parallel "$(nproc)" -- --quiet
echo "$files" | xargs -P "$(nproc)" -n 4 clang-tidy-14 --quiet --extra-arg=-Wno-unknown-warning-option -p "build/$preset"
