"""npm's packages for tests, in the build folder and as a lockfile says."""
import pathlib
import shutil
import subprocess


def missing_packages(source, folder):
    """Installs what package-lock.json of `source` names into `folder`, once; "", or why they are not to be had."""
    source, folder = pathlib.Path(source), pathlib.Path(folder)
    lock = (source / "package-lock.json").read_bytes()
    done = folder / "installed"
    if done.exists() and done.read_bytes() == lock:
        return ""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node or npm is not installed"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(source / name, folder / name)
    try:
        # Not `ci`: it wants optional packages for other systems in the lock, too.
        made = subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        return "npm did not end"
    if made.returncode:
        return "npm cannot install them: " + made.stdout.strip()[:300]
    done.write_bytes(lock)
    return ""
