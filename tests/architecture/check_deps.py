#!/usr/bin/env python3
"""Holds the includes of the sources against deps.toml.

    check_deps.py SOURCE_DIR

Prints one line a fault; the exit status is 1 if there is any.
"""
import re
import sys
import tomllib
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
WIDGET_HEADERS = re.compile(r"^(QtWidgets|QtGui|QWidget|QPainter|QPixmap|QImage|QIcon|QColor|QFont|QPalette|QDialog|QMainWindow|"
                            r"QApplication|QGuiApplication|QLabel|QPushButton|QTextDocument|QTextLayout|QKeyEvent|QClipboard|QScreen)")
FOLDERS = ("core", "ui", "app")


class Checker:
    def __init__(self, root: Path):
        self.root = root
        self.rules = tomllib.loads((root / "tests/architecture/deps.toml").read_text())
        self.exceptions = {(e["file"], e["rule"]): False for e in self.rules.get("exception", [])}
        self.faults: list[str] = []
        self.includes: dict[str, list[str]] = {}

    def fault(self, file: str, rule: str, text: str):
        if (file, rule) in self.exceptions:
            self.exceptions[(file, rule)] = True
        else:
            self.faults.append(f"{file}: {text}")

    def run(self) -> list[str]:
        for folder in FOLDERS:
            for path in sorted((self.root / folder).rglob("*")):
                if path.suffix in (".h", ".cpp"):
                    self.check_file(path)
        self.check_cycles()
        for (file, rule), used in self.exceptions.items():
            if not used:
                self.faults.append(f"deps.toml: the exception '{rule}' of {file} is no longer needed")
        return self.faults

    def check_file(self, path: Path):
        file = path.relative_to(self.root).as_posix()
        folder = "/".join(file.split("/")[:2])
        text = path.read_text(encoding="utf-8")
        code = re.sub(r"//[^\n]*", "", text)
        for word in self.rules["forbidden_words"]:
            if word in code:
                self.fault(file, "forbidden_words", f"uses {word}")
        own: list[str] = []
        for kind, name in INCLUDE.findall(text):
            if kind == '"':
                own.append(name)
                self.check_edge(file, folder, name)
            else:
                self.check_system(file, folder, name, path.suffix)
        self.includes[file] = own

    def check_edge(self, file: str, folder: str, name: str):
        target = "/".join(name.split("/")[:2])
        if target.split("/")[0] not in FOLDERS:
            return
        if folder not in self.rules["allowed"]:
            self.faults.append(f"{file}: deps.toml does not know the folder {folder}")
        elif target != folder and target not in self.rules["allowed"][folder]:
            self.fault(file, f"-> {target}", f"includes {name}: {folder} may not use {target}")

    def check_system(self, file: str, folder: str, name: str, suffix: str):
        if folder in self.rules["no_qt"] and re.match(r"^Q[A-Z]|^Qt", name):
            self.fault(file, "no_qt", f"includes <{name}> in a folder without Qt")
        if any(file.startswith(prefix) for prefix in self.rules["no_widgets"]) and WIDGET_HEADERS.match(name):
            self.fault(file, "no_widgets", f"includes <{name}> where there are no widgets")
        if suffix == ".h" and any(name == h or (h.endswith("/") and name.startswith(h)) for h in self.rules["heavy_headers"]):
            self.fault(file, "heavy_headers", f"includes <{name}> in a header")

    def check_cycles(self):
        state: dict[str, int] = {}

        def visit(file: str, trail: list[str]):
            state[file] = 1
            for name in self.includes.get(file, []):
                if state.get(name) == 1:
                    self.faults.append("include cycle: " + " -> ".join(trail + [file, name]))
                elif name in self.includes and name not in state:
                    visit(name, trail + [file])
            state[file] = 2

        for file in self.includes:
            if file not in state:
                visit(file, [])


def main() -> int:
    faults = Checker(Path(sys.argv[1])).run()
    print("\n".join(faults) if faults else "the includes follow deps.toml")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
