// Tables, lists read as tables and Status bodies of any shape are read or refused; a row has as many cells as
// there are columns.
#include "core/wire/kube_table.h"

#include "core/wire/kube_status.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  if (const auto table = wire::readKubeTable(json); table && !table->columns.empty())
    for (const auto& row : table->rows) FUZZ_REQUIRE(row.cells.size() == table->columns.size());
  if (const auto list = wire::readKubeListAsTable(json))
    for (const auto& row : list->rows) FUZZ_REQUIRE(row.cells.size() == list->columns.size());
  if (const auto status = wire::readKubeStatus(json)) {
    FUZZ_REQUIRE(!status->retryAfter || status->retryAfter->count() > 0);
    static_cast<void>(status->gone() || status->tooLargeVersion());
  }
  return 0;
}
