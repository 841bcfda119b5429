#include "core/wire/shared_record.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace aiagent::wire {
namespace {

using domain::SharedAgent;

domain::AgentContent full() {
  domain::AgentContent content;
  content.name = "Triage \"quick\"";
  content.description = "Zeile\n二 🙂";
  content.prompt = "Sort {{what}}.";
  content.model = "model-1";
  content.parameters.set("temperature", 0.5);
  content.parameters.set("user", std::string("a\\b"));
  content.tools = R"([ {"type": "function", "name":"find"} ])";
  content.outputSchema = R"({"type":"object"})";
  content.starters = {"Hello", ""};
  content.tags = {"a", "b c"};
  content.variables = {{.name = "what", .type = domain::VariableType::Choice, .choices = {"one", "two"}}};
  content.cases = {{.name = "first", .input = "in", .variables = {{"what", "one"}}, .expect = "out"}};
  content.knowledge = {
      {.name = "a.txt", .mediaType = "text/plain", .sha256 = std::string(64, 'a'), .bytes = 3}};
  return content;
}

template <class AnyId>
AnyId idOf(const char* text) {
  return *AnyId::parse(text);
}

SharedAgent whole() {
  const auto version = idOf<domain::VersionId>("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c31");
  return {.content = full(),
          .archived = true,
          .headVersion = version,
          .labels = {{"production", version}},
          .owner = idOf<domain::UserId>("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c32"),
          .created = base::wallTimeFromMillis(1'795'416'000'000)};
}

TEST(SharedRecord, agent_comesBackAsItWas) {
  EXPECT_EQ(sharedAgentFrom(toFields(whole())), whole());
  EXPECT_EQ(sharedAgentFrom(*fieldsFromJson(toJson(toFields(whole())))), whole());
  EXPECT_EQ(sharedAgentFrom(toFields(SharedAgent{})), SharedAgent{});
  EXPECT_TRUE(toFields(SharedAgent{}).empty());
}

TEST(SharedRecord, version_comesBackAsItWas) {
  domain::AgentVersion version{.id = whole().headVersion,
                               .agent = idOf<domain::AgentId>("0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c33"),
                               .hash = domain::contentHash(full()),
                               .parents = {whole().headVersion},
                               .author = "Ada",
                               .message = "why",
                               .created = base::wallTimeFromMillis(5),
                               .content = full()};
  const auto back = versionFrom(version.id, toFields(version));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(*back, version);
}

TEST(SharedRecord, whatIsNoVersion_isInvalid) {
  for (const auto* json : {"{}", R"({"agent":"x","content":{}})",
                           R"({"agent":"0193f0a2-7c4e-7d3a-9b1c-5f2e8a6d4c33","content":5})"}) {
    const auto version = versionFrom(whole().headVersion, *fieldsFromJson(json));
    ASSERT_FALSE(version.ok()) << json;
    EXPECT_EQ(version.error().code, base::ErrorCode::InvalidInput);
  }
  for (const auto* json : {"", "5", "[]", R"({"a":)"}) EXPECT_FALSE(fieldsFromJson(json).ok()) << json;
}

TEST(SharedRecord, fieldOfAnotherKind_isItsDefault_andAnUnknownOneIsKept) {
  const auto fields =
      fieldsFromJson(R"({"name":5,"tags":"x","labels":[],"created":"y","colour":{"r":1},"icon":null})");
  EXPECT_EQ(sharedAgentFrom(*fields), SharedAgent{});
  EXPECT_EQ(toJson(unknownAgentFields(*fields)), R"({"colour":{"r":1}})");
}

TEST(SharedRecord, changedFields_nameWhatDiffers_andWhatWent) {
  auto now = whole();
  now.content.name = "Other";
  now.archived = false;
  EXPECT_EQ(toJson(changedFields(toFields(whole()), toFields(now))), R"({"archived":null,"name":"Other"})");
  EXPECT_TRUE(changedFields(toFields(now), toFields(now)).empty());
}

RC_GTEST_PROP(SharedRecord, changedFields_writtenOverTheBase_giveWhatIsNow,
              (const std::map<std::string, std::uint8_t>& before,
               const std::map<std::string, std::uint8_t>& after)) {
  const auto fieldsOf = [](const std::map<std::string, std::uint8_t>& numbers) {
    Fields fields;
    for (const auto& [name, number] : numbers) fields[name] = std::to_string(number);
    return fields;
  };
  auto merged = fieldsOf(before);
  for (const auto& [name, value] : changedFields(fieldsOf(before), fieldsOf(after))) {
    if (value == "null")
      merged.erase(name);
    else
      merged[name] = value;
  }
  RC_ASSERT(merged == fieldsOf(after));
}

}  // namespace
}  // namespace aiagent::wire
