// OpenAI's client for Node; address and token come from the environment alone. Prints "ok" at the end, or throws.
import OpenAI from 'openai';
import assert from 'node:assert/strict';

const client = new OpenAI({ maxRetries: 0 });
const model = 'gpt-6.1-sol';
const fails = async (promise, Kind, status, code) => {
  const error = await promise.then(() => null, (e) => e);
  assert.ok(error instanceof Kind, `expected ${status}: ${error}`);
  assert.equal(error.status, status);
  if (code) assert.equal(error.code, code);
  return error;
};

const parts = {
  async calls() {
    const whole = await client.responses.create({ model, instructions: 'Be brief.', input: 'hello' });
    assert.equal(whole.status, 'completed');
    assert.ok(whole.output_text.includes('Rehearsal: no model involved'));
    const stream = await client.responses.create({ model, input: 'hello', stream: true });
    let text = '', sequence = -1, last;
    for await (const event of stream) {
      assert.equal(event.sequence_number, ++sequence);
      if (event.type === 'response.output_text.delta') text += event.delta;
      last = event;
    }
    assert.equal(last.type, 'response.completed');
    assert.equal(text, last.response.output.at(-1).content[0].text);
    const final = await client.responses.stream({ model, input: 'hello', previous_response_id: last.response.id }).finalResponse();
    assert.equal(final.status, 'completed');
    const reference = { type: 'item_reference', id: final.output.at(-1).id };
    assert.equal((await client.responses.create({ model, input: [reference, { role: 'user', content: 'again' }] })).status, 'completed');
    assert.ok((await client.responses.inputTokens.count({ model, input: 'hello' })).input_tokens > 0);
    const chat = await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'hello' }], stream: true, stream_options: { include_usage: true } });
    let chatText = '', usage;
    for await (const chunk of chat) {
      chatText += chunk.choices[0]?.delta?.content ?? '';
      usage = chunk.usage ?? usage;
    }
    assert.ok(chatText.includes('> hello'));
    assert.ok(usage.total_tokens > 0);
    const completion = await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'hello' }] });
    assert.equal(completion.choices[0].finish_reason, 'stop');
    assert.deepEqual((await client.models.list()).data.map((m) => m.id), ['rehearsal']);
  },

  async cancel() {
    const stream = await client.responses.create({ model, input: '[rehearse: slow] hello', stream: true });
    let deltas = 0;
    for await (const event of stream) {
      if (event.type === 'response.output_text.delta' && ++deltas === 3) stream.controller.abort();
    }
    assert.equal(deltas, 3);
  },

  async nobody() {
    const error = await fails(client.responses.create({ model, input: 'x' }), OpenAI.AuthenticationError, 401, 'token_invalid');
    assert.match(error.message, /sign in again/);
    await fails(client.models.list(), OpenAI.AuthenticationError, 401);
  },

  async errors() {
    const limited = await fails(client.responses.create({ model, input: '[rehearse: rate limit]' }), OpenAI.RateLimitError, 429, 'rate_limit_exceeded');
    assert.ok(limited.headers.get('retry-after'));
    await fails(client.responses.create({ model, input: '[rehearse: key]' }), OpenAI.InternalServerError, 502, 'provider_credentials');
    await fails(client.responses.create({ model, input: 'x', temperature: 9 }), OpenAI.BadRequestError, 400);
    const unknown = await fails(client.responses.create({ model, input: 'x', previous_response_id: 'resp_none' }), OpenAI.NotFoundError, 404, 'previous_response_not_found');
    assert.equal(unknown.param, 'previous_response_id');
    await fails(client.responses.create({ model, input: 'x', background: true }), OpenAI.BadRequestError, 400, 'background_unsupported');
  },

  async spent() {
    const error = await fails(client.responses.create({ model, input: 'x' }), OpenAI.APIError, 402, 'budget_exceeded');
    assert.match(error.message, /\$0\.00/);
    await fails(client.responses.create({ model, input: 'x', stream: true }), OpenAI.APIError, 402);
    await fails(client.chat.completions.create({ model, messages: [{ role: 'user', content: 'x' }] }), OpenAI.APIError, 402);
    assert.equal((await client.models.list()).data.length, 1);
  },

  async rate() {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => client.models.list()));
    const refused = all.filter((one) => one.status === 'rejected').map((one) => one.reason);
    assert.ok(refused.length > 0 && refused.length < 20, String(refused.length));
    for (const error of refused) {
      assert.ok(error instanceof OpenAI.RateLimitError, String(error));
      assert.equal(error.code, 'rate_limited');
      assert.ok(error.headers.get('retry-after'));
    }
  },
};
await parts[process.argv[2]]();
console.log('ok');
