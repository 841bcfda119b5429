#!/usr/bin/env python3
"""Each failure case of tests/cases.toml has a test that exists, or a reason why it has none.

    check_cases.py ROOT
"""
import pathlib
import re
import sys
import tomllib

CASES = range(1, 55)


def is_in(name, file):
    """Whether the file has a test, a step of the simulation or a pgTAP check of that name."""
    text = file.read_text(encoding="utf-8")
    word = re.escape(name)
    if file.suffix == ".sql":
        return re.search(rf"{word}'\)", text) is not None
    if file.suffix == ".py":
        return re.search(rf"def {word}\(", text) is not None
    return re.search(rf"\(\w+, {word}[),]|void {word}\(\)|World::{word}\(", text) is not None


def faults_of(root, cases):
    missing = cases.get("missing", {})
    for number in CASES:
        case = cases.get(str(number))
        if (case is None) == (str(number) not in missing):
            yield f"case {number}: it needs a table or a reason under [missing], not both"
        for test in case["tests"] if case else ():
            path, _, name = test.partition(": ")
            if not (root / path).is_file():
                yield f"case {number}: there is no {path}"
            elif not is_in(name, root / path):
                yield f"case {number}: {path} has no {name}"
        if case and not (case["tests"] and case["title"]):
            yield f"case {number}: it has no test or no title"
    for key in cases:
        if key != "missing" and not (key.isdigit() and int(key) in CASES):
            yield f"{key}: there is no such case"


def main():
    root = pathlib.Path(sys.argv[1])
    cases = tomllib.loads((root / "tests/cases.toml").read_text(encoding="utf-8"))
    faults = list(faults_of(root, cases))
    print("\n".join(faults) or f"{len(CASES) - len(cases.get('missing', {}))} of {len(CASES)} failure cases are held by tests")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
