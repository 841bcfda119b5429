"""Signing in and the administration of a workspace's people, as the programs use them.

    people_test.py BIN_DIR
"""
import datetime
import json
import time

import served
import tokens
from people import PeopleTest, Person


class People(PeopleTest):
    def setUp(self):
        super().setUp()
        self.ada = self.server.sign_in("ada@example.org", "Team", "admin")
        self.space = f"/v1/workspaces/{self.ada.workspace}"

    def test_signing_in_answers_with_all_that_a_program_needs(self):
        invited = self.server.invite("bo@example.org", "Team")
        status, body, headers = self.server.exchange(invited["code"], name="Bo's laptop")
        self.assertEqual((status, headers["Cache-Control"]), (200, "no-store"))
        self.assertEqual(sorted(body), ["access_token", "account", "device", "expires_in", "refresh_token", "workspace", "workspaces"])
        self.assertEqual(body["account"], {"id": body["account"]["id"], "email": "bo@example.org", "name": "bo"})
        self.assertEqual((body["device"]["name"], body["expires_in"], body["workspace"]), ("Bo's laptop", 600, self.ada.workspace))
        self.assertEqual([(one["name"], one["role"], one["personal"]) for one in body["workspaces"]], [("Personal", "admin", True), ("Team", "member", False)])
        header, claims = tokens.parts(body["access_token"])
        self.assertEqual((header["alg"], claims["sub"], claims["did"], claims["exp"] - claims["iat"]), ("ES256", body["account"]["id"], body["device"]["id"], 600))
        self.assertNotIn("role", claims)
        bo = Person(self.server, body)
        status, me = bo.call("GET", "/v1/me")
        self.assertEqual((status, me["account"], me["device"], me["workspaces"]), (200, body["account"], body["device"], body["workspaces"]))

    def test_refreshing_replaces_both_tokens(self):
        status, body = self.ada.refresh()
        self.assertEqual((status, sorted(body), body["expires_in"]), (200, ["access_token", "expires_in", "refresh_token"], 600))
        self.assertNotEqual(body["refresh_token"], self.ada.refresh_token)
        self.assertEqual(self.server.call("GET", "/v1/me", token=body["access_token"])[0], 200)

    def test_workspaces_are_made_and_renamed(self):
        status, made = self.ada.call("POST", "/v1/workspaces", {"name": " Lab "})
        self.assertEqual((status, made), (201, {"id": made["id"], "name": "Lab", "role": "admin", "personal": False}))
        self.assertEqual(self.ada.call("PATCH", f"/v1/workspaces/{made['id']}", {"name": "Labor"})[1]["name"], "Labor")
        self.assertIn("Labor", [one["name"] for one in self.ada.call("GET", "/v1/me")[1]["workspaces"]])
        for name in ("", " ", "x" * 201):
            self.refused(self.ada.call("POST", "/v1/workspaces", {"name": name}), 400, "invalid")
        self.refused(self.ada.call("POST", f"/v1/workspaces/{self.ada.personal}/invites", {"email": "x@example.org", "role": "member"}), 403, "forbidden")

    def test_a_member_is_invited_seen_changed_and_removed(self):
        status, made = self.ada.call("POST", f"{self.space}/invites", {"email": "bo@example.org", "role": "member"})
        self.assertEqual((status, sorted(made)), (201, ["code", "expires", "id", "link"]))
        hours = (datetime.datetime.fromisoformat(made["expires"]).timestamp() - time.time()) / 3600
        self.assertAlmostEqual(hours, 24, delta=0.1)
        [invite] = self.ada.call("GET", f"{self.space}/members")[1]["invites"]
        self.assertEqual((invite["id"], invite["email"], invite["role"], sorted(invite)), (made["id"], "bo@example.org", "member", ["created_at", "email", "expires", "id", "role"]))
        bo = Person(self.server, self.server.exchange(made["code"])[1])
        answer = self.ada.call("GET", f"{self.space}/members")[1]
        self.assertEqual(answer["invites"], [])
        member = next(one for one in answer["members"] if one["user"] == bo.id)
        self.assertEqual({k: member[k] for k in ("email", "name", "role", "suspended", "devices")}, {"email": "bo@example.org", "name": "bo", "role": "member", "suspended": False, "devices": 1})
        self.assertEqual(sorted(member), ["created_at", "devices", "email", "last_seen", "name", "role", "suspended", "user"])
        self.assertEqual(bo.call("GET", f"{self.space}/members")[1]["invites"], [])
        self.assertEqual(self.ada.call("PATCH", f"{self.space}/members/{bo.id}", {"role": "viewer"})[1]["role"], "viewer")
        self.assertEqual(self.ada.call("PATCH", f"{self.space}/members/{bo.id}", {"suspended": True})[1]["suspended"], True)
        self.assertEqual(self.ada.call("PATCH", f"{self.space}/members/{bo.id}", {"role": "admin", "suspended": False})[1]["role"], "admin")
        self.refused(self.ada.call("PATCH", f"{self.space}/members/{bo.id}", {"suspended": "yes"}), 400, "invalid")
        self.assertEqual(bo.call("DELETE", f"{self.space}/members/{bo.id}"), (204, ""))
        self.assertEqual([one["email"] for one in self.ada.call("GET", f"{self.space}/members")[1]["members"]], ["ada@example.org"])

    def test_an_invite_is_cancelled(self):
        made = self.ada.call("POST", f"{self.space}/invites", {"email": "bo@example.org", "role": "member"})[1]
        self.assertEqual(self.ada.call("DELETE", f"{self.space}/invites/{made['id']}"), (204, ""))
        self.refused(self.ada.call("DELETE", f"{self.space}/invites/{made['id']}"), 404, "not_found")
        self.refused(self.server.exchange(made["code"]), 401, "code_unknown")

    def test_devices_are_listed_and_revoked(self):
        other = self.server.exchange(self.server.invite("ada@example.org", "Team")["code"], name="phone")[1]["device"]["id"]
        status, body = self.ada.call("GET", "/v1/devices")
        self.assertEqual((status, {one["name"]: one["current"] for one in body["devices"]}), (200, {"laptop": True, "phone": False}))
        self.assertEqual({k: body["devices"][0][k] for k in ("platform", "app", "kind")}, {"platform": "linux", "app": "0.4.0", "kind": "device"})
        self.assertEqual(self.ada.call("DELETE", f"/v1/devices/{other}"), (204, ""))
        self.refused(self.ada.call("DELETE", f"/v1/devices/{other}"), 404, "not_found")
        self.assertEqual(len(self.ada.call("GET", "/v1/devices")[1]["devices"]), 1)

    def test_acts_are_in_the_log_page_by_page(self):
        for n in range(5):
            self.ada.call("PATCH", self.space, {"name": f"Team {n}"})
        first = self.ada.call("GET", f"{self.space}/audit?limit=3")[1]["entries"]
        self.assertEqual([(one["action"], one["subject"], one["by"]["email"]) for one in first],
                         [("workspace.renamed", f"Team {n}", "ada@example.org") for n in (4, 3, 2)])
        self.assertEqual(first[0]["detail"], {"from": "Team 3"})
        rest = self.ada.call("GET", f"{self.space}/audit?before={first[-1]['id']}")[1]["entries"]
        self.assertEqual([one["action"] for one in rest], ["workspace.renamed"] * 2 + ["device.signed_in", "invite.made", "workspace.made"])
        self.assertIsNone(rest[-1]["by"], "the operator")
        self.refused(self.ada.call("GET", f"{self.space}/audit?limit=many"), 400, "invalid")

    def test_two_servers_read_each_other_s_tokens(self):
        other = self.served()
        self.assertEqual(other.get("/v1/me", token=self.ada.access).status, 200)
        self.assertEqual(self.query("SELECT count(*) FROM sync.signing_key"), "1")
        refreshed = other.post("/v1/auth/refresh", {"refresh_token": self.ada.refresh_token}).json
        self.assertEqual(self.server.call("GET", "/v1/me", token=refreshed["access_token"])[0], 200)
        self.assertEqual(self.ada.call("DELETE", f"/v1/devices/{self.ada.device}")[0], 204)
        self.assertEqual(other.get("/v1/me", token=refreshed["access_token"]).status, 401, "revoked at one is out at the other")

    def test_keys_are_replaced_in_time_and_old_tokens_stay_good(self):
        self.query("UPDATE sync.signing_key SET created_at = created_at - interval '31 days'")
        other = self.served()
        kids = [one["kid"] for one in other.get("/.well-known/jwks.json").json["keys"]]
        self.assertEqual(len(kids), 2)
        self.assertEqual(other.get("/v1/me", token=self.ada.access).status, 200)
        fresh = other.post("/v1/auth/refresh", {"refresh_token": self.ada.refresh_token}).json["access_token"]
        self.assertEqual(tokens.parts(fresh)[0]["kid"], kids[0], "the new key is published before it signs")
        self.query(f"UPDATE sync.signing_key SET created_at = created_at - interval '11 minutes' WHERE kid = '{kids[1]}'")
        third = self.served()
        self.assertEqual(third.get("/v1/me", token=fresh).status, 200)

    def test_a_database_that_is_away_at_the_start_is_waited_for(self):
        data = self.cluster.folder / "data"
        self.cluster.server("pg_ctl", "-D", data, "-m", "fast", "-w", "stop")
        try:
            late = self.served()
        finally:
            self.cluster.server("pg_ctl", "-D", data, "-w", "-l", self.cluster.folder / "log", "start")
        self.assertEqual(late.get("/livez").status, 200)
        ends = time.monotonic() + 20
        while late.get("/v1/me", token=self.ada.access).status != 200:
            self.assertLess(time.monotonic(), ends)
            time.sleep(0.2)

    def test_nothing_secret_is_in_the_log(self):
        invited = self.ada.call("POST", f"{self.space}/invites", {"email": "bo@example.org", "role": "member"})[1]
        _, body, _ = self.server.exchange(invited["code"])
        bo = Person(self.server, body)
        machine = bo.call("POST", "/v1/auth/tokens", {"name": "build"})[1]["token"]
        bo.refresh()
        bo.refresh("wrong")
        self.server.call("GET", "/v1/me", token=machine)
        self.server.call("GET", f"/v1/me?token={machine}", token="wrong")
        self.server.served.stop()
        log = "".join(self.server.served.log)
        self.assertIn("/v1/auth/exchange", log)
        for secret in (invited["code"], bo.refresh_token, bo.access, machine, "bo@example.org"):
            self.assertNotIn(secret, log)
        for line in self.server.served.log:
            json.loads(line)


if __name__ == "__main__":
    served.main()
