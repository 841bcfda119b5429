-- The profile, version 4: the environments that the deployment dashboard shows, and the programs that
-- kubeconfigs may run for credentials. Both belong to this computer.

CREATE TABLE environment(
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  name TEXT NOT NULL UNIQUE,
  stage TEXT NOT NULL,       -- development, staging, production
  kubeconfig TEXT NOT NULL,  -- '': KUBECONFIG and ~/.kube/config
  context TEXT NOT NULL,
  namespace TEXT NOT NULL,   -- '': the context's
  api TEXT NOT NULL,
  prometheus TEXT NOT NULL,
  repository TEXT NOT NULL
) STRICT;

-- What the person allowed always. `wish` is the hash of everything that decides what runs and for whom: the
-- resolved program, its arguments, the variables that the kubeconfig sets, and the server.
CREATE TABLE allowed_plugin(
  wish TEXT NOT NULL PRIMARY KEY,
  program TEXT NOT NULL,  -- to be shown; without its arguments and variables, which may hold secrets
  server TEXT NOT NULL,
  allowed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
