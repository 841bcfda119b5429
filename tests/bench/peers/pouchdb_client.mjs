// The protocol of sync_client.cpp over PouchDB with LevelDB. Each direction is asked for alone, which is less than
// what ours does (both ways every time).
//   node pouchdb_client.mjs FOLDER_WITH_NODE_MODULES DATA_FOLDER REMOTE_URL
import path from 'node:path';
import readline from 'node:readline';
import { createRequire } from 'node:module';

const [, , modules, data, remote] = process.argv;
const require = createRequire(path.join(path.resolve(modules), 'package.json'));
const PouchDB = require('pouchdb');
const db = new PouchDB(path.join(data, 'db'));
// The default is 100; this is what it was fastest with.
const options = { batch_size: 1000, batches_limit: 10 };
const ids = [];
let own = null;

const now = () => process.hrtime.bigint();
const say = (object) => process.stdout.write(JSON.stringify(object, (_, value) => (typeof value === 'bigint' ? Number(value) : value)) + '\n');
const sentence = 'You sort support tickets by team and urgency, and answer in one short paragraph. ';
const record = (number) => ({
  type: 'agent', name: `Agent ${number}`, description: '', prompt: `${number}. ${sentence.repeat(10)}`, model: '', parameters: {}, tools: '', output_schema: '',
  starters: [], tags: ['bench'], variables: [], cases: [], knowledge: [], archived: false, labels: {}, created: new Date().toISOString(),
});

async function add(count, from) {
  const docs = [];
  for (let i = 0; i < count; i += 1) docs.push({ _id: crypto.randomUUID(), ...record(from + i) });
  for (const result of await db.bulkDocs(docs)) ids.push(result.id);
}

async function change(count, text) {
  const found = await db.allDocs({ keys: ids.slice(0, count), include_docs: true });
  await db.bulkDocs(found.rows.map((row) => ({ ...row.doc, description: text })));
}

let acknowledged = () => {};

async function live() {
  db.changes({ live: true, since: 'now', include_docs: true }).on('change', ({ doc }) => {
    if (doc.description !== own) say({ seen: doc.description, at: now() });
  });
  const sync = db.sync(remote, { ...options, live: true, retry: true });
  sync.on('change', ({ direction, change: { docs } }) => {
    if (direction === 'push' && docs.some((doc) => doc.description === own)) acknowledged();
  });
  await new Promise((resolve) => { sync.once('paused', resolve); });
}

async function put(text, began, cpu) {
  own = text;
  const answered = new Promise((resolve) => { acknowledged = resolve; });
  await db.put({ ...(await db.get(ids[0])), description: text });
  const durable = now() - began;
  await answered;
  const used = process.cpuUsage(cpu);
  say({ began, durable, acked: now() - began, cpu: (used.user + used.system) * 1000 });
}

async function obey(line) {
  const began = now();
  const cpu = process.cpuUsage();
  const [word, ...words] = line.split(' ');
  if (word === 'put') return put(words.join(' '), began, cpu);
  if (word === 'add') await add(Number(words[0]), Number(words[1]));
  else if (word === 'change') await change(Number(words[0]), words.slice(1).join(' '));
  else if (word === 'send') await db.replicate.to(remote, options);
  else if (word === 'fetch' || word === 'look') await db.replicate.from(remote, options);
  else if (word === 'live') await live();
  else process.exit(2);
  const used = process.cpuUsage(cpu);
  return say({ wall: now() - began, cpu: (used.user + used.system) * 1000 });
}

await db.info();
say({ ready: true });
readline.createInterface({ input: process.stdin }).on('line', (line) => obey(line).catch((error) => { console.error(error); process.exit(1); }))
  .on('close', () => process.exit(0));
