-- The tables as Prisma makes them from the schema of the deployment document.
SELECT plan(14);
SELECT is((SELECT agents FROM sync.adopt_prisma()), 0::bigint, 'without the old tables there is nothing to do');
CREATE TABLE public."User"(id text PRIMARY KEY, email text NOT NULL, name text, "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, "updatedAt" timestamp(3) NOT NULL);
CREATE UNIQUE INDEX "User_email_key" ON public."User"(email);
CREATE TABLE public."Agent"(id text PRIMARY KEY, name text NOT NULL, description text, prompt text NOT NULL, "userId" text NOT NULL REFERENCES public."User"(id),
  "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, "updatedAt" timestamp(3) NOT NULL);
INSERT INTO public."User" VALUES
  ('aaaaaaaa-1111-4222-8333-444444444444', 'Zoe@example.org', 'Zoe', '2024-01-01', '2024-02-01'),
  ('old-style-id', 'zoe@example.org', 'Zoe again', '2024-03-01', '2024-03-01'),
  ('bbbbbbbb-1111-4222-8333-444444444444', 'ada@example.org', 'Another Ada', '2024-01-05', '2024-01-05'),
  ('cccccccc-1111-4222-8333-444444444444', 'no address', NULL, '2024-04-01', '2024-04-01');
INSERT INTO public."Agent" VALUES
  ('dddddddd-1111-4222-8333-444444444444', 'Greeter', NULL, 'Say hello.', 'old-style-id', '2024-03-02', '2024-03-03'),
  ('custom', 'Sorter', 'Sorts', 'Sort.', 'bbbbbbbb-1111-4222-8333-444444444444', '2024-03-01', '2024-03-01');

SELECT is((SELECT (people, agents)::text FROM sync.adopt_prisma()), '(3,2)', 'all people and agents come along');
SELECT is((SELECT (people, agents)::text FROM sync.adopt_prisma()), '(0,0)', 'a second time changes nothing');
SELECT is((SELECT count(*) FROM public."User") + (SELECT count(*) FROM public."Agent"), 6::bigint, 'and the old tables are whole');
SELECT is((SELECT string_agg(name, ',' ORDER BY name) FROM sync.account WHERE email LIKE 'zoe%'), 'Zoe', 'addresses that differ in case are one person');
SELECT is((SELECT id FROM sync.account WHERE email = 'ada@example.org')::text, '00000000-0000-7000-8000-0000000000a1', 'somebody known stays who they are');
SELECT is((SELECT count(*) FROM sync.account WHERE email LIKE '%@adopted.invalid'), 1::bigint, 'a person without an address is kept');
SELECT is((SELECT string_agg(a.name, ',') FROM sync.membership m JOIN sync.account a ON a.id = m.user_id JOIN sync.workspace w ON w.id = m.workspace_id
  WHERE w.name = 'Adopted library' AND m.role = 'admin'), 'Zoe', 'the first of them looks after the workspace');
SELECT is((SELECT fields - 'owner' FROM sync.row WHERE id = 'dddddddd-1111-4222-8333-444444444444'), '{"name": "Greeter", "created": 1709337600000, "description": "", "draft_prompt": "Say hello."}', 'an agent as it was');
SELECT is((SELECT fields->>'owner' FROM sync.row WHERE id = 'dddddddd-1111-4222-8333-444444444444'), 'aaaaaaaa-1111-4222-8333-444444444444', 'of the account that its owner became');
SELECT is((SELECT created_at::date FROM sync.row WHERE fields->>'name' = 'Sorter'), '2024-03-01', 'with its age');
INSERT INTO public."Agent" VALUES ('late', 'Late', NULL, 'x', 'old-style-id', '2025-01-01', '2025-01-01');
SELECT is((SELECT (people, agents)::text FROM sync.adopt_prisma()), '(0,1)', 'what came later is taken later');
SELECT is((SELECT (head, live)::text FROM sync.workspace WHERE name = 'Adopted library'), '(3,3)', 'counted');
SELECT is((SELECT digest FROM sync.workspace WHERE name = 'Adopted library'),
  (SELECT bit_xor(sync.row_hash(r.id, r.version)) FROM sync.row r JOIN sync.workspace w ON w.id = r.workspace_id WHERE w.name = 'Adopted library'), 'and in the digest');
SELECT * FROM finish();
