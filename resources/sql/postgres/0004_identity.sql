-- Who may call: devices and machine tokens, invites, the keys that sign access tokens, the audit log, and what
-- only the server does with them (exchange, refresh, looking up a credential): granted to nobody.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- An owner that is no superuser takes the role on each call.
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'authenticated', 'MEMBER') THEN
    EXECUTE format('GRANT authenticated TO %I', current_user);
  END IF;
END
$$;

-- ------------------------------------------------------------------ tables

-- Whether the operator's own code has signed them in. Before that, an address is claimed by whoever was invited
-- under it, by whatever workspace.
ALTER TABLE sync.account ADD COLUMN IF NOT EXISTS vouched boolean NOT NULL DEFAULT false;

-- A signed-in program, or a machine token. Secrets are kept as SHA-256 alone.
CREATE TABLE IF NOT EXISTS sync.device(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES sync.account(id),
  kind text NOT NULL CHECK (kind IN ('device', 'token')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  platform text NOT NULL DEFAULT '' CHECK (length(platform) <= 100),
  app text NOT NULL DEFAULT '' CHECK (length(app) <= 100),
  token_hash bytea NOT NULL UNIQUE,
  through uuid,                -- the workspace whose invite signed it in
  previous_hash bytea UNIQUE,  -- accepted as long as its successor was not used: an answer may get lost
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX IF NOT EXISTS device_of_user ON sync.device(user_id);

-- Refresh tokens that were replaced. Whoever shows one has a copy that they should not have.
CREATE TABLE IF NOT EXISTS sync.spent_token(
  hash bytea PRIMARY KEY,
  device_id uuid NOT NULL REFERENCES sync.device(id) ON DELETE CASCADE,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS spent_token_of_device ON sync.spent_token(device_id, at);

CREATE TABLE IF NOT EXISTS sync.invite(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code_hash bytea NOT NULL UNIQUE,
  email text NOT NULL CHECK (email = lower(email) AND email LIKE '%_@_%'),
  workspace_id uuid NOT NULL REFERENCES sync.workspace(id),
  role text NOT NULL CHECK (role IN ('admin', 'member', 'viewer')),
  made_by uuid REFERENCES sync.account(id),  -- nobody: the server's operator
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '24 hours',
  used_at timestamptz
);
CREATE INDEX IF NOT EXISTS invite_of_workspace ON sync.invite(workspace_id);

CREATE TABLE IF NOT EXISTS sync.signing_key(
  kid text PRIMARY KEY,
  alg text NOT NULL,
  public_key text NOT NULL,   -- PEM
  private_key text NOT NULL,  -- PEM
  created_at timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz
);

CREATE TABLE IF NOT EXISTS sync.audit(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id uuid NOT NULL,  -- no foreign key: its check would wait for each push
  at timestamptz NOT NULL DEFAULT now(),
  by_user uuid,   -- nobody: the server's operator
  by_email text,  -- as it was then; the account may be out of sight by now
  action text NOT NULL,
  subject text NOT NULL DEFAULT '',
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX IF NOT EXISTS audit_of_workspace ON sync.audit(workspace_id, id);

CREATE OR REPLACE FUNCTION sync.refuse_change() RETURNS trigger
LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'sync.audit is only ever added to' USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sync.audit
  FOR EACH STATEMENT EXECUTE FUNCTION sync.refuse_change();

-- Wrong guesses at codes, per sender's address and per beginning of the code.
CREATE TABLE IF NOT EXISTS sync.attempt(
  key text PRIMARY KEY,
  failures bigint NOT NULL,
  since timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS attempt_since ON sync.attempt(since);

-- ------------------------------------------------------------------ rights

CREATE OR REPLACE FUNCTION sync.my_admin_workspaces() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT workspace_id FROM sync.membership WHERE user_id = sync.me() AND NOT suspended AND role = 'admin' $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['device', 'spent_token', 'invite', 'signing_key', 'audit', 'attempt'] LOOP
    EXECUTE format('ALTER TABLE sync.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE sync.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS owner ON sync.%I', t);
    EXECUTE format('CREATE POLICY owner ON sync.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('REVOKE ALL ON sync.%I FROM PUBLIC, authenticated', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['invite', 'audit'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS see ON sync.%I', t);
    EXECUTE format('CREATE POLICY see ON sync.%I FOR SELECT TO authenticated '
                   'USING (workspace_id = ANY(ARRAY(SELECT sync.my_admin_workspaces())))', t);
  END LOOP;
END
$$;

DROP POLICY IF EXISTS see ON sync.device;
CREATE POLICY see ON sync.device FOR SELECT TO authenticated
  USING (user_id = sync.me() OR user_id IN (SELECT m.user_id FROM sync.membership m
           WHERE m.workspace_id = ANY(ARRAY(SELECT sync.my_admin_workspaces()))));

-- No hash is ever shown.
GRANT SELECT (id, user_id, kind, name, platform, app, created_at, last_seen, expires_at, revoked_at) ON sync.device TO authenticated;
GRANT SELECT (id, email, workspace_id, role, made_by, created_at, expires_at, used_at) ON sync.invite TO authenticated;
GRANT SELECT ON sync.audit TO authenticated;

-- ------------------------------------------------------------------ what several of them need

CREATE OR REPLACE FUNCTION sync.refused(status int, error text, message text) RETURNS jsonb
LANGUAGE sql
AS $$ SELECT sync.answer(status, jsonb_build_object('error', error, 'message', message)) $$;

CREATE OR REPLACE FUNCTION sync.my_device() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb->>'did')::uuid $$;

CREATE OR REPLACE FUNCTION sync.note(ws uuid, actor uuid, action text, subject text, detail jsonb DEFAULT '{}') RETURNS void
LANGUAGE sql
AS $$
  INSERT INTO sync.audit(workspace_id, by_user, by_email, action, subject, detail)
    VALUES (ws, actor, (SELECT a.email FROM sync.account a WHERE a.id = actor), action, coalesce(subject, ''), coalesce(detail, '{}'))
$$;

CREATE OR REPLACE FUNCTION sync.email_of(account uuid) RETURNS text
LANGUAGE sql STABLE
AS $$ SELECT a.email FROM sync.account a WHERE a.id = account $$;

CREATE OR REPLACE FUNCTION sync.account_shown(account uuid) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object('id', a.id, 'email', a.email, 'name', coalesce(a.name, split_part(a.email, '@', 1)))
  FROM sync.account a WHERE a.id = account
$$;

-- The personal one first.
CREATE OR REPLACE FUNCTION sync.workspaces_of(account uuid) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'role', m.role, 'personal', w.personal_of IS NOT NULL)
                            ORDER BY w.personal_of IS NULL, lower(w.name), w.id), '[]')
  FROM sync.membership m JOIN sync.workspace w ON w.id = m.workspace_id
  WHERE m.user_id = account AND NOT m.suspended
$$;

-- ------------------------------------------------------------------ invites

-- 20 digits of Crockford's base 32, 100 bits: `ABCDE-FGHJK-MNPQR-STVWX`. gen_random_uuid is cryptographically
-- strong and carries 122 bits; the hash mixes two of them.
CREATE OR REPLACE FUNCTION sync.new_code() RETURNS text
LANGUAGE sql VOLATILE
AS $$
  WITH noise AS (SELECT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) AS bytes)
  SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', get_byte(bytes, i) % 32 + 1, 1)
                    || CASE WHEN i IN (4, 9, 14) THEN '-' ELSE '' END, '' ORDER BY i)
  FROM noise, generate_series(0, 19) i
