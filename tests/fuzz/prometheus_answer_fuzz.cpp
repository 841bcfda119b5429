// Whatever a server sends as an answer to a query, as alerts or as metrics of pods: it is read within the
// limits, or refused.
#include "core/wire/prometheus_answer.h"

#include "core/base/utf8.h"
#include "core/wire/kube_metrics.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const wire::PromLimits limits{.series = 3, .points = 4, .allPoints = 9};
  if (const auto answer = wire::readPromAnswer(text, limits)) {
    FUZZ_REQUIRE(answer->series.size() <= 3);
    FUZZ_REQUIRE(base::isValidUtf8(answer->text));
    for (const auto& series : answer->series) {
      FUZZ_REQUIRE(series.points.size() <= 4);
      for (std::size_t i = 1; i < series.points.size(); ++i)
        FUZZ_REQUIRE(series.points[i - 1].at < series.points[i].at);
    }
  } else {
    FUZZ_REQUIRE(base::isValidUtf8(answer.error().said));
  }
  if (const auto alerts = wire::readPromAlerts(text))
    for (const auto& alert : *alerts)
      FUZZ_REQUIRE(base::isValidUtf8(alert.name) && base::isValidUtf8(alert.summary));
  if (const auto metrics = wire::readKubeMetrics(text))
    for (const auto& item : *metrics) FUZZ_REQUIRE(!item.name.empty());
  FUZZ_REQUIRE(wire::goDuration(text).count() >= 0);
  return 0;
}
