// The two calls of sync as a small service of Fastify and pg does them: the same SQL, the same check of the token.
// Bodies are handed through as text both ways, and checked tokens are remembered, as ours does.
//   node fastify_server.mjs FOLDER_WITH_NODE_MODULES POSTGRES_SOCKET_FOLDER USER DATABASE OUR_URL POOL_SIZE
// Prints {"port": …} once it listens on a free port of this machine.
import path from 'node:path';
import { createPublicKey } from 'node:crypto';
import { createRequire } from 'node:module';

const [, , modules, host, user, database, ours, poolSize] = process.argv;
const require = createRequire(path.join(path.resolve(modules), 'package.json'));
const { Pool } = require('pg');
const { createVerifier } = require('fast-jwt');

const { keys } = await (await fetch(`${ours}/.well-known/jwks.json`)).json();
const pem = createPublicKey({ key: keys.at(-1), format: 'jwk' }).export({ type: 'spki', format: 'pem' });
const verify = createVerifier({ key: pem, algorithms: ['ES256'], allowedAud: 'aiagent', cache: true });
const pool = new Pool({ host, user, database, max: Number(poolSize) });

const signIn = {
  name: 'sign_in',
  text: `SELECT w.user_id, w.refusal, set_config('request.jwt.claims', CASE WHEN w.refusal IS NULL
           THEN json_build_object('sub', w.user_id, 'did', w.device_id)::text ELSE '' END, true),
           set_config('role', 'authenticated', true) FROM sync.who($1::uuid, NULL) w`,
};
const call = (name) => ({
  name,
  text: `SELECT x.answer::text, current_setting('response.status', true) AS status FROM (SELECT api.${name}($1::jsonb) AS answer OFFSET 0) x`,
});
const functions = { sync_pull: call('sync_pull'), sync_push: call('sync_push') };

async function ask(client, device, query, body) {
  await client.query('BEGIN');
  const who = await client.query({ ...signIn, values: [device] });
  const answer = await client.query({ ...query, values: [body] });
  await client.query('COMMIT');
  return who.rows[0].refusal ? { status: 401, answer: '{"error":"not_signed_in"}' } : answer.rows[0];
}

const app = require('fastify')({ logger: false });
app.removeAllContentTypeParsers();
app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body));
for (const [name, query] of Object.entries(functions))
  app.post(`/v1/rpc/${name}`, async (request, reply) => {
    let claims;
    try {
      claims = verify((request.headers.authorization ?? '').slice(7));
    } catch {
      return reply.code(401).type('application/json').send('{"error":"token_invalid"}');
    }
    const client = await pool.connect();
    try {
      const { status, answer } = await ask(client, claims.did, query, request.body);
      client.release();
      return reply.code(Number(status || 200)).type('application/json').send(answer);
    } catch (error) {
      client.release(error);
      throw error;
    }
  });
await app.listen({ host: '127.0.0.1', port: 0 });
console.log(JSON.stringify({ port: app.server.address().port }));
