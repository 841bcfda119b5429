#!/usr/bin/env python3
"""The command line as a script author uses it, against the rehearsal model.

    cli_test.py BIN_DIR
"""
import json
import os
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
import time
import unittest
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer

from harness import Cli

BIN_DIR = sys.argv.pop(1) if len(sys.argv) > 1 else "."


class CliTest(unittest.TestCase):
    def setUp(self):
        self.cli = Cli(BIN_DIR)
        self.addCleanup(self.cli.close)

    def agent(self, prompt="You help."):
        return self.cli.json("agent", "new", "--name", "Helper", "--prompt", prompt)["id"]

    def test_help_and_version_touch_no_profile(self):
        self.assertIn("agent new", self.cli.run("--help"))
        self.assertIn("--prompt-file", self.cli.run("agent", "new", "--help"))
        self.assertIn("aiagent-cli", self.cli.run("--version"))
        self.assertFalse(self.cli.profile.exists())

    def test_rehearsal_run_streams_and_is_kept(self):
        events = self.cli.events("run", self.agent(), "--provider", "rehearsal", "hello")
        self.assertEqual(events[0]["type"], "started")
        text = "".join(e["delta"] for e in events if e["type"] == "text")
        self.assertIn("Rehearsal", text)
        self.assertEqual(events[-1]["run"]["status"], "completed")
        self.assertEqual(self.cli.json("runs", "show", "last")["text"], text)

    def test_conversation_is_continued_and_exported(self):
        agent = self.agent()
        self.cli.run("run", agent, "--provider", "rehearsal", "--input", "first message")
        self.cli.run("run", agent, "--provider", "rehearsal", "--continue", "last", "--input", "second message")
        exported = self.cli.run("runs", "export", "last")
        self.assertLess(exported.index("first message"), exported.index("second message"))
        self.assertEqual(len(json.loads(self.cli.run("runs", "export", "last", "--format", "json"))), 2)

    def test_message_given_twice_is_refused(self):
        self.cli.run("run", self.agent(), "one", "--input", "two", "--provider", "rehearsal", code=4)
        self.assertEqual(self.cli.json("runs", "list"), [])

    def test_rehearsal_is_not_chosen_for_good_and_says_so(self):
        self.cli.run("provider", "use", "rehearsal", code=3)
        self.assertIn("--provider rehearsal", self.cli.err)

    def test_without_a_key_the_way_out_is_told(self):
        self.cli.run("run", self.agent(), "--model", "m", "--input", "x", code=6)
        self.assertIn("key", self.cli.err.lower())

    def test_ctrl_c_keeps_what_arrived(self):
        agent = self.agent()
        process = subprocess.Popen(self.cli.argv("run", agent, "--provider", "rehearsal", "--input", "[rehearse: slow] tell me much"),
                                   env=self.cli.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        seen = process.stdout.read1(10)
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        run = self.cli.json("runs", "show", "last")
        self.assertEqual(run["status"], "cancelled")
        self.assertEqual(run["text"].strip(), (seen + rest).decode().strip())

    def test_ctrl_c_ends_the_question_for_models(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            url = f"http://127.0.0.1:{silent.getsockname()[1]}/v1"
            self.cli.run("provider", "add", "silent", "--base-url", url, "--key-from-env", "SILENT_KEY")
            self.cli.run("provider", "use", "silent")
            for words in (("model", "list"), ("provider", "test", "silent"), ("doctor",)):
                process = subprocess.Popen(self.cli.argv(*words), env={**self.cli.env, "SILENT_KEY": "k"},
                                           stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                asked, _ = silent.accept()  # it waits for an answer now
                with asked:
                    asked.recv(10)
                    process.send_signal(signal.SIGINT)
                    out, _ = process.communicate(timeout=20)
                    self.assertEqual(process.returncode, 130, words)
                    self.assertEqual(b"sound" in out, words == ("doctor",))

    def test_closed_standard_output_ends_the_run(self):
        agent = self.agent()
        process = subprocess.Popen(self.cli.argv("run", agent, "--provider", "rehearsal", "--input", "[rehearse: slow] x"),
                                   env=self.cli.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.read1(10)
        process.stdout.close()
        process.stderr.read()
        self.assertNotEqual(process.wait(timeout=30), -signal.SIGPIPE)

    def test_newer_profile_is_left_untouched(self):
        self.agent()
        database = next(self.cli.profile.glob("*.db"))
        with sqlite3.connect(database) as connection:
            connection.execute("PRAGMA user_version = 9999")
        before = database.read_bytes()
        self.cli.run("agent", "list", code=8)
        self.assertIn("newer", self.cli.err)
        self.assertEqual(database.read_bytes(), before)

    def test_damaged_database_is_told_and_what_can_be_read_is_kept(self):
        self.agent()
        database = self.cli.profile / "profile.db"
        with database.open("r+b") as file:
            file.write(b"\xa5" * 4096)
        self.assertIn("Helper", self.cli.run("agent", "list"))
        kept = next(self.cli.profile.glob("profile.db.corrupt-*"))
        self.assertIn(str(kept), self.cli.err)
        self.assertIn(str(kept), self.cli.run("doctor"))
        self.assertEqual(self.cli.err, "")

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_read_only_profile_is_told(self):
        self.agent()
        self.cli.profile.chmod(stat.S_IRUSR | stat.S_IXUSR)
        self.cli.run("agent", "new", "--name", "B", code=8)
        self.cli.profile.chmod(stat.S_IRWXU)

    def test_backup_is_a_database_and_never_overwrites(self):
        self.agent()
        copy = self.cli.folder / "copy.db"
        self.cli.run("backup", str(copy))
        self.assertEqual(copy.read_bytes()[:15], b"SQLite format 3")
        self.cli.run("backup", str(copy), code=4)

    def test_base_url_without_a_scheme_is_refused(self):
        self.cli.run("provider", "add", "x", "--base-url", "api.openai.com/v1", code=4)
        self.assertIn("http", self.cli.err)

    def test_ten_megabyte_prompt_is_kept(self):
        text = "Wörter und 漢字. " * (10_000_000 // 19)
        agent = self.agent()
        self.cli.run("agent", "edit", agent, "--prompt-file", "-", stdin=text.encode())
        self.assertEqual(self.cli.json("agent", "show", agent)["prompt"], text)

    def test_errors_are_json_when_asked(self):
        self.cli.run("--json", "agent", "show", "nobody", code=3)
        self.assertEqual(json.loads(self.cli.err)["error"]["code"], "not_found")

    def test_proxy_of_the_settings_is_used(self):
        asked = []

        class Proxy(BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                body = b'{"object":"list","data":[{"id":"m","object":"model"}]}'
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        proxy = HTTPServer(("127.0.0.1", 0), Proxy)
        self.addCleanup(proxy.server_close)
        self.addCleanup(proxy.shutdown)
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        self.cli.run("provider", "add", "far", "--base-url", "http://far.invalid/v1", "--key-from-env", "HOME")
        settings = {"network.proxy": "manual", "network.proxy.host": "127.0.0.1", "network.proxy.port": str(proxy.server_port)}
        with sqlite3.connect(next(self.cli.profile.glob("*.db"))) as connection:
            connection.executemany("INSERT INTO setting(key, value) VALUES(?, ?)", settings.items())
        self.cli.run("provider", "test", "far")
        self.assertEqual(asked, ["http://far.invalid/v1/models"])

    def test_rehearsal_serves_until_interrupted(self):
        process = subprocess.Popen(self.cli.argv("--json", "rehearsal"), env=self.cli.env, stdout=subprocess.PIPE)
        url = json.loads(process.stdout.readline())["baseUrl"]
        self.cli.run("provider", "add", "mine", "--base-url", url)
        self.cli.run("provider", "test", "mine")
        self.cli.run("provider", "use", "mine")
        self.assertTrue(self.cli.json("model", "list"))
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=10), 0)

    def test_knowledge_goes_with_the_message_and_is_listed(self):
        agent = self.agent()
        notes = self.cli.folder / "notes.md"
        notes.write_text("The code is 4711.")
        added = self.cli.json("agent", "knowledge", agent, "--add", str(notes))
        self.assertEqual([(f["name"], f["bytes"], f["use"], f["here"]) for f in added], [("notes.md", 17, "input_file", True)])
        self.assertIn("`notes.md`, 17 bytes", self.cli.run("run", agent, "--provider", "rehearsal", "--input", "Hello"))
        self.assertNotIn("NDcxMS", json.dumps(self.cli.json("runs", "show", "last")["request"]))
        self.cli.run("agent", "knowledge", agent, "--add", str(self.cli.folder / "none.md"), code=4)
        self.assertIn("none.md", self.cli.err)
        self.assertEqual(self.cli.json("agent", "knowledge", agent, "--use", "notes.md=search")[0]["use"], "file_search")
        self.assertEqual({f["check"]: f["verdict"] for f in self.cli.json("doctor")}["knowledge"], "good")
        next((self.cli.profile / "blobs").glob("??/*")).unlink()
        self.assertEqual({f["check"]: f["verdict"] for f in self.cli.json("doctor")}["knowledge"], "advice")
        self.assertFalse(self.cli.json("agent", "knowledge", agent)[0]["here"])
        self.cli.run("run", agent, "--provider", "rehearsal", "--input", "Hello", code=3)
        self.assertIn("notes.md", self.cli.err)
        self.assertEqual(self.cli.json("agent", "knowledge", agent, "--remove", "notes.md"), [])

    def test_uploads_are_listed_used_again_and_deleted(self):
        server = subprocess.Popen(self.cli.argv("--json", "rehearsal"), env=self.cli.env, stdout=subprocess.PIPE)
        try:
            url = json.loads(server.stdout.readline())["baseUrl"]
            self.cli.run("provider", "add", "lab", "--base-url", url, "--key-from-env", "LAB_KEY")
            self.cli.env["LAB_KEY"] = "k"
            agent = self.agent()
            for name in ("a.md", "b.md"):
                (self.cli.folder / name).write_text("About " + name)
            self.cli.run("agent", "knowledge", agent, "--add", str(self.cli.folder / "a.md"), "--add", str(self.cli.folder / "b.md"), "--for", "search")
            ask = ("run", agent, "--provider", "lab", "--model", "rehearsal", "--input", "Hello")
            self.assertIn("A vector store with 2 files", self.cli.run(*ask))
            self.assertIn("a.md", self.cli.err)
            uploads = self.cli.json("upload", "list")
            self.assertEqual(sorted(u["kind"] for u in uploads), ["file", "file", "vector_store"])
            self.cli.run(*ask)
            again = self.cli.json("upload", "list")
            for before, after in zip(uploads, again):  # a store that is used is kept for longer
                self.assertGreaterEqual(after.pop("expires"), before.pop("expires"))
            self.assertEqual(again, uploads)
            self.cli.run("upload", "delete", "none", code=3)
            self.assertEqual(len(self.cli.json("upload", "delete", "--all")), 3)
            self.assertEqual(self.cli.json("upload", "list"), [])
            self.assertIn("A vector store with 2 files", self.cli.run(*ask))
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=20)
        kept = self.cli.json("upload", "list")
        self.cli.run("upload", "delete", kept[0]["id"], code=5)
        self.assertEqual(self.cli.json("upload", "list"), kept)

    def test_completion_knows_the_commands(self):
        for shell in ("bash", "zsh", "fish"):
            self.assertIn("provider", self.cli.run("completion", shell))
        script = self.cli.run("completion", "bash")
        asked = 'COMP_WORDS=(aiagent-cli agent ""); COMP_CWORD=2; _aiagent_cli; echo "${COMPREPLY[@]}"'
        words = subprocess.run(["bash", "-c", script + asked], capture_output=True, text=True).stdout
        self.assertIn("archive", words)

    def drafted(self, agent, prompt):
        """Writes a draft as the window does: a copy of the agent's content beside it."""
        with sqlite3.connect(next(self.cli.profile.glob("*.db"))) as connection:
            number, revision = connection.execute("SELECT number, revision FROM agent WHERE id=?", (bytes.fromhex(agent.replace("-", "")),)).fetchone()
            snapshot = connection.execute("INSERT INTO snapshot(name, description, model, tools, output_schema, prompt) VALUES('Helper', '', '', '', '', ?)",
                                          (prompt,)).lastrowid
            connection.execute("INSERT INTO agent_draft(agent, snapshot, base_revision, saved) VALUES(?, ?, ?, 0)", (number, snapshot, revision))

    def test_diff_tells_the_fields_that_changed(self):
        agent = self.agent("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n")
        self.assertEqual(self.cli.json("agent", "diff", agent), [])
        self.cli.run("agent", "edit", agent, "--prompt", "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nNINE\n", "--param", "temperature=0.5")
        changes = {c["field"]: c for c in self.cli.json("agent", "diff", agent, "v1")}
        self.assertEqual(sorted(changes), ["parameters.temperature", "prompt"])
        self.assertEqual(changes["parameters.temperature"], {"field": "parameters.temperature", "kind": "added", "before": None, "after": "0.5"})
        self.assertEqual(changes["prompt"]["kind"], "changed")
        lines = self.cli.run("agent", "diff", agent, "v1", "v2").splitlines()
        self.assertIn("- nine", lines)
        self.assertIn("+ NINE", lines)
        self.assertIn("+ 0.5", lines)
        self.assertIn("  … 5 unchanged lines", lines)
        self.assertNotIn("  one", lines)
        self.cli.run("agent", "diff", agent, "v9", code=3)

    def test_diff_without_versions_shows_the_draft(self):
        agent = self.agent("one\n")
        self.drafted(agent, "two\n")
        self.assertEqual(self.cli.run("agent", "diff", agent).splitlines(), ["prompt:", "- one", "+ two"])

    def test_lint_tells_what_is_wrong_and_ends_with_4_for_errors(self):
        agent = self.agent("Be kind.")
        self.assertEqual(self.cli.json("agent", "lint", agent), [])
        self.drafted(agent, "Use\nkey sk-proj-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH.")
        self.assertEqual(self.cli.json("agent", "lint", agent), [])
        finding, = self.cli.json("agent", "lint", agent, "--draft", code=4)
        self.assertEqual((finding["rule"], finding["severity"], finding["field"], finding["fixable"]), ("secret", "error", "prompt", True))
        self.assertEqual(finding["range"]["begin"], 8)
        self.assertEqual(finding["values"], ["openai-key"])
        told = self.cli.run("agent", "lint", agent, "--draft", code=4)
        self.assertIn("prompt:2:5: error: " + finding["sentence"], told)

    def test_deployment_lint_tells_file_line_reason_and_repair(self):
        folder = self.cli.folder / "deployment"
        (folder / "node_modules").mkdir(parents=True)
        (folder / "Dockerfile").write_text("FROM node:16-alpine\nCMD [\"npm\", \"start\"]\n")
        (folder / "node_modules" / "Dockerfile").write_text("FROM node:12\n")
        os.symlink("/etc", folder / "link")
        told = self.cli.run("deployment", "lint", str(folder), code=4).splitlines()
        self.assertTrue(any(line.startswith(f"{folder}/Dockerfile:1: error DOCKER-001 ") and " \u2014 " in line
                            for line in told), told)
        self.assertFalse([line for line in told if "node_modules/" in line])
        findings = self.cli.json("deployment", "lint", str(folder), code=4)
        self.assertIn(("DOCKER-005", 2, "warning"), [(f["id"], f["line"], f["severity"]) for f in findings])
        run, = json.loads(self.cli.run("deployment", "lint", "--sarif", str(folder), code=4))["runs"]
        self.assertEqual(len(run["results"]), len(findings))
        self.assertLessEqual({r["ruleId"] for r in run["results"]}, {r["id"] for r in run["tool"]["driver"]["rules"]})

    def test_deployment_lint_of_sound_files_is_quiet(self):
        folder = self.cli.folder / "deployment"
        folder.mkdir()
        self.cli.run("deployment", "lint", str(folder), code=3)
        self.assertIn("no Dockerfile", self.cli.err)
        self.cli.run("deployment", "lint", str(folder / "gone"), code=3)
        self.assertIn("gone", self.cli.err)
        (folder / "docker-compose.yml").write_text("services:\n  app:\n    image: app\n")
        self.assertEqual(self.cli.json("deployment", "lint", str(folder)), [])
        self.assertEqual(self.cli.run("deployment", "lint", str(folder / "docker-compose.yml")), "")
        self.assertIn("Nothing was found.", self.cli.err)

    def test_label_history_names_versions_by_their_numbers(self):
        agent = self.agent("one")
        self.cli.run("agent", "label", agent, "production")
        self.cli.run("agent", "edit", agent, "--prompt", "two")
        self.cli.run("agent", "label", agent, "production")
        moves = [line.split()[1:3] for line in self.cli.run("agent", "label", agent, "--history").splitlines()]
        self.assertEqual(moves, [["production", "v2"], ["production", "v1"]])

    # ------------------------------------------------------------ import and export

    ROUND_TRIPS = ("json", "folder", "markdown", "prompty-v1", "prompty-v2", "promptfoo", "langfuse", "openai-prompt",
                   "openai-responses", "agents-md", "skill-md")

    def full_agent(self, name="Ticket triage"):
        schema, tools = self.cli.folder / "schema.json", self.cli.folder / "tools.json"
        schema.write_text('{ "type":"object",\n "properties":{"box":{"type":"string"}} }')
        tools.write_text('[ {"type":"function", "name":"look_up",\n "parameters":{"type":"object","properties":{}}} ]')
        return self.cli.json("agent", "new", "--name", name, "--description", "Sorts tickets", "--prompt", "You sort for {{team}}.",
                             "--model", "gpt-5", "--param", "temperature=0.5", "--tag", "office", "--schema-file", str(schema),
                             "--tools-file", str(tools))["id"]

    def everything(self):
        return self.cli.json("agent", "list", "--all")

    def test_each_format_goes_out_and_comes_back_as_the_same(self):
        agent = self.full_agent()
        before = self.cli.json("agent", "show", agent)
        for word in self.ROUND_TRIPS:
            target = self.cli.folder / f"out-{word}"
            target.mkdir()
            self.cli.json("agent", "export", agent, "--format", word, "--output", str(target))
            found = self.cli.json("agent", "import", str(target))
            self.assertEqual([(one["result"], one["id"]) for one in found], [("same", agent)], word)
            (self.cli.folder / f"{word}.zip").unlink(missing_ok=True)
            self.cli.json("agent", "export", agent, "--format", word, "--output", str(self.cli.folder / f"{word}.zip"))
            zipped = self.cli.json("agent", "import", str(self.cli.folder / f"{word}.zip"))
            self.assertEqual([one["result"] for one in zipped], ["same"], word)
        self.assertEqual(self.cli.json("agent", "show", agent), before)

    def test_export_reports_what_is_not_carried(self):
        agent = self.full_agent()
        report = self.cli.json("agent", "export", agent, "--format", "agents-md", "--output", str(self.cli.folder / "AGENTS.md"))
        self.assertIn("description", [loss["field"] for loss in report["losses"]])
        self.assertIn("You sort for", self.cli.run("agent", "export", agent, "--format", "agents-md"))
        self.assertIn("description", self.cli.err)
        self.cli.run("agent", "export", agent, "--format", "openai-chat", code=4)
        self.cli.run("agent", "export", "--format", "json", code=4)

    def test_import_keeps_id_versions_and_labels_in_another_profile(self):
        agent = self.full_agent()
        self.cli.run("agent", "edit", agent, "--prompt", "Second")
        self.cli.run("agent", "label", agent, "production", "1")
        whole = self.cli.run("agent", "export", agent, "--format", "json")
        other = Cli(BIN_DIR)
        self.addCleanup(other.close)
        found = other.json("agent", "import", "-", "--format", "json", stdin=whole.encode())
        self.assertEqual([(one["result"], one["id"]) for one in found], [("new", agent)])
        versions = other.json("agent", "versions", agent)
        self.assertEqual([(one["number"], one["head"]) for one in versions], [(2, True), (1, False)])
        self.assertEqual(versions[1]["labels"], ["production"])
        self.assertEqual(other.run("agent", "export", agent, "--format", "json"), whole)

    def test_knowledge_comes_along_into_another_profile(self):
        agent = self.full_agent()
        notes, scan = self.cli.folder / "notes.md", self.cli.folder / "scan.pdf"
        notes.write_text("The code is 4711.")
        scan.write_bytes(bytes(range(256)))
        self.cli.run("agent", "knowledge", agent, "--add", str(notes), "--add", str(scan))
        for word, target in (("json", "one.json"), ("folder", "library"), ("folder", "library.zip"), ("json", "one.zip")):
            report = self.cli.json("agent", "export", agent, "--format", word, "--output", str(self.cli.folder / target))
            self.assertEqual([loss for loss in report["losses"] if loss["field"].startswith("knowledge")], [], target)
            other = Cli(BIN_DIR)
            self.addCleanup(other.close)
            self.assertEqual([one["result"] for one in other.json("agent", "import", str(self.cli.folder / target))], ["new"])
            files = other.json("agent", "knowledge", agent)
            self.assertEqual([(f["name"], f["here"]) for f in files], [("notes.md", True), ("scan.pdf", True)], target)
            kept = other.profile / "blobs" / files[1]["sha256"][:2] / files[1]["sha256"]
            self.assertEqual(kept.read_bytes(), scan.read_bytes())
        next((self.cli.profile / "blobs").glob("??/" + files[1]["sha256"])).unlink()
        report = self.cli.json("agent", "export", agent, "--format", "json", "--output", str(self.cli.folder / "poor.json"))
        self.assertIn("knowledge.scan.pdf", [loss["field"] for loss in report["losses"]])

    def test_skill_folder_brings_its_documents(self):
        skill = self.cli.folder / "pdf-skill"
        (skill / "references").mkdir(parents=True)
        (skill / "SKILL.md").write_text("---\nname: pdf-skill\ndescription: Reads\n---\nRead it.\n")
        (skill / "references" / "fields.md").write_text("The fields")
        agent = self.cli.json("agent", "import", str(skill))[0]["id"]
        self.assertEqual([(f["name"], f["here"]) for f in self.cli.json("agent", "knowledge", agent)], [("fields.md", True)])

    def test_dry_run_writes_nothing(self):
        file = self.cli.folder / "AGENTS.md"
        file.write_text("# Helper\n\nYou help.\n")
        found = self.cli.json("agent", "import", str(file), "--dry-run")
        self.assertEqual([(one["name"], one["result"], one["id"]) for one in found], [("Helper", "new", None)])
        self.assertEqual(self.everything(), [])
        self.cli.run("agent", "import", str(file))
        self.assertEqual(len(self.everything()), 1)

    def test_conflict_waits_for_a_decision(self):
        agent = self.full_agent()
        file = self.cli.folder / "triage.md"
        self.cli.run("agent", "export", agent, "--format", "markdown", "--output", str(file))
        file.write_text(file.read_text() + "\nBe kind.\n")
        found = json.loads(self.cli.run("--json", "agent", "import", str(file), code=7))
        self.assertEqual([(one["result"], one["id"]) for one in found], [("conflict", agent)])
        self.assertNotIn("kind", self.cli.json("agent", "show", agent)["prompt"])
        self.cli.run("agent", "import", str(file), "--on-conflict", "skip")
        self.cli.run("agent", "import", str(file), "--on-conflict", "perhaps", code=4)
        self.cli.run("agent", "import", str(file), "--on-conflict", "new")
        self.assertEqual(len(self.everything()), 2)
        self.cli.run("agent", "import", str(file), "--on-conflict", "replace")
        self.assertIn("kind", self.cli.json("agent", "show", agent)["prompt"])
        newest = self.cli.json("agent", "versions", agent)[0]
        self.assertEqual((newest["number"], newest["message"]), (2, "Imported from triage.md"))

    def test_replacing_leaves_alone_what_the_format_has_no_place_for(self):
        agent = self.full_agent()
        file = self.cli.folder / "AGENTS.md"
        file.write_text("# Ticket triage\n\nAnother prompt.\n")
        self.cli.run("agent", "import", str(file), "--on-conflict", "replace")
        now = self.cli.json("agent", "show", agent)
        self.assertEqual((now["prompt"].strip(), now["model"], now["description"]), ("Another prompt.", "gpt-5", "Sorts tickets"))

    def test_hostile_files_are_told_and_change_nothing(self):
        bomb, traversal, broken, cut = (self.cli.folder / name for name in ("bomb.zip", "out.zip", "broken.json", "cut.zip"))
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.md", b"# A\n" + b"a" * 60_000_000)
        with zipfile.ZipFile(traversal, "w") as archive:
            archive.writestr("good.md", "# Good\n\nx\n")
            archive.writestr("../out.md", "# Bad\n\nx\n")
        broken.write_text('{"format":"aiagent",')
        cut.write_bytes(traversal.read_bytes()[:40])
        for file, word in ((bomb, "too large"), (traversal, "leads out"), (broken, "damaged"), (cut, "damaged")):
            self.cli.run("agent", "import", str(file), code=4)
            self.assertIn(word, self.cli.out + self.cli.err, file.name)
        self.cli.run("--json", "agent", "import", str(bomb), code=4)
        self.assertEqual(json.loads(self.cli.err)["error"]["code"], "invalid_input")
        self.cli.run("agent", "import", str(self.cli.folder / "nothing.json"), code=3)
        self.assertEqual(self.everything(), [])
        self.assertFalse((self.cli.folder.parent / "out.md").exists())

    def test_one_refused_file_holds_up_the_others(self):
        folder = self.cli.folder / "mixed"
        folder.mkdir()
        (folder / "good.prompty").write_text("---\nname: Good\n---\nsystem:\nYou help.\n")
        (folder / "bad.json").write_text("{")
        found = json.loads(self.cli.run("--json", "agent", "import", str(folder), code=4))
        self.assertEqual(sorted(one["result"] for one in found), ["new", "refused"])
        self.assertEqual(self.everything(), [])

    def test_references_to_files_are_followed_only_when_allowed(self):
        folder = self.cli.folder / "foo"
        folder.mkdir()
        (folder / "promptfooconfig.yaml").write_text("description: D\nprompts:\n  - file://prompt.txt\nproviders:\n  - openai:gpt-5\n")
        (folder / "prompt.txt").write_text("You came from a file.")
        self.cli.run("--json", "agent", "import", str(folder), code=4)
        self.assertEqual([one["result"] for one in json.loads(self.cli.out)], ["refused"])
        self.assertEqual(self.everything(), [])
        found = self.cli.json("agent", "import", str(folder), "--allow-files")
        self.assertIn("came from a file", self.cli.json("agent", "show", found[0]["id"])["prompt"])

    def test_library_folder_twice_has_no_difference(self):
        agents = [self.full_agent(name) for name in ("A", "B", "Ünïcode 漢字")]
        self.cli.run("agent", "edit", agents[0], "--prompt", "Second")
        folder = self.cli.folder / "library"
        self.cli.run("agent", "export", "--all", "--format", "folder", "--output", str(folder))
        git = ("git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b")
        subprocess.run((*git, "init", "-q"), check=True)
        subprocess.run((*git, "add", "."), check=True)
        subprocess.run((*git, "commit", "-qm", "first"), check=True)
        self.cli.run("agent", "export", "--all", "--format", "folder", "--output", str(folder))
        self.assertEqual(subprocess.run((*git, "status", "--porcelain"), capture_output=True, text=True, check=True).stdout, "")
        self.assertEqual({one["result"] for one in self.cli.json("agent", "import", str(folder))}, {"same"})
        self.cli.run("agent", "edit", agents[0], "--name", "Renamed")
        self.cli.run("agent", "export", "--all", "--format", "folder", "--output", str(folder))
        self.assertEqual(len([one for one in folder.iterdir() if one.is_dir() and one.name != ".git"]), 3)

    # ------------------------------------------------------------ the whole way

    def test_agent_goes_from_its_description_to_a_colleague(self):
        """Describe, accept, edit, run, save, compare, label, restore, export, import."""
        made = self.cli.json("agent", "generate", "Sorts support tickets by team and urgency", "--offline", "--accept", "all")
        agent, name = made["id"], made["name"]
        values = [word for variable in made["variables"] for word in ("--var", f"{variable['name']}={variable['example'] or '1'}")]
        self.assertIn("Rehearsal", self.cli.run("run", agent, "--provider", "rehearsal", *values, "--input", "Printer on fire") + self.cli.err)
        run = self.cli.json("runs", "show", "last")
        first, = self.cli.json("agent", "versions", agent)
        self.assertEqual(run["version"], first["id"])

        self.drafted(agent, "Answer in one word.")
        self.cli.run("agent", "save", agent, "-m", "Shorter")
        versions = self.cli.json("agent", "versions", agent)
        self.assertEqual([(v["number"], v["message"]) for v in versions], [(2, "Shorter"), (1, "Generated")])
        changed = {change["field"]: change for change in self.cli.json("agent", "diff", agent, "v1", "v2")}
        self.assertEqual(changed["prompt"]["after"], "Answer in one word.")
        self.cli.run("agent", "label", agent, "production", "v1")
        self.cli.run("agent", "restore", agent, "v1", "-m", "The long one was better")
        self.assertEqual(self.cli.json("agent", "show", agent)["prompt"], made["prompt"])

        folder = self.cli.folder / "library"
        self.cli.run("agent", "export", "--all", "--format", "folder", "--output", str(folder))
        colleague = Cli(BIN_DIR)
        self.addCleanup(colleague.close)
        item, = colleague.json("agent", "import", str(folder))
        self.assertEqual((item["result"], item["id"]), ("new", agent))
        arrived = colleague.json("agent", "show", agent)
        self.assertEqual((arrived["prompt"], arrived["cases"]), (made["prompt"], self.cli.json("agent", "show", agent)["cases"]))
        self.assertEqual(colleague.json("agent", "import", str(folder))[0]["result"], "same")

    def test_doctor_finds_a_sound_installation(self):
        findings = {f["check"]: f["verdict"] for f in self.cli.json("doctor")}
        self.assertEqual(findings["database"], "good")

    DESCRIPTION = "Sort support tickets by urgency and say why"
    SHAPE = {"name", "description", "prompt", "variables", "model", "tier", "params", "tools", "outputSchema", "starters",
             "cases", "source", "missing"}

    def test_generate_without_accept_saves_nothing(self):
        made = self.cli.json("agent", "generate", self.DESCRIPTION, "--provider", "rehearsal")
        self.assertEqual(set(made), self.SHAPE)
        self.assertEqual((made["source"], made["missing"]), ("model", []))
        self.assertTrue(made["name"] and made["prompt"] and made["cases"])
        for variable in made["variables"]:
            self.assertLessEqual({"name", "type", "description", "example"}, set(variable))
        for case in made["cases"]:
            self.assertLessEqual({"input", "variables", "expect"}, set(case))
        self.assertEqual(self.cli.json("agent", "list"), [])

    def test_generate_with_accept_makes_the_agent(self):
        made = self.cli.json("agent", "generate", self.DESCRIPTION, "--provider", "rehearsal", "--accept", "all")
        kept = self.cli.json("agent", "show", made["id"])
        for field in ("name", "description", "prompt", "starters"):
            self.assertEqual(kept[field], made[field])
        self.assertEqual(len(kept["cases"]), len(made["cases"]))
        self.cli.run("agent", "generate", self.DESCRIPTION, "--offline", "--accept", "some", code=4)

    def test_generate_prints_fields_under_headings(self):
        made = self.cli.json("agent", "generate", self.DESCRIPTION, "--provider", "rehearsal")
        text = self.cli.run("agent", "generate", self.DESCRIPTION, "--provider", "rehearsal")
        self.assertLess(text.index("# Name\n" + made["name"]), text.index("# Prompt\n" + made["prompt"][:40]))
        self.assertLess(text.index("# Prompt"), text.index("# Test cases"))

    def test_generate_offline_needs_no_provider_and_is_the_same_twice(self):
        first = self.cli.json("agent", "generate", self.DESCRIPTION, "--offline")
        self.assertEqual(first["source"], "offline")
        self.assertEqual(set(first), self.SHAPE | {"template"})
        self.assertEqual(self.cli.json("agent", "generate", self.DESCRIPTION, "--offline"), first)
        self.cli.run("agent", "generate", self.DESCRIPTION, "--offline")
        self.assertIn("not model-made", self.cli.err)
        self.assertIn(first["template"], self.cli.err)
        german = self.cli.json("agent", "generate", self.DESCRIPTION, "--offline", "--language", "de")
        self.assertNotEqual(german["prompt"], first["prompt"])

    def test_generate_takes_examples(self):
        example = self.cli.folder / "talk.txt"
        example.write_text("User: it burns\nAgent: urgent")
        other = self.cli.folder / "other.txt"
        other.write_text("User: an invoice\nAgent: later")
        both = ["--example", str(example), "--example", str(other)]
        self.cli.run("agent", "generate", self.DESCRIPTION, "--provider", "rehearsal", "--language", "de", *both)
        sent = self.cli.json("runs", "show", "last")["input"]
        for told in ("it burns", "an invoice", '"language":"de"'):
            self.assertIn(told, sent)
        offline = self.cli.json("agent", "generate", self.DESCRIPTION, "--offline", *both)
        self.assertIn("> User: it burns\n> Agent: urgent\n\n> User: an invoice", offline["prompt"])
        self.cli.run("agent", "generate", self.DESCRIPTION, "--offline", "--language", "fr")
        self.assertIn("in English", self.cli.err)
        self.cli.run("agent", "generate", self.DESCRIPTION, "--offline", "--example", "/nowhere", code=4)

    def test_generate_out_of_reach_names_the_offline_way(self):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            url = f"http://127.0.0.1:{closed.getsockname()[1]}/v1"
        self.cli.run("provider", "add", "gone", "--base-url", url, "--key-from-env", "HOME")
        self.cli.run("agent", "generate", self.DESCRIPTION, "--provider", "gone", "--model", "m", code=5)
        self.assertIn("--offline", self.cli.err)
        self.assertEqual(self.cli.json("agent", "list"), [])

    def test_ctrl_c_keeps_the_fields_that_are_done(self):
        argv = self.cli.argv("--json", "agent", "generate", "[rehearse: slow] " + self.DESCRIPTION, "--provider", "rehearsal")
        process = subprocess.Popen(argv, env=self.cli.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.wait_for(lambda: '"description":"' in self.last_text())
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130)
        made = json.loads(out)
        self.assertTrue(made["name"])
        self.assertIn("cases", made["missing"])
        self.assertNotIn("name", made["missing"])

    def last_text(self):
        databases = list(self.cli.profile.glob("profile.db"))
        if not databases or self.cli.run("runs", "list", code=None) == "":
            return ""
        return self.cli.json("runs", "show", "last", code=None)["text"]

    def wait_for(self, condition):
        for _ in range(400):
            if condition():
                return
            time.sleep(0.05)
        self.fail("it never came")

    def test_improve_saves_what_is_accepted_as_a_version(self):
        agent = self.agent("You help.\n\nAnswer the question.")
        found = self.cli.json("agent", "improve", agent, "--goal", "shorter answers", "--provider", "rehearsal")
        self.assertEqual(set(found), {"edits", "unusable", "summary"})
        before = self.cli.json("agent", "show", agent)["prompt"]
        edit = found["edits"][0]
        self.assertEqual(before.encode()[edit["begin"]:edit["end"]].decode(), edit["before"])
        self.assertTrue(edit["reason"])
        self.cli.run("agent", "improve", agent, "--goal", "x", "--provider", "rehearsal", "--accept", "99", code=4)
        self.assertEqual(self.cli.json("agent", "show", agent)["prompt"], before)
        done = self.cli.json("agent", "improve", agent, "--goal", "shorter answers", "--provider", "rehearsal", "--accept", "1")
        self.assertEqual((done["id"], done["accepted"]), (agent, [1]))
        after = self.cli.json("agent", "show", agent)["prompt"]
        self.assertEqual(after, before.replace(edit["before"], edit["after"], 1))
        newest = self.cli.json("agent", "versions", agent)[0]
        self.assertIn("shorter answers", newest["message"])
        self.assertIn("1. ", self.cli.run("agent", "improve", agent, "--goal", "kinder", "--provider", "rehearsal"))



if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
