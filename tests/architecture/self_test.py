#!/usr/bin/env python3
"""The checker itself is checked: each kind of fault, planted, must be found."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from check_deps import Checker  # noqa: E402

RULES = """
no_qt = ["core/base"]
no_widgets = ["core/"]
heavy_headers = ["boost/", "sqlite3.h"]
forbidden_words = ["QEventLoop"]
[allowed]
"core/base" = []
"core/domain" = ["core/base"]
"""


class CheckerTest(unittest.TestCase):
    def faults(self, files: dict[str, str], rules: str = RULES) -> str:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in {**files, "tests/architecture/deps.toml": rules}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text)
            return "\n".join(Checker(root).run())

    def test_clean_tree_has_no_fault(self):
        self.assertEqual(self.faults({"core/domain/a.h": '#include "core/base/b.h"\n', "core/base/b.h": "#include <string>\n"}), "")

    def test_each_planted_fault_is_found(self):
        for text, word in [('#include "core/domain/a.h"\n', "may not use"), ("#include <QString>\n", "without Qt"),
                           ("#include <boost/json.hpp>\n", "in a header"), ("QEventLoop loop;\n", "uses QEventLoop"),
                           ("#include <QWidget>\n", "no widgets")]:
            self.assertIn(word, self.faults({"core/base/b.h": text}), text)

    def test_cycle_is_found(self):
        files = {"core/base/a.h": '#include "core/base/b.h"\n', "core/base/b.h": '#include "core/base/a.h"\n'}
        self.assertIn("include cycle", self.faults(files))

    def test_exception_is_used_or_is_a_fault(self):
        rules = RULES + '\n[[exception]]\nfile = "core/base/b.h"\nrule = "heavy_headers"\nreason = "r"\n'
        self.assertEqual(self.faults({"core/base/b.h": "#include <sqlite3.h>\n"}, rules), "")
        self.assertIn("no longer needed", self.faults({"core/base/b.h": "\n"}, rules))


if __name__ == "__main__":
    unittest.main()
