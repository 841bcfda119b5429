// Several files at once, found out without being told: paths and bytes between zero bytes.
#include "core/authoring/formats/plan.h"
#include "core/authoring/formats/safe_path.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  authoring::Files files;
  while (!input.empty() && files.size() < 8) {
    auto path = input.text();
    files.push_back({std::move(path), input.text()});
  }
  const auto found = authoring::detect(files);
  FUZZ_REQUIRE(found.size() == files.size());
  const auto plan = authoring::plan(files, {});
  for (const auto& item : plan.items) {
    FUZZ_REQUIRE((item.result == authoring::PlanResult::Refused) == item.error.has_value());
    // "path#2" for the second of one file's agents; a path may have a '#' of its own
    const auto& source = item.source;
    FUZZ_REQUIRE(item.error || authoring::isSafePath(source) ||
                 authoring::isSafePath(source.substr(0, source.rfind('#'))));
  }
  return 0;
}
