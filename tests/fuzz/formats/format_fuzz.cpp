// Any bytes as a file of one format: refused, or an agent that may be kept, that our own JSON brings back
// unchanged, and that the same format can be written from.
#include "core/authoring/formats/export.h"
#include "core/authoring/formats/import.h"
#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;
using authoring::Format;

namespace {

std::string fileName(Format format) {
  switch (format) {
    case Format::Promptfoo: return "promptfooconfig.yaml";
    case Format::PromptyV1:
    case Format::PromptyV2: return "a.prompty";
    case Format::Markdown:
    case Format::AgentsMd: return "AGENTS.md";
    case Format::SkillMd: return "skill/SKILL.md";
    case Format::LibraryFolder: return "a/agent.md";
    default: return "a.json";
  }
}

void check(const authoring::Imported& imported) {
  const auto fit = domain::normalised(imported.content);
  FUZZ_REQUIRE(fit.ok() && *fit == imported.content);
  const auto json = authoring::exportAgent({imported.content, imported.id, {}}, Format::OwnJson);
  FUZZ_REQUIRE(json.ok());
  const auto back = authoring::importFiles(json->files);
  FUZZ_REQUIRE(back.items.size() == 1 && back.items[0].imported.ok());
  FUZZ_REQUIRE(back.items[0].imported->content == imported.content);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto format = *authoring::formatFromWord(AIAGENT_FUZZ_FORMAT);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto read =
      authoring::importFiles({{fileName(format), bytes}}, {.as = format, .allowFileReferences = true});
  FUZZ_REQUIRE(!read.items.empty() || read.ignored.empty());
  for (const auto& item : read.items) {
    if (!item.imported) {
      FUZZ_REQUIRE(!item.imported.error().subject.empty());
      continue;
    }
    check(*item.imported);
    if (authoring::canExport(format))
      FUZZ_REQUIRE(authoring::exportAgent({item.imported->content, {}, {}}, format).ok());
  }
  return 0;
}
