-- The administration of workspaces and their people, for whoever is signed in. What is refused is answered with
-- "error" and "message", and with its HTTP status in response.status. Each act leaves an entry in the audit log
-- in its own transaction.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- NULL, or why the caller may not. A workspace that is not there and one of others are answered alike.
CREATE OR REPLACE FUNCTION sync.not_member(ws uuid) RETURNS jsonb
LANGUAGE plpgsql
AS $$
BEGIN
  IF sync.me() IS NULL THEN RETURN sync.refused(401, 'not_signed_in', 'Sign in first.'); END IF;
  IF ws IN (SELECT sync.my_workspaces()) THEN RETURN NULL; END IF;
  RETURN sync.refused(403, 'space_revoked', 'You are not a member of this workspace; ask one of its administrators to invite you.');
END
$$;

CREATE OR REPLACE FUNCTION sync.not_admin(ws uuid) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE refusal CONSTANT jsonb := sync.not_member(ws);
BEGIN
  IF refusal IS NOT NULL OR ws IN (SELECT sync.my_admin_workspaces()) THEN RETURN refusal; END IF;
  RETURN sync.refused(403, 'forbidden', 'Only administrators of the workspace may do this; ask one of them.');
END
$$;

CREATE OR REPLACE FUNCTION sync.member_shown(ws uuid, member uuid) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object('user', m.user_id, 'email', a.email, 'name', coalesce(a.name, split_part(a.email, '@', 1)),
    'role', m.role, 'suspended', m.suspended, 'last_seen', (SELECT max(d.last_seen) FROM sync.device d WHERE d.user_id = m.user_id), 'created_at', m.created_at,
    'devices', (SELECT count(*) FROM sync.device d WHERE d.user_id = m.user_id AND d.revoked_at IS NULL AND d.expires_at > now()))
  FROM sync.membership m JOIN sync.account a ON a.id = m.user_id
  WHERE m.workspace_id = ws AND m.user_id = member
$$;

-- Under the workspace's lock: whether nobody but `member` looks after it.
CREATE OR REPLACE FUNCTION sync.is_last_admin(ws uuid, member uuid) RETURNS boolean
LANGUAGE sql STABLE
AS $$
  SELECT EXISTS (SELECT 1 FROM sync.membership WHERE workspace_id = ws AND user_id = member AND role = 'admin' AND NOT suspended)
     AND NOT EXISTS (SELECT 1 FROM sync.membership WHERE workspace_id = ws AND user_id <> member AND role = 'admin' AND NOT suspended)
$$;

-- Invites that they made, and those for themselves: whoever is out stays out.
CREATE OR REPLACE FUNCTION sync.drop_invites(ws uuid, member uuid) RETURNS void
LANGUAGE sql
AS $$
  DELETE FROM sync.invite WHERE workspace_id = ws AND used_at IS NULL AND (made_by = member OR email = sync.email_of(member))
$$;

-- ------------------------------------------------------------------ invites

