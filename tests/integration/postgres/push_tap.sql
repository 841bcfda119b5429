-- What a push does with each edit.
SELECT plan(46);
SELECT helper.sign_in('ada') \g /dev/null

SELECT is(helper.push(1, 1, helper.make(1, '{"name": "Triage", "draft_prompt": "one", "tags": ["a"]}'))->'results'->0->>'s', 'applied', 'create');
SELECT is(helper.pull(0)->'rows'->0->'f', '{"name": "Triage", "draft_prompt": "one", "tags": ["a"]}', 'the record is in the stream');
SELECT is((helper.pull(0)->>'last_n')::int, 1, 'and how far the client was taken');

-- again, exactly and otherwise
SELECT is(helper.push(1, 1, helper.make(1, '{"name": "Triage", "draft_prompt": "one", "tags": ["a"]}'))->'results'->0->>'s', 'duplicate', 'the same number again: told, not done');
SELECT is((helper.pull(0)->>'head')::int, 1, 'no new version');
SELECT is(helper.push(1, 1, helper.make(1, '{"name": "Other"}'))->>'error', 'idempotency_mismatch', 'the same number with another content');
BEGIN;
SELECT is(helper.push(1, 3, helper.make(2, '{}'))->'expect_n', '2', 'a number left out');
SELECT is(current_setting('response.status'), '409', 'with its status');
COMMIT;
SELECT is((helper.pull(0)->>'last_n')::int, 1, 'nothing of them was taken');

-- cas
SELECT is(helper.push(1, 2, helper.patch(1, '{"set": {"draft_prompt": "two"}, "if": {"draft_prompt": "0000"}}'))->'results'->0->'fields', '["draft_prompt"]', 'a text over another than was seen is a conflict');
SELECT is(helper.push(1, 3, helper.patch(1, '{"set": {"draft_prompt": "two", "name": "N"}}'))->'results'->0->>'s', 'conflict', 'also without saying what was seen');
SELECT is(helper.pull(0)->'rows'->0->'f'->>'name', 'Triage', 'a conflict changes no other field');
SELECT is(helper.push(1, 4, helper.patch(1, jsonb_build_object('set', '{"draft_prompt": "two"}'::jsonb, 'if', helper.pull(0)->'rows'->0->'e')))->'results'->0->>'s', 'applied', 'over what was seen');
SELECT is(helper.push(1, 5, helper.patch(1, '{"set": {"draft_prompt": "two"}, "if": {"draft_prompt": "0000"}}'))->'results'->0->>'s', 'applied', 'the same text is no conflict');
SELECT is((helper.pull(0)->>'head')::int, 2, 'and no new version');
SELECT is((SELECT old FROM sync.history WHERE field = 'draft_prompt'), '"one"', 'what was replaced is kept');

-- lww, sets, unknown fields
SELECT is(helper.push(1, 6, helper.patch(1, '{"set": {"name": "New", "shine": 7}}'))->'results'->0->>'s', 'applied', 'a name is replaced; a field from the future is kept');
SELECT is(helper.push(1, 7, helper.patch(1, '{"add": {"tags": ["b", "a"]}, "remove": {"tags": ["x"]}}'))->'results'->0->>'s', 'applied', 'tags are added');
SELECT is(helper.pull(0)->'rows'->0->'f', '{"name": "New", "draft_prompt": "two", "tags": ["a", "b"], "shine": 7}', 'all of it');
SELECT is(helper.push(1, 8, helper.patch(1, '{"remove": {"tags": ["a"]}}'))->'results'->0->>'s', 'applied', 'and taken away');
SELECT is(helper.pull(0)->'rows'->0->'f'->'tags', '["b"]', 'the others stay');
SELECT is(helper.push(1, 9, helper.patch(1, '{"set": {"tags": []}}'))->'results'->0->>'code', 'invalid', 'a set is not overwritten');

