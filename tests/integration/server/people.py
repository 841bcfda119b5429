"""People who sign in at a served library, and what they ask."""
import json
import tempfile

from served import ServedTest


class PeopleTest(ServedTest):
    def setUp(self):
        super().setUp()
        self.server = Callers(self)

    def refused(self, answer, status, word):
        self.assertEqual((answer[0], answer[1].get("error") if isinstance(answer[1], dict) else answer[1]), (status, word), answer)
        self.assertTrue(answer[1]["message"], answer)
        return answer[1]


class Callers:
    """The server of a test, by answers of (status, body as JSON or text, headers)."""

    def __init__(self, test):
        self.test = test
        self.served = test.served(BLOB_DIR=test.enterContext(tempfile.TemporaryDirectory()),
                                  OPENAI_API_KEY="sk-nobody", OPENAI_BASE_URL="http://127.0.0.1:1/v1")

    def query(self, text):
        return self.test.query(text)

    def call(self, method, path, body=None, token=None, **headers):
        answer = self.served.ask(method, path, body, token, headers={name.replace("_", "-"): value for name, value in headers.items()})
        is_json = "json" in answer.headers.get("Content-Type", "") and answer.body
        return answer.status, answer.json if is_json else answer.body.decode(errors="replace"), answer.headers

    def invite(self, email, workspace, role="member"):
        return json.loads(self.test.command("invite", "--email", email, "--workspace", workspace, "--role", role, "--json"))

    def exchange(self, code, token=None, name="laptop"):
        return self.call("POST", "/v1/auth/exchange", {"code": code, "device": {"name": name, "platform": "linux", "app": "0.4.0"}}, token)

    def sign_in(self, email, workspace, role="member"):
        status, body, _ = self.exchange(self.invite(email, workspace, role)["code"])
        assert status == 200, body
        return Person(self, body)


class Person:
    """Somebody signed in on a device."""

    def __init__(self, server, body):
        self.server, self.id, self.device = server, body["account"]["id"], body["device"]["id"]
        self.access, self.refresh_token, self.workspace = body["access_token"], body["refresh_token"], body["workspace"]
        self.personal = next((one["id"] for one in body["workspaces"] if one["personal"]), None)

    def call(self, method, path, body=None, **headers):
        status, answer, _ = self.server.call(method, path, body, self.access, **headers)
        return status, answer

    def refresh(self, token=None):
        status, body, _ = self.server.call("POST", "/v1/auth/refresh", {"refresh_token": token or self.refresh_token})
        return status, body
