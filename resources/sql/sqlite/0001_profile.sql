-- The profile, version 1: agents, their drafts, runs, providers, settings, and what the store keeps about itself.
--
-- Conventions: `id` is a UUIDv7 as 16 bytes; `number` is local to this file and never leaves it; times are
-- milliseconds since 1970, UTC; durations are milliseconds. All tables are rowid tables, so that a damaged file
-- can be walked by rowid past its bad pages. References between records that may arrive out of order (an agent
-- of a run, a run's parent) are ids without a foreign key; rows that are parts of one record cascade.

-- What the store knows about the file itself; never a person's data.
CREATE TABLE meta(
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Programs that have the profile open, or that ended without closing it.
CREATE TABLE session(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  token TEXT NOT NULL UNIQUE,
  pid INTEGER NOT NULL,
  started INTEGER NOT NULL
) STRICT;

-- The newest change of every record, in the order of commits. One row per record: a reader that remembers the
-- highest `seq` it has seen learns of every record changed since. `id` is the UUID, or the name of a provider
-- or setting.
CREATE TABLE change_feed(
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  id BLOB NOT NULL,
  op TEXT NOT NULL CHECK(op IN ('put', 'delete')),
  session INTEGER NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE(kind, id)
) STRICT;

-- Agents. What the library list shows is here; the bulky fields are in agent_body.
CREATE TABLE agent(
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  archived INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  owner BLOB,
  head_version BLOB,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,  -- the name's words, folded, joined by blanks: for sorting and for search
  model TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;
CREATE INDEX agent_by_updated ON agent(archived, updated, number);
CREATE INDEX agent_by_key ON agent(name_key, name, number);
CREATE INDEX agent_by_name ON agent(name);

CREATE TABLE agent_body(
  agent INTEGER PRIMARY KEY REFERENCES agent(number) ON DELETE CASCADE,
  tools TEXT NOT NULL,
  output_schema TEXT NOT NULL,
  prompt TEXT NOT NULL
) STRICT;

CREATE TABLE agent_tag(
  agent INTEGER NOT NULL REFERENCES agent(number) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY(agent, tag)
) STRICT;
CREATE INDEX agent_by_tag ON agent_tag(tag, agent);

CREATE TABLE agent_parameter(
  agent INTEGER NOT NULL REFERENCES agent(number) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,  -- boolean, integer, number, word, json
  value ANY NOT NULL,
  PRIMARY KEY(agent, name)
) STRICT;

CREATE TABLE agent_starter(
  agent INTEGER NOT NULL REFERENCES agent(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(agent, position)
) STRICT;

-- A full copy of an agent's content: the content of a draft (its own, changing) or of runs (shared by runs of
-- the same content, never changing).
CREATE TABLE snapshot(
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  model TEXT NOT NULL,
  tools TEXT NOT NULL,
  output_schema TEXT NOT NULL,
  prompt TEXT NOT NULL
) STRICT;

CREATE TABLE snapshot_tag(
  snapshot INTEGER NOT NULL REFERENCES snapshot(number) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  position INTEGER NOT NULL,  -- a draft's tags may be unsorted and doubled while they are typed
  PRIMARY KEY(snapshot, position)
) STRICT;

CREATE TABLE snapshot_parameter(
  snapshot INTEGER NOT NULL REFERENCES snapshot(number) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  value ANY NOT NULL,
  PRIMARY KEY(snapshot, name)
) STRICT;

CREATE TABLE snapshot_starter(
  snapshot INTEGER NOT NULL REFERENCES snapshot(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(snapshot, position)
) STRICT;

CREATE TABLE agent_draft(
  agent INTEGER PRIMARY KEY REFERENCES agent(number) ON DELETE CASCADE,
  snapshot INTEGER NOT NULL REFERENCES snapshot(number),
  base_revision INTEGER NOT NULL,
  saved INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_by_snapshot ON agent_draft(snapshot);
-- Deleting an agent cascades to its draft; the draft takes its copy of the content with it.
CREATE TRIGGER draft_gone AFTER DELETE ON agent_draft BEGIN
  DELETE FROM snapshot WHERE number = old.snapshot;
END;

-- Runs. What the list shows and what a checkpoint changes is here; the request, which never changes, is in
-- run_request.
CREATE TABLE run(
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  agent BLOB,
  agent_name TEXT NOT NULL,
  model TEXT NOT NULL,
  input_start TEXT NOT NULL,
  status TEXT NOT NULL,
  session INTEGER NOT NULL,  -- the program that runs it
  parent BLOB,
  created INTEGER NOT NULL,
  model_answered TEXT NOT NULL,
  request_id TEXT NOT NULL,
  response_id TEXT NOT NULL,
  last_sequence INTEGER NOT NULL,
  retries INTEGER NOT NULL,
  usage_input INTEGER,
  usage_cached INTEGER,
  usage_cache_write INTEGER,
  usage_output INTEGER,
  usage_reasoning INTEGER,
  usage_total INTEGER,
  usage_estimated INTEGER NOT NULL,
  cost_nano_usd INTEGER,
  after_sent INTEGER,
  after_first_byte INTEGER,
  after_first_token INTEGER,
  after_last_token INTEGER,
  after_finished INTEGER,
  error_code TEXT,  -- null: no error
  error_subject TEXT,
  error_said TEXT,
  error_provider_code TEXT,
  error_http_status INTEGER,
  indexed INTEGER NOT NULL DEFAULT 0  -- its text is in run_index
) STRICT;
CREATE INDEX run_by_created ON run(created, number);
CREATE INDEX run_by_agent ON run(agent, created, number);
CREATE INDEX run_unfinished ON run(session) WHERE status IN ('queued', 'running');

CREATE TABLE run_request(
  run INTEGER PRIMARY KEY REFERENCES run(number) ON DELETE CASCADE,
  snapshot INTEGER NOT NULL REFERENCES snapshot(number),
  from_draft INTEGER NOT NULL,
  provider_name TEXT NOT NULL,
  provider_base_url TEXT NOT NULL,
  provider_api TEXT NOT NULL,
  provider_key_source TEXT NOT NULL,
  provider_key_variable TEXT NOT NULL,
  provider_organization TEXT NOT NULL,
  provider_project TEXT NOT NULL,
  provider_default_model TEXT NOT NULL,
  input TEXT NOT NULL,
  request_json TEXT NOT NULL
) STRICT;
CREATE INDEX request_by_snapshot ON run_request(snapshot);

CREATE TABLE run_variable(
  run INTEGER NOT NULL REFERENCES run(number) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY(run, name)
) STRICT;

CREATE TABLE message(
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  run INTEGER NOT NULL REFERENCES run(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  created INTEGER NOT NULL,
  raw_item TEXT NOT NULL
) STRICT;
CREATE INDEX message_by_run ON message(run, position);

CREATE TABLE part(
  number INTEGER PRIMARY KEY,
  message INTEGER NOT NULL REFERENCES message(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  call_id TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE(message, position)
) STRICT;

CREATE TABLE provider(
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  base_url TEXT NOT NULL,
  api TEXT NOT NULL,
  key_source TEXT NOT NULL,
  key_variable TEXT NOT NULL,
  organization TEXT NOT NULL,
  project TEXT NOT NULL,
  default_model TEXT NOT NULL
) STRICT;

CREATE TABLE setting(
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Search. The indexes keep word -> row lists alone (detail none, or column) and read the texts back from views,
-- so a row must leave an index before its text changes. Prefixes of up to three letters have lists of their
-- own, because those are what costs as a person types (the text index: up to two, a third cost more than it
-- saved). Texts beyond a million characters are not searched.
CREATE VIEW agent_search(number, name, description, tags, prompt) AS
  SELECT a.number, a.name, a.description,
         (SELECT group_concat(t.tag, ' ') FROM agent_tag t WHERE t.agent = a.number),
         (SELECT substr(b.prompt, 1, 1000000) FROM agent_body b WHERE b.agent = a.number)
  FROM agent a;
CREATE VIRTUAL TABLE agent_name_index USING fts5(name, content='agent_search', content_rowid='number',
  tokenize='aiagent', detail=none, columnsize=0, prefix='1 2 3');
CREATE VIRTUAL TABLE agent_head_index USING fts5(name, description, tags, content='agent_search',
  content_rowid='number', tokenize='aiagent', detail=column, columnsize=0, prefix='1 2 3');
CREATE VIRTUAL TABLE agent_text_index USING fts5(name, description, tags, prompt, content='agent_search',
  content_rowid='number', tokenize='aiagent', detail=none, columnsize=0, prefix='1 2');
-- Agents of a bulk import whose texts are not in the indexes yet.
CREATE TABLE agent_index_queue(
  agent INTEGER PRIMARY KEY REFERENCES agent(number) ON DELETE CASCADE
) STRICT;

CREATE VIEW run_search(number, text) AS
  SELECT r.run, r.input || char(10) || ifnull((
           SELECT group_concat(substr(p.text, 1, 1000000), char(10)) FROM message m JOIN part p
             ON p.message = m.number WHERE m.run = r.run AND p.kind IN ('text', 'refusal')), '')
  FROM run_request r;
CREATE VIRTUAL TABLE run_index USING fts5(text, content='run_search', content_rowid='number',
  tokenize='aiagent', detail=none, columnsize=0, prefix='1 2 3');
