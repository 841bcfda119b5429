-- Whose an answer is that the relay brought: all members' calls go upstream under one key, and the provider would
-- let each of them go on from everybody's.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- SHA-256 of the provider's id, for as long as it keeps an answer. No foreign key: it is written while a stream
-- passes by.
CREATE TABLE IF NOT EXISTS sync.answer_id(
  hash bytea PRIMARY KEY,
  user_id uuid NOT NULL,
  expires_at timestamptz NOT NULL DEFAULT now() + interval '30 days'
);
CREATE INDEX IF NOT EXISTS answer_id_expires ON sync.answer_id(expires_at);

ALTER TABLE sync.answer_id ENABLE ROW LEVEL SECURITY;
ALTER TABLE sync.answer_id FORCE ROW LEVEL SECURITY;
DO $$
BEGIN
  DROP POLICY IF EXISTS owner ON sync.answer_id;
  EXECUTE format('CREATE POLICY owner ON sync.answer_id TO %I USING (true) WITH CHECK (true)', current_user);
END
$$;
REVOKE ALL ON sync.answer_id FROM PUBLIC, authenticated;

-- Hashes in hexadecimal digits. The first who got an id has it.
CREATE OR REPLACE FUNCTION sync.keep_answer_ids(account uuid, hashes text[]) RETURNS void
LANGUAGE sql
AS $$
  INSERT INTO sync.answer_id(hash, user_id) SELECT decode(h, 'hex'), account FROM unnest(hashes) h ON CONFLICT DO NOTHING
$$;

-- The place, from 1, of the first that is not `account`'s; NULL: all are.
CREATE OR REPLACE FUNCTION sync.foreign_answer_id(account uuid, hashes text[]) RETURNS bigint
LANGUAGE sql STABLE
AS $$
  SELECT min(h.place) FROM unnest(hashes) WITH ORDINALITY h(hash, place)
  WHERE NOT EXISTS (SELECT 1 FROM sync.answer_id a WHERE a.hash = decode(h.hash, 'hex') AND a.user_id = account AND a.expires_at > now())
$$;

CREATE OR REPLACE FUNCTION sync.collect_relay_garbage() RETURNS bigint
LANGUAGE sql
AS $$
  WITH known AS (DELETE FROM sync.answer_id WHERE expires_at < now() RETURNING 1),
       lapsed AS (DELETE FROM sync.reservation WHERE expires_at < now() RETURNING 1)
  SELECT (SELECT count(*) FROM known) + (SELECT count(*) FROM lapsed)
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA sync, api FROM PUBLIC;
