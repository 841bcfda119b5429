// OpenAI's client for Node; address and token come from the environment alone. Prints "ok" at the end, or throws.
import OpenAI from 'openai';
import assert from 'node:assert/strict';
import { fails, readChat, readResponse } from './openai_calls.mjs';

const client = new OpenAI({ maxRetries: 0 });
const model = 'gpt-6.1-sol';

const parts = {
  async calls() {
    const whole = await client.responses.create({ model, instructions: 'Be brief.', input: 'hello' });
    assert.equal(whole.status, 'completed');
    assert.ok(whole.output_text.includes('Rehearsal: no model involved'));
    const { text, last } = await readResponse(await client.responses.create({ model, input: 'hello', stream: true }));
    assert.equal(text, last.response.output.at(-1).content[0].text);
    const final = await client.responses.stream({ model, input: 'hello', previous_response_id: last.response.id }).finalResponse();
    assert.equal(final.status, 'completed');
    const reference = { type: 'item_reference', id: final.output.at(-1).id };
    assert.equal((await client.responses.create({ model, input: [reference, { role: 'user', content: 'again' }] })).status, 'completed');
    assert.ok((await client.responses.inputTokens.count({ model, input: 'hello' })).input_tokens > 0);
    await readChat(await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'hello' }], stream: true, stream_options: { include_usage: true } }));
    const completion = await client.chat.completions.create({ model, messages: [{ role: 'user', content: 'hello' }] });
    assert.equal(completion.choices[0].finish_reason, 'stop');
    assert.deepEqual((await client.models.list()).data.map((m) => m.id), ['rehearsal']);
    assert.equal((await client.models.retrieve('rehearsal')).id, 'rehearsal');
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
    const error = await fails(client.responses.create({ model, input: 'x' }), 401, 'token_invalid', OpenAI.AuthenticationError);
    assert.match(error.message, /sign in again/);
    await fails(client.models.list(), 401, '', OpenAI.AuthenticationError);
  },

  async errors() {
    const limited = await fails(client.responses.create({ model, input: '[rehearse: rate limit]' }), 429, 'rate_limit_exceeded', OpenAI.RateLimitError);
    assert.ok(limited.headers.get('retry-after'));
    await fails(client.responses.create({ model, input: '[rehearse: key]' }), 502, 'provider_credentials', OpenAI.InternalServerError);
    await fails(client.responses.create({ model, input: 'x', temperature: 9 }), 400, '', OpenAI.BadRequestError);
    const unknown = await fails(client.responses.create({ model, input: 'x', previous_response_id: 'resp_none' }), 404, 'previous_response_not_found', OpenAI.NotFoundError);
    assert.equal(unknown.param, 'previous_response_id');
    await fails(client.responses.create({ model, input: 'x', background: true }), 400, 'background_unsupported', OpenAI.BadRequestError);
    const elsewhere = await fails(client.embeddings.create({ model, input: 'x' }), 404, 'not_found', OpenAI.NotFoundError);
    assert.match(elsewhere.message, /nothing at this address/);
  },

  async spent() {
    const error = await fails(client.responses.create({ model, input: 'x' }), 402, 'budget_exceeded', OpenAI.APIError);
    assert.match(error.message, /\$0\.00/);
    await fails(client.responses.create({ model, input: 'x', stream: true }), 402, '', OpenAI.APIError);
    await fails(client.chat.completions.create({ model, messages: [{ role: 'user', content: 'x' }] }), 402, '', OpenAI.APIError);
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
