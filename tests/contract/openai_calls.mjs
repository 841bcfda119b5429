// What the scripts that drive OpenAI's client for Node have in common: streams read to their end, and errors.
import assert from 'node:assert/strict';

// The error that the promise ends with; `code` and `Kind` only where they are given.
export async function fails(promise, status, code, Kind) {
  const error = await promise.then(() => null, (e) => e);
  assert.ok(error, `expected ${status}`);
  if (Kind) assert.ok(error instanceof Kind, `expected ${status}: ${error}`);
  assert.equal(error.status, status);
  if (code) assert.equal(error.code, code);
  return error;
}

// A stream of Responses: its text and its last event, of events numbered without a gap.
export async function readResponse(stream) {
  let text = '', sequence = -1, last;
  for await (const event of stream) {
    assert.equal(event.sequence_number, ++sequence);
    if (event.type === 'response.output_text.delta') text += event.delta;
    last = event;
  }
  assert.equal(last.type, 'response.completed');
  return { text, last };
}

// A stream of Chat Completions that includes its usage.
export async function readChat(stream) {
  let text = '', usage;
  for await (const chunk of stream) {
    text += chunk.choices[0]?.delta?.content ?? '';
    usage = chunk.usage ?? usage;
  }
  assert.ok(text.includes('> hello'));
  assert.ok(usage.total_tokens > 0);
}
