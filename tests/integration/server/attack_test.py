"""What somebody tries who has no right to: forged and copied tokens, guessed codes, other people's ids.

    attack_test.py BIN_DIR
"""
import concurrent.futures
import hashlib
import json
import time
import uuid

import tokens
from people import PeopleTest, Person
from served import main


FILE = b"what Ada keeps for herself"
SHA = hashlib.sha256(FILE).hexdigest()


class Attack(PeopleTest):
    def key(self):
        return self.server.query("SELECT kid FROM sync.signing_key"), self.server.query("SELECT private_key FROM sync.signing_key")

    # ------------------------------------------------------------------ access tokens

    def test_forged_access_tokens_are_refused(self):
        ada = self.server.sign_in("ada@example.org", "Team", "admin")
        self.assertEqual(ada.call("GET", "/v1/me")[0], 200)
        kid, private = self.key()
        header, claims = tokens.parts(ada.access)
        self.assertEqual(header["alg"], "ES256")
        head, body, signature = ada.access.split(".")
        self.assertEqual(self.server.call("GET", "/v1/me", token=tokens.es256(private, header, claims))[0], 200)
        public = self.server.query("SELECT public_key FROM sync.signing_key")
        now = int(time.time())
        changed = body[:-1] + ("A" if body[-1] != "A" else "B")
        forged = {
            "alg none": tokens.unsigned({"alg": "none", "kid": kid}, claims) + ".",
            "alg None with a signature": tokens.unsigned({"alg": "None", "kid": kid}, claims) + "." + signature,
            "no alg": tokens.es256(private, {"kid": kid}, claims),
            "HS256 with the public key": tokens.hs256(public.encode(), {"alg": "HS256", "kid": kid}, claims),
            "HS256 with the public key and a line end": tokens.hs256(public.encode() + b"\n", {"alg": "HS256", "kid": kid}, claims),
            "ES384 in name": tokens.es256(private, {**header, "alg": "ES384"}, claims),
            "crit": tokens.es256(private, {**header, "crit": ["exp"]}, claims),
            "another key": tokens.es256(tokens.new_key(), header, claims),
            "a key in the header": tokens.es256(tokens.new_key(), {**header, "jwk": {"kty": "EC"}, "jku": "http://127.0.0.1:1/"}, claims),
            "unknown kid": tokens.es256(private, {**header, "kid": "other"}, claims),
            "no kid": tokens.es256(private, {"alg": "ES256"}, claims),
            "kid of a path": tokens.es256(private, {**header, "kid": "../../dev/null"}, claims),
            "kid of SQL": tokens.es256(private, {**header, "kid": "' OR 1=1 --"}, claims),
            "another audience": tokens.es256(private, header, {**claims, "aud": "other"}),
            "a list of audiences": tokens.es256(private, header, {**claims, "aud": [claims["aud"]]}),
            "another issuer": tokens.es256(private, header, {**claims, "iss": "https://other.example.org"}),
            "not yet valid": tokens.es256(private, header, {**claims, "nbf": now + 120}),
            "no expiry": tokens.es256(private, header, {k: v for k, v in claims.items() if k != "exp"}),
            "an expiry as text": tokens.es256(private, header, {**claims, "exp": str(claims["exp"])}),
            "nobody's device": tokens.es256(private, header, {**claims, "did": str(uuid.uuid4())}),
            "a device that is none": tokens.es256(private, header, {**claims, "did": "'; DROP TABLE sync.device; --"}),
            "a changed payload": f"{head}.{changed}.{signature}",
            "a cut signature": ada.access[:-2],
            "a longer one": ada.access + "AA",
            "no signature": f"{head}.{body}.",
            "two parts": f"{head}.{body}",
            "nothing": "",
            "words": "let me in",
            "much": "A" * 6000,
        }
        for how, token in forged.items():
            with self.subTest(how):
                self.refused(self.server.call("GET", "/v1/me", token=token), 401, "not_signed_in" if not token else "token_invalid")
        self.refused(self.server.call("GET", "/v1/me", token=tokens.es256(private, header, {**claims, "exp": now - 31})), 401, "token_expired")
        self.assertEqual(self.server.call("GET", "/v1/me", token=tokens.es256(private, header, {**claims, "exp": now - 5}))[0], 200, "leeway")
        self.refused(self.server.call("GET", "/v1/me"), 401, "not_signed_in")
        self.assertEqual(ada.call("GET", "/v1/me")[0], 200)

    def test_a_token_that_names_somebody_else_is_its_device_s(self):
        # `sub` and `did` are both signed; should a key ever sign a mixed pair, the device's owner is who calls.
        ada, eve = self.server.sign_in("ada@example.org", "Team", "admin"), self.server.sign_in("eve@example.org", "Lair", "admin")
        header, claims = tokens.parts(eve.access)
        mixed = tokens.es256(self.key()[1], header, {**claims, "sub": ada.id})
        status, body, _ = self.server.call("GET", "/v1/me", token=mixed)
        self.assertNotIn("ada@example.org", json.dumps(body))
        self.assertIn(status, (200, 401))

    def test_published_keys_hold_nothing_private(self):
        self.server.sign_in("ada@example.org", "Team", "admin")
        status, keys, headers = self.server.call("GET", "/.well-known/jwks.json")
        self.assertEqual((status, [sorted(key) for key in keys["keys"]]), (200, [["alg", "crv", "kid", "kty", "use", "x", "y"]]))
        self.assertIn("max-age", headers["Cache-Control"])

    # ------------------------------------------------------------------ refresh tokens

    def test_a_lost_answer_of_a_refresh_costs_nothing(self):
        ada = self.server.sign_in("ada@example.org", "Team")
        first = ada.refresh_token
        for _ in range(3):  # the answers are lost
            self.assertEqual(ada.refresh(first)[0], 200)
        status, body = ada.refresh(first)
        self.assertEqual((status, sorted(body)), (200, ["access_token", "expires_in", "refresh_token"]))
        self.assertEqual(ada.refresh(body["refresh_token"])[0], 200)
        self.assertEqual(self.server.call("GET", "/v1/me", token=body["access_token"])[0], 200)

    def test_a_copied_refresh_token_ends_its_device(self):
        ada = self.server.sign_in("ada@example.org", "Team")
        other = self.server.sign_in("ada@example.org", "Team")
        copied = ada.refresh_token
        _, first = ada.refresh(copied)
        _, second = ada.refresh(first["refresh_token"])
        self.refused(ada.refresh(copied), 401, "token_reused")
        self.refused(ada.refresh(second["refresh_token"]), 401, "device_revoked")
        self.refused(self.server.call("GET", "/v1/me", token=second["access_token"]), 401, "device_revoked")
        self.assertEqual(other.call("GET", "/v1/me")[0], 200, "another device of theirs goes on")

    def test_a_thief_who_was_first_is_out_with_the_device(self):
        ada = self.server.sign_in("ada@example.org", "Team")
        _, hers = ada.refresh()
        _, thief = ada.refresh()  # with the copied predecessor, before hers was used
        self.refused(ada.refresh(hers["refresh_token"]), 401, "token_reused")
        self.refused(self.server.call("GET", "/v1/me", token=thief["access_token"]), 401, "device_revoked")

    def test_one_kind_of_secret_is_not_another(self):
        ada = self.server.sign_in("ada@example.org", "Team")
        _, machine = ada.call("POST", "/v1/auth/tokens", {"name": "build"})
        for wrong in (ada.access, machine["token"], "", "x" * 3000):
            self.refused(ada.refresh(wrong or " "), 401, "token_invalid")
        self.refused(self.server.call("GET", "/v1/me", token=ada.refresh_token), 401, "token_invalid")
        self.refused(self.server.call("GET", "/v1/me", token="aat_" + ada.refresh_token), 401, "token_invalid")

    # ------------------------------------------------------------------ machine tokens

    def test_machine_tokens_work_until_revoked_and_make_no_others(self):
        ada = self.server.sign_in("ada@example.org", "Team")
        status, made = ada.call("POST", "/v1/auth/tokens", {"name": "build machine"})
        self.assertEqual((status, made["token"][:4], made["device"]["name"]), (200, "aat_", "build machine"))
        with_token = lambda method, path, body=None: self.server.call(method, path, body, made["token"])
        self.assertEqual(with_token("GET", "/v1/me")[1]["device"]["id"], made["device"]["id"])
        self.refused(with_token("POST", "/v1/auth/tokens", {"name": "more"}), 403, "forbidden")
        self.assertEqual(self.server.query(f"SELECT count(*) FROM sync.device d WHERE d::text LIKE '%{made['token'][4:]}%'"), "0")
        kinds = {one["kind"]: one["current"] for one in ada.call("GET", "/v1/devices")[1]["devices"]}
        self.assertEqual(kinds, {"device": True, "token": False})
        self.assertEqual(ada.call("DELETE", f"/v1/devices/{made['device']['id']}")[0], 204)
        self.refused(with_token("GET", "/v1/me"), 401, "device_revoked")
        _, late = ada.call("POST", "/v1/auth/tokens", {"name": "late"})
        self.server.query(f"UPDATE sync.device SET expires_at = now() - interval '1 second' WHERE id = '{late['device']['id']}'")
        self.refused(self.server.call("GET", "/v1/me", token=late["token"]), 401, "token_expired")

    # ------------------------------------------------------------------ codes

    def test_codes_work_once_and_for_a_day(self):
        code = self.server.invite("ada@example.org", "Team", "admin")["code"]
        self.assertEqual(self.server.exchange(code.lower().replace("-", " "))[0], 200, "as people type them")
        self.refused(self.server.exchange(code), 401, "code_used")
        late = self.server.invite("bo@example.org", "Team")["code"]
        self.server.query("UPDATE sync.invite SET expires_at = now() - interval '1 second' WHERE email = 'bo@example.org'")
        self.refused(self.server.exchange(late), 401, "code_expired")

    def test_guessing_at_many_codes_from_one_address_is_stopped(self):
        right = self.server.invite("ada@example.org", "Team", "admin")["code"]
        words = []
        for n in range(30):
            status, body, headers = self.server.exchange(f"{n:05}-AAAAA-AAAAA-AAAAA")
            words.append(body["error"])
        self.assertEqual((words[0], words[-1], status), ("code_unknown", "rate_limited", 429))
        self.assertLessEqual(words.count("code_unknown"), 20)
        self.assertGreater(int(headers["Retry-After"]), 0)
        self.refused(self.server.exchange(right), 429, "rate_limited")

    def test_guessing_at_one_code_is_stopped_sooner(self):
        right = self.server.invite("ada@example.org", "Team", "admin")["code"]
        words = [self.server.exchange(f"{right[:5]}-{n:05}-AAAAA-AAAAA")[1]["error"] for n in range(7)]
        self.assertEqual(words, ["code_unknown"] * 5 + ["rate_limited"] * 2)

    def test_a_code_is_taken_once_by_many_at_once(self):
        code = self.server.invite("ada@example.org", "Team", "admin")["code"]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            statuses = [answer[0] for answer in pool.map(lambda _: self.server.exchange(code), range(8))]
        self.assertEqual(sorted(statuses), [200] + [401] * 7)

    def test_misshapen_requests_are_told_and_change_nothing(self):
        for body in (b"", b"[]", b"{", b"null", b'{"code": 7}', b'{"code": "x", "device": "y"}', b'{"code": "x", "device": {"name": 7}}',
                     b'{"code": "a\\u0000b"}', b'{"a":' * 50 + b"1" + b"}" * 50, b"\xff\xfe"):
            status, answer, _ = self.server.call("POST", "/v1/auth/exchange", body, Content_Type="application/json")
            self.assertEqual((status, answer["error"]), (400, "invalid"), body)
        self.assertEqual(self.server.query("SELECT count(*) FROM sync.device"), "0")

    # ------------------------------------------------------------------ administrators of other workspaces

    def test_an_invite_is_no_key_to_somebody_else_s_account(self):
        eve, ada = self.server.sign_in("eve@example.org", "Lair", "admin"), self.server.sign_in("ada@example.org", "Team", "admin")
        status, trap = eve.call("POST", f"/v1/workspaces/{eve.workspace}/invites", {"email": "ada@example.org", "role": "member"})
        self.assertEqual(status, 201)
        self.refused(self.server.exchange(trap["code"]), 403, "sign_in_first")
        self.refused(self.server.exchange(trap["code"], eve.access), 403, "sign_in_first")
        status, joined, _ = self.server.exchange(trap["code"], ada.access)
        self.assertEqual((status, joined["account"]["id"]), (200, ada.id), "she may join herself")

    def test_people_make_codes_for_their_own_further_devices(self):
        self.server.sign_in("ada@example.org", "Team", "admin")
        vi = self.server.sign_in("vi@example.org", "Team", "viewer")
        status, own = vi.call("POST", f"/v1/workspaces/{vi.workspace}/invites", {"email": "vi@example.org", "role": "admin"})
        self.assertEqual(status, 201)
        self.assertTrue(own["link"].startswith("aiagent://connect?url="))
        _, phone, _ = self.server.exchange(own["code"], name="phone")
        self.assertEqual({one["role"] for one in phone["workspaces"] if not one["personal"]}, {"viewer"})
        self.refused(vi.call("POST", f"/v1/workspaces/{vi.workspace}/invites", {"email": "x@example.org", "role": "viewer"}), 403, "forbidden")

    def test_a_machine_token_signs_in_no_device(self):
        ada, eve = self.server.sign_in("ada@example.org", "Team", "admin"), self.server.sign_in("eve@example.org", "Lair", "admin")
        stolen = ada.call("POST", "/v1/auth/tokens", {"name": "build"})[1]["token"]
        self.refused(self.server.call("POST", f"/v1/workspaces/{ada.workspace}/invites", {"email": "ada@example.org", "role": "admin"}, stolen), 403, "forbidden")
        trap = eve.call("POST", f"/v1/workspaces/{eve.workspace}/invites", {"email": "ada@example.org", "role": "member"})[1]["code"]
        self.refused(self.server.exchange(trap, stolen), 403, "sign_in_first")

    def test_an_address_claimed_before_its_person_came_is_theirs_alone(self):
        eve = self.server.sign_in("eve@example.org", "Lair", "admin")
        claim = eve.call("POST", f"/v1/workspaces/{eve.workspace}/invites", {"email": "ada@example.org", "role": "member"})[1]["code"]
        squatter = Person(self.server, self.server.exchange(claim)[1])
        spare = squatter.call("POST", f"/v1/workspaces/{eve.workspace}/invites", {"email": "ada@example.org", "role": "member"})[1]["code"]
        machine = squatter.call("POST", "/v1/auth/tokens", {"name": "wait"})[1]["token"]
        ada = self.server.sign_in("ada@example.org", "Team", "admin")
        self.assertEqual(ada.call("GET", f"/v1/workspaces/{ada.workspace}/members")[0], 200)
        self.refused(squatter.call("GET", f"/v1/workspaces/{ada.workspace}/members"), 401, "device_revoked")
        self.refused(squatter.refresh(), 401, "device_revoked")
        self.refused(self.server.call("GET", "/v1/me", token=machine), 401, "device_revoked")
        self.refused(self.server.exchange(spare), 401, "code_unknown")

    # ------------------------------------------------------------------ other tenants

    def endpoints(self, space, user, device, invite, sha="0" * 64):
        """Everything that takes an id."""
        pull = {"proto": 1, "schema": 1, "client": str(uuid.uuid4()), "space": space, "cursor": 0}
        edit = {"n": 1, "mid": str(uuid.uuid4()), "op": "create", "t": "agent", "id": str(uuid.uuid4()), "set": {"name": "mine"}}
        return [
            ("PATCH", f"/v1/workspaces/{space}", {"name": "mine"}),
            ("GET", f"/v1/workspaces/{space}/members", None),
            ("POST", f"/v1/workspaces/{space}/invites", {"email": "x@example.org", "role": "admin"}),
            ("POST", f"/v1/workspaces/{space}/invites", {"email": "eve@example.org", "role": "admin"}),
            ("DELETE", f"/v1/workspaces/{space}/invites/{invite}", None),
            ("PATCH", f"/v1/workspaces/{space}/members/{user}", {"role": "viewer"}),
            ("DELETE", f"/v1/workspaces/{space}/members/{user}", None),
            ("GET", f"/v1/workspaces/{space}/members/{user}/devices", None),
            ("DELETE", f"/v1/workspaces/{space}/members/{user}/devices/{device}", None),
            ("DELETE", f"/v1/devices/{device}", None),
            ("GET", f"/v1/workspaces/{space}/audit", None),
            ("POST", "/v1/rpc/sync_pull", pull),
            ("POST", "/v1/rpc/sync_push", {**pull, "mutations": [edit]}),
            ("GET", f"/v1/live?workspace={space}", None),
            ("GET", f"/v1/blobs/{sha}?workspace={space}", None),
            ("HEAD", f"/v1/blobs/{sha}?workspace={space}", None),
            ("PUT", f"/v1/blobs/{sha}?workspace={space}", FILE),
            ("GET", f"/v1/openai/w/{space}/models", None),
            ("POST", f"/v1/openai/w/{space}/responses", {"model": "m", "input": "hello"}),
        ]

    def test_another_tenant_s_ids_reveal_and_change_nothing(self):
        ada, eve = self.server.sign_in("ada@example.org", "Team", "admin"), self.server.sign_in("eve@example.org", "Lair", "admin")
        ada.call("POST", f"/v1/workspaces/{ada.workspace}/invites", {"email": "new@example.org", "role": "member"})
        invite = ada.call("GET", f"/v1/workspaces/{ada.workspace}/members")[1]["invites"][0]["id"]
        self.assertEqual(ada.call("PUT", f"/v1/blobs/{SHA}?workspace={ada.workspace}", FILE)[0], 201)
        self.assertEqual(ada.call("GET", f"/v1/blobs/{SHA}?workspace={ada.workspace}"), (200, FILE.decode()))
        before = self.dump()
        missing = [str(uuid.uuid4()) for _ in range(4)]
        for theirs, nobody_s in zip(self.endpoints(ada.workspace, ada.id, ada.device, invite, SHA), self.endpoints(*missing, SHA)):
            with self.subTest(theirs[:2]):
                status, body = eve.call(*theirs)
                self.assertIn(status, (403, 404), body)
                for secret in ("Team", "ada@", "new@", ada.id, "laptop", FILE.decode()):
                    self.assertNotIn(secret, json.dumps(body))
                word = lambda answer: answer.get("error") if isinstance(answer, dict) else answer
                absent = eve.call(*nobody_s)
                self.assertEqual((status, word(body)), (absent[0], word(absent[1])), "what is there and what is not look alike")
        # one's own workspace with ids of others
        for method, path, body in self.endpoints(eve.workspace, ada.id, ada.device, invite):
            if ada.id in path or ada.device in path or invite in path:
                with self.subTest((method, path)):
                    self.refused(eve.call(method, path, body), 404, "not_found")
        for method in ("GET", "HEAD"):
            self.assertEqual(eve.call(method, f"/v1/blobs/{SHA}?workspace={eve.workspace}")[0], 404, "a hash alone opens nothing")
        self.assertEqual(self.dump(), before)

    def dump(self):
        """All that an attack could have changed."""
        return self.server.query("SELECT to_jsonb(t) - 'last_seen' FROM sync.membership t ORDER BY 1; SELECT id, name, head FROM sync.workspace ORDER BY 1;"
                                 "SELECT id, email FROM sync.invite ORDER BY 1; SELECT id, revoked_at FROM sync.device ORDER BY 1; SELECT count(*) FROM sync.audit; SELECT workspace_id, sha256 FROM sync.blob ORDER BY 1; SELECT count(*) FROM sync.client")

    def test_ids_that_are_none_are_not_found(self):
        ada = self.server.sign_in("ada@example.org", "Team", "admin")
        for path in ("/v1/workspaces/1/members", "/v1/workspaces/%00/members", "/v1/workspaces/..%2f..%2fme/members", f"/v1/workspaces/{ada.workspace}%27--/members", "/v1/workspaces//members"):
            status, body = ada.call("GET", path)
            self.assertIn((status, body["error"]), ((404, "not_found"), (400, "invalid")), path)

    # ------------------------------------------------------------------ people who are out

    def own_calls(self, space):
        pull = {"proto": 1, "schema": 1, "client": str(uuid.uuid4()), "space": space, "cursor": 0}
        return [("GET", f"/v1/workspaces/{space}/members", None), ("PUT", f"/v1/blobs/{SHA}?workspace={space}", FILE), ("GET", f"/v1/blobs/{SHA}?workspace={space}", None),
                ("POST", "/v1/rpc/sync_pull", pull), ("POST", "/v1/rpc/sync_push", {**pull, "mutations": []})]

    def test_suspended_and_removed_members_are_out_on_the_next_call(self):
        ada, bo = self.server.sign_in("ada@example.org", "Team", "admin"), self.server.sign_in("bo@example.org", "Team")
        member = f"/v1/workspaces/{ada.workspace}/members/{bo.id}"
        for call in self.own_calls(ada.workspace):
            self.assertIn(bo.call(*call)[0], (200, 201), call)
        for act, status in ((("PATCH", member, {"suspended": True}), 200), (("DELETE", member), 204)):
            self.assertEqual(ada.call(*act)[0], status)
            for call in self.own_calls(ada.workspace):
                self.assertEqual((bo.call(*call)[0], bo.call(*call)[1]["error"]), (403, "space_revoked"), call)
            self.assertNotIn(ada.workspace, json.dumps(bo.call("GET", "/v1/me")[1]))
            self.assertEqual(ada.call("PATCH", member, {"suspended": False})[0], 200 if act[0] == "PATCH" else 404)
        self.assertEqual(bo.call("GET", "/v1/me")[1]["workspaces"][0]["personal"], True, "their own library stays")

    def test_a_demoted_administrator_administers_no_more(self):
        ada, bo = self.server.sign_in("ada@example.org", "Team", "admin"), self.server.sign_in("bo@example.org", "Team", "admin")
        self.assertEqual(bo.call("GET", f"/v1/workspaces/{ada.workspace}/audit")[0], 200)
        self.assertEqual(ada.call("PATCH", f"/v1/workspaces/{ada.workspace}/members/{bo.id}", {"role": "member"})[1]["role"], "member")
        self.refused(bo.call("GET", f"/v1/workspaces/{ada.workspace}/audit"), 403, "forbidden")
        self.refused(bo.call("PATCH", f"/v1/workspaces/{ada.workspace}/members/{bo.id}", {"role": "admin"}), 403, "forbidden")
        self.refused(ada.call("DELETE", f"/v1/workspaces/{ada.workspace}/members/{ada.id}"), 403, "last_admin")

    def test_a_revoked_device_is_out_on_the_next_call(self):
        ada, bo = self.server.sign_in("ada@example.org", "Team", "admin"), self.server.sign_in("bo@example.org", "Team")
        devices = f"/v1/workspaces/{ada.workspace}/members/{bo.id}/devices"
        self.assertEqual([one["name"] for one in ada.call("GET", devices)[1]["devices"]], ["laptop"])
        self.assertEqual(ada.call("DELETE", f"{devices}/{bo.device}")[0], 204)
        for call in (("GET", "/v1/me"), ("GET", "/v1/devices"), *self.own_calls(ada.workspace)):
            self.refused(bo.call(*call), 401, "device_revoked")
        self.refused(bo.refresh(), 401, "device_revoked")
        actions = [one["action"] for one in ada.call("GET", f"/v1/workspaces/{ada.workspace}/audit?limit=1")[1]["entries"]]
        self.assertEqual(actions, ["device.signed_out"])

    def test_signing_out_ends_one_s_own_device(self):
        ada = self.server.sign_in("ada@example.org", "Team", "admin")
        self.assertEqual(ada.call("POST", "/v1/auth/sign-out"), (204, ""))
        self.refused(ada.call("GET", "/v1/me"), 401, "device_revoked")
        self.refused(ada.refresh(), 401, "device_revoked")

    def test_the_pooled_connections_keep_nobody_s_name(self):
        ada, eve = self.server.sign_in("ada@example.org", "Team", "admin"), self.server.sign_in("eve@example.org", "Lair", "admin")
        for _ in range(40):
            self.assertEqual(ada.call("GET", "/v1/me")[1]["account"]["id"], ada.id)
            self.assertEqual(eve.call("GET", "/v1/me")[1]["account"]["id"], eve.id)
            self.refused(self.server.call("GET", "/v1/me"), 401, "not_signed_in")
            self.refused(eve.call("GET", f"/v1/workspaces/{ada.workspace}/members"), 403, "space_revoked")


if __name__ == "__main__":
    main()
