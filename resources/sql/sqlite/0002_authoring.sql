-- The profile, version 2: declared variables, cases and knowledge of an agent; versions and labels; generations
-- that wait; what tools answered and may run; what was uploaded. Conventions as in version 1. JSON columns hold
-- short lists that are read and written whole.

CREATE TABLE agent_variable(
  agent INTEGER NOT NULL REFERENCES agent(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,  -- string, number, boolean, choice
  description TEXT NOT NULL,
  example TEXT NOT NULL,
  default_value TEXT NOT NULL,
  choices TEXT NOT NULL,  -- JSON array of texts
  PRIMARY KEY(agent, position)
) STRICT;

CREATE TABLE agent_case(
  agent INTEGER NOT NULL REFERENCES agent(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  input TEXT NOT NULL,
  variables TEXT NOT NULL,  -- JSON object of texts
  expect TEXT NOT NULL,
  PRIMARY KEY(agent, position)
) STRICT;

CREATE TABLE agent_knowledge(
  agent INTEGER NOT NULL REFERENCES agent(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  use TEXT NOT NULL,  -- input_file, file_search
  PRIMARY KEY(agent, position)
) STRICT;

CREATE TABLE snapshot_variable(
  snapshot INTEGER NOT NULL REFERENCES snapshot(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  description TEXT NOT NULL,
  example TEXT NOT NULL,
  default_value TEXT NOT NULL,
  choices TEXT NOT NULL,
  PRIMARY KEY(snapshot, position)
) STRICT;

CREATE TABLE snapshot_case(
  snapshot INTEGER NOT NULL REFERENCES snapshot(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  input TEXT NOT NULL,
  variables TEXT NOT NULL,
  expect TEXT NOT NULL,
  PRIMARY KEY(snapshot, position)
) STRICT;

CREATE TABLE snapshot_knowledge(
  snapshot INTEGER NOT NULL REFERENCES snapshot(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  use TEXT NOT NULL,
  PRIMARY KEY(snapshot, position)
) STRICT;

-- Versions are never changed. `agent` and `parent` are ids: a version may arrive before what it hangs on.
-- An agent without any (imported in bulk, or older than versions) gets its first when one is needed.
CREATE TABLE agent_version(
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  agent BLOB NOT NULL,
  ordinal INTEGER NOT NULL,  -- "v12"
  hash TEXT NOT NULL,        -- domain::contentHash
  snapshot INTEGER NOT NULL REFERENCES snapshot(number),
  author TEXT NOT NULL,
  message TEXT NOT NULL,
  created INTEGER NOT NULL,
  UNIQUE(agent, ordinal)
) STRICT;
CREATE INDEX version_by_hash ON agent_version(agent, hash);
CREATE INDEX version_by_snapshot ON agent_version(snapshot);

CREATE TABLE agent_version_parent(
  version INTEGER NOT NULL REFERENCES agent_version(number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  parent BLOB NOT NULL,
  PRIMARY KEY(version, position)
) STRICT;

CREATE TABLE label(
  agent BLOB NOT NULL,
  name TEXT NOT NULL,
  version BLOB NOT NULL,
  moved INTEGER NOT NULL,
  moved_by TEXT NOT NULL,
  PRIMARY KEY(agent, name)
) STRICT;

CREATE TABLE label_move(
  number INTEGER PRIMARY KEY,
  agent BLOB NOT NULL,
  name TEXT NOT NULL,
  from_version BLOB,  -- null: the label was new
  to_version BLOB,    -- null: it was taken off
  moved_by TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX label_move_by_agent ON label_move(agent, number);

-- The head a draft was begun from (null: there was none yet), and the version that saving it merges.
ALTER TABLE agent_draft ADD COLUMN base_version BLOB;
ALTER TABLE agent_draft ADD COLUMN merged_with BLOB;

-- The version whose content a run used; null: a draft, or no kept agent.
ALTER TABLE run_request ADD COLUMN version BLOB;

-- Generations that were asked for without a network, and what became of them. The answer is the run's.
CREATE TABLE generation(
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  agent BLOB,                 -- null: a new agent is wanted
  kind TEXT NOT NULL,         -- generate, improve
  status TEXT NOT NULL,       -- waiting, running, ready, failed
  description TEXT NOT NULL,  -- what is wanted, in the person's words
  examples TEXT NOT NULL,     -- JSON array of texts
  language TEXT NOT NULL,
  answer_language TEXT NOT NULL,
  run BLOB,
  error_code TEXT,            -- null: no error
  error_subject TEXT,
  error_said TEXT,
  created INTEGER NOT NULL,
  updated INTEGER NOT NULL
) STRICT;
CREATE INDEX generation_by_status ON generation(status, number);

-- Answers of a tool that were recorded for the playground, by what it was called with.
CREATE TABLE tool_answer(
  number INTEGER PRIMARY KEY,
  agent BLOB NOT NULL,
  tool TEXT NOT NULL,
  arguments TEXT NOT NULL,
  answer TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  UNIQUE(agent, tool, arguments)
) STRICT;

-- Local programs that answer a tool. They belong to this device: nothing that is imported or synced may set one.
CREATE TABLE tool_command(
  agent BLOB NOT NULL,
  tool TEXT NOT NULL,
  program TEXT NOT NULL,    -- JSON array: the program, then its arguments
  always INTEGER NOT NULL,  -- allowed without asking, while `program` stays as it is
  PRIMARY KEY(agent, tool)
) STRICT;

-- What was uploaded to a provider, so that it is used again, can be listed and deleted there.
CREATE TABLE upload(
  number INTEGER PRIMARY KEY,
  provider TEXT NOT NULL,
  base_url TEXT NOT NULL,
  kind TEXT NOT NULL,    -- file, vector_store
  remote TEXT NOT NULL,  -- the provider's id
  agent BLOB,            -- for whose run it was made; null: for none that is kept
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,  -- of the file's bytes; of a vector store the hash of its files' hashes
  bytes INTEGER NOT NULL,
  created INTEGER NOT NULL,
  expires INTEGER,       -- null: kept there until it is deleted
  UNIQUE(base_url, remote)
) STRICT;
CREATE INDEX upload_by_hash ON upload(base_url, kind, sha256);