-- Administrators invite; anybody else may ask for a code for themselves, to sign in on a further device. A machine
-- token may not: it would outlive its own end.
CREATE OR REPLACE FUNCTION api.invite(workspace uuid, email text, role text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
DECLARE
  own CONSTANT boolean := lower(btrim(email)) = sync.email_of(sync.me());
  refusal CONSTANT jsonb := CASE WHEN own THEN sync.not_member(workspace) ELSE sync.not_admin(workspace) END;
BEGIN
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  IF NOT own AND EXISTS (SELECT 1 FROM sync.workspace w WHERE w.id = workspace AND w.personal_of IS NOT NULL) THEN
    RETURN sync.refused(403, 'forbidden', 'A personal workspace has one member; make a workspace to share.');
  END IF;
  -- Such a code would be refused when it is used: see sync.must_prove.
  IF NOT own AND EXISTS (SELECT 1 FROM sync.membership m JOIN sync.account a ON a.id = m.user_id JOIN sync.device d ON d.user_id = a.id
                         WHERE m.workspace_id = workspace AND a.email = lower(btrim(invite.email))) THEN
    RETURN sync.refused(409, 'already_member', 'They are a member and have signed in; a code for a further device they make themselves.');
  END IF;
  IF own AND EXISTS (SELECT 1 FROM sync.device d WHERE d.id = sync.my_device() AND d.kind = 'token') THEN
    RETURN sync.refused(403, 'forbidden', 'A machine token signs in no device; do it on a device.');
  END IF;
  IF own THEN
    SELECT m.role INTO role FROM sync.membership m WHERE m.workspace_id = workspace AND m.user_id = sync.me();
  END IF;
  RETURN sync.make_invite(workspace, email, role, sync.me());
END
$$;

CREATE OR REPLACE FUNCTION api.cancel_invite(workspace uuid, invite uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
DECLARE
  refusal CONSTANT jsonb := sync.not_admin(workspace);
  mail text;
BEGIN
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  DELETE FROM sync.invite i WHERE i.id = invite AND i.workspace_id = workspace AND i.used_at IS NULL RETURNING i.email INTO mail;
  IF mail IS NULL THEN RETURN sync.refused(404, 'not_found', 'There is no such open invite.'); END IF;
  PERFORM sync.note(workspace, sync.me(), 'invite.cancelled', mail);
  RETURN '{}';
END
$$;

-- ------------------------------------------------------------------ workspaces and members

CREATE OR REPLACE FUNCTION api.me() RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF sync.me() IS NULL THEN RETURN sync.refused(401, 'not_signed_in', 'Sign in first.'); END IF;
  RETURN jsonb_build_object('account', sync.account_shown(sync.me()),
    'device', (SELECT jsonb_build_object('id', d.id, 'name', d.name) FROM sync.device d WHERE d.id = sync.my_device()),
    'workspaces', sync.workspaces_of(sync.me()));
END
$$;

CREATE OR REPLACE FUNCTION sync.bad_name(name text) RETURNS jsonb
LANGUAGE sql
AS $$
  SELECT CASE WHEN coalesce(length(name), 0) NOT BETWEEN 1 AND 200
    THEN sync.refused(400, 'invalid', 'Give a name of 1 to 200 characters.') END
$$;

CREATE OR REPLACE FUNCTION api.create_workspace(name text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  called CONSTANT text := btrim(name);
  refusal CONSTANT jsonb := sync.bad_name(called);
BEGIN
  IF sync.me() IS NULL THEN RETURN sync.refused(401, 'not_signed_in', 'Sign in first.'); END IF;
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  RETURN jsonb_build_object('id', sync.add_workspace(called, NULL, sync.me()), 'name', called, 'role', 'admin', 'personal', false);
END
$$;

CREATE OR REPLACE FUNCTION api.rename_workspace(workspace uuid, name text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
DECLARE
  called CONSTANT text := btrim(name);
  refusal CONSTANT jsonb := coalesce(sync.not_admin(workspace), sync.bad_name(called));
  before sync.workspace;
BEGIN
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  SELECT * INTO before FROM sync.workspace w WHERE w.id = workspace FOR UPDATE;
  UPDATE sync.workspace w SET name = called WHERE w.id = workspace;
  PERFORM sync.note(workspace, sync.me(), 'workspace.renamed', called, jsonb_build_object('from', before.name));
  RETURN jsonb_build_object('id', workspace, 'name', called, 'role', 'admin', 'personal', before.personal_of IS NOT NULL);
END
$$;

-- A definer for the counts of devices, which a member may not look into.
CREATE OR REPLACE FUNCTION api.members(workspace uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE refusal CONSTANT jsonb := sync.not_member(workspace);
BEGIN
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  RETURN jsonb_build_object(
    'members', (SELECT jsonb_agg(sync.member_shown(workspace, m.user_id) ORDER BY a.email)
                FROM sync.membership m JOIN sync.account a ON a.id = m.user_id WHERE m.workspace_id = workspace),
    'invites', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'email', i.email, 'role', i.role,
                                  'created_at', i.created_at, 'expires', i.expires_at) ORDER BY i.created_at, i.id), '[]')
                FROM sync.invite i WHERE i.workspace_id = workspace AND i.used_at IS NULL AND i.expires_at > now()
                  AND workspace IN (SELECT sync.my_admin_workspaces())));
END
$$;

-- The lock of the workspace keeps two administrators from taking each other's role away at once.
CREATE OR REPLACE FUNCTION api.change_member(workspace uuid, member uuid, role text DEFAULT NULL, suspended boolean DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
DECLARE
  refusal jsonb := sync.not_admin(workspace);
  was sync.membership;
  becomes sync.membership;
BEGIN
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  PERFORM 1 FROM sync.workspace w WHERE w.id = workspace FOR UPDATE;
  refusal := sync.not_admin(workspace);
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  SELECT * INTO was FROM sync.membership m WHERE m.workspace_id = workspace AND m.user_id = member;
  IF NOT FOUND THEN RETURN sync.refused(404, 'not_found', 'There is no such member.'); END IF;
  becomes := was;
  becomes.role := coalesce(role, was.role);
  becomes.suspended := coalesce(suspended, was.suspended);
  IF becomes.role NOT IN ('admin', 'member', 'viewer') THEN
    RETURN sync.refused(400, 'invalid', 'Give a role: admin, member or viewer.');
  END IF;
  IF becomes = was THEN RETURN sync.member_shown(workspace, member); END IF;
  IF (becomes.role <> 'admin' OR becomes.suspended) AND sync.is_last_admin(workspace, member) THEN
    RETURN sync.refused(403, 'last_admin', 'A workspace needs an administrator; make somebody else one first.');
  END IF;
  UPDATE sync.membership m SET role = becomes.role, suspended = becomes.suspended WHERE m.workspace_id = workspace AND m.user_id = member;
  IF becomes.role <> 'admin' OR becomes.suspended THEN PERFORM sync.drop_invites(workspace, member); END IF;
  IF becomes.role <> was.role THEN
    PERFORM sync.note(workspace, sync.me(), 'member.role', sync.email_of(member), jsonb_build_object('from', was.role, 'to', becomes.role));
  END IF;
  IF becomes.suspended <> was.suspended THEN
    PERFORM sync.note(workspace, sync.me(), CASE WHEN becomes.suspended THEN 'member.suspended' ELSE 'member.resumed' END, sync.email_of(member));
  END IF;
  RETURN sync.member_shown(workspace, member);
END
$$;

-- By an administrator, or by oneself.
CREATE OR REPLACE FUNCTION api.remove_member(workspace uuid, member uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
DECLARE
  own CONSTANT boolean := member = sync.me();
  refusal jsonb := CASE WHEN own THEN sync.not_member(workspace) ELSE sync.not_admin(workspace) END;
BEGIN
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  PERFORM 1 FROM sync.workspace w WHERE w.id = workspace FOR UPDATE;
  refusal := CASE WHEN own THEN sync.not_member(workspace) ELSE sync.not_admin(workspace) END;
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  IF sync.is_last_admin(workspace, member) THEN
    RETURN sync.refused(403, 'last_admin', 'A workspace needs an administrator; make somebody else one first.');
  END IF;
  PERFORM sync.drop_invites(workspace, member);
  DELETE FROM sync.membership m WHERE m.workspace_id = workspace AND m.user_id = member;
  IF NOT FOUND THEN RETURN sync.refused(404, 'not_found', 'There is no such member.'); END IF;
  PERFORM sync.note(workspace, sync.me(), CASE WHEN own THEN 'member.left' ELSE 'member.removed' END, sync.email_of(member));
  RETURN '{}';
END
$$;

CREATE OR REPLACE FUNCTION api.audit(workspace uuid, before bigint DEFAULT NULL, at_most int DEFAULT 100) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE refusal CONSTANT jsonb := sync.not_admin(workspace);
BEGIN
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  RETURN jsonb_build_object('entries', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'at', e.at, 'action', e.action, 'subject', e.subject, 'detail', e.detail,
             'by', CASE WHEN e.by_user IS NOT NULL THEN jsonb_build_object('user', e.by_user, 'email', e.by_email) END) ORDER BY e.id DESC), '[]')
    FROM (SELECT * FROM sync.audit a WHERE a.workspace_id = workspace AND (before IS NULL OR a.id < before)
            ORDER BY a.id DESC LIMIT least(greatest(coalesce(at_most, 100), 1), 1000)) e));
