// The same recorded stream through OpenAI's own client for Node: CPU time per event.
//   node openai_node_stream.mjs RECORDED_FILE FOLDER_WITH_NODE_MODULES
// The client gets a fetch that answers from memory: no socket, no TLS, no HTTP parser is charged to it.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , recorded, folder] = process.argv;
const require = createRequire(path.join(path.resolve(folder), 'package.json'));
const { default: OpenAI } = await import(pathToFileURL(require.resolve('openai')));
const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'node_modules/openai/package.json'), 'utf8'));
const bytes = fs.readFileSync(recorded);

const answerInPieces = (size) => async () => {
  let at = 0;
  const body = new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
      at += size;
    },
  });
  return new Response(body, { status: 200, headers: { 'content-type': 'text/event-stream' } });
};

async function follow(size, ask) {
  const client = new OpenAI({ apiKey: 'none', baseURL: 'http://localhost/v1', fetch: answerInPieces(size), maxRetries: 0 });
  const begin = process.cpuUsage();
  const { events, text } = await ask(client);
  const used = process.cpuUsage(begin);
  return { micros: (used.user + used.system) / events, events, length: text.length };
}

// The lowest level: events as they are parsed, text joined by the caller.
async function create(client) {
  let events = 0, text = '';
  for await (const event of await client.responses.create({ model: 'gpt-test', input: 'hi', stream: true })) {
    events += 1;
    if (event.type === 'response.output_text.delta') text += event.delta;
  }
  return { events, text };
}

// What keeps the state of the answer, as a run machine does.
async function stream(client) {
  let events = 0;
  const answer = client.responses.stream({ model: 'gpt-test', input: 'hi' });
  for await (const event of answer) events += event ? 1 : 0;
  const final = await answer.finalResponse();
  return { events, text: final.output_text };
}

for (const [name, ask, rounds] of [['responses.create', create, 5], ['responses.stream', stream, 3]])
  for (const size of [1400, 16 * 1024]) {
    const all = [];
    for (let round = 0; round < rounds; ++round) all.push(await follow(size, ask));  // the first rounds warm the JIT
    all.sort((a, b) => a.micros - b.micros);
    const best = all[0];
    console.log(`openai ${version} ${name}, pieces of ${String(size).padStart(5)} bytes: ${best.micros.toFixed(3)} CPU us/event ` +
      `(best of ${rounds}, ${best.events} events, ${best.length} characters)`);
  }
