// Whatever a server answers, the error that is made of it can be shown, and lists are in order.
#include "core/wire/answer_json.h"

#include "core/base/utf8.h"
#include "core/wire/file_json.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  const int status = 100 + 2 * input.byte();
  const auto contentType = input.text();
  const std::string body(input.rest());
  const auto error = wire::errorFromAnswer(status, contentType, body);
  FUZZ_REQUIRE(error.httpStatus == status);
  FUZZ_REQUIRE(error.said.size() <= 2'000);
  FUZZ_REQUIRE(base::isValidUtf8(error.said) && base::isValidUtf8(error.subject) &&
               base::isValidUtf8(error.providerCode));
  if (const auto models = wire::modelsFromJson(body))
    for (std::size_t i = 1; i < models->size(); ++i) FUZZ_REQUIRE((*models)[i - 1].id <= (*models)[i].id);
  if (const auto tokens = wire::inputTokensFromJson(body)) FUZZ_REQUIRE(*tokens >= 0);
  if (const auto response = wire::responseFromJson(body))
    FUZZ_REQUIRE(response->status != domain::RunStatus::Failed || response->error.has_value());
  if (const auto file = wire::fileFromJson(body)) FUZZ_REQUIRE(!file->id.empty());
  if (const auto store = wire::vectorStoreFromJson(body)) FUZZ_REQUIRE(!store->id.empty());
  return 0;
}
