-- The administration of a workspace's people, over one connection, as in a pool.
CREATE FUNCTION helper.ws() RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT '10000000-0000-7000-8000-000000000001'::uuid $$;
CREATE FUNCTION helper.who(name text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT ('00000000-0000-7000-8000-0000000000' || left(name, 1) || '1')::uuid $$;
CREATE FUNCTION helper.v() RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT '00000000-0000-7000-8000-0000000000c1'::uuid $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA helper TO authenticated;
INSERT INTO sync.device(id, user_id, kind, name, token_hash, expires_at) VALUES
  (helper.id('device', 1), helper.who('bo'), 'device', 'Bo''s', 'b', now() + interval '1 day'),
  (helper.id('device', 2), helper.who('eve'), 'device', 'Eve''s', 'e', now() + interval '1 day');
INSERT INTO sync.invite(id, code_hash, email, workspace_id, role) VALUES (helper.id('invite', 1), 'c', 'open@example.org', helper.ws(), 'member');
-- The same question of everybody, each rolled back.
CREATE FUNCTION helper.ask(who text, what text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer jsonb;
BEGIN
  PERFORM helper.sign_in(who);
  BEGIN
    EXECUTE 'SELECT ' || what INTO answer;
    RAISE EXCEPTION USING ERRCODE = 'SY999';
  EXCEPTION WHEN SQLSTATE 'SY999' THEN
    RETURN coalesce(answer->>'error', 'ok');
  END;
END $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA helper TO authenticated;
SELECT plan(58);

SELECT is(string_agg(helper.ask(who, what), ',' ORDER BY o), wanted, what) FROM (VALUES
  ('api.members(helper.ws())', 'ok,ok,ok,space_revoked'),
  ('api.invite(helper.ws(), ''x@y.z'', ''viewer'')', 'ok,forbidden,forbidden,space_revoked'),
  ('api.invite(helper.ws(), ''Vi@example.org'', ''admin'')', 'ok,forbidden,ok,space_revoked'),
  ('api.invite(helper.ws(), '' BO@example.org'', ''admin'')', 'already_member,ok,forbidden,space_revoked'),
  ('api.invite(helper.ws(), ''eve@example.org'', ''admin'')', 'ok,forbidden,forbidden,space_revoked'),
  ('api.invite(''20000000-0000-7000-8000-000000000002'', ''x@y.z'', ''viewer'')', 'space_revoked,space_revoked,space_revoked,ok'),
  ('api.cancel_invite(helper.ws(), helper.id(''invite'', 1))', 'ok,forbidden,forbidden,space_revoked'),
  ('api.cancel_invite(''20000000-0000-7000-8000-000000000002'', helper.id(''invite'', 1))', 'space_revoked,space_revoked,space_revoked,not_found'),
  ('api.rename_workspace(helper.ws(), ''New'')', 'ok,forbidden,forbidden,space_revoked'),
  ('api.rename_workspace(helper.id(''none'', 1), ''New'')', 'space_revoked,space_revoked,space_revoked,space_revoked'),
  ('api.change_member(helper.ws(), helper.who(''bo''), ''viewer'')', 'ok,forbidden,forbidden,space_revoked'),
  ('api.change_member(helper.ws(), helper.v(), ''admin'')', 'ok,forbidden,forbidden,space_revoked'),
  ('api.change_member(helper.ws(), helper.who(''eve''), ''admin'')', 'not_found,forbidden,forbidden,space_revoked'),
  ('api.change_member(''20000000-0000-7000-8000-000000000002'', helper.who(''bo''), ''admin'')', 'space_revoked,space_revoked,space_revoked,not_found'),
  ('api.remove_member(helper.ws(), helper.v())', 'ok,forbidden,ok,space_revoked'),
  ('api.remove_member(helper.ws(), helper.who(''eve''))', 'not_found,forbidden,forbidden,space_revoked'),
  ('api.member_devices(helper.ws(), helper.who(''bo''))', 'ok,ok,forbidden,space_revoked'),
  ('api.member_devices(helper.ws(), helper.who(''eve''))', 'not_found,forbidden,forbidden,space_revoked'),
  ('api.revoke_member_device(helper.ws(), helper.who(''bo''), helper.id(''device'', 1))', 'ok,ok,forbidden,space_revoked'),
  ('api.revoke_member_device(helper.ws(), helper.who(''bo''), helper.id(''device'', 2))', 'not_found,not_found,forbidden,space_revoked'),
  ('api.revoke_member_device(helper.ws(), helper.who(''eve''), helper.id(''device'', 2))', 'not_found,forbidden,forbidden,space_revoked'),
  ('api.revoke_device(helper.id(''device'', 1))', 'not_found,ok,not_found,not_found'),
  ('api.audit(helper.ws())', 'ok,forbidden,forbidden,space_revoked'),
  ('api.create_workspace(''Mine'')', 'ok,ok,ok,ok'),
  ('api.me()', 'ok,ok,ok,ok')) q(what, wanted),
  unnest(ARRAY['ada', 'bo', 'vi', 'eve']) WITH ORDINALITY p(who, o) GROUP BY what, wanted;
RESET ROLE;
SELECT set_config('request.jwt.claims', '', false) \g /dev/null
SET ROLE authenticated;
SELECT is((api.members(helper.ws())->>'error'), 'not_signed_in', 'nobody');
SELECT is((api.me()->>'error'), 'not_signed_in', 'is nobody');
SELECT is((api.create_workspace('x')->>'error'), 'not_signed_in', 'and makes nothing');

-- what is shown
SELECT helper.sign_in('ada') \g /dev/null
SELECT is(jsonb_array_length(api.members(helper.ws())->'invites'), 1, 'an administrator sees the open invites');
SELECT is((SELECT m - 'created_at' - 'last_seen' FROM jsonb_array_elements(api.members(helper.ws())->'members') m WHERE m->>'name' = 'Bo'),
  '{"user": "00000000-0000-7000-8000-0000000000b1", "email": "bo@example.org", "name": "Bo", "role": "member", "suspended": false, "devices": 1}', 'a member');
SELECT is(api.member_devices(helper.ws(), helper.who('bo'))->'devices'->0->>'name', 'Bo''s', 'and their device');
SELECT helper.sign_in('vi') \g /dev/null
SELECT is(api.members(helper.ws())->'invites', '[]', 'a viewer sees none');
SELECT is((SELECT m->>'devices' FROM jsonb_array_elements(api.members(helper.ws())->'members') m WHERE m->>'name' = 'Bo'), '1', 'but how many devices there are');
SELECT is(api.me()->'workspaces', '[{"id": "10000000-0000-7000-8000-000000000001", "name": "Team", "role": "viewer", "personal": false}]', 'their workspaces');
SELECT is(api.devices()->'devices', '[]', 'and no device of others');

-- the last administrator
SELECT helper.sign_in('ada') \g /dev/null
SELECT is(api.change_member(helper.ws(), helper.who('ada'), 'member')->>'error', 'last_admin', 'is not demoted');
SELECT is(api.change_member(helper.ws(), helper.who('ada'), NULL, true)->>'error', 'last_admin', 'nor suspended');
SELECT is(api.remove_member(helper.ws(), helper.who('ada'))->>'error', 'last_admin', 'nor removed');
SELECT is(api.change_member(helper.ws(), helper.who('ada'), 'emperor')->>'error', 'invalid', 'nor made anything else');
SELECT is(api.change_member(helper.ws(), helper.who('bo'), 'admin')->>'role', 'admin', 'with another one');
SELECT is(api.change_member(helper.ws(), helper.who('bo'), NULL, true)->>'suspended', 'true', 'who is suspended');
SELECT is(api.change_member(helper.ws(), helper.who('ada'), 'member')->>'error', 'last_admin', 'it is still the last');
SELECT is(api.change_member(helper.ws(), helper.who('bo'), 'admin', false)->>'suspended', 'false', 'and with one who is there');
SELECT is(api.invite(helper.ws(), 'friend@example.org', 'admin')->>'error', NULL, 'it invites');
SELECT is(api.change_member(helper.ws(), helper.who('ada'), 'viewer')->>'role', 'viewer', 'may go');
SELECT is(api.change_member(helper.ws(), helper.who('ada'), 'admin')->>'error', 'forbidden', 'and does not come back by itself');
RESET ROLE;
SELECT is((SELECT count(*) FROM sync.invite WHERE email = 'friend@example.org')::int, 0, 'its open invites are gone with its role');
SELECT helper.sign_in('bo') \g /dev/null
SELECT is(api.change_member(helper.ws(), helper.v(), NULL, true)->>'suspended', 'true', 'a suspended member');
SELECT is(helper.ask('vi', 'api.members(helper.ws())'), 'space_revoked', 'is out');
SELECT helper.sign_in('ada') \g /dev/null
SELECT isnt(api.invite(helper.ws(), 'ada@example.org', 'admin')->>'code', NULL, 'a code for a further device');
RESET ROLE;
SELECT is((SELECT role FROM sync.invite WHERE email = 'ada@example.org' AND used_at IS NULL), 'viewer', 'gives no other role');
SELECT helper.sign_in('bo') \g /dev/null
SELECT is(api.remove_member(helper.ws(), helper.who('ada')), '{}', 'who is removed');
RESET ROLE;
SELECT is((SELECT count(*) FROM sync.invite WHERE email = 'ada@example.org' AND used_at IS NULL)::int, 0, 'has no code left to come back by');

-- the log
SELECT helper.sign_in('bo') \g /dev/null
SELECT is((SELECT string_agg(e->>'action', ',') FROM jsonb_array_elements(api.audit(helper.ws(), NULL, 3)->'entries') e), 'member.removed,invite.made,member.suspended', 'the newest acts first');
SELECT is((SELECT string_agg(e->>'action', ',') FROM jsonb_array_elements(api.audit(helper.ws(), (api.audit(helper.ws(), NULL, 3)->'entries'->2->>'id')::bigint, 1)->'entries') e), 'member.role', 'and those before');
SELECT is(api.audit(helper.ws(), NULL, 1)->'entries'->0->'by', '{"user": "00000000-0000-7000-8000-0000000000b1", "email": "bo@example.org"}', 'by whom');
SELECT is(api.audit(helper.ws(), NULL, 1)->'entries'->0->>'subject', 'ada@example.org', 'to whom');
SELECT is(api.audit(helper.ws())->'entries' @? '$[*] ? (@.action == "member.role" && @.detail.from == "admin" && @.detail.to == "viewer")', true, 'and what');
SELECT * FROM finish();
