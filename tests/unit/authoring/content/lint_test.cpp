#include "core/authoring/content/lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/authoring/content/json_diff.h"
#include "core/wire/json_text.h"
#include "tests/unit/authoring/content/good_prompts.h"

namespace aiagent::authoring {
namespace {

using domain::AgentContent;
using testing::ElementsAre;
using testing::IsEmpty;

AgentContent withPrompt(std::string prompt) {
  AgentContent content;
  content.prompt = std::move(prompt);
  return content;
}

std::vector<std::string> rulesOf(const std::vector<Finding>& findings) {
  std::vector<std::string> rules;
  for (const auto& finding : findings) rules.push_back(finding.rule);
  return rules;
}

std::vector<std::string> rulesOf(const AgentContent& content, const LintContext& context = {}) {
  return rulesOf(lint(content, context));
}

std::vector<std::string> rulesOfPrompt(const std::string& prompt) {
  return rulesOf(withPrompt(prompt));
}

domain::Variable declared(std::string name) {
  domain::Variable variable;
  variable.name = std::move(name);
  variable.description = "Told";
  return variable;
}

TEST(Lint, goodAgents_giveNothing) {
  const auto agents = goodAgents();
  EXPECT_GE(agents.size(), 15u);
  LintContext context;
  context.model = LintModel{"gpt-5", 400'000, std::nullopt, "", {"temperature"}};
  context.estimateTokens = [](std::string_view text) { return static_cast<std::int64_t>(text.size()); };
  for (const auto& agent : agents)
    for (const auto& finding : lint(agent, context))
      ADD_FAILURE() << finding.rule << ": " << finding.range.of(agent.prompt)
                    << "\nin: " << agent.prompt.substr(0, 80);
}

TEST(LintVariables, undeclared_isToldOnceAndDeclared) {
  auto content = withPrompt("Dear {{customer}}, {{customers}} and {{customers}}!");
  content.variables = {declared("customer")};
  const auto findings = lint(content, {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"undeclared-variable"}));
  EXPECT_EQ(findings[0].severity, Severity::Warning);
  EXPECT_EQ(findings[0].range.of(content.prompt), "{{customers}}");
  EXPECT_THAT(findings[0].values, ElementsAre("customers", "customer"));
  const auto fixed = applyFix(content, *findings[0].fix);
  EXPECT_EQ(fixed.variables.back().name, "customers");
  EXPECT_EQ(lint(withPrompt("{{a}}"), {})[0].severity, Severity::Hint);
}

TEST(LintVariables, unused_isRemoved) {
  auto content = withPrompt("Hello");
  content.variables = {declared("team"), declared("topic")};
  content.starters = {"Tell me about {{topic}}"};
  const auto findings = lint(content, {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"unused-variable"}));
  EXPECT_EQ(findings[0].field, "variables.team");
  EXPECT_EQ(applyFix(content, *findings[0].fix).variables,
            (std::vector<domain::Variable>{declared("topic")}));
}

TEST(LintVariables, undescribed_isAHint) {
  auto content = withPrompt("{{a}}");
  content.variables = {{"a", domain::VariableType::String, "", "", "", {}}};
  const auto findings = lint(content, {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"undescribed-variable"}));
  EXPECT_EQ(findings[0].severity, Severity::Hint);
}

TEST(LintStructure, emptySections_areTold) {
  const auto findings = lint(withPrompt("# Title\n\n## Rules\n\n## Style\nBe kind.\n\n## End\n"), {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"empty-section", "empty-section"}));
  EXPECT_THAT(findings[0].values, ElementsAre("Rules"));
  EXPECT_EQ(findings[0].severity, Severity::Warning);
  EXPECT_EQ(findings[1].severity, Severity::Hint);
}

TEST(LintStructure, headingsOfCodeAndWithParts_areNotEmpty) {
  EXPECT_THAT(rulesOfPrompt("# A\n## B\ntext\n```\n# c\n# d\n```\n# not\n# a heading\nx"), IsEmpty());
}

