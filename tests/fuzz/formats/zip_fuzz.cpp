// Any bytes as a zip archive: refused, or files with safe names that pack and unpack to themselves.
#include "core/authoring/formats/archive.h"
#include "core/authoring/formats/import_limits.h"
#include "core/authoring/formats/safe_path.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto files = authoring::readZip(bytes);
  if (!files) return 0;
  std::size_t total = 0;
  for (const auto& file : *files) {
    FUZZ_REQUIRE(authoring::isSafePath(file.path));
    total += file.bytes.size();
  }
  FUZZ_REQUIRE(total <= authoring::kLargestTotal);
  const auto packed = authoring::writeZip(*files);
  FUZZ_REQUIRE(packed.ok());
  const auto again = authoring::readZip(*packed);
  FUZZ_REQUIRE(again.ok() && again->size() == files->size());
  return 0;
}
