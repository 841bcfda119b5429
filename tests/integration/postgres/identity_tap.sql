-- What the server does with codes, refresh tokens and machine tokens.
CREATE FUNCTION helper.exchange(code text, secret text, sender text DEFAULT '192.0.2.1', caller uuid DEFAULT NULL) RETURNS jsonb LANGUAGE sql AS $$
  SELECT sync.exchange(sync.code_hash(code), left(code, 5), sender, '{"name": "laptop", "platform": "linux", "app": "1"}',
                       sha256(convert_to(secret, 'UTF8')), caller) $$;
CREATE FUNCTION helper.refresh(old text, fresh text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT sync.refresh(sha256(convert_to(old, 'UTF8')), sha256(convert_to(fresh, 'UTF8'))) $$;
CREATE FUNCTION helper.code(email text, actor uuid DEFAULT NULL, role text DEFAULT 'member') RETURNS text LANGUAGE sql AS $$
  SELECT sync.make_invite('10000000-0000-7000-8000-000000000001', email, role, actor)->>'code' $$;
CREATE TEMP TABLE kept(name text PRIMARY KEY, value text);
GRANT USAGE ON SCHEMA helper TO keeper;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA helper TO keeper;
GRANT ALL ON kept TO keeper;
SET ROLE keeper;  -- the server's own user, which row security binds
SELECT plan(66);

-- codes
SELECT is((SELECT count(*) FROM generate_series(1, 200) WHERE sync.new_code() !~ '^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$')::int, 0, 'codes have their form');
SELECT is((SELECT count(DISTINCT sync.new_code()) FROM generate_series(1, 200))::int, 200, 'and are not repeated');
INSERT INTO kept VALUES ('nia', helper.code(' Nia@Example.org '));
SELECT is((SELECT name FROM sync.account WHERE email = 'nia@example.org'), NULL, 'the invited person has an account');
SELECT is((SELECT count(*) FROM sync.membership m JOIN sync.account a ON a.id = m.user_id WHERE a.email = 'nia@example.org')::int, 0, 'and is no member yet');
SELECT is((SELECT count(*) FROM sync.invite WHERE code_hash::text LIKE '%' || (SELECT value FROM kept) || '%')::int, 0, 'the code itself is not kept');
SELECT is(sync.make_invite('10000000-0000-7000-8000-000000000001', mail, 'member', NULL)->>'error', 'invalid', 'no address: ' || mail)
  FROM unnest(ARRAY['nobody', '', 'a@b@c', 'a b@c', '@', repeat('x', 260) || '@y.z']) mail;
SELECT is(sync.make_invite('10000000-0000-7000-8000-000000000001', 'x@y.z', 'owner', NULL)->>'error', 'invalid', 'no role');

SELECT is(helper.exchange('AAAAA-AAAAA-AAAAA-AAAAA', 's0')->>'error', 'code_unknown', 'a wrong code');
INSERT INTO kept VALUES ('answer', helper.exchange((SELECT value FROM kept WHERE name = 'nia'), 's1'));
SELECT is(value::jsonb->'account'->>'email', 'nia@example.org', 'the code signs its person in') FROM kept WHERE name = 'answer';
SELECT is(value::jsonb->>'workspace', '10000000-0000-7000-8000-000000000001', 'to its workspace') FROM kept WHERE name = 'answer';
SELECT is((SELECT string_agg((w->>'role') || ' ' || (w->>'personal'), ', ') FROM jsonb_array_elements(value::jsonb->'workspaces') w), 'admin true, member false', 'and to one of their own') FROM kept WHERE name = 'answer';
SELECT is(helper.exchange((SELECT value FROM kept WHERE name = 'nia'), 's2')->>'error', 'code_used', 'once');
SELECT is((SELECT count(*) FROM sync.workspace w JOIN sync.account a ON a.id = w.personal_of WHERE a.email = 'nia@example.org')::int, 1, 'one personal workspace');
SELECT is(helper.exchange(helper.code('nia@example.org', NULL, 'admin'), 's3') @? '$.workspaces[*] ? (@.role == "member")', true, 'the operator''s next code is a further device and leaves the role');
SELECT is((SELECT count(*) FROM sync.workspace w JOIN sync.account a ON a.id = w.personal_of WHERE a.email = 'nia@example.org')::int, 1, 'and no second personal workspace');
INSERT INTO kept VALUES ('late', helper.code('late@example.org'));
UPDATE sync.invite SET expires_at = now() - interval '1 second' WHERE email = 'late@example.org';
SELECT is(helper.exchange((SELECT value FROM kept WHERE name = 'late'), 's4')->>'error', 'code_expired', 'a day is over');

-- another administrator's code is no key to somebody's account
SELECT is(helper.exchange(helper.code('nia@example.org', '00000000-0000-7000-8000-0000000000a1'), 's5')->>'error', 'sign_in_first', 'whoever has signed in before proves who they are');
SELECT is(helper.exchange(helper.code('eve@example.org', '00000000-0000-7000-8000-0000000000a1'), 's5')->>'error', 'sign_in_first', 'and so does a member of another workspace');
SELECT is(helper.exchange(helper.code('eve@example.org', '00000000-0000-7000-8000-0000000000a1'), 's5', '192.0.2.1', '00000000-0000-7000-8000-0000000000b1')->>'error', 'sign_in_first', 'being somebody else is no proof');
SELECT is(helper.exchange(helper.code('eve@example.org', '00000000-0000-7000-8000-0000000000a1'), 's5', '192.0.2.1', '00000000-0000-7000-8000-0000000000e1')->'account'->>'name', 'Eve', 'being them is');
SELECT is(helper.exchange(helper.code('eve@example.org', '00000000-0000-7000-8000-0000000000e1'), 's6')->'account'->>'name', 'Eve', 'their own code is a further device');

-- an address that a stranger's workspace claimed first
SELECT is(sync.make_invite('20000000-0000-7000-8000-000000000002', 'zed@example.org', 'member', '00000000-0000-7000-8000-0000000000e1')->>'error', NULL, 'Eve invites somebody new');
INSERT INTO kept SELECT 'squat', sync.make_invite('20000000-0000-7000-8000-000000000002', 'zed@example.org', 'member', '00000000-0000-7000-8000-0000000000e1')->>'code';
INSERT INTO kept SELECT 'zed', helper.exchange(value, 'z1') FROM kept WHERE name = 'squat';
INSERT INTO kept SELECT 'own', helper.code('zed@example.org', (SELECT (value::jsonb->'account'->>'id')::uuid FROM kept WHERE name = 'zed'));
SELECT isnt(sync.add_token((value::jsonb->'account'->>'id')::uuid, (value::jsonb->'device'->>'id')::uuid, 'squat', 'zt')->>'device', NULL, 'and signs in as them') FROM kept WHERE name = 'zed';
SELECT is(helper.exchange(helper.code('zed@example.org', '00000000-0000-7000-8000-0000000000a1'), 'z2')->>'error', 'sign_in_first', 'Ada''s code does not join that account');
SELECT is(helper.exchange(helper.code('zed@example.org'), 'z3')->'account'->>'name', 'zed', 'the operator''s does');
SELECT is(helper.refresh('z1', 'z4')->>'error', 'device_revoked', 'and signs out who waited there');
SELECT is((SELECT refusal FROM sync.who(NULL, 'zt')), 'device_revoked', 'with their machine token');
SELECT is(helper.exchange((SELECT value FROM kept WHERE name = 'own'), 'z5')->>'error', 'code_unknown', 'and their own code');
SELECT is(concat(helper.exchange(helper.code('zed@example.org'), 'z6')->>'error', helper.refresh('z3', 'z7')->>'error'), '', 'a further code of the operator leaves the first device');

-- guessing
SELECT is(string_agg(helper.exchange('BBBBB-' || n || 'BBBB-BBBBB-BBBBB', 'x', '192.0.2.' || n)->>'error', ','), 'code_unknown,code_unknown,code_unknown,code_unknown,code_unknown,rate_limited,rate_limited', 'many senders at one beginning') FROM generate_series(11, 17) n;
SELECT is(count(*) FILTER (WHERE helper.exchange('C' || to_char(n, 'FM0000') || '-BBBBB', 'x', '192.0.2.99')->>'error' = 'code_unknown'), 20::bigint, 'one sender at many') FROM generate_series(1, 25) n;
BEGIN;
SELECT cmp_ok((helper.exchange('D', 'x', '192.0.2.99')->>'retry_after')::int, '>', 500, 'says how long to wait');
SELECT is(current_setting('response.status'), '429', 'with its status');
COMMIT;
SELECT is(helper.exchange(helper.code('pat@example.org'), 'x', '192.0.2.99')->>'error', 'rate_limited', 'a right one is not tried either');
SELECT is(helper.exchange(helper.code('pat@example.org'), 'pat', '192.0.2.98')->'account'->>'name', 'pat', 'others sign in meanwhile');
UPDATE sync.attempt SET since = since - interval '1 hour';
SELECT is(helper.exchange('E', 'x', '192.0.2.99')->>'error', 'code_unknown', 'until it is over');

-- refresh tokens
SELECT is(helper.refresh('nonsense', 'r0')->>'error', 'token_invalid', 'an unknown token');
SELECT isnt(helper.refresh('s1', 'r1')->>'device', NULL, 'a token is replaced');
SELECT isnt(helper.refresh('r1', 'r2')->>'device', NULL, 'and that one too');
SELECT isnt(helper.refresh('r1', 'r3')->>'device', NULL, 'the predecessor, when the answer was lost');
SELECT isnt(helper.refresh('r1', 'r4')->>'device', NULL, 'and lost again');
SELECT isnt(helper.refresh('r4', 'r5')->>'device', NULL, 'what it got is good');
SELECT is(helper.refresh('r1', 'r6')->>'error', 'token_reused', 'the predecessor of one that was used is a copy');
SELECT is(helper.refresh('r5', 'r7')->>'error', 'device_revoked', 'and the device is out');
SELECT is(helper.refresh('r1', 'r8')->>'error', 'device_revoked', 'told once');
SELECT is((SELECT count(*) FROM sync.audit WHERE action = 'device.token_reused')::int, 2, 'noted in both workspaces');
SELECT isnt(helper.refresh('s3', 'q1')->>'device', NULL, 'another device is not touched');
SELECT isnt(helper.refresh('s3', 'q2')->>'device', NULL, 'two at once');
SELECT is(helper.refresh('q1', 'q3')->>'error', 'token_reused', 'one that died unused is a copy too');
UPDATE sync.device SET expires_at = now() - interval '1 second' WHERE token_hash = sha256('pat');
SELECT is(helper.refresh('pat', 'p1')->>'error', 'token_invalid', 'a device that was not used for a year');

-- each call
INSERT INTO sync.device(id, user_id, kind, name, token_hash, expires_at, last_seen) VALUES
  (helper.id('device', 1), '00000000-0000-7000-8000-0000000000b1', 'device', 'Bo''s', 'a', now() + interval '1 day', now() - interval '1 hour');
SELECT is((SELECT user_id::text || coalesce(refusal, '') FROM sync.who(helper.id('device', 1), NULL)), '00000000-0000-7000-8000-0000000000b1', 'a device is somebody''s');
SELECT cmp_ok((SELECT last_seen FROM sync.device WHERE id = helper.id('device', 1)), '>', now() - interval '1 minute', 'who was here');
SELECT is((SELECT refusal FROM sync.who(NULL, 'a')), 'token_invalid', 'a refresh token is no machine token');
SELECT isnt(sync.add_token('00000000-0000-7000-8000-0000000000b1', helper.id('device', 1), 'build', 'm')->'device'->>'id', NULL, 'a machine token');
SELECT is((SELECT user_id::text || coalesce(refusal, '') FROM sync.who(NULL, 'm')), '00000000-0000-7000-8000-0000000000b1', 'is somebody''s too');
SELECT is(sync.add_token('00000000-0000-7000-8000-0000000000b1', (SELECT device_id FROM sync.who(NULL, 'm')), 'more', 'n')->>'error', 'forbidden', 'and makes no further ones');

-- keys
SELECT is((SELECT string_agg(id || secret, ',') FROM sync.rotate_keys('k1', 'ES256', 'open', 's1')), 'k1s1', 'the first key is taken');
SELECT is((SELECT string_agg(id, ',') FROM sync.rotate_keys('k2', 'ES256', 'open', 's2')), 'k1', 'and kept');
UPDATE sync.signing_key SET created_at = now() - interval '31 days';
SELECT is((SELECT string_agg(id, ',') FROM sync.rotate_keys('k3', 'ES256', 'open', 's3')), 'k1,k3', 'for 30 days; then both are published');
SELECT is((SELECT string_agg((age / 86400)::text, ',') FROM sync.rotate_keys('k4', 'ES256', 'open', 's4')), '31,0', 'with their age');
UPDATE sync.signing_key SET retired_at = now() - interval '61 minutes' WHERE kid = 'k1';
SELECT is((SELECT string_agg(id, ',') FROM sync.rotate_keys('k5', 'ES256', 'open', 's5')), 'k3', 'for an hour');
SELECT * FROM finish();
