"""squawk over the migrations of the hosted library, by the rules in .squawk.toml. 77 where npm cannot bring it.

    lint_sql.py NODE_DIR
"""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))
from npm import missing_packages  # noqa: E402

node = pathlib.Path(sys.argv[1]).resolve()
if reason := missing_packages(HERE, node):
    print("skipped:", reason)
    sys.exit(77)
files = sorted((ROOT / "resources/sql/postgres").glob("[0-9]*.sql"))
squawk = [node / "node_modules/.bin/squawk", "--config", ROOT / ".squawk.toml", "--reporter", "gcc", *files]
done = subprocess.run(list(map(str, squawk)), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
print(done.stdout, end="")
# It only warns, and ends well, of what a locked table may cost.
sys.exit(1 if done.returncode or "warning:" in done.stdout or not files else 0)
