-- Budgets of /v1/openai: what calls under way may still cost is set aside before they begin, and administrators
-- see and set what may be spent in a month.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- What calls under way may cost. A call keeps its line fresh; that of a server that died expires. No foreign keys:
-- their checks would wait for each push.
CREATE TABLE IF NOT EXISTS sync.reservation(
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  workspace_id uuid NOT NULL,
  user_id uuid NOT NULL,
  nano_usd bigint NOT NULL CHECK (nano_usd >= 0),
  expires_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS reservation_of_workspace ON sync.reservation(workspace_id);

ALTER TABLE sync.reservation ENABLE ROW LEVEL SECURITY;
ALTER TABLE sync.reservation FORCE ROW LEVEL SECURITY;
DO $$
BEGIN
  DROP POLICY IF EXISTS owner ON sync.reservation;
  EXECUTE format('CREATE POLICY owner ON sync.reservation TO %I USING (true) WITH CHECK (true)', current_user);
END
$$;
REVOKE ALL ON sync.reservation FROM PUBLIC, authenticated;
DROP POLICY IF EXISTS see ON sync.reservation;
CREATE POLICY see ON sync.reservation FOR SELECT TO authenticated
  USING (workspace_id = ANY(ARRAY(SELECT sync.my_workspaces()))
         AND (user_id = sync.me() OR workspace_id = ANY(ARRAY(SELECT sync.my_admin_workspaces()))));
GRANT SELECT ON sync.reservation TO authenticated;

-- ------------------------------------------------------------------ a call

-- The workspace that a call is charged to: the one that is named, else the only shared one, else the personal one.
-- No row: the caller is no member of it.
CREATE OR REPLACE FUNCTION sync.relay_workspace(account uuid, wanted uuid, OUT workspace uuid, OUT role text)
RETURNS SETOF record
LANGUAGE sql STABLE
AS $$
  WITH mine AS (
    SELECT m.workspace_id, m.role, w.personal_of IS NOT NULL AS personal, count(*) FILTER (WHERE w.personal_of IS NULL) OVER () AS shared
    FROM sync.membership m JOIN sync.workspace w ON w.id = m.workspace_id
    WHERE m.user_id = account AND NOT m.suspended)
  SELECT c.workspace_id, c.role FROM mine c
  WHERE CASE WHEN wanted IS NOT NULL THEN c.workspace_id = wanted
             WHEN c.shared = 1 THEN NOT c.personal ELSE c.personal END LIMIT 1
$$;

-- Of a member, or with nobody of the whole workspace; 1e-9 US dollars a month. NULL: no limit. `fallback` is the
-- server's own setting, where 0 is none.
CREATE OR REPLACE FUNCTION sync.budget_of(ws uuid, member uuid, fallback bigint) RETURNS bigint
LANGUAGE sql STABLE
AS $$
  SELECT coalesce((SELECT b.nano_usd FROM sync.budget b WHERE b.workspace_id = ws AND b.user_id IS NOT DISTINCT FROM member), nullif(fallback, 0))
$$;

CREATE OR REPLACE FUNCTION sync.spent_of(ws uuid, member uuid) RETURNS bigint
LANGUAGE sql STABLE
AS $$
  SELECT coalesce(sum(u.nano_usd), 0)::bigint FROM sync.usage u
  WHERE u.workspace_id = ws AND (member IS NULL OR u.user_id = member) AND u.month = sync.this_month()
$$;

CREATE OR REPLACE FUNCTION sync.reserved_of(ws uuid, member uuid) RETURNS bigint
LANGUAGE sql STABLE
AS $$
  SELECT coalesce(sum(r.nano_usd), 0)::bigint FROM sync.reservation r
  WHERE r.workspace_id = ws AND (member IS NULL OR r.user_id = member) AND r.expires_at > clock_timestamp()
$$;

-- `costs`: the call is charged; `estimate`: about how much, NULL where the model has no price. `refusal`: viewer,
-- unpriced, member_spent, member_reserved, workspace_spent or workspace_reserved, and the `budget` that it is about.
-- Calls of a workspace with a budget come one after the other through here, so that together they go over it by one
-- estimate at most.
CREATE OR REPLACE FUNCTION sync.relay_begin(account uuid, wanted uuid, costs boolean, estimate bigint, lasts interval,
  member_default bigint, workspace_default bigint,
  OUT workspace uuid, OUT role text, OUT refusal text, OUT budget bigint, OUT reservation uuid)
RETURNS SETOF record
LANGUAGE plpgsql SET lock_timeout = '3s'
AS $$
DECLARE
  whose text;
  who uuid;
  spent bigint;
BEGIN
  SELECT c.workspace, c.role INTO workspace, role FROM sync.relay_workspace(account, wanted) c;
  IF workspace IS NULL THEN RETURN; END IF;
  IF role = 'viewer' THEN
    refusal := 'viewer';
  ELSIF costs AND coalesce(sync.budget_of(workspace, account, member_default), sync.budget_of(workspace, NULL, workspace_default)) IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('budget ' || workspace, 0));
    DELETE FROM sync.reservation r WHERE r.workspace_id = relay_begin.workspace AND r.expires_at <= clock_timestamp();
    FOREACH whose IN ARRAY ARRAY['member', 'workspace'] LOOP
      who := CASE whose WHEN 'member' THEN account END;
      budget := sync.budget_of(workspace, who, CASE whose WHEN 'member' THEN member_default ELSE workspace_default END);
      spent := sync.spent_of(workspace, who);
      refusal := CASE WHEN spent >= budget THEN whose || '_spent'
                      WHEN spent + sync.reserved_of(workspace, who) >= budget THEN whose || '_reserved' END;
      EXIT WHEN refusal IS NOT NULL;
    END LOOP;
    -- What has no price would be outside every budget.
    IF refusal IS NULL AND estimate IS NULL THEN refusal := 'unpriced'; END IF;
    IF refusal IS NULL THEN
      INSERT INTO sync.reservation(workspace_id, user_id, nano_usd, expires_at)
        VALUES (workspace, account, estimate, clock_timestamp() + lasts) RETURNING id INTO reservation;
    END IF;
  END IF;
  RETURN NEXT;
