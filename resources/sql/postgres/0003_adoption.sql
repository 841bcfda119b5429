-- A database that Prisma made for the first web application (tables "User" and "Agent") is adopted: its people
-- become members of one workspace and its agents records of it. The old tables stay as they are.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- Prisma's ids are texts, by default of a UUID; any other is given one that is always the same.
CREATE OR REPLACE FUNCTION sync.uuid_of(id text) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT CASE WHEN id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN id::uuid
              ELSE md5('aiagent adopted ' || id)::uuid END
$$;

-- How many people and agents were taken over; a second call takes what is new since. People without an address
-- of the form a@b and agents whose owner is missing are taken too: nothing is left behind.
CREATE OR REPLACE FUNCTION sync.adopt_prisma(OUT people bigint, OUT agents bigint)
LANGUAGE plpgsql SET timezone = 'UTC'  -- Prisma's times carry none
AS $$
DECLARE
  ws CONSTANT uuid := sync.uuid_of('workspace');
  space sync.workspace;
BEGIN
  people := 0;
  agents := 0;
  IF to_regclass('public."User"') IS NULL OR to_regclass('public."Agent"') IS NULL THEN RETURN; END IF;
  INSERT INTO sync.workspace(id, name) VALUES (ws, 'Adopted library') ON CONFLICT DO NOTHING;
  SELECT * INTO space FROM sync.workspace WHERE id = ws FOR UPDATE;

  -- Addresses that differ in case alone are one person: the first to have come keeps the account.
  CREATE TEMP TABLE adopted ON COMMIT DROP AS
    SELECT u.id AS old, first_value(sync.uuid_of(u.id)) OVER (PARTITION BY m.email ORDER BY u."createdAt", u.id) AS account,
           m.email, u.name, u."createdAt" AS created, u."updatedAt" AS updated
    FROM public."User" u CROSS JOIN LATERAL (
      SELECT CASE WHEN lower(u.email) LIKE '%_@_%' THEN lower(u.email) ELSE sync.uuid_of(u.id) || '@adopted.invalid' END AS email) m;
  UPDATE adopted a SET account = known.id FROM sync.account known WHERE known.email = a.email;
  INSERT INTO sync.account(id, email, name, created_at, updated_at)
    SELECT DISTINCT ON (account) account, email, name, created, updated FROM adopted ORDER BY account, created, old
    ON CONFLICT DO NOTHING;
  -- The first of them looks after the workspace.
  WITH joined AS (
    INSERT INTO sync.membership(workspace_id, user_id, role)
      SELECT ws, account, CASE WHEN row_number() OVER (ORDER BY min(created), account) = 1
                               AND NOT EXISTS (SELECT 1 FROM sync.membership WHERE workspace_id = ws) THEN 'admin' ELSE 'member' END
      FROM adopted GROUP BY account
      ON CONFLICT DO NOTHING RETURNING 1)
    SELECT count(*) INTO people FROM joined;

  WITH fresh AS (
    SELECT sync.uuid_of(a.id) AS id, space.head + row_number() OVER (ORDER BY a."createdAt", a.id) AS version,
           jsonb_strip_nulls(jsonb_build_object('name', a.name, 'description', coalesce(a.description, ''),
             'draft_prompt', a.prompt, 'owner', d.account,
             'created', (extract(epoch FROM a."createdAt") * 1000)::bigint)) AS fields,
           d.account, a."createdAt" AS created, a."updatedAt" AS updated
    FROM public."Agent" a LEFT JOIN adopted d ON d.old = a."userId"
    WHERE NOT EXISTS (SELECT 1 FROM sync.row r WHERE r.workspace_id = ws AND r.id = sync.uuid_of(a.id))
  ), taken AS (
    INSERT INTO sync.row(workspace_id, id, version, type, fields, created_by, changed_by, created_at, changed_at)
      SELECT ws, id, version, 'agent', fields, account, account, created, updated FROM fresh
      RETURNING id, version)
  SELECT count(*), space.head + count(*), space.live + count(*), space.digest # coalesce(bit_xor(sync.row_hash(id, version)), 0)
    INTO agents, space.head, space.live, space.digest FROM taken;
  UPDATE sync.workspace SET head = space.head, live = space.live, digest = space.digest WHERE id = ws;
  DROP TABLE adopted;
END
$$;

REVOKE EXECUTE ON FUNCTION sync.uuid_of(text), sync.adopt_prisma() FROM PUBLIC;
