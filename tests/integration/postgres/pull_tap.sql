-- What a pull hands out, and when it says: begin again.
SELECT plan(43);
SELECT helper.sign_in('ada') \g /dev/null
SELECT helper.push(1, 1 + 40 * b, VARIADIC ARRAY(SELECT helper.make(40 * b + i, jsonb_build_object('name', 40 * b + i)) FROM generate_series(1, 40) i))
  FROM generate_series(0, 2) b \g /dev/null

SELECT is(jsonb_array_length(helper.pull(0)->'rows'), 120, 'all of it');
SELECT is(helper.pull(0)->'complete', 'true', 'which is complete');
SELECT is(helper.pull(0)->'to', '120', 'up to the head');
SELECT is(helper.pull(120)->'rows', '[]', 'nothing new');
SELECT is(helper.pull(0, '{"limit": 50}')->'complete', 'false', 'a page');
SELECT is(helper.pull(0, '{"limit": 50}')->'to', '50', 'ends where it ends');
SELECT is(helper.pull(0, '{"limit": 120}')->'complete', 'true', 'a page of exactly all is complete');
SELECT is(helper.pull(70, '{"limit": 50}')->'complete', 'true', 'and so is the last');
SELECT is(helper.pull(0, '{"limit": 0}')->'to', '1', 'one row at least');

-- a row that moves while somebody pages
SELECT helper.push(1, 121, helper.patch(10, '{"set": {"name": "moved"}}')) \g /dev/null
SELECT is(helper.pull(50, '{"limit": 5000}')->'rows'->-1->>'id', helper.id('row', 10)::text, 'a row changed meanwhile comes later, once');
SELECT is((SELECT count(*) FROM jsonb_array_elements(helper.pull(0)->'rows') r WHERE r->>'id' = helper.id('row', 10)::text)::int, 1, 'also in a pull from the beginning');

-- what a client made itself, to a client that has it
SELECT is(helper.pull(0, '{"own": "brief"}')->'rows'->0, jsonb_build_object('t', 'agent', 'id', helper.id('row', 1), 'v', 1, 'own', true), 'its own is told by its version');
SELECT is(helper.pull(0, '{"own": "brief"}')->'rows'->-1 ? 'f', true, 'but for what was changed since');
SELECT is(helper.pull(0, jsonb_build_object('own', 'brief', 'client', helper.id('client', 2)))->'rows'->0 ? 'f', true, 'another client gets all of it');
SELECT is(helper.pull(0)->'rows'->0 ? 'f', true, 'and so does one that did not ask');
SELECT is(helper.pull(0, '{"own": "brief"}')->'digest', helper.pull(0)->'digest', 'and it counts the same');

-- narrowed by type
SELECT helper.push(1, 122, helper.make(500, '{"key": "dark"}', 'flag')) \g /dev/null
SELECT is(jsonb_array_length(helper.pull(0, '{"types": ["flag"]}')->'rows'), 1, 'one type');
SELECT is(helper.pull(0, '{"types": ["flag"]}')->'to', helper.pull(0)->'head', 'up to the head, for its own cursor');
SELECT is(helper.pull(0, '{"types": []}')->'rows', '[]', 'no type');

-- large rows end a page early
SELECT helper.push(1, 122 + i, helper.make(600 + i, jsonb_build_object('draft_prompt', repeat('x', 400000)))) FROM generate_series(1, 6) i \g /dev/null
SELECT is(jsonb_array_length(helper.pull(122)->'rows'), 3, 'a page is about a mebibyte');
SELECT is(helper.pull(122)->'complete', 'false', 'and says that there is more');

-- tombstones
SELECT helper.push(1, 129, jsonb_build_object('op', 'delete', 'id', helper.id('row', 20))) \g /dev/null
SELECT is(helper.pull(128)->'rows'->0->'del'->>'by', sync.me()::text, 'what was deleted, and by whom');
SELECT is(helper.pull(128)->'rows'->0 ? 'f', false, 'without its text');
SELECT is(helper.pull(0)->'digest'->'live', '126', 'is not among the living');

-- begin again
BEGIN;
SELECT is(helper.pull(99999)->>'reason', 'cursor_ahead', 'a cursor from the future');
SELECT is(current_setting('response.status'), '409', 'is a conflict');
COMMIT;
SELECT is(helper.pull(0, '{"epoch": "00000000-0000-4000-8000-000000000000"}')->>'reason', 'epoch_changed', 'another epoch');
SELECT is(helper.pull(0)->'past', '[]', 'nothing was set back yet');
SELECT helper.pull(0)->>'epoch' AS first, helper.pull(0)->>'head' AS head \gset
RESET ROLE;
SELECT is(sync.bump_epoch(), 2::bigint, 'a restore is told to all');
SELECT helper.sign_in('ada') \g /dev/null
SELECT is(helper.pull(0)->'past', jsonb_build_array(jsonb_build_object('epoch', :'first', 'until', :head)),
  'with the history that it ended, and where');
SELECT helper.pull(0)->>'epoch' AS second \gset
RESET ROLE;
SELECT sync.bump_epoch() \g /dev/null
SELECT helper.sign_in('ada') \g /dev/null
SELECT is(helper.pull(0)->'past', jsonb_build_array(jsonb_build_object('epoch', :'first', 'until', :head), jsonb_build_object('epoch', :'second', 'until', :head)),
  'and the next with both');
RESET ROLE;
UPDATE sync.row SET deleted_at = now() - interval '200 days' WHERE deleted_at IS NOT NULL;
SELECT is(sync.collect_garbage('10000000-0000-7000-8000-000000000001'), 1::bigint, 'an old tombstone is purged');
SELECT helper.sign_in('ada') \g /dev/null
SELECT is(helper.pull(1)->>'reason', 'cursor_below_floor', 'and who has not seen it begins again');
SELECT is(helper.pull(0)->'complete', 'false', 'from nothing one may always begin');
SELECT is(helper.pull(1, jsonb_build_object('floor', helper.pull(0)->'floor'))->>'error', NULL, 'and go on below the floor while it stays');
SELECT is(helper.pull(1, jsonb_build_object('floor', (helper.pull(0)->>'floor')::bigint - 1))->>'reason', 'cursor_below_floor', 'but not after it rose');
SELECT is(helper.push(1, 130, helper.make(700, '{}'))->'results'->0->>'s', 'applied', 'a push without a cursor is taken');
SELECT is((SELECT api.sync_push(jsonb_build_object('proto', 1, 'schema', 1, 'client', helper.id('client', 1), 'cursor', 1,
  'space', '10000000-0000-7000-8000-000000000001', 'mutations', '[]'::jsonb)))->>'reason', 'cursor_below_floor', 'one from below the floor is not');

-- who asks
SELECT is(helper.pull(0, '{"proto": 2}')->>'error', 'upgrade_required', 'another protocol');
SELECT helper.sign_in('eve') \g /dev/null
SELECT is(helper.pull(0)->>'error', 'space_revoked', 'who is no member');
SELECT set_config('request.jwt.claims', '', false) \g /dev/null
SELECT is(helper.pull(0)->>'error', 'not_signed_in', 'who is nobody, on a connection that was somebody''s');
RESET ROLE;
UPDATE sync.membership SET suspended = true WHERE user_id = '00000000-0000-7000-8000-0000000000a1';
SELECT helper.sign_in('ada') \g /dev/null
SELECT is(helper.pull(0)->>'error', 'space_revoked', 'who is suspended');
SELECT is(helper.push(1, 131, helper.make(701, '{}'))->>'error', 'space_revoked', 'cannot push either');
SELECT * FROM finish();