TEST(LintStructure, repeatedParagraphs_areRemoved) {
  const std::string paragraph = "Always tell the customer what happens next, and when, and who will do it.";
  const auto content = withPrompt(paragraph + "\n\nSomething else.\n\n" + paragraph + "\n\nEnd.");
  const auto findings = lint(content, {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"duplicate-paragraph"}));
  EXPECT_EQ(applyFix(content, *findings[0].fix).prompt, paragraph + "\n\nSomething else.\n\nEnd.");
  const auto last = withPrompt("Intro.\n\n" + paragraph + "\n\n" + paragraph + "\n");
  EXPECT_EQ(applyFix(last, *lint(last, {})[0].fix).prompt, "Intro.\n\n" + paragraph);
  EXPECT_THAT(rulesOfPrompt("Short one.\n\nShort one."), IsEmpty());
  EXPECT_EQ(findings[0].severity, Severity::Warning);
  const auto apart = withPrompt("## Refunds\n" + paragraph + "\n\n## Repairs\n" + paragraph + "\n");
  EXPECT_EQ(lint(apart, {})[0].severity, Severity::Hint);
}

TEST(LintStructure, templatesOfOtherTools_areTold) {
  const auto findings = lint(
      withPrompt("{% if x %}Hi ${user.name}{% endif %} {{#if y}}a{{/if}} {{ name | upper }} <%= z %>"), {});
  std::vector<std::string> pieces;
  for (const auto& finding : findings) {
    EXPECT_EQ(finding.rule, "foreign-template");
    pieces.push_back(finding.values[0]);
  }
  EXPECT_THAT(pieces, ElementsAre("{% if x %}", "${user.name}", "{% endif %}", "{{#if y}}", "{{/if}}",
                                  "{{ name | upper }}", "<%= z %>"));
  EXPECT_THAT(rulesOfPrompt("Use `${HOME}` and $5 and ${x}+1$ and {braces} and a <% b."), IsEmpty());
}

TEST(LintInstructions, alwaysAndNever_ofTheSameAreTold) {
  const auto content =
      withPrompt("Be kind.\n- Always mention the price.\n- Be brief.\n- Never mention the price.\n");
  const auto findings = lint(content, {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"contradictory-instruction"}));
  EXPECT_THAT(findings[0].values, ElementsAre("Always mention the price.", "Never mention the price."));
  EXPECT_EQ(findings[0].range.of(content.prompt), "Never mention the price.");
  EXPECT_EQ(findings[0].related->of(content.prompt), "Always mention the price.");
  EXPECT_THAT(rulesOfPrompt("You must always use emoji.\nDon't use emoji."),
              ElementsAre("contradictory-instruction"));
}

TEST(LintInstructions, whatDependsOnSomething_isNoContradiction) {
  for (const auto* prompt : {"Always mention the price.\nNever mention the price of competitors.",
                             "If asked, always mention the price.\nNever mention the price.",
                             "## Premium users\nAlways offer a refund.\n## Free users\nNever offer a refund.",
                             "Premium users:\n- Always offer a refund.\nFree users:\n- Never offer a refund.",
                             "Never say \"Always offer a refund.\"\nAlways offer a refund.",
                             "Do not always apologise.\nAlways apologise.",
                             "Always reveal the\nname of the author.\nNever reveal the\nprice of the book."})
    EXPECT_THAT(rulesOfPrompt(prompt), IsEmpty()) << prompt;
}

TEST(LintInstructions, twoLanguages_areTold) {
  const auto findings =
      lint(withPrompt("# Role\nAnswer in English.\n\n# Style\nAlways respond in German only.\n"), {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"contradictory-language"}));
  EXPECT_THAT(findings[0].values, ElementsAre("Answer in English.", "Always respond in German only."));
  for (const auto* prompt :
       {"Answer in English.\nAnswer in British English.", "Answer in English or German.\nAnswer in German.",
        "Answer in English.\n## Letters\nAnswer in German.",
        "Answer in English.\nIf asked, answer in German."})
    EXPECT_THAT(rulesOfPrompt(prompt), IsEmpty()) << prompt;
}

TEST(LintInstructions, twoFormats_areTold) {
  EXPECT_THAT(rulesOfPrompt("Answer in JSON.\nAlways answer in Markdown."),
              ElementsAre("contradictory-format"));
  EXPECT_THAT(rulesOfPrompt("Return only valid JSON.\nReply in plain text."),
              ElementsAre("contradictory-format"));
  EXPECT_THAT(rulesOfPrompt("Answer in JSON.\nReturn a JSON object."), IsEmpty());
  EXPECT_THAT(rulesOfPrompt("Answer in JSON.\nAnswer in Markdown when a person reads it."), IsEmpty());
}

