// OpenAI's client for Node against the server whose base URL is the argument. Prints "ok" at the end, or throws.
import OpenAI from 'openai';
import assert from 'node:assert/strict';
import { fails, readChat, readResponse } from './openai_calls.mjs';

const client = new OpenAI({ apiKey: 'sk-test-0123456789', baseURL: process.argv[2], maxRetries: 0 });
const model = 'rehearsal';

// Responses: streamed, whole, and by the SDK's own accumulator
const { text } = await readResponse(await client.responses.create({ model, instructions: 'Be brief.', input: 'hello', stream: true }));
assert.ok(text.includes('Rehearsal: no model involved'));
const whole = await client.responses.create({ model, instructions: 'Be brief.', input: 'hello' });
assert.equal(whole.status, 'completed');
assert.ok(whole.output_text.includes('Rehearsal: no model involved'));
assert.equal(whole.usage.total_tokens, whole.usage.input_tokens + whole.usage.output_tokens);
const final = await client.responses.stream({ model, input: 'hello', reasoning: { effort: 'low', summary: 'auto' } }).finalResponse();
assert.deepEqual(final.output.map((item) => item.type), ['reasoning', 'message']);

// structured output, tools and their results
const schema = { type: 'object', properties: { title: { type: 'string' }, score: { type: 'integer', minimum: 1, maximum: 5 } }, required: ['title', 'score'], additionalProperties: false };
const parsed = await client.responses.parse({ model, input: 'x', text: { format: { type: 'json_schema', name: 'r', schema, strict: true } } });
assert.equal(typeof parsed.output_parsed.title, 'string');
assert.ok(parsed.output_parsed.score >= 1 && parsed.output_parsed.score <= 5);
const tools = [{ type: 'function', name: 'look_up', description: 'd', strict: true, parameters: { type: 'object', properties: { q: { type: 'string' } }, required: ['q'], additionalProperties: false } }];
const called = await client.responses.create({ model, input: 'use the tool', tools });
const call = called.output.find((item) => item.type === 'function_call');
assert.equal(call.name, 'look_up');
assert.equal(JSON.parse(call.arguments).q, 'use the tool');
const answered = await client.responses.create({ model, tools, previous_response_id: called.id, input: [{ type: 'function_call_output', call_id: call.call_id, output: '42 foxes' }] });
assert.ok(answered.output_text.includes('42 foxes'));

// background: looked up, resumed in the middle, cancelled
const background = await client.responses.create({ model, input: 'hello', background: true, stream: true });
let id, cursor;
for await (const event of background) {
  id ??= event.response?.id;
  cursor = event.sequence_number;
  if (cursor === 20) break;
}
let resumed = cursor;
for await (const event of await client.responses.retrieve(id, { stream: true, starting_after: cursor })) assert.equal(event.sequence_number, ++resumed);
assert.equal((await client.responses.retrieve(id)).status, 'completed');
const long = await client.responses.create({ model, input: '[rehearse: slow]', background: true });
assert.equal(long.status, 'in_progress');
assert.equal((await client.responses.cancel(long.id)).status, 'cancelled');
await client.responses.delete(long.id);
await fails(client.responses.retrieve(long.id), 404);
assert.ok((await client.responses.inputTokens.count({ model, input: 'hello' })).input_tokens > 0);

// chat
await readChat(await client.chat.completions.create({ model, messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'hello' }], stream: true, stream_options: { include_usage: true } }));
const completion = await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'hello' }] });
assert.equal(completion.choices[0].finish_reason, 'stop');
const chatTools = [{ type: 'function', function: { name: 'look_up', parameters: tools[0].parameters } }];
const chatCall = await client.chat.completions.stream({ model, tools: chatTools, messages: [{ role: 'user', content: 'tool please' }] }).finalChatCompletion();
assert.equal(chatCall.choices[0].finish_reason, 'tool_calls');
assert.equal(JSON.parse(chatCall.choices[0].message.tool_calls[0].function.arguments).q, 'tool please');

// models and errors
assert.deepEqual((await client.models.list()).data.map((m) => m.id), ['rehearsal']);
await fails(client.responses.create({ model, input: '[rehearse: rate limit]' }), 429, 'rate_limit_exceeded');
await fails(client.responses.create({ model, input: '[rehearse: key]' }), 401, 'invalid_api_key');
await fails(client.responses.create({ model, input: 'x', temperature: 9 }), 400, 'decimal_above_max_value');
await fails(client.responses.create({ model, input: 'x', previous_response_id: 'resp_none' }), 400, 'previous_response_not_found');
await fails(client.post('/nonsense', { body: {} }), 404);
const retrying = new OpenAI({ apiKey: 'x', baseURL: process.argv[2], maxRetries: 2 });
assert.equal((await retrying.responses.create({ model, input: '[rehearse: rate limit once]' })).status, 'completed');
console.log('ok');
