#!/usr/bin/env python3
"""Every string of the code is in every .ts file, translated, with the same placeholders.

    check_ts.py LUPDATE SOURCE_DIR
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

PLACEHOLDER = re.compile(r"%L?\d+|%n|\{\{\w+\}\}")


def messages(path: Path):
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            yield name, message.findtext("source"), message.find("translation")


def forms(translation):
    numerus = [form.text or "" for form in translation.iter("numerusform")]
    return numerus or [translation.text or ""]


def faults_of(path: Path) -> list[str]:
    faults = []
    for context, source, translation in messages(path):
        where = f"{path.name}: {context}: “{source}”"
        if translation.get("type") == "unfinished" or not all(forms(translation)):
            faults.append(f"{where} is not translated")
            continue
        for form in forms(translation):
            if sorted(set(PLACEHOLDER.findall(source))) != sorted(set(PLACEHOLDER.findall(form))):
                faults.append(f"{where} has other placeholders: “{form}”")
    return faults


def faults_of_code(told: str) -> list[str]:
    """A tr() outside a class with translations is looked up elsewhere than lupdate writes it."""
    return [line.strip() for line in told.splitlines() if "lacks Q_OBJECT" in line]


DECLARED = re.compile(r'Q_DECLARE_TR_FUNCTIONS\((\w+)\)|(?:translate|QT_TRANSLATE_NOOP)\(\s*"(\w+)"')


def declared_contexts(source: Path) -> set[str]:
    """What functions outside of a QObject look their words up under."""
    found = set()
    for folder in ("core", "ui", "app"):
        for path in (source / folder).rglob("*"):
            if path.suffix in (".cpp", ".h"):
                found |= {one or other for one, other in DECLARED.findall(path.read_text(encoding="utf-8"))}
    return found


def foreign_contexts(path: Path, declared: set[str]) -> list[str]:
    """lupdate mistakes whose tr() it is where it cannot follow the code; nothing is found under such a name."""
    contexts = {context for context, _, _ in messages(path)}
    return [f"{path.name}: nobody looks for words of “{one}”: let lupdate see whose tr() it is"
            for one in sorted(contexts) if not one.startswith("aiagent::") and one not in declared]


def main() -> int:
    lupdate, source = sys.argv[1], Path(sys.argv[2])
    faults: list[str] = []
    declared = declared_contexts(source)
    with tempfile.TemporaryDirectory() as folder:
        for original in sorted((source / "translations").glob("*.ts")):
            copy = Path(folder) / original.name
            shutil.copy(original, copy)
            told = subprocess.run([lupdate, "-no-obsolete", "-locations", "none", "-extensions", "cpp,h",
                            "-I", str(source), str(source / "core"), str(source / "ui"), str(source / "app"), "-ts", str(copy)], check=True, capture_output=True, text=True)
            faults += faults_of_code(told.stdout + told.stderr)
            faults += faults_of(copy) + foreign_contexts(copy, declared)
    print("\n".join(faults[:40]) or "every string is translated")
    if len(faults) > 40:
        print(f"… and {len(faults) - 40} more")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
