// Lines of a log are the same in whatever pieces they come, valid UTF-8, and of bounded length; a snapshot
// that was read is written so that it reads back the same.
#include "core/base/utf8.h"
#include "core/cluster/history/history_state.h"
#include "core/cluster/human_duration.h"
#include "core/cluster/logs/log_merger.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;
using cluster::LogLine;

namespace {

constexpr std::size_t kLongest = 64;

std::vector<LogLine> read(std::string_view bytes, std::size_t piece) {
  std::vector<LogLine> lines;
  cluster::LogLines reader(kLongest);
  const auto take = [&](LogLine&& line) { lines.push_back(std::move(line)); };
  for (std::size_t at = 0; at < bytes.size(); at += piece) reader.feed(bytes.substr(at, piece), take);
  reader.finish(take);
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto lines = read(bytes, 1);
  FUZZ_REQUIRE(lines == read(bytes, 7) && lines == read(bytes, size + 1));
  cluster::LogRepeats repeats;
  std::size_t fresh = 0;
  for (const auto& line : lines) {
    FUZZ_REQUIRE(base::isValidUtf8(line.text));
    FUZZ_REQUIRE(line.text.size() <= 3 * kLongest);
    if (line.nanos != 0) FUZZ_REQUIRE(cluster::stampOf(cluster::stampText(line.nanos)) == line.nanos);
    fresh += repeats.isNew(line);
  }
  FUZZ_REQUIRE(fresh == lines.size());
  if (const auto snapshot = cluster::readSnapshot(bytes))
    FUZZ_REQUIRE(cluster::readSnapshot(cluster::snapshotJson(*snapshot)) == snapshot);
  if (const auto duration = cluster::durationOf(bytes)) FUZZ_REQUIRE(duration->count() >= 0);
  return 0;
}