-- immutable, ranks, uniqueness, parents
SELECT is(helper.push(1, 10, helper.make(2, jsonb_build_object('agent', helper.id('row', 1), 'content', 'c'), 'agent_version'))->'results'->0->>'s', 'applied', 'a version');
SELECT is(helper.push(1, 11, helper.patch(2, '{"set": {"content": "d"}}'))->'results'->0->>'code', 'invalid', 'is not changed');
SELECT is(helper.push(1, 12, helper.make(3, '{"status": "running"}', 'run'), helper.patch(3, '{"set": {"status": "succeeded"}}'))->'results'->1->>'s', 'applied', 'a run ends');
SELECT is(helper.push(1, 14, helper.patch(3, '{"set": {"status": "running"}}'))->'results'->0->>'s', 'conflict', 'and does not run again');
SELECT is(helper.push(2, 1, helper.make(4, '{"status": "queued"}', 'run'))->'results'->0->>'s', 'applied', 'a run of another device');
SELECT is(helper.push(1, 15, helper.patch(4, '{"set": {"status": "running"}}'))->'results'->0->>'code', 'invalid', 'is moved by that device only');
SELECT is(helper.push(1, 16, helper.make(5, '{"key": "dark"}', 'flag'), helper.make(6, '{"key": "dark"}', 'flag'), helper.make(7, '{"key": "light"}', 'flag'))->'results' @? '$[1] ? (@.code == "unique")', true, 'a flag''s key is unique');
SELECT is((SELECT count(*) FROM sync.row WHERE type = 'flag')::int, 2, 'and a rejected one stops no other');
SELECT is(helper.push(1, 19, helper.make(8, '{}', 'spaceship'))->'results'->0->>'code', 'unknown_type', 'an unknown type');
SELECT is(helper.push(1, 20, '{"op": "fly"}')->'results'->0->>'code', 'invalid', 'an unknown deed');
SELECT is(helper.push(1, 21, helper.patch(99, '{"set": {"name": "x"}}'))->'results'->0->>'s', 'gone', 'a patch never makes a record');

-- deleting
SELECT is(helper.push(1, 22, jsonb_build_object('op', 'delete', 'id', helper.id('row', 1), 'if_v', 1))->'results'->0->>'s', 'conflict', 'deleting what changed since');
SELECT is(helper.push(1, 23, jsonb_build_object('op', 'delete', 'id', helper.id('row', 1), 'if_v', 99))->'results'->0->>'s', 'applied', 'deleting');
SELECT is(helper.push(1, 24, helper.patch(1, '{"set": {"name": "late"}}'), jsonb_build_object('op', 'delete', 'id', helper.id('row', 1)))->'results' @? '$[*] ? (@.s != "gone")', false, 'later edits find it gone');
SELECT is(helper.push(1, 26, helper.make(1, '{"name": "again"}'))->'results'->0->>'s', 'gone', 'making it again does not bring it back');
SELECT is(helper.push(1, 27, helper.make(9, jsonb_build_object('agent', helper.id('row', 1)), 'agent_version'))->'results'->0->>'code', 'parent_gone', 'nothing new beneath it');
SELECT is(helper.push(1, 28, jsonb_build_object('op', 'restore', 'id', helper.id('row', 1)))->'results'->0->>'s', 'applied', 'an explicit restore does');
SELECT is((SELECT fields->>'name' FROM sync.row WHERE id = helper.id('row', 1)), 'New', 'with its text');

-- groups
SELECT is(helper.push(1, 29, jsonb_build_object('op', 'group', 'ops', jsonb_build_array(helper.make(10, '{"name": "g"}'), helper.patch(99, '{}'))))->'results'->0->>'s', 'gone', 'a group ends as its first failure');
SELECT is((SELECT count(*) FROM sync.row WHERE id = helper.id('row', 10))::int, 0, 'and leaves nothing');

-- what the counts say
SELECT is((SELECT live FROM sync.workspace WHERE name = 'Team'), (SELECT count(*) FROM sync.row WHERE deleted_at IS NULL), 'live rows are counted');
SELECT is((SELECT digest FROM sync.workspace WHERE name = 'Team'), (SELECT bit_xor(sync.row_hash(id, version)) FROM sync.row WHERE deleted_at IS NULL), 'and their digest kept');

-- a client that was set back numbers anew, by the same names
CREATE FUNCTION pg_temp.renamed(set_fields jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT api.sync_push(jsonb_build_object('proto', 1, 'schema', 1, 'client', helper.id('client', 9), 'space', '10000000-0000-7000-8000-000000000001',
    'mutations', jsonb_build_array(helper.make(1, set_fields) || jsonb_build_object('n', 1, 'mid', helper.id('mutation', 1001))))) $$;
SELECT is(pg_temp.renamed('{"name": "Another"}')->>'error', 'idempotency_mismatch', 'another edit under a known name is not swallowed');
SELECT is(pg_temp.renamed('{"name": "Triage", "draft_prompt": "one", "tags": ["a"]}')->'results'->0->>'s', 'duplicate', 'an edit under its old name is not done twice');
SELECT * FROM finish();
