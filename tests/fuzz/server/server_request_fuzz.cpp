// What comes before PostgreSQL or a provider reads it: JSON that the guard lets through is JSON as far as it
// promises, ranges lie inside the file, usage is the same however an answer is cut.
#include <boost/json.hpp>

#include "core/server/blobs/range.h"
#include "core/server/http/router.h"
#include "core/server/json_guard.h"
#include "core/server/relay/usage_reader.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent::server;

namespace {

std::optional<UsageFound> readIn(std::string_view text, std::size_t piece, bool isStream) {
  UsageReader reader(isStream);
  for (std::size_t at = 0; at < text.size(); at += piece) reader.add(text.substr(at, piece));
  return reader.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  boost::system::error_code error;
  const auto value = boost::json::parse(text, error, {}, {.max_depth = 64});
  const auto fault = jsonFault(text);
  // Whatever is an object within the depth is let through, unless it holds a NUL.
  if (!error && value.is_object()) FUZZ_REQUIRE(fault == JsonFault::None || fault == JsonFault::Nul);
  if (fault == JsonFault::None) FUZZ_REQUIRE(text.find('\0') == std::string_view::npos);

  const auto range = rangeOf(text, 1000);
  if (range.kind == ByteRange::Kind::Part)
    FUZZ_REQUIRE(range.length > 0 && range.first + range.length <= 1000);

  for (const bool isStream : {false, true}) {
    const auto whole = readIn(text, text.size() + 1, isStream);
    const auto cut = readIn(text, 3, isStream);
    FUZZ_REQUIRE(whole.has_value() == cut.has_value() && (!whole || whole->usage == cut->usage));
  }
  for (const auto& [name, field] : parseQuery(text))
    FUZZ_REQUIRE(!name.empty() && field.find('\0') == std::string::npos);
  return 0;
}
