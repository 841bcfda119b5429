-- The profile, version 6: the release history of clusters, which forget their events within an hour.
-- `environment` is a name that whoever records chooses, and that stays.

-- What happened. Pods' ends and events have the cluster's own times, so that several programs that watch
-- record them once.
CREATE TABLE cluster_fact(
  number INTEGER PRIMARY KEY,
  environment TEXT NOT NULL,
  time INTEGER NOT NULL,
  kind TEXT NOT NULL,
  namespace TEXT NOT NULL,
  object TEXT NOT NULL,        -- "deployment/agent-api"; '' for all together
  uid TEXT NOT NULL,
  reason TEXT NOT NULL,
  value_before TEXT NOT NULL,
  value_after TEXT NOT NULL,
  detail TEXT NOT NULL,
  amount INTEGER NOT NULL,
  until INTEGER NOT NULL       -- of a gap; 0 for others
) STRICT;
CREATE UNIQUE INDEX cluster_fact_once ON cluster_fact(environment, time, kind, uid, reason, value_after, amount);

-- How it was, once an hour: what a time looked like is the snapshot before it and the facts since.
CREATE TABLE cluster_snapshot(
  number INTEGER PRIMARY KEY,
  environment TEXT NOT NULL,
  time INTEGER NOT NULL,
  state TEXT NOT NULL,         -- JSON
  UNIQUE(environment, time)
) STRICT;

-- Up to when somebody watched.
CREATE TABLE cluster_watched(
  number INTEGER PRIMARY KEY,
  environment TEXT NOT NULL UNIQUE,
  until INTEGER NOT NULL
) STRICT;
