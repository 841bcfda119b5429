// Whatever a server or a proxy answers is read without end or harm; what is taken of it is sound, and a row
// and a record that were read come back as they were.
#include "core/wire/sync_message.h"

#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

namespace {

void checkRow(const wire::SyncRow& row) {
  FUZZ_REQUIRE(!row.type.empty() && !row.id.isNull() && row.version > 0);
  const auto back = wire::rowFrom(wire::toJson(row));
  FUZZ_REQUIRE(back.ok());
  FUZZ_REQUIRE(back->id == row.id && back->version == row.version && back->deleted == row.deleted);
  if (row.deleted) return;
  FUZZ_REQUIRE(back->fields == row.fields);
  const auto fields = wire::fieldsFromJson(row.fields);
  if (!fields) return;
  const auto agent = wire::sharedAgentFrom(*fields);
  FUZZ_REQUIRE(wire::toFields(wire::sharedAgentFrom(wire::toFields(agent))) == wire::toFields(agent));
  static_cast<void>(wire::versionFrom(domain::VersionId{row.id}, *fields).ok());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  if (const auto page = wire::pullReplyFrom(json)) {
    FUZZ_REQUIRE(page->from <= page->to && page->to <= page->head && !page->epoch.empty());
    for (const auto& row : page->rows) checkRow(row);
  }
  if (const auto reply = wire::pushReplyFrom(json)) {
    FUZZ_REQUIRE(!reply->epoch.empty());
    for (const auto& result : reply->results) FUZZ_REQUIRE(result.number > 0);
  }
  static_cast<void>(wire::refusalFrom(json).has_value());
  return 0;
}
