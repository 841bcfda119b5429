// Whatever an API server or something before it answers: its errors, warnings and times are read without end
// or harm, and what is shown of them is short and valid.
#include "core/base/time_text.h"
#include "core/base/utf8.h"
#include "core/cluster/kube_http.h"
#include "core/cluster/server_address.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const int status : {200, 302, 401, 404, 429, 503, 599}) {
    const auto error = cluster::kubeError(status, text, cluster::retryAfterOf(text));
    FUZZ_REQUIRE(error.said.size() <= 10'000 && base::isValidUtf8(error.said));
    if (cluster::isWorthRepeating(error)) FUZZ_REQUIRE(error.retryAfter->count() >= 0);
  }
  for (const auto& warning : cluster::warningsOf(text)) FUZZ_REQUIRE(base::isValidUtf8(warning));
  static_cast<void>(base::fromRfc3339(text).has_value());
  static_cast<void>(base::fromHttpDate(text).has_value());
  if (const auto address = cluster::serverAddress(text, true)) {
    FUZZ_REQUIRE(!cluster::hostOf(*address).empty());
    FUZZ_REQUIRE(cluster::serverAddress(*address, true) == address);
  }
  static_cast<void>(cluster::isProxyAddress(text));
  for (const auto& header : cluster::impersonationHeaders({"jane", "", {}, {{std::string(text), {"x"}}}}))
    FUZZ_REQUIRE(header.first.find_first_of(" \r\n:") == std::string::npos);
  return 0;
}