END
$$;

-- ------------------------------------------------------------------ administration

CREATE OR REPLACE FUNCTION sync.dollars(nano bigint) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT trim_scale(nano / 1e9::numeric) $$;

-- "default": nothing is set here, and the server's setting holds.
CREATE OR REPLACE FUNCTION sync.budget_shown(ws uuid, member uuid, fallback bigint) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object('monthly_usd', sync.dollars(sync.budget_of(ws, member, fallback)),
    'default', NOT EXISTS (SELECT 1 FROM sync.budget b WHERE b.workspace_id = ws AND b.user_id IS NOT DISTINCT FROM member),
    'spent_usd', sync.dollars(sync.spent_of(ws, member)), 'reserved_usd', sync.dollars(sync.reserved_of(ws, member)))
$$;

CREATE OR REPLACE FUNCTION sync.budgets_shown(ws uuid, member_default bigint, workspace_default bigint) RETURNS jsonb
LANGUAGE sql STABLE
AS $$
  SELECT jsonb_build_object('month', to_char(sync.this_month(), 'YYYY-MM'), 'workspace', sync.budget_shown(ws, NULL, workspace_default),
    'members', (SELECT coalesce(jsonb_agg(jsonb_build_object('user', m.user_id, 'email', a.email)
                         || sync.budget_shown(ws, m.user_id, member_default) ORDER BY a.email), '[]')
                FROM sync.membership m JOIN sync.account a ON a.id = m.user_id WHERE m.workspace_id = ws))
$$;

-- `usd`: NULL takes the line away. By `actor`; nobody: the operator. NULL, or why not.
CREATE OR REPLACE FUNCTION sync.set_budget(ws uuid, member uuid, usd numeric, actor uuid) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE
  nano CONSTANT bigint := CASE WHEN usd BETWEEN 0 AND 1e9 THEN round(usd * 1e9) END;
  before bigint;
BEGIN
  IF usd IS NOT NULL AND nano IS NULL THEN
    RETURN sync.refused(400, 'invalid', 'Give US dollars a month from 0 to 1000000000.');
  END IF;
  IF member IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sync.membership m WHERE m.workspace_id = ws AND m.user_id = member) THEN
    RETURN sync.refused(404, 'not_found', 'There is no such member.');
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('budget ' || ws, 0));
  SELECT b.nano_usd INTO before FROM sync.budget b WHERE b.workspace_id = ws AND b.user_id IS NOT DISTINCT FROM member;
  IF before IS NOT DISTINCT FROM nano THEN RETURN NULL; END IF;
  IF nano IS NULL THEN
    DELETE FROM sync.budget b WHERE b.workspace_id = ws AND b.user_id IS NOT DISTINCT FROM member;
  ELSE
    INSERT INTO sync.budget(workspace_id, user_id, nano_usd) VALUES (ws, member, nano)
      ON CONFLICT (workspace_id, user_id) DO UPDATE SET nano_usd = excluded.nano_usd;
  END IF;
  PERFORM sync.note(ws, actor, 'budget.changed', coalesce(sync.email_of(member), (SELECT w.name FROM sync.workspace w WHERE w.id = ws)),
                    jsonb_build_object('from', sync.dollars(before), 'to', sync.dollars(nano)));
  RETURN NULL;
END
$$;

-- Amounts of the server's settings come with the call: the database does not know them.
CREATE OR REPLACE FUNCTION api.budgets(workspace uuid, member_default bigint DEFAULT 0, workspace_default bigint DEFAULT 0) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ BEGIN RETURN coalesce(sync.not_admin(workspace), sync.budgets_shown(workspace, member_default, workspace_default)); END $$;

CREATE OR REPLACE FUNCTION api.set_budget(workspace uuid, member uuid, monthly_usd numeric, member_default bigint DEFAULT 0, workspace_default bigint DEFAULT 0) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '3s'
AS $$
DECLARE refusal CONSTANT jsonb := coalesce(sync.not_admin(workspace), sync.set_budget(workspace, member, monthly_usd, sync.me()));
BEGIN RETURN coalesce(refusal, sync.budgets_shown(workspace, member_default, workspace_default)); END
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA sync, api FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.budgets(uuid, bigint, bigint), api.set_budget(uuid, uuid, numeric, bigint, bigint) TO authenticated;