TEST(LintInstructions, twoLengths_areTold) {
  EXPECT_THAT(rulesOfPrompt("Answer in at most 100 words.\nKeep your answers under 200 words."),
              ElementsAre("contradictory-length"));
  EXPECT_THAT(rulesOfPrompt("Answer in at least 300 words.\nYour response must not exceed 100 words."),
              ElementsAre("contradictory-length"));
  for (const auto* prompt : {"Answer in at most three sentences.\nKeep your answers under 50 words.",
                             "Answer in at least 50 words.\nAnswer in at most 100 words.",
                             "Title: at most 10 words.\nSummary: at most 50 words.",
                             "Answer in at most 50 words.\nAnswer complaints in at most 50 words.",
                             "Answer in at most 50 words.\nFor letters answer in at most 300 words.",
                             "Answer in at least 10 and at most 50 words.\nAnswer in at most 50 words."})
    EXPECT_THAT(rulesOfPrompt(prompt), IsEmpty()) << prompt;
}

// Put together here, so that no scanner takes this file for a leak.
std::string key(const std::string& prefix) {
  return prefix + "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8";
}

TEST(LintSecrets, keysOfKnownShapes_areTold) {
  const std::vector<std::pair<std::string, std::string>> keys = {
      {key("sk-proj-"), "openai-key"},
      {key("ghp_"), "github-token"},
      {std::string("AKIA") + "Z7QWERTY23456UIO", "aws-key"},
      {key("xoxb-"), "slack-token"},
      {key("AIza").substr(0, 39), "google-key"},
      {key("sk_live_"), "stripe-key"},
      {std::string("eyJ") + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
       "jwt"}};
  for (const auto& [secret, kind] : keys) {
    const auto content = withPrompt("Use " + secret + " for the call.");
    const auto findings = lint(content, {});
    ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"secret"})) << kind;
    EXPECT_THAT(findings[0].values, ElementsAre(kind));
    EXPECT_EQ(findings[0].range.of(content.prompt), secret);
    const auto fixed = applyFix(content, *findings[0].fix);
    EXPECT_EQ(fixed.prompt, "Use {{secret_key}} for the call.");
    EXPECT_EQ(fixed.variables.size(), 1u);
  }
}

TEST(LintSecrets, passwordsAndPrivateKeys_areTold) {
  auto findings = lint(withPrompt("DB_PASSWORD=hunter2x and on"), {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"secret"}));
  EXPECT_THAT(findings[0].values, ElementsAre("password"));
  EXPECT_EQ(findings[0].range.size(), 8u);
  const auto pem = std::string("-----BEGIN RSA ") + "PRIVATE KEY-----\n" + std::string(80, 'A') +
                   "\n-----END RSA PRIVATE KEY-----";
  findings = lint(withPrompt("Key:\n" + pem + "\nEnd"), {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"secret"}));
  EXPECT_EQ(findings[0].range.size(), pem.size());
}

TEST(LintSecrets, everyField_isLookedAt) {
  auto content = withPrompt("Hello");
  content.description = key("sk-");
  content.tools = R"([{"type":"mcp","server_label":"a","authorization":")" + key("ghp_") + "\"}]";
  content.cases = {{"one", key("sk-"), {}, ""}};
  const auto findings = lint(content, {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"secret", "secret", "secret"}));
  EXPECT_EQ(findings[1].field, "tools");
  EXPECT_EQ(findings[2].field, "cases.one.input");
  EXPECT_FALSE(findings[2].fix);
}

TEST(LintSecrets, whatIsMadeUp_isNone) {
  EXPECT_THAT(rulesOfPrompt(
                  "sk-your-key-here-0123456789abc, sk-learn-is-a-library-for-python, password: {{password}}, "
                  "password = <secret>, the password: must be 8 long, secret=$TOKEN1, "
                  "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1"),
              ElementsAre("undeclared-variable"));
}

