-- Reading from a replica, which may not know yet that somebody was removed or signed out.
SET lock_timeout = '3s';
SET statement_timeout = '60s';

-- {} for a member of the workspace; asked of the primary before a replica answers.
CREATE OR REPLACE FUNCTION api.membership(workspace uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$ BEGIN RETURN coalesce(sync.not_member(workspace), '{}'); END $$;

REVOKE EXECUTE ON FUNCTION api.membership(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.membership(uuid) TO authenticated;
