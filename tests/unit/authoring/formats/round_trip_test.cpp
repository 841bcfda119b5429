// import(export(x)) = x on what the format carries; where a single value does not fit, the export says so.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/authoring/formats/export.h"
#include "core/authoring/formats/import.h"
#include "tests/unit/authoring/formats/agent_generator.h"

namespace aiagent::authoring {
namespace {

bool isLost(const std::vector<Loss>& losses, std::string_view field) {
  for (const auto& loss : losses)
    if (loss.field == field || loss.field.starts_with(std::string(field) + '.') ||
        loss.field.starts_with(std::string(field) + '['))
      return true;
  return false;
}

// The one agent that the files hold; everything is recognised without being told.
Imported back(const Files& files) {
  auto read = importFiles(files);
  RC_ASSERT(read.items.size() == 1u);
  if (!read.items[0].imported)
    RC_FAIL(read.items[0].imported.error().subject + ": " + read.items[0].imported.error().detail);
  return std::move(*read.items[0].imported);
}

void holdsWhatItCarries(Format format, Wildness wildness) {
  const auto content = *anyAgent(wildness);
  const auto exported = exportAgent({content, {}, {}}, format);
  RC_ASSERT(exported.ok());
  auto read = importFiles(exported->files,
                          {.as = exported->files.size() == 1 ? std::optional(format) : std::nullopt});
  RC_ASSERT(read.items.size() == 1u);
  if (!read.items[0].imported) {  // said beforehand
    RC_ASSERT(isLost(exported->losses, "name"));
    return;
  }
  for (const auto& loss : lossesBetween(content, read.items[0].imported->content, format))
    RC_ASSERT(isLost(exported->losses, loss.field));
  if (wildness == Wildness::Wild) return;
  for (const auto& loss : exported->losses)
    if (loss.reason == LossReason::Altered)
      RC_FAIL(std::string(toWord(format)) + " " + loss.field + ": " + loss.excerpt);
}

class RoundTrip : public testing::TestWithParam<Format> {};

TEST_P(RoundTrip, tameAgent_comesBackInAllThatTheFormatCarries) {
  const auto format = GetParam();
  EXPECT_TRUE(rc::check([format] { holdsWhatItCarries(format, Wildness::Tame); }));
}

TEST_P(RoundTrip, wildAgent_losesNothingUnsaid) {
  const auto format = GetParam();
  EXPECT_TRUE(rc::check([format] { holdsWhatItCarries(format, Wildness::Wild); }));
}

TEST_P(RoundTrip, sameAgent_givesTheSameBytes) {
  const auto format = GetParam();
  EXPECT_TRUE(rc::check([format] {
    const auto content = *anyAgent(Wildness::Wild);
    const auto first = exportAgent({content, {}, {}}, format);
    const auto second = exportAgent({content, {}, {}}, format);
    RC_ASSERT(first.ok() && second.ok());
    RC_ASSERT(first->files == second->files);
  }));
}

INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip,
                         testing::Values(Format::OwnJson, Format::PromptyV1, Format::PromptyV2,
                                         Format::Promptfoo, Format::Langfuse, Format::OpenAiPrompt,
                                         Format::OpenAiResponses, Format::Markdown, Format::AgentsMd,
                                         Format::SkillMd, Format::LibraryFolder),
                         [](const auto& one) {
                           std::string name(toWord(one.param));
                           std::erase(name, '-');
                           return name;
                         });

// Ours: identity, byte for byte, on everything, and recognised by themselves.
void isIdentity(Format format) {
  const auto content = *anyAgent(Wildness::Wild);
  domain::AgentId id;
  id.uuid.bytes[15] = *rc::gen::arbitrary<std::uint8_t>();
  const auto exported = exportAgent({content, id, {}}, format);
  RC_ASSERT(exported.ok());
  const auto read = back(exported->files);
  RC_ASSERT(read.id == id);
  RC_ASSERT(read.content == content);
  RC_ASSERT(exported->losses.empty());
}

RC_GTEST_PROP(OwnJsonRoundTrip, everything_isTheSame, ()) {
  isIdentity(Format::OwnJson);
}

RC_GTEST_PROP(LibraryFolderRoundTrip, everything_isTheSame, ()) {
  isIdentity(Format::LibraryFolder);
}

RC_GTEST_PROP(MarkdownRoundTrip, everything_isTheSame, ()) {
  isIdentity(Format::Markdown);
}

RC_GTEST_PROP(LibraryFolderRoundTrip, manyAgents_comeBackInAnyNumber, ()) {
  const auto contents = *rc::gen::container<std::vector<domain::AgentContent>>(3, anyAgent(Wildness::Tame));
  std::vector<AgentToExport> agents;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    domain::AgentId id;
    id.uuid.bytes[15] = std::uint8_t(i + 1);
    agents.push_back({contents[i], id, {}});
  }
  const auto exported = exportAgents(agents, Format::LibraryFolder);
  RC_ASSERT(exported.ok());
  const auto read = importFiles(exported->files);
  RC_ASSERT(read.items.size() == agents.size());
  for (const auto& item : read.items) {
    RC_ASSERT(item.imported.ok());
    const auto index = std::size_t(item.imported->id.uuid.bytes[15]) - 1;
    RC_ASSERT(item.imported->content == contents[index]);
  }
  RC_ASSERT(read.ignored == std::vector<std::string>{"README.md"});
}

}  // namespace
}  // namespace aiagent::authoring