LintContext modelContext() {
  LintContext context;
  context.model = LintModel{"gpt-old", 1'000, std::nullopt, "gpt-new", {"temperature"}};
  context.estimateTokens = [](std::string_view text) { return static_cast<std::int64_t>(text.size()); };
  context.now = base::wallTimeFromMillis(1'800'000'000'000);
  return context;
}

TEST(LintModelRules, length_isHeldAgainstTheContext) {
  EXPECT_THAT(rulesOf(withPrompt(std::string(800, 'a')), modelContext()), IsEmpty());
  EXPECT_THAT(rulesOf(withPrompt(std::string(801, 'a')), modelContext()), ElementsAre("prompt-near-context"));
  const auto findings = lint(withPrompt(std::string(1'001, 'a')), modelContext());
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"prompt-over-context"}));
  EXPECT_EQ(findings[0].severity, Severity::Error);
  EXPECT_THAT(findings[0].values, ElementsAre("1001", "1000", "gpt-old"));
}

TEST(LintModelRules, shutdown_isToldNinetyDaysAhead) {
  auto context = modelContext();
  context.model->shutdown = context.now + std::chrono::days(91);
  EXPECT_THAT(rulesOf(withPrompt("Hi"), context), IsEmpty());
  context.model->shutdown = context.now + std::chrono::days(90);
  auto findings = lint(withPrompt("Hi"), context);
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"retiring-model"}));
  EXPECT_THAT(findings[0].values, ElementsAre("gpt-old", "2027-04-15", "gpt-new"));
  EXPECT_EQ(applyFix(withPrompt("Hi"), *findings[0].fix).model, "gpt-new");
  context.model->shutdown = context.now;
  context.model->successor.clear();
  findings = lint(withPrompt("Hi"), context);
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"retired-model"}));
  EXPECT_EQ(findings[0].severity, Severity::Error);
  EXPECT_FALSE(findings[0].fix);
}

TEST(LintModelRules, refusedParameters_areRemoved) {
  auto content = withPrompt("Hi");
  content.parameters.set("temperature", 0.5);
  content.parameters.set("top_p", 0.5);
  const auto findings = lint(content, modelContext());
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"refused-parameter"}));
  EXPECT_EQ(findings[0].field, "parameters.temperature");
  const auto fixed = applyFix(content, *findings[0].fix);
  EXPECT_FALSE(fixed.parameters.find("temperature"));
  EXPECT_TRUE(fixed.parameters.find("top_p"));
}

AgentContent withSchema(std::string schema) {
  AgentContent content;
  content.outputSchema = std::move(schema);
  return content;
}

TEST(LintSchema, whatIsNoJson_isToldWithItsPlace) {
  auto findings = lint(withSchema("{\n  \"type\": object\n}"), {});
  ASSERT_EQ(rulesOf(findings), (std::vector<std::string>{"schema-not-json"}));
  EXPECT_THAT(findings[0].values, ElementsAre("2", "11"));
  EXPECT_THAT(rulesOf(withSchema("[1]")), ElementsAre("schema-not-json"));
}

TEST(LintSchema, strictSubset_isHeldAndMade) {
  const auto content = withSchema(R"({
  "type": "object",
  "properties": {
    "name": {"type": "string"},
    "age": {"type": "integer"},
    "kind": {"type": "string", "enum": ["a", "b"]},
    "size": {"type": ["number", "string"]},
    "ref": {"$ref": "#/$defs/x"},
    "either": {"anyOf": [{"type": "string"}, {"type": "number"}]},
    "inner": {"type": "object", "properties": {"x": {"type": "null"}}}
  },
  "required": ["name"]
})");
  const auto findings = lint(content, {});
  std::vector<std::string> paths;
  const Fix* fix = nullptr;
  for (const auto& finding : findings) {
    EXPECT_EQ(finding.severity, Severity::Warning);
    if (finding.rule == "schema-property-not-required") paths.push_back(finding.values[0]);
    if (finding.fix) fix = &*finding.fix;
  }
  EXPECT_THAT(paths, ElementsAre("properties.age", "properties.kind", "properties.size", "properties.ref",
                                 "properties.either", "properties.inner", "properties.inner.properties.x"));
  ASSERT_TRUE(fix);
  EXPECT_EQ(fix->id, "make-schema-strict");
  const auto fixed = applyFix(content, *fix);
  EXPECT_THAT(rulesOf(fixed), IsEmpty()) << fixed.outputSchema;
  EXPECT_EQ(fixed.outputSchema, R"({
  "type": "object",
  "properties": {
    "name": {"type": "string"},
    "age": {"type": ["integer", "null"]},
    "kind": {"type": ["string", "null"], "enum": ["a", "b", null]},
    "size": {"type": ["number", "string", "null"]},
    "ref": {"anyOf": [{"$ref": "#/$defs/x"}, {"type": "null"}]},
    "either": {"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "null"}]},
    "inner": {"type": ["object", "null"], "properties": {"x": {"type": "null"}}, "additionalProperties": false, "required": ["x"]}
  },
  "required": ["name", "age", "kind", "size", "ref", "either", "inner"],
  "additionalProperties": false
})");
}

