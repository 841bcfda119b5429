-- The profile, version 3: what a library that is shared through a server keeps for sync. Empty while the library
-- is this device's alone. `record` is a record's UUID; a record is an agent (with its labels) or a version.

-- One row: which workspace this library is, and how far it has come. `client` names this copy of the database
-- towards the server; `cursor` is the version up to which the library holds every row.
CREATE TABLE sync_state(
  number INTEGER PRIMARY KEY CHECK(number = 1),
  origin TEXT NOT NULL,          -- of the server: "https://agents.example.com"
  account BLOB NOT NULL,
  email TEXT NOT NULL,
  workspace BLOB NOT NULL,
  workspace_name TEXT NOT NULL,
  role TEXT NOT NULL,            -- admin, member, viewer
  client BLOB NOT NULL,
  epoch TEXT NOT NULL,           -- of the server's history; '' before the first answer
  cursor INTEGER NOT NULL,
  head INTEGER NOT NULL,         -- the newest version the server told of
  next_n INTEGER NOT NULL,       -- the number of the next edit
  live INTEGER NOT NULL,         -- rows of sync_row that are not deleted and have a version
  digest INTEGER NOT NULL,       -- XOR of their hashes
  replacing TEXT NOT NULL,       -- why everything is fetched anew: '', or the server's reason
  stage_cursor INTEGER NOT NULL, -- how far the pages of sync_stage reach
  floor INTEGER NOT NULL,        -- while everything is fetched: the server's floor at the first page, else 0
  pulled INTEGER NOT NULL        -- when the library was last whole
) STRICT;

-- What the server is known to have: the version and the tags of fields that are written over a known value
-- only, and what this program does not know. `parent` and `parked` are of versions whose agent is not here.
CREATE TABLE sync_row(
  number INTEGER PRIMARY KEY,
  record BLOB NOT NULL UNIQUE CHECK(length(record) = 16),
  type TEXT NOT NULL,
  version INTEGER NOT NULL,  -- 0: the server took it, and has not told its version yet
  deleted INTEGER NOT NULL,
  etags TEXT NOT NULL,       -- JSON object, '' for none
  extra TEXT NOT NULL,       -- fields of a newer program, or the whole of an unknown type; '' for none
  parent BLOB,
  parked TEXT                -- the fields of a version that waits for its agent
) STRICT;
CREATE INDEX sync_row_unseen ON sync_row(number) WHERE version = 0 AND deleted = 0;
CREATE INDEX sync_row_parked ON sync_row(parent) WHERE parked IS NOT NULL;

-- Records with edits that the server has not taken, in the order in which they were begun. `base` is the
-- record as the server has it, from before the first of them; null: it does not have it.
CREATE TABLE sync_pending(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  record BLOB NOT NULL UNIQUE CHECK(length(record) = 16),
  type TEXT NOT NULL,
  op TEXT NOT NULL CHECK(op IN ('create', 'edit', 'delete', 'restore')),
  base TEXT,
  rounds INTEGER NOT NULL DEFAULT 0,  -- how often it met another's edit
  blocked TEXT NOT NULL DEFAULT '',   -- why it is not sent, until it is edited again; '' for no reason
  since INTEGER NOT NULL
) STRICT;

CREATE INDEX sync_pending_open ON sync_pending(type, since) WHERE blocked = '';

-- Edits on their way: numbered, never changed, sent again until they are answered. `state` is the record as
-- it would be then.
CREATE TABLE sync_outbox(
  n INTEGER PRIMARY KEY,
  record BLOB NOT NULL,
  op TEXT NOT NULL,
  mutation TEXT NOT NULL,
  state TEXT,
  versions TEXT NOT NULL,  -- JSON array: ids of versions that go along
  made INTEGER NOT NULL
) STRICT;

-- What the server took of this device, for thirty days: offered again when a restore lost it.
CREATE TABLE sync_archive(
  number INTEGER PRIMARY KEY,
  record BLOB NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  accepted INTEGER NOT NULL
) STRICT;
CREATE INDEX sync_archive_by_record ON sync_archive(record, version);

-- Pages of a pull that is not complete; nothing of them is seen before the last has come.
CREATE TABLE sync_stage(
  record BLOB NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  row TEXT NOT NULL
) STRICT;

-- What a person has to know or decide. Texts are records as JSON; null where there was none.
CREATE TABLE sync_inbox(
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  kind TEXT NOT NULL CHECK(kind IN ('conflict', 'recovered', 'rejected', 'lost')),
  record BLOB NOT NULL,
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  base TEXT,
  mine TEXT,
  theirs TEXT,
  fields TEXT NOT NULL,   -- JSON array of texts: where both changed the same
  by BLOB,                -- whose edit it met
  version BLOB,           -- this device's version, for a merge's second parent
  at INTEGER NOT NULL,
  resolved INTEGER        -- when; null: open
) STRICT;
CREATE INDEX sync_inbox_open ON sync_inbox(number) WHERE resolved IS NULL;
