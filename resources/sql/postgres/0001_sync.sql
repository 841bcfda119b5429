-- The hosted library: one stream of records per workspace, read and written through api.sync_pull and
-- api.sync_push alone. Works behind aiagent-server and, unchanged, behind PostgREST and Supabase: both set
-- request.jwt.claims and the role "authenticated" before they call.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

CREATE SCHEMA IF NOT EXISTS sync;
CREATE SCHEMA IF NOT EXISTS api;

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'authenticated') THEN
    CREATE ROLE authenticated NOLOGIN NOINHERIT;
  END IF;
END
$$;

-- ------------------------------------------------------------------ people

CREATE TABLE IF NOT EXISTS sync.account(
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
  name text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- A workspace is the unit of cursor, permission and purge. head, live and digest change under the row's lock
-- only, which a push holds to its commit: so versions commit in their order, and a reader that has seen one
-- will never meet a lower one later.
CREATE TABLE IF NOT EXISTS sync.workspace(
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  personal_of uuid UNIQUE REFERENCES sync.account(id),
  epoch uuid NOT NULL DEFAULT gen_random_uuid(),
  epoch_head bigint NOT NULL DEFAULT 0,  -- head when the epoch began; 0: no restore yet
  head bigint NOT NULL DEFAULT 0,    -- version of the newest change
  floor bigint NOT NULL DEFAULT 0 CHECK (floor <= head),  -- cursors below it must begin again
  live bigint NOT NULL DEFAULT 0,    -- rows that are not deleted
  digest bigint NOT NULL DEFAULT 0,  -- XOR of sync.row_hash over them
  created_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 20);

CREATE TABLE IF NOT EXISTS sync.membership(
  workspace_id uuid NOT NULL REFERENCES sync.workspace(id),
  user_id uuid NOT NULL REFERENCES sync.account(id),
  role text NOT NULL CHECK (role IN ('admin', 'member', 'viewer')),
  suspended boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_seen timestamptz,
  PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX IF NOT EXISTS membership_of_user ON sync.membership(user_id) INCLUDE (workspace_id, role) WHERE NOT suspended;

-- ------------------------------------------------------------------ what records are

-- A type of record; a field that names its parent, and one that only one live record of a workspace may carry.
CREATE TABLE IF NOT EXISTS sync.record_type(
  type text PRIMARY KEY CHECK (type ~ '^[a-z_]{1,40}$'),
  parent_field text,
  unique_field text
);

-- How a field is written. lww: the newest arrival stays, what it replaced is kept as history. cas: only over
-- the value that the writer saw. once: at creation. set: by adding and removing. rank: upwards in `ranks`, and
-- by the device that made the record. A field without a line here is lww, so that an older server keeps what a
-- newer program writes.
CREATE TABLE IF NOT EXISTS sync.field_policy(
  type text NOT NULL REFERENCES sync.record_type(type),
  field text NOT NULL,
  policy text NOT NULL CHECK (policy IN ('lww', 'cas', 'once', 'set', 'rank')),
  ranks jsonb,
  PRIMARY KEY (type, field),
  CHECK ((policy = 'rank') = (ranks IS NOT NULL))
);

INSERT INTO sync.record_type(type, parent_field, unique_field) VALUES
  ('agent', NULL, NULL), ('agent_version', 'agent', NULL), ('run', 'agent', NULL),
  ('dataset', NULL, NULL), ('eval_case', 'dataset', NULL), ('flag', NULL, 'key'), ('comment', 'agent', NULL),
  ('conflict', NULL, NULL), ('attachment', NULL, 'sha256')
ON CONFLICT DO NOTHING;

INSERT INTO sync.field_policy(type, field, policy, ranks) VALUES
  ('agent', 'description', 'cas', NULL), ('agent', 'draft_prompt', 'cas', NULL), ('agent', 'notes', 'cas', NULL),
  ('agent', 'params', 'cas', NULL), ('agent', 'tools', 'cas', NULL), ('agent', 'output_schema', 'cas', NULL),
  ('agent', 'variables', 'cas', NULL), ('agent', 'starters', 'cas', NULL), ('agent', 'cases', 'cas', NULL),
  ('agent', 'knowledge', 'cas', NULL), ('agent', 'head_version', 'cas', NULL), ('agent', 'labels', 'cas', NULL),
  ('agent', 'tags', 'set', NULL),
  ('agent_version', 'agent', 'once', NULL), ('agent_version', 'parents', 'once', NULL),
  ('agent_version', 'content', 'once', NULL), ('agent_version', 'hash', 'once', NULL),
  ('agent_version', 'message', 'once', NULL), ('agent_version', 'author', 'once', NULL),
  ('agent_version', 'created', 'once', NULL),
  ('run', 'agent', 'once', NULL), ('run', 'version', 'once', NULL), ('run', 'notes', 'cas', NULL),
  ('run', 'status', 'rank', '{"queued": 0, "running": 1, "succeeded": 2, "failed": 2, "cancelled": 2}'),
  ('dataset', 'tags', 'set', NULL),
  ('eval_case', 'dataset', 'once', NULL), ('eval_case', 'input', 'cas', NULL), ('eval_case', 'expected', 'cas', NULL),
  ('eval_case', 'rubric', 'cas', NULL), ('eval_case', 'tags', 'set', NULL),
  ('flag', 'value', 'cas', NULL), ('flag', 'rules', 'cas', NULL), ('flag', 'enabled', 'cas', NULL),
  ('comment', 'agent', 'once', NULL), ('conflict', 'resolution', 'cas', NULL),
  ('attachment', 'sha256', 'once', NULL), ('attachment', 'bytes', 'once', NULL)
ON CONFLICT DO NOTHING;

-- ------------------------------------------------------------------ the stream

-- One line per record, at its newest version. The fields are one object, not columns: a program may bring
-- fields that this server does not know, and both functions treat all types alike.
CREATE TABLE IF NOT EXISTS sync.row(
  workspace_id uuid NOT NULL REFERENCES sync.workspace(id),
  id uuid NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  type text NOT NULL,  -- of sync.record_type, as the functions see to
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object' AND pg_column_size(fields) <= 2097152),
  maker uuid,  -- the device that made it
  created_by uuid,
  changed_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  deleted_by uuid,
  deleted_at timestamptz,  -- set: a tombstone, which keeps its fields for the trash time
  -- In this order each lookup has one index that fits it alone, also for plans made while the tables are empty
  -- and kept by a connection.
  PRIMARY KEY (id, workspace_id),
  UNIQUE (workspace_id, version)
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX IF NOT EXISTS row_flag_key ON sync.row(workspace_id, (fields->>'key'))
  WHERE type = 'flag' AND deleted_at IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS row_attachment_sha256 ON sync.row(workspace_id, (fields->>'sha256'))
  WHERE type = 'attachment' AND deleted_at IS NULL;
CREATE INDEX IF NOT EXISTS row_tombstones ON sync.row(workspace_id, deleted_at) WHERE deleted_at IS NOT NULL;

-- A copy of a program's database that sends edits, and how far they were taken.
CREATE TABLE IF NOT EXISTS sync.client(
  workspace_id uuid NOT NULL REFERENCES sync.workspace(id),
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  last_n bigint NOT NULL DEFAULT 0,
  last_seen timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  PRIMARY KEY (workspace_id, id)
);

-- What became of each edit, so that one that arrives twice is answered the same and done once.
CREATE TABLE IF NOT EXISTS sync.mutation(
  workspace_id uuid NOT NULL,
  client_id uuid NOT NULL,
  n bigint NOT NULL CHECK (n > 0),
  mid uuid NOT NULL,
  hash bytea NOT NULL,
  result jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, client_id, n),
  UNIQUE (mid, workspace_id)
);

-- Every value that an edit replaced.
CREATE TABLE IF NOT EXISTS sync.history(
  workspace_id uuid NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  field text NOT NULL,
  old jsonb,
  new jsonb,
  by uuid,
  client_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (workspace_id, id, version, field)
);

-- ------------------------------------------------------------------ who asks

-- '' and not NULL is what current_setting gives on a connection that was used before.
CREATE OR REPLACE FUNCTION sync.me() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb->>'sub')::uuid $$;

-- Definers, because the policies of membership call them. plpgsql, which keeps their plans in a connection.
CREATE OR REPLACE FUNCTION sync.my_workspaces() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ BEGIN RETURN QUERY SELECT workspace_id FROM sync.membership WHERE user_id = sync.me() AND NOT suspended; END $$;

CREATE OR REPLACE FUNCTION sync.my_writable_workspaces() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ BEGIN RETURN QUERY SELECT workspace_id FROM sync.membership WHERE user_id = sync.me() AND NOT suspended AND role <> 'viewer'; END $$;

-- ------------------------------------------------------------------ rights

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['account', 'workspace', 'membership', 'row', 'client', 'mutation', 'history'] LOOP
    EXECUTE format('ALTER TABLE sync.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE sync.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS owner ON sync.%I', t);
    -- FORCE binds the owner too; jobs and migrations run as it.
    EXECUTE format('CREATE POLICY owner ON sync.%I TO %I USING (true) WITH CHECK (true)', t, current_user);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['membership', 'row', 'client', 'mutation', 'history'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS see ON sync.%I', t);
    EXECUTE format('CREATE POLICY see ON sync.%I FOR SELECT TO authenticated '
                   'USING (workspace_id = ANY(ARRAY(SELECT sync.my_workspaces())))', t);
  END LOOP;
END
$$;

DROP POLICY IF EXISTS see ON sync.workspace;
CREATE POLICY see ON sync.workspace FOR SELECT TO authenticated USING (id = ANY(ARRAY(SELECT sync.my_workspaces())));
DROP POLICY IF EXISTS see ON sync.account;
CREATE POLICY see ON sync.account FOR SELECT TO authenticated
  USING (id = sync.me() OR id IN (SELECT m.user_id FROM sync.membership m));

-- Only read: nobody but the functions writes, which run as the owner and ask who may.
REVOKE ALL ON ALL TABLES IN SCHEMA sync FROM PUBLIC, authenticated;
REVOKE ALL ON SCHEMA sync, api FROM PUBLIC;
GRANT USAGE ON SCHEMA sync, api TO authenticated;
GRANT SELECT ON sync.account, sync.workspace, sync.membership, sync.row, sync.client, sync.mutation, sync.history,
  sync.record_type, sync.field_policy TO authenticated;