TEST(LintSchema, whatCannotBeMended_isToldWithoutAFix) {
  const auto findings =
      lint(withSchema(
               R"({"type":"array","items":{"type":"object","properties":{"a":{"type":"string","default":"x"}},
      "required":["a","b"],"additionalProperties":true,"oneOf":[]}})"),
           {});
  EXPECT_EQ(rulesOf(findings),
            (std::vector<std::string>{"schema-root-not-object", "schema-default", "schema-required-missing",
                                      "schema-open-object", "schema-unsupported-keyword"}));
  for (const auto& finding : findings) EXPECT_FALSE(finding.fix) << finding.rule;
}

TEST(LintSchema, strict_decidesHowMuchItMatters) {
  const std::string schema = R"({"type":"object","properties":{}})";
  EXPECT_EQ(lint(withSchema(R"({"name":"a","strict":true,"schema":)" + schema + "}"), {})[0].severity,
            Severity::Error);
  EXPECT_EQ(lint(withSchema(schema), {})[0].severity, Severity::Warning);
  EXPECT_THAT(rulesOf(withSchema(R"({"name":"a","strict":false,"schema":)" + schema + "}")), IsEmpty());
}

AgentContent withTools(std::string tools) {
  AgentContent content;
  content.tools = std::move(tools);
  return content;
}

TEST(LintTools, whatIsNoListOfTools_isTold) {
  EXPECT_THAT(rulesOf(withTools("[{\"type\":]")), ElementsAre("tools-not-json"));
  EXPECT_THAT(rulesOf(withTools("{}")), ElementsAre("tools-not-json"));
  EXPECT_THAT(rulesOf(withTools("[1]")), ElementsAre("tools-not-json"));
  EXPECT_THAT(rulesOf(withTools("[]")), IsEmpty());
}

TEST(LintTools, functions_haveNamesDescriptionsAndTheirParameters) {
  const auto content = withTools(R"([{"type":"function"},
      {"type":"function","name":"find","description":" "},
      {"type":"function","name":"find","description":"Finds.","parameters":{"type":"object","properties":{"a":{"type":"string"}},"required":["a","b"]}},
      {"type":"mcp","server_url":"x"},
      {"type":"function","function":{"name":"pay","description":""}}])");
  const auto findings = lint(content, {});
  EXPECT_EQ(rulesOf(findings), (std::vector<std::string>{"tool-without-name", "tool-without-description",
                                                         "duplicate-tool", "tool-required-missing",
                                                         "tool-without-name", "tool-without-description"}));
  EXPECT_THAT(findings[0].values, ElementsAre("1"));
  EXPECT_THAT(findings[3].values, ElementsAre("find", "", "b"));
  EXPECT_THAT(findings[5].values, ElementsAre("pay"));
}

TEST(LintTools, strictFunctions_areHeldToTheSubset) {
  const auto content = withTools(
      R"([{"type":"function","name":"f","description":"d","strict":true,"parameters":{"type":"object","properties":{"a":{"type":"string"}}}}])");
  const auto findings = lint(content, {});
  ASSERT_EQ(rulesOf(findings),
            (std::vector<std::string>{"schema-open-object", "schema-property-not-required"}));
  EXPECT_EQ(findings[0].severity, Severity::Error);
  EXPECT_THAT(findings[1].values, ElementsAre("f.properties.a"));
  ASSERT_TRUE(findings[0].fix);
  EXPECT_THAT(rulesOf(applyFix(content, *findings[0].fix)), IsEmpty());
}

TEST(ApplyFix, editsThatNoLongerFit_areLeftOut) {
  const Fix fix{"remove-paragraph", {ReplaceText{"prompt", {5, 50}, ""}}};
  EXPECT_EQ(applyFix(withPrompt("short"), fix).prompt, "short");
}

TEST(Lint, findings_areInTheOrderOfTheContent) {
  auto content = withPrompt("{{a}} ${b}");
  content.tools = "[";
  content.outputSchema = "[";
  content.variables = {declared("unused")};
  EXPECT_THAT(rulesOf(content), ElementsAre("undeclared-variable", "foreign-template", "tools-not-json",
                                            "schema-not-json", "unused-variable"));
}

}  // namespace
}  // namespace aiagent::authoring
