"""Real answers of aiagent-server against the document that it serves.

    openapi_test.py BIN_DIR
"""
import datetime
import hashlib
import json
import re
import tempfile
import uuid

from people import PeopleTest
from served import edit, main, new_id, pull, push


class Schema:
    """The part of JSON Schema that the document uses."""

    def __init__(self, document):
        self.document = document

    def resolve(self, node):
        while "$ref" in node:
            target = self.document
            for step in node["$ref"][2:].split("/"):
                target = target[step]
            node = target
        return node

    def faults(self, node, value, at="answer"):
        node = self.resolve(node)
        if "anyOf" in node:
            return [] if any(not self.faults(option, value) for option in node["anyOf"]) else [f"{at}: {value!r} fits none"]
        kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}
        kind = node.get("type")
        if kind and (not isinstance(value, kinds[kind]) or (kind == "integer" and isinstance(value, bool))):
            return [f"{at}: {value!r} is no {kind}"]
        found = []
        if "enum" in node and value not in node["enum"]:
            found.append(f"{at}: {value!r} is none of {node['enum']}")
        if node.get("format") == "uuid" and str(uuid.UUID(value)) != value:
            found.append(f"{at}: {value!r} is no UUID")
        if node.get("format") == "date-time":
            datetime.datetime.fromisoformat(value)
        if kind == "array":
            for index, item in enumerate(value):
                found += self.faults(node.get("items", {}), item, f"{at}[{index}]")
        if kind == "object":
            properties = node.get("properties", {})
            found += [f"{at}: {name} is missing" for name in node.get("required", []) if name not in value]
            for name, item in value.items():
                if name in properties:
                    found += self.faults(properties[name], item, f"{at}.{name}")
                elif node.get("additionalProperties") is False:
                    found.append(f"{at}: {name} is not in the document")
        return found


