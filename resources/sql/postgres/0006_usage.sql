-- What members used of the organisation's key, by month and model, and what they may spend in a month.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

CREATE TABLE IF NOT EXISTS sync.usage(
  workspace_id uuid NOT NULL REFERENCES sync.workspace(id),
  user_id uuid NOT NULL REFERENCES sync.account(id),
  month date NOT NULL CHECK (extract(day FROM month) = 1),  -- in UTC
  model text NOT NULL CHECK (length(model) <= 200),
  calls bigint NOT NULL DEFAULT 0,
  estimated bigint NOT NULL DEFAULT 0,  -- of them, those whose tokens the provider did not tell
  input bigint NOT NULL DEFAULT 0,      -- tokens
  cached bigint NOT NULL DEFAULT 0,
  output bigint NOT NULL DEFAULT 0,
  nano_usd bigint NOT NULL DEFAULT 0,   -- 1e-9 US dollars
  PRIMARY KEY (workspace_id, user_id, month, model)
);

-- Without a line the server's settings hold. `user_id` none: of the whole workspace.
CREATE TABLE IF NOT EXISTS sync.budget(
  workspace_id uuid NOT NULL REFERENCES sync.workspace(id),
  user_id uuid REFERENCES sync.account(id),
  nano_usd bigint NOT NULL CHECK (nano_usd >= 0),  -- a month
  UNIQUE NULLS NOT DISTINCT (workspace_id, user_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['usage', 'budget'] LOOP
    EXECUTE format('ALTER TABLE sync.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE sync.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS owner ON sync.%I', t);
    EXECUTE format('CREATE POLICY owner ON sync.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
    EXECUTE format('REVOKE ALL ON sync.%I FROM PUBLIC, authenticated', t);
  END LOOP;
END
$$;
-- One's own, and everybody's for administrators.
DROP POLICY IF EXISTS see ON sync.usage;
CREATE POLICY see ON sync.usage FOR SELECT TO authenticated
  USING (workspace_id = ANY(ARRAY(SELECT sync.my_workspaces()))
         AND (user_id = sync.me() OR workspace_id = ANY(ARRAY(SELECT sync.my_admin_workspaces()))));
DROP POLICY IF EXISTS see ON sync.budget;
CREATE POLICY see ON sync.budget FOR SELECT TO authenticated USING (workspace_id = ANY(ARRAY(SELECT sync.my_workspaces())));
GRANT SELECT ON sync.usage, sync.budget TO authenticated;

CREATE OR REPLACE FUNCTION sync.this_month() RETURNS date
LANGUAGE sql STABLE
AS $$ SELECT date_trunc('month', now() AT TIME ZONE 'UTC')::date $$;

REVOKE EXECUTE ON FUNCTION sync.this_month() FROM PUBLIC;
