-- Who looks after the server, and what they wrote down about it. Everybody may make a workspace and be its
-- administrator, so that a role in a workspace opens nothing here: the operator marks people by name.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

CREATE TABLE IF NOT EXISTS sync.operator(
  user_id uuid PRIMARY KEY REFERENCES sync.account(id),
  granted_at timestamptz NOT NULL DEFAULT now()
);

-- A backup that was restored to see whether it can be.
CREATE TABLE IF NOT EXISTS sync.restore_drill(
  at timestamptz PRIMARY KEY,
  ok boolean NOT NULL,
  noted_at timestamptz NOT NULL DEFAULT now()
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['operator', 'restore_drill'] LOOP
    EXECUTE format('ALTER TABLE sync.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE sync.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS owner ON sync.%I', t);
    EXECUTE format('CREATE POLICY owner ON sync.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('REVOKE ALL ON sync.%I FROM PUBLIC, authenticated', t);
  END LOOP;
END
$$;

-- {} for an operator. Before the operator's own code signed somebody in, an address is claimed by whoever was
-- invited under it; a mark on it counts from then on only.
CREATE OR REPLACE FUNCTION api.ops_may() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF sync.me() IS NULL THEN RETURN sync.refused(401, 'not_signed_in', 'Sign in first.'); END IF;
  IF EXISTS (SELECT 1 FROM sync.operator o JOIN sync.account a ON a.id = o.user_id WHERE o.user_id = sync.me() AND a.vouched) THEN RETURN '{}'; END IF;
  RETURN sync.refused(403, 'not_operator', 'This is for the operators of the server, not for administrators of a workspace; one of them can grant it with aiagent-server ops grant.');
END
$$;

-- NULL, or why not.
CREATE OR REPLACE FUNCTION sync.grant_ops(address text) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE account sync.account;
BEGIN
  SELECT * INTO account FROM sync.account a WHERE a.email = lower(btrim(address));
  IF NOT FOUND THEN RETURN sync.refused(404, 'not_found', 'Nobody of this address is known here; invite them with aiagent-server invite first.'); END IF;
  IF NOT account.vouched THEN
    RETURN sync.refused(409, 'not_vouched', 'Nobody of this address has signed in with a code of yours, so that it may be a stranger''s; make one with aiagent-server invite, and grant when it was used.');
  END IF;
  INSERT INTO sync.operator(user_id) VALUES (account.id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

REVOKE EXECUTE ON FUNCTION api.ops_may(), sync.grant_ops(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.ops_may() TO authenticated;
