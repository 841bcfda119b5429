// A body is JSON whatever a person wrote; a parameter that was taken out is gone and the rest is still JSON.
#include "core/wire/request_json.h"

#include "core/wire/json_text.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

namespace {

void checkTakenOut(const std::string& body, const std::string& parameter) {
  const auto without = wire::withoutParameter(body, parameter);
  if (!without) return;
  FUZZ_REQUIRE(wire::jsonKind(*without) == wire::JsonKind::Object);
  FUZZ_REQUIRE(wire::withoutParameter(*without, parameter).error().code == base::ErrorCode::NotFound);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const auto body = input.text(), parameter = input.text();
  checkTakenOut(body, parameter);

  domain::RunRequest request;
  request.model = "m";
  request.content.tools = input.text();
  request.content.outputSchema = input.text();
  request.content.name = input.text();
  for (int i = 0; i < 4 && !input.empty(); ++i) {
    const auto name = input.text();
    if (auto value = domain::parseParameterValue(name, input.text()))
      request.content.parameters.set(name, std::move(*value));
  }
  std::vector<domain::Message> history(2);
  history[0].role = domain::Role::Assistant;
  history[0].rawItem = body;
  history[0].parts = {{domain::PartKind::ToolCall, parameter, "f", input.text()}};
  history[1].parts = {{domain::PartKind::Text, std::string(input.rest()), "", ""}};

  const bool fits = wire::checkJsonFields(request.content).ok();
  const auto responses = wire::responsesBody(request, history);
  FUZZ_REQUIRE(responses.ok() == fits);
  if (responses) {
    FUZZ_REQUIRE(wire::jsonKind(responses->json) == wire::JsonKind::Object);
    FUZZ_REQUIRE(wire::jsonKind(responses->withoutHistory) == wire::JsonKind::Object);
    checkTakenOut(responses->json, parameter);
  }
  if (const auto chat = wire::chatBody(request, history))
    FUZZ_REQUIRE(wire::jsonKind(chat->json) == wire::JsonKind::Object);
  if (const auto tokens = wire::inputTokensBody(request, history))
    FUZZ_REQUIRE(wire::jsonKind(*tokens) == wire::JsonKind::Object);
  return 0;
}