END
$$;

-- ------------------------------------------------------------------ devices

-- Row security decides whose may be seen.
CREATE OR REPLACE FUNCTION sync.devices_of(account uuid) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object('devices', coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'name', d.name, 'platform', d.platform,
           'app', d.app, 'kind', d.kind, 'created_at', d.created_at, 'last_seen', d.last_seen, 'expires_at', d.expires_at,
           'current', d.id IS NOT DISTINCT FROM sync.my_device()) ORDER BY d.last_seen DESC, d.id), '[]'))
  FROM sync.device d WHERE d.user_id = account AND d.revoked_at IS NULL AND d.expires_at > now()
$$;

CREATE OR REPLACE FUNCTION api.devices() RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF sync.me() IS NULL THEN RETURN sync.refused(401, 'not_signed_in', 'Sign in first.'); END IF;
  RETURN sync.devices_of(sync.me());
END
$$;

CREATE OR REPLACE FUNCTION api.member_devices(workspace uuid, member uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE refusal CONSTANT jsonb := CASE WHEN member = sync.me() THEN sync.not_member(workspace) ELSE sync.not_admin(workspace) END;
BEGIN
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  IF NOT EXISTS (SELECT 1 FROM sync.membership m WHERE m.workspace_id = workspace AND m.user_id = member) THEN
    RETURN sync.refused(404, 'not_found', 'There is no such member.');
  END IF;
  RETURN sync.devices_of(member);
END
$$;

CREATE OR REPLACE FUNCTION api.revoke_device(device uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
BEGIN
  IF sync.me() IS NULL THEN RETURN sync.refused(401, 'not_signed_in', 'Sign in first.'); END IF;
  IF sync.revoke(device, sync.me(), sync.me(), 'device.signed_out') THEN RETURN '{}'; END IF;
  RETURN sync.refused(404, 'not_found', 'You have no such device that is signed in.');
END
$$;

CREATE OR REPLACE FUNCTION api.revoke_member_device(workspace uuid, member uuid, device uuid) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
DECLARE refusal CONSTANT jsonb := CASE WHEN member = sync.me() THEN sync.not_member(workspace) ELSE sync.not_admin(workspace) END;
BEGIN
  IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  IF EXISTS (SELECT 1 FROM sync.membership m WHERE m.workspace_id = workspace AND m.user_id = member)
     AND sync.revoke(device, member, sync.me(), 'device.signed_out') THEN RETURN '{}'; END IF;
  RETURN sync.refused(404, 'not_found', 'The member has no such device that is signed in.');
END
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA sync, api FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sync.not_member(uuid), sync.not_admin(uuid), sync.devices_of(uuid),
  api.me(), api.create_workspace(text), api.rename_workspace(uuid, text), api.members(uuid),
  api.change_member(uuid, uuid, text, boolean), api.remove_member(uuid, uuid), api.invite(uuid, text, text),
  api.cancel_invite(uuid, uuid), api.audit(uuid, bigint, int), api.devices(), api.revoke_device(uuid),
  api.member_devices(uuid, uuid), api.revoke_member_device(uuid, uuid, uuid) TO authenticated;