$$;

-- What a code is kept as: without hyphens.
CREATE OR REPLACE FUNCTION sync.code_hash(code text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT sha256(convert_to(replace(code, '-', ''), 'UTF8')) $$;

-- The person is made where they are new; they become a member when the code is used.
CREATE OR REPLACE FUNCTION sync.make_invite(ws uuid, address text, role text, actor uuid) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE
  code CONSTANT text := sync.new_code();
  mail CONSTANT text := lower(btrim(address));
  made sync.invite;
BEGIN
  IF mail IS NULL OR mail !~ '^[^\s@]+@[^\s@]+$' OR length(mail) > 254 THEN
    RETURN sync.refused(400, 'invalid', 'Give an e-mail address such as name@example.org.');
  END IF;
  IF role IS NULL OR role NOT IN ('admin', 'member', 'viewer') THEN
    RETURN sync.refused(400, 'invalid', 'Give a role: admin, member or viewer.');
  END IF;
  INSERT INTO sync.account(id, email) VALUES (gen_random_uuid(), mail) ON CONFLICT DO NOTHING;
  INSERT INTO sync.invite(code_hash, email, workspace_id, role, made_by)
    VALUES (sync.code_hash(code), mail, ws, role, actor) RETURNING * INTO made;
  PERFORM sync.note(ws, actor, 'invite.made', mail, jsonb_build_object('role', role));
  RETURN jsonb_build_object('id', made.id, 'code', code, 'expires', made.expires_at);
END
$$;

-- `admin` may be nobody yet: the operator makes a workspace and invites its first.
CREATE OR REPLACE FUNCTION sync.add_workspace(name text, personal_of uuid, admin uuid) RETURNS uuid
LANGUAGE plpgsql
AS $$
DECLARE made uuid;
BEGIN
  INSERT INTO sync.workspace(id, name, personal_of) VALUES (gen_random_uuid(), name, personal_of) RETURNING id INTO made;
  IF admin IS NOT NULL THEN
    INSERT INTO sync.membership(workspace_id, user_id, role) VALUES (made, admin, 'admin');
  END IF;
  PERFORM sync.note(made, admin, 'workspace.made', name);
  RETURN made;
END
$$;

-- ------------------------------------------------------------------ guessing

-- Seconds until `key` may try again; NULL: now.
CREATE OR REPLACE FUNCTION sync.wait_of(key text, most int, span interval) RETURNS int
LANGUAGE sql STABLE
AS $$
  SELECT ceil(extract(epoch FROM a.since + span - clock_timestamp()))::int FROM sync.attempt a
  WHERE a.key = wait_of.key AND a.failures >= most AND a.since + span > clock_timestamp()
$$;

CREATE OR REPLACE FUNCTION sync.count_failure(key text, span interval) RETURNS void
LANGUAGE sql
AS $$
  DELETE FROM sync.attempt old WHERE old.since < clock_timestamp() - interval '1 day';  -- whoever tries many addresses fills nothing
  INSERT INTO sync.attempt AS a(key, failures, since) VALUES (count_failure.key, 1, clock_timestamp())
  ON CONFLICT ON CONSTRAINT attempt_pkey DO UPDATE SET
    failures = CASE WHEN a.since + span > clock_timestamp() THEN a.failures + 1 ELSE 1 END,
    since = CASE WHEN a.since + span > clock_timestamp() THEN a.since ELSE clock_timestamp() END
$$;

-- ------------------------------------------------------------------ signing in

-- Another administrator's invite must not become a key to somebody's other workspaces: who has ever signed in, or
-- is a member elsewhere, proves who they are. The operator and the person themselves may make such a key.
CREATE OR REPLACE FUNCTION sync.must_prove(i sync.invite, account uuid, caller uuid) RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT i.made_by IS NOT NULL AND i.made_by <> account AND caller IS DISTINCT FROM account
    AND (EXISTS (SELECT 1 FROM sync.device d WHERE d.user_id = account)
         OR EXISTS (SELECT 1 FROM sync.membership m WHERE m.user_id = account AND m.workspace_id <> i.workspace_id))
$$;

CREATE OR REPLACE FUNCTION sync.revoke(device uuid, account uuid, actor uuid, action text) RETURNS boolean
LANGUAGE plpgsql
AS $$
DECLARE called text;
BEGIN
  UPDATE sync.device d SET revoked_at = now() WHERE d.id = device AND d.user_id = account AND d.revoked_at IS NULL RETURNING d.name INTO called;
  IF called IS NULL THEN RETURN false; END IF;
  -- Other workspaces of theirs are told that it happened, not who a stranger to them is.
  PERFORM sync.note(m.workspace_id, CASE WHEN actor IN (SELECT o.user_id FROM sync.membership o WHERE o.workspace_id = m.workspace_id) THEN actor END, action, sync.email_of(account), jsonb_build_object('device', device, 'name', called))
    FROM sync.membership m WHERE m.user_id = account;
  RETURN true;
END
$$;

-- The operator says that `account` is who signs in now. What a stranger's workspace has let in under the same
-- address before, to wait for this, is signed out; what `ws` has let in is let in anyway.
CREATE OR REPLACE FUNCTION sync.vouch(account uuid, ws uuid) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  IF (SELECT a.vouched FROM sync.account a WHERE a.id = account) THEN RETURN; END IF;
  UPDATE sync.account a SET vouched = true WHERE a.id = account;
  DELETE FROM sync.invite i WHERE i.email = sync.email_of(account) AND i.made_by = account AND i.used_at IS NULL;
  PERFORM sync.revoke(d.id, account, NULL, 'device.signed_out') FROM sync.device d
    WHERE d.user_id = account AND d.through IS DISTINCT FROM ws;
END
$$;

-- The invite's person, as a member of its workspace and with one of their own.
CREATE OR REPLACE FUNCTION sync.let_in(i sync.invite, account uuid) RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
  UPDATE sync.invite SET used_at = clock_timestamp() WHERE id = i.id;
  INSERT INTO sync.membership(workspace_id, user_id, role) VALUES (i.workspace_id, account, i.role) ON CONFLICT DO NOTHING;
  PERFORM 1 FROM sync.account a WHERE a.id = account FOR UPDATE;
  IF i.made_by IS NULL THEN PERFORM sync.vouch(account, i.workspace_id); END IF;
  IF NOT EXISTS (SELECT 1 FROM sync.workspace w WHERE w.personal_of = account) THEN
    PERFORM sync.add_workspace('Personal', account, account);
  END IF;
END
$$;

-- A one-time code for a device's credential. `device`: {"name", "platform", "app"}; `sender`: the network address;
-- `beginning`: the code's first digits; `caller`: who is signed in already, or nobody. Commit also what is refused:
-- failures count.
CREATE OR REPLACE FUNCTION sync.exchange(code_hash bytea, beginning text, sender text, device jsonb, token_hash bytea, caller uuid DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SET lock_timeout = '3s'
AS $$
DECLARE
  wait CONSTANT int := greatest(sync.wait_of('from ' || sender, 20, '10 minutes'), sync.wait_of('code ' || beginning, 5, '1 hour'));
  i sync.invite;
  account uuid;
  made sync.device;
BEGIN
  IF wait IS NOT NULL THEN
    RETURN sync.refused(429, 'rate_limited', 'Too many wrong codes; wait before the next.') || jsonb_build_object('retry_after', wait);
  END IF;
  SELECT * INTO i FROM sync.invite WHERE invite.code_hash = exchange.code_hash FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM sync.count_failure('from ' || sender, '10 minutes'), sync.count_failure('code ' || beginning, '1 hour');
    RETURN sync.refused(401, 'code_unknown', 'There is no such code; look at it again, or ask for a new one.');
  END IF;
  IF i.used_at IS NOT NULL THEN RETURN sync.refused(401, 'code_used', 'The code was used; ask for a new one.'); END IF;
  IF i.expires_at < clock_timestamp() THEN RETURN sync.refused(401, 'code_expired', 'The code has expired; ask for a new one.'); END IF;
  SELECT a.id INTO account FROM sync.account a WHERE a.email = i.email;
  IF sync.must_prove(i, account, caller) THEN
    RETURN sync.refused(403, 'sign_in_first', 'This person has signed in before: use the code on a device where they are signed in, make a code for yourself there, or ask the operator of the server for one.');
  END IF;
  PERFORM sync.let_in(i, account);
  INSERT INTO sync.device(user_id, through, kind, name, platform, app, token_hash, expires_at)
    VALUES (account, i.workspace_id, 'device', coalesce(nullif(left(btrim(device->>'name'), 200), ''), 'device'), coalesce(left(device->>'platform', 100), ''),
            coalesce(left(device->>'app', 100), ''), exchange.token_hash, now() + interval '365 days') RETURNING * INTO made;
  PERFORM sync.note(i.workspace_id, account, 'device.signed_in', i.email, jsonb_build_object('device', made.id, 'name', made.name));
  RETURN jsonb_build_object('account', sync.account_shown(account), 'device', jsonb_build_object('id', made.id, 'name', made.name),
                            'workspace', i.workspace_id, 'workspaces', sync.workspaces_of(account));
END
$$;

-- Commit also what is refused: a copied token signs its device out.
CREATE OR REPLACE FUNCTION sync.refuse_refresh(hash bytea) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE d sync.device;
BEGIN
  SELECT v.* INTO d FROM sync.spent_token t JOIN sync.device v ON v.id = t.device_id WHERE t.hash = refuse_refresh.hash;
  IF NOT FOUND THEN RETURN sync.refused(401, 'token_invalid', 'The device is not known; sign in again.'); END IF;
  IF sync.revoke(d.id, d.user_id, NULL, 'device.token_reused') THEN
    RETURN sync.refused(401, 'token_reused', 'A token was used twice, so somebody may have copied it; the device was signed out. Sign in again.');
  END IF;
  RETURN sync.refused(401, 'device_revoked', 'The device was signed out; sign in again.');
END
$$;

-- {"user", "device"}. The token becomes the predecessor of `fresh`; when it is the predecessor itself, its
-- successor was lost on the way and dies.
CREATE OR REPLACE FUNCTION sync.refresh(hash bytea, fresh bytea) RETURNS jsonb
LANGUAGE plpgsql SET lock_timeout = '3s'
AS $$
DECLARE d sync.device;
BEGIN
  SELECT * INTO d FROM sync.device v WHERE v.kind = 'device' AND (v.token_hash = hash OR v.previous_hash = hash) FOR UPDATE;
  IF NOT FOUND THEN RETURN sync.refuse_refresh(hash); END IF;
  IF d.revoked_at IS NOT NULL THEN
    RETURN sync.refused(401, 'device_revoked', 'The device was signed out; sign in again.');
  END IF;
  IF d.expires_at < clock_timestamp() THEN
    RETURN sync.refused(401, 'token_invalid', 'The device was not used for a year; sign in again.');
  END IF;
  INSERT INTO sync.spent_token(hash, device_id)
    SELECT old, d.id FROM unnest(ARRAY[d.token_hash, d.previous_hash]) old WHERE old <> refresh.hash;
  DELETE FROM sync.spent_token t WHERE t.device_id = d.id AND t.at < now() - interval '90 days';
  UPDATE sync.device v SET token_hash = fresh, previous_hash = refresh.hash, last_seen = now(), expires_at = now() + interval '365 days'
    WHERE v.id = d.id;
  RETURN jsonb_build_object('user', d.user_id, 'device', d.id);
END
$$;

-- ------------------------------------------------------------------ each call

-- Whose call it is, by the device of an access token or by a machine token's hash; `refusal` says why it is
-- nobody's. Notes at most once a minute that they were here.
CREATE OR REPLACE FUNCTION sync.who(device uuid, hash bytea, OUT user_id uuid, OUT device_id uuid, OUT refusal text)
LANGUAGE plpgsql
AS $$
DECLARE d sync.device;
BEGIN
  IF device IS NOT NULL THEN
    SELECT * INTO d FROM sync.device v WHERE v.id = device;
  ELSE
    SELECT * INTO d FROM sync.device v WHERE v.token_hash = hash AND v.kind = 'token';
  END IF;
  refusal := CASE WHEN d.id IS NULL THEN 'token_invalid' WHEN d.revoked_at IS NOT NULL THEN 'device_revoked'
                  WHEN d.expires_at < now() THEN 'token_expired' END;
  IF refusal IS NOT NULL THEN RETURN; END IF;
  user_id := d.user_id;
  device_id := d.id;
  IF d.last_seen < now() - interval '1 minute' AND NOT pg_is_in_recovery() THEN
    -- The call's own transaction holds this lock to its end: nobody waits for it.
    UPDATE sync.device v SET last_seen = now()
      WHERE v.id = (SELECT l.id FROM sync.device l WHERE l.id = d.id FOR NO KEY UPDATE SKIP LOCKED);
  END IF;
END
$$;

-- A machine token, made by a person on a signed-in device.
CREATE OR REPLACE FUNCTION sync.add_token(account uuid, device uuid, called text, hash bytea) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE made sync.device;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM sync.device d WHERE d.id = device AND d.user_id = account AND d.kind = 'device') THEN
    RETURN sync.refused(403, 'forbidden', 'A machine token makes no further ones; sign in on a device.');
  END IF;
  IF coalesce(length(btrim(called)), 0) NOT BETWEEN 1 AND 200 THEN
    RETURN sync.refused(400, 'invalid', 'Give a name of 1 to 200 characters.');
  END IF;
  INSERT INTO sync.device(user_id, through, kind, name, token_hash, expires_at)
    VALUES (account, (SELECT d.through FROM sync.device d WHERE d.id = device), 'token', btrim(called), hash, now() + interval '90 days') RETURNING * INTO made;
  PERFORM sync.note(m.workspace_id, account, 'token.made', made.name, jsonb_build_object('device', made.id))
    FROM sync.membership m WHERE m.user_id = account;
  RETURN jsonb_build_object('device', jsonb_build_object('id', made.id, 'name', made.name), 'expires_at', made.expires_at);
END
$$;

-- The keys that are published, the oldest first; before that, the given one becomes the newest where the last is
-- older than 30 days. Those before it stay published for an hour, longer than any token of theirs is good.
CREATE OR REPLACE FUNCTION sync.rotate_keys(kid text, alg text, public_key text, private_key text)
RETURNS TABLE (id text, secret text, age bigint)
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(2424369);  -- beside that of migrations
  IF NOT EXISTS (SELECT 1 FROM sync.signing_key k WHERE k.retired_at IS NULL AND k.created_at > clock_timestamp() - interval '30 days') THEN
    UPDATE sync.signing_key k SET retired_at = clock_timestamp() WHERE k.retired_at IS NULL;
    INSERT INTO sync.signing_key(kid, alg, public_key, private_key, created_at) VALUES ($1, $2, $3, $4, clock_timestamp());
  END IF;
  RETURN QUERY SELECT k.kid, k.private_key, extract(epoch FROM clock_timestamp() - k.created_at)::bigint FROM sync.signing_key k
    WHERE k.retired_at IS NULL OR k.retired_at > clock_timestamp() - interval '1 hour' ORDER BY k.created_at;
END
$$;

-- What nobody needs any more; a device is kept half a year after its end, for whoever looks back.
CREATE OR REPLACE FUNCTION sync.collect_identity_garbage() RETURNS bigint
LANGUAGE sql
AS $$
  WITH tried AS (DELETE FROM sync.attempt WHERE since < now() - interval '1 day' RETURNING 1),
       asked AS (DELETE FROM sync.invite WHERE expires_at < now() - interval '30 days' RETURNING 1),
       ended AS (DELETE FROM sync.device WHERE least(revoked_at, expires_at) < now() - interval '180 days' RETURNING 1),
       signed AS (DELETE FROM sync.signing_key WHERE retired_at < now() - interval '30 days' RETURNING 1)
  SELECT (SELECT count(*) FROM tried) + (SELECT count(*) FROM asked) + (SELECT count(*) FROM ended) + (SELECT count(*) FROM signed)
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA sync, api FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sync.my_admin_workspaces(), sync.my_device(), sync.refused(int, text, text), sync.account_shown(uuid),
  sync.workspaces_of(uuid) TO authenticated;
