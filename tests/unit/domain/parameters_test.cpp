#include "core/domain/parameters.h"

#include <gtest/gtest.h>

namespace aiagent::domain {
namespace {

TEST(ParseParameterValue, knownNames_takeTheirKind) {
  EXPECT_EQ(*parseParameterValue("temperature", "0.5"), ParameterValue(0.5));
  EXPECT_EQ(*parseParameterValue("max_output_tokens", "99"), ParameterValue(std::int64_t{99}));
  EXPECT_EQ(*parseParameterValue("store", "false"), ParameterValue(false));
  EXPECT_EQ(*parseParameterValue("reasoning.effort", "low"), ParameterValue(std::string("low")));
  EXPECT_EQ(*parseParameterValue("tool_choice", "auto"), ParameterValue(std::string("auto")));
  EXPECT_EQ(*parseParameterValue("tool_choice", R"({"type":"function","name":"f"})"),
            ParameterValue(JsonText{R"({"type":"function","name":"f"})"}));
  EXPECT_EQ(*parseParameterValue("metadata", R"({"a":"b"})"), ParameterValue(JsonText{R"({"a":"b"})"}));
}

TEST(ParseParameterValue, unfitValues_nameTheParameter) {
  for (const auto& [name, text] :
       std::vector<std::pair<std::string, std::string>>{{"temperature", "hot"},
                                                        {"temperature", "3"},
                                                        {"temperature", "nan"},
                                                        {"max_output_tokens", "1.5"},
                                                        {"max_output_tokens", "2"},
                                                        {"store", "yes"},
                                                        {"metadata", "text"},
                                                        {"model", "gpt"},
                                                        {"", "1"}}) {
    const auto value = parseParameterValue(name, text);
    ASSERT_FALSE(value.ok()) << name << "=" << text;
    EXPECT_EQ(value.error().subject, name);
  }
}

TEST(ParseParameterValue, unknownNames_areReadAsJsonScalars) {
  EXPECT_EQ(*parseParameterValue("top_k", "40"), ParameterValue(std::int64_t{40}));
  EXPECT_EQ(*parseParameterValue("min_p", "0.05"), ParameterValue(0.05));
  EXPECT_EQ(*parseParameterValue("mirostat", "true"), ParameterValue(true));
  EXPECT_EQ(*parseParameterValue("style", "terse"), ParameterValue(std::string("terse")));
}

TEST(ToText, parsedAgain_isTheSame) {
  for (const auto* text : {"0.1", "0.30000000000000004", "1e-9"})
    EXPECT_EQ(*parseParameterValue("x", toText(*parseParameterValue("x", text))),
              *parseParameterValue("x", text));
}

TEST(ToText, negativeZero_isZero) {
  EXPECT_EQ(toText(*parseParameterValue("x", "-0.0")), "0");
}

TEST(Parameters, setAndRemove_keepOrderByName) {
  Parameters parameters;
  parameters.set("b", true);
  parameters.set("a", false);
  parameters.set("b", false);
  ASSERT_EQ(parameters.all().size(), 2u);
  EXPECT_EQ(parameters.all()[0].name, "a");
  EXPECT_EQ(*parameters.find("b"), ParameterValue(false));
  EXPECT_TRUE(parameters.remove("a"));
  EXPECT_FALSE(parameters.remove("a"));
  EXPECT_EQ(parameters.find("a"), nullptr);
}

}  // namespace
}  // namespace aiagent::domain
