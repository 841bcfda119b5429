// A generated agent as a provider streams it, and a provider in use that streams it.
#pragma once

#include <string>
#include <vector>

#include "core/services/generation_queue.h"
#include "core/wire/record_json.h"
#include "tests/unit/services/service_fixture.h"

namespace aiagent::testing {

inline const std::string kPoet =
    R"({"name":"Poet","description":"Writes verse","prompt":"Write about {{topic}}.",)"
    R"("variables":[{"name":"topic","type":"string","description":"what of","example":"rain","choices":[]}],)"
    R"("model":"fast","effort":"low","verbosity":"medium",)"
    R"("tools":[{"type":"function","name":"rhymes","description":"Finds rhymes","parameters":"{\"type\":\"object\"}"}],)"
    R"("outputSchema":null,"starters":["A poem on rain","Something short"],)"
    R"("cases":[{"name":"rain","input":"Write","variables":[{"name":"topic","value":"rain"}],"expect":"Verse"}]})";

// An answer whose text comes in pieces of `size` bytes; without its end it goes on for ever.
inline Script generationStream(const std::string& text, std::size_t size = 16, bool ends = true) {
  const auto sse = [](const std::string& json) { return "data: " + json + "\n\n"; };
  std::vector<std::string> pieces = {
      sse(R"({"type":"response.created","sequence_number":0,"response":{"id":"r","status":"in_progress","model":"m","output":[]}})") +
      sse(R"({"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"type":"message","id":"m","role":"assistant","status":"in_progress","content":[]}})")};
  for (std::size_t at = 0; at < text.size(); at += size)
    pieces.push_back(sse(
        R"({"type":"response.output_text.delta","sequence_number":3,"item_id":"m","output_index":0,"content_index":0,"delta":)" +
        wire::quoted(text.substr(at, size)) + "}"));
  if (ends)
    pieces.push_back(sse(
        R"({"type":"response.completed","sequence_number":9,"response":{"id":"r","status":"completed","model":"m","output":[{"type":"message","id":"m","role":"assistant","status":"completed","content":[{"type":"output_text","text":)" +
        wire::quoted(text) + R"(,"annotations":[]}]}]}})"));
  auto script = eventStream(pieces);
  if (!ends) script.back() = Step::hang();
  return script;
}

inline void useTestProvider(ServiceFixture& f) {
  const domain::Provider provider{.name = "test",
                                  .baseUrl = "http://test.invalid/v1",
                                  .keySource = domain::KeySource::None,
                                  .defaultModel = "m"};
  if (!await<domain::Provider>([&](auto done) { f.providers->save(provider, done); })) qFatal("no provider");
  if (!await<void>([&](auto done) { f.providers->use("test", done); })) qFatal("provider not in use");
}

}  // namespace aiagent::testing