class OpenApi(PeopleTest):
    def setUp(self):
        super().setUp()
        folder = self.enterContext(tempfile.TemporaryDirectory())
        self.served_all = self.served(BLOB_DIR=folder, OPENAI_API_KEY="sk-x", OPENAI_BASE_URL="http://127.0.0.1:1/v1")
        self.document = self.served_all.get("/openapi.json").json
        self.schema = Schema(self.document)
        self.checked = set()

    def ask(self, method, template, body=None, token=None, query="", headers=None, **params):
        path = re.sub(r"\{(\w+)\}", lambda match: params[match[1]], template) + query
        answer = self.served_all.ask(method, path, body, token, headers)
        documented = self.document["paths"][template][method.lower()]["responses"]
        self.assertIn(str(answer.status), documented, f"{method} {path}: {answer}")
        content = self.schema.resolve(documented[str(answer.status)]).get("content")
        kind = answer.headers.get("Content-Type", "")
        if content and kind.endswith("json"):
            self.assertIn(kind, content)
            self.assertEqual(self.schema.faults(content[kind]["schema"], answer.json), [], f"{method} {path}: {answer}")
        elif content:
            self.assertIn(kind, content)
        else:
            self.assertEqual(answer.body, b"", f"{method} {path}")
        self.checked.add((template, method.lower(), answer.status))
        return answer

    def good(self, answer):
        self.assertLess(answer.status, 300, answer)
        return answer.json if answer.body else None

    def test_answers_are_as_documented(self):
        self.assertEqual(self.document["openapi"], "3.1.0")
        for path in ("/livez", "/readyz", "/health", "/openapi.json", "/.well-known/jwks.json"):
            self.good(self.ask("GET", path))
        invited = self.server.invite("ada@example.org", "Team", "admin")
        ada = self.good(self.ask("POST", "/v1/auth/exchange", {"code": invited["code"], "device": {"name": "laptop", "platform": "linux", "app": "1"}}))
        self.ask("POST", "/v1/auth/exchange", {"code": invited["code"], "device": {"name": "laptop"}})
        token = self.good(self.ask("POST", "/v1/auth/refresh", {"refresh_token": ada["refresh_token"]}))["access_token"]
        self.ask("POST", "/v1/auth/refresh", {"refresh_token": "x"})
        machine = self.good(self.ask("POST", "/v1/auth/tokens", {"name": "build"}, token))
        ws, member = ada["workspace"], "/v1/workspaces/{ws}/members/{user}"
        self.good(self.ask("GET", "/v1/me", token=token))
        self.ask("GET", "/v1/me")
        made = self.good(self.ask("POST", "/v1/workspaces", {"name": "New"}, token))
        self.good(self.ask("PATCH", "/v1/workspaces/{ws}", {"name": "Newer"}, token, ws=made["id"]))
        self.ask("PATCH", "/v1/workspaces/{ws}", {"name": ""}, token, ws=made["id"])
        bo = self.good(self.ask("POST", "/v1/workspaces/{ws}/invites", {"email": "bo@example.org", "role": "member"}, token, ws=ws))
        other = self.good(self.ask("POST", "/v1/workspaces/{ws}/invites", {"email": "cy@example.org", "role": "viewer"}, token, ws=ws))
        self.good(self.ask("GET", "/v1/workspaces/{ws}/members", token=token, ws=ws))
        self.ask("DELETE", "/v1/workspaces/{ws}/invites/{id}", token=token, ws=ws, id=other["id"])
        self.ask("DELETE", "/v1/workspaces/{ws}/invites/{id}", token=token, ws=ws, id=other["id"])
        bo = self.good(self.ask("POST", "/v1/auth/exchange", {"code": bo["code"]}))
        user = bo["account"]["id"]
        self.good(self.ask("PATCH", member, {"role": "viewer"}, token, ws=ws, user=user))
        self.ask("PATCH", member, {"role": "viewer"}, token, ws=ws, user=ada["account"]["id"])
        self.good(self.ask("GET", member + "/devices", token=token, ws=ws, user=user))
        self.ask("DELETE", member + "/devices/{device}", token=token, ws=ws, user=user, device=bo["device"]["id"])
        self.ask("DELETE", member + "/devices/{device}", token=token, ws=ws, user=user, device=new_id())
        self.ask("DELETE", member, token=token, ws=ws, user=user)
        self.good(self.ask("GET", "/v1/workspaces/{ws}/audit", token=token, ws=ws, query="?limit=50"))
        self.budgets(token, ws, ada["account"]["id"])
        self.good(self.ask("GET", "/v1/devices", token=token))
        self.ask("DELETE", "/v1/devices/{device}", token=token, device=machine["device"]["id"])
        self.ask("DELETE", "/v1/devices/{device}", token=token, device=new_id())
        self.ask("GET", "/v1/ops/database", token=token)
        self.command("ops", "grant", "ada@example.org")
        self.good(self.ask("GET", "/v1/ops/database", token=token))
        self.sync(token, ws)
        self.files(token, ws)
        for base, params in (("/v1/openai", {}), ("/v1/openai/w/{ws}", {"ws": ws})):
            for method, path in (("POST", "/responses"), ("POST", "/responses/input_tokens"), ("POST", "/chat/completions"), ("GET", "/models")):
                self.assertEqual(self.ask(method, base + path, {"model": "m"} if method == "POST" else None, token, **params).status, 502)
            self.assertEqual(self.ask("GET", base + "/models/{model}", token=token, model="m", **params).status, 502)
        self.good(self.ask("POST", "/v1/auth/sign-out", token=token))
        # Listening never ends by itself; its refusals do.
        self.ask("GET", "/v1/live", token=token, query="?workspace=" + ws)
        asked = {(path, method) for path, method, _ in self.checked}
        self.assertEqual({(path, method) for path, methods in self.document["paths"].items() for method in methods}, asked)

    def budgets(self, token, ws, user):
        path = "/v1/workspaces/{ws}/budgets"
        self.good(self.ask("GET", path, token=token, ws=ws))
        self.good(self.ask("PUT", path, {"monthly_usd": 12.5}, token, ws=ws))
        self.good(self.ask("PUT", path, {"monthly_usd": 3, "user": user}, token, ws=ws))
        for whose in ({}, {"user": user}):
            self.good(self.ask("PUT", path, {"monthly_usd": None, **whose}, token, ws=ws))
        self.ask("PUT", path, {"monthly_usd": -1}, token, ws=ws)
        self.ask("PUT", path, {"monthly_usd": 1, "user": new_id()}, token, ws=ws)
        self.ask("GET", path, token=token, ws=new_id())

    def sync(self, token, ws):
        made = edit(1)
        self.good(self.ask("POST", "/v1/rpc/sync_push", push(ws, [made, {"n": 2, "mid": new_id(), "op": "delete", "t": "agent", "id": made["id"]}, edit(3)]), token))
        pulled = self.good(self.ask("POST", "/v1/rpc/sync_pull", pull(ws), token))
        self.assertEqual(len(pulled["rows"]), 2)
        for change in ({"cursor": 99}, {"proto": 2}, {"space": new_id()}, {"space": "x"}):
            self.ask("POST", "/v1/rpc/sync_pull", {**pull(ws), **change}, token)
        self.ask("POST", "/v1/rpc/sync_push", push(ws, [edit(9)]), token)

    def files(self, token, ws):
        name = hashlib.sha256(b"abc").hexdigest()
        ask = {"token": token, "query": "?workspace=" + ws, "sha256": name}
        self.ask("HEAD", "/v1/blobs/{sha256}", **ask)
        self.ask("GET", "/v1/blobs/{sha256}", **ask)
        self.ask("PUT", "/v1/blobs/{sha256}", b"a", headers={"Upload-Offset": "0", "Upload-Length": "3"}, **ask)
        self.ask("PUT", "/v1/blobs/{sha256}", b"a", headers={"Upload-Offset": "0", "Upload-Length": "3"}, **ask)
        self.ask("PUT", "/v1/blobs/{sha256}", b"xx", headers={"Upload-Offset": "1", "Upload-Length": "3"}, **ask)
        self.ask("PUT", "/v1/blobs/{sha256}", b"abc", **ask)
        self.good(self.ask("HEAD", "/v1/blobs/{sha256}", **ask))
        for wanted in ({}, {"Range": "bytes=1-"}, {"Range": "bytes=9-"}):
            self.ask("GET", "/v1/blobs/{sha256}", headers=wanted, **ask)

if __name__ == "__main__":
    main()
