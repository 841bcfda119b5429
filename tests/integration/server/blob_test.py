"""Files of a workspace through aiagent-server: in parts, resumed, by range, across servers and tenants.

    blob_test.py BIN_DIR
"""
import hashlib
import os
import pathlib
import socket
import tempfile
import time

from served import ServedTest, edit, main, new_id, push

PART = 4 << 20


def hash_of(content):
    return hashlib.sha256(content).hexdigest()


class Blobs(ServedTest):
    def setUp(self):
        super().setUp()
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.ada, self.vi, self.eve = (self.person(f"{name}@example.org") for name in ("ada", "vi", "eve"))
        self.space = self.workspace(member=self.ada, viewer=self.vi)
        self.others = self.workspace(admin=self.eve)
        self.tokens = {user: self.token(user) for user in (self.ada, self.vi, self.eve)}

    def served(self, **environment):
        return super().served(BLOB_DIR=self.folder, **environment)

    def blob(self, server, method, name, body=None, user=None, space=None, **headers):
        return server.ask(method, f"/v1/blobs/{name}?workspace={space or self.space}", body, self.tokens[user or self.ada],
                          headers={key.replace("_", "-"): str(value) for key, value in headers.items()})

    def part(self, server, content, offset, end, **more):
        return self.blob(server, "PUT", hash_of(content), content[offset:end], Upload_Offset=offset, Upload_Length=len(content), **more)

    def test_parts_make_a_whole_through_two_servers(self):
        one, other = self.served(), self.served()
        content = os.urandom(2 * PART + 1000)
        name = hash_of(content)
        self.problem(self.blob(one, "GET", name), 404, "not_found")
        self.assertEqual(self.blob(one, "HEAD", name).status, 404)
        first = self.part(one, content, 0, PART)
        self.assertEqual((first.status, first.headers["Upload-Offset"]), (204, str(PART)))
        head = self.blob(other, "HEAD", name)
        self.assertEqual((head.status, head.headers["Upload-Offset"], head.headers["Upload-Length"]), (200, str(PART), str(len(content))))
        again = self.problem(self.part(other, content, 0, PART), 409, "offset")
        self.assertEqual(again.json["expect"], PART)
        self.problem(self.blob(other, "GET", name), 404, "not_found")
        self.assertEqual(self.part(other, content, PART, 2 * PART).status, 204)
        self.assertEqual(self.part(one, content, 2 * PART, None).status, 201)
        got = self.blob(other, "GET", name, user=self.vi)
        self.assertEqual((got.status, got.body), (200, content))
        self.assertEqual(self.blob(other, "HEAD", name).headers["Upload-Offset"], str(len(content)))
        self.assertEqual(self.part(one, content, 0, PART).status, 201)
        self.assertEqual((self.folder / name[:2] / name).read_bytes(), content)
        self.assertEqual(list((self.folder / "incoming").iterdir()), [])

    def test_whole_in_one_and_empty(self):
        server = self.served()
        for content in (b"", b"a small file"):
            self.assertEqual(self.blob(server, "PUT", hash_of(content), content).status, 201)
            self.assertEqual(self.blob(server, "GET", hash_of(content)).body, content)

    def test_ranges(self):
        server = self.served()
        content = os.urandom(600000)
        name = hash_of(content)
        self.blob(server, "PUT", name, content)
        middle = self.blob(server, "GET", name, Range="bytes=1000-401000")
        self.assertEqual((middle.status, middle.headers["Content-Range"], middle.body), (206, "bytes 1000-401000/600000", content[1000:401001]))
        self.assertEqual(self.blob(server, "GET", name, Range="bytes=-5").body, content[-5:])
        past = self.problem(self.blob(server, "GET", name, Range="bytes=600000-"), 416, "invalid")
        self.assertEqual(past.headers["Content-Range"], "bytes */600000")

    def test_other_bytes_than_the_hash_says_are_dropped(self):
        server = self.served()
        content = b"what was meant"
        self.problem(self.blob(server, "PUT", hash_of(content), b"something else"), 422, "hash_mismatch")
        self.assertEqual(self.blob(server, "HEAD", hash_of(content)).status, 404)
        self.assertEqual(self.blob(server, "PUT", hash_of(content), content).status, 201)

    def test_interrupted_part_goes_on_where_it_broke(self):
        server = self.served()
        content = os.urandom(1000000)
        name = hash_of(content)
        opened = socket.create_connection(("127.0.0.1", server.port))
        opened.sendall(f"PUT /v1/blobs/{name}?workspace={self.space} HTTP/1.1\r\nAuthorization: Bearer {self.tokens[self.ada]}\r\n"
                       f"Upload-Offset: 0\r\nUpload-Length: {len(content)}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content[:700000])
        time.sleep(0.5)
        opened.close()
        time.sleep(0.3)
        there = int(self.blob(server, "HEAD", name).headers["Upload-Offset"])
        self.assertGreater(there, 0)
        self.assertEqual(self.part(server, content, there, None).status, 201)
        self.assertEqual(self.blob(server, "GET", name).body, content)

    def test_only_members_and_only_what_they_sent(self):
        server = self.served()
        content = b"a secret of the team"
        name = hash_of(content)
        self.assertEqual(self.blob(server, "PUT", name, content).status, 201)
        self.problem(self.blob(server, "PUT", hash_of(b"x"), b"x", user=self.vi), 403, "forbidden")
        for method in ("GET", "PUT"):
            self.problem(self.blob(server, method, name, b"" if method == "PUT" else None, user=self.eve), 403, "space_revoked")
        # Who knows a hash of others has nothing by it, and is told nothing.
        self.problem(self.blob(server, "GET", name, user=self.eve, space=self.others), 404, "not_found")
        self.problem(self.blob(server, "PUT", name, b"guess", user=self.eve, space=self.others), 422, "hash_mismatch")
        self.assertEqual(self.blob(server, "GET", name).body, content)

    def test_what_is_no_upload_is_refused(self):
        server = self.served()
        name = hash_of(b"x")
        self.problem(self.blob(server, "PUT", "../../etc/passwd", b"x"), 404, "not_found")
        self.problem(self.blob(server, "PUT", name.upper(), b"x"), 400, "invalid")
        self.problem(self.blob(server, "PUT", name, b"x", space="x"), 400, "invalid")
        self.problem(self.blob(server, "PUT", name, b"x", Upload_Offset="a", Upload_Length="1"), 400, "invalid")
        self.problem(self.blob(server, "PUT", name, b"x", Upload_Offset="0"), 400, "invalid")
        self.problem(self.blob(server, "PUT", name, b"x", Upload_Offset="0", Upload_Length=1 << 30), 413, "too_large")
        self.problem(self.blob(server, "PUT", name, b"xyz", Upload_Offset="0", Upload_Length="1"), 400, "invalid")

    def test_garbage_goes_in_two_steps(self):
        server = self.served()
        used, unused = b"used", b"unused"
        for content in (used, unused):
            self.blob(server, "PUT", hash_of(content), content)
        mutation = edit(1)
        mutation["set"]["knowledge"] = [{"sha256": hash_of(used)}]
        self.assertEqual(server.post("/v1/rpc/sync_push", push(self.space, [mutation]), token=self.tokens[self.ada]).status, 200)
        self.command("gc", BLOB_DIR=str(self.folder))
        self.assertEqual(self.query("SELECT count(*) FROM sync.blob WHERE unused_since IS NULL"), "1")
        # Whoever asks for it is about to use it.
        self.blob(server, "HEAD", hash_of(unused))
        self.assertEqual(self.query("SELECT count(*) FROM sync.blob WHERE unused_since IS NULL"), "2")
        self.command("gc", BLOB_DIR=str(self.folder))
        self.query("UPDATE sync.blob SET unused_since = unused_since - interval '8 days'")
        long_ago = time.time() - 8 * 86400
        for content in (used, unused):
            os.utime(self.folder / hash_of(content)[:2] / hash_of(content), (long_ago, long_ago))
        self.assertIn("removed 1 files from workspaces and 1 from the folder", self.command("gc", BLOB_DIR=str(self.folder)))
        self.assertEqual(self.blob(server, "GET", hash_of(used)).body, used)
        self.problem(self.blob(server, "GET", hash_of(unused)), 404, "not_found")


if __name__ == "__main__":
    main()
