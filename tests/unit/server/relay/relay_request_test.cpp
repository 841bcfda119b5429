#include "core/server/relay/relay_request.h"

#include <gtest/gtest.h>

namespace aiagent::server {
namespace {

TEST(RelayRequest, read_bodiesOfBothInterfaces_findsWhatCosts) {
  const auto responses =
      readRelayRequest(R"({"model":"m","service_tier":"flex","max_output_tokens":10,"background":true})");
  EXPECT_EQ(responses.model, "m");
  EXPECT_EQ(responses.serviceTier, "flex");
  EXPECT_EQ(responses.mostOutput, 10);
  EXPECT_TRUE(responses.background);
  EXPECT_FALSE(responses.ambiguous);
  EXPECT_EQ(readRelayRequest(R"({"max_completion_tokens":10,"n":3})").mostOutput, 30);
  EXPECT_EQ(readRelayRequest(R"({"max_tokens":-5,"n":0,"model":7})").mostOutput, 0);
}

TEST(RelayRequest, read_noObject_knowsNothing) {
  for (const char* text : {"", "[]", "{", "7", "{\"a\":1}x"}) {
    EXPECT_EQ(readRelayRequest(text).model, "") << text;
    EXPECT_FALSE(readRelayRequest(text).ambiguous) << text;
  }
}

TEST(RelayRequest, read_fieldTwice_isAmbiguous) {
  EXPECT_TRUE(readRelayRequest(R"({"model":"a","model":"b"})").ambiguous);
  EXPECT_TRUE(readRelayRequest("{\"model\":\"a\",\"mod\\u0065l\":\"b\"}").ambiguous);
  EXPECT_TRUE(readRelayRequest(R"({"input":[{"a":{"id":1,"id":2}}]})").ambiguous);
  EXPECT_FALSE(readRelayRequest(R"({"a:\"b":"c:\\","d":[{"a:\"b":":"},{"a:\"b":1}]})").ambiguous);
}

TEST(RelayRequest, read_idsOfAnswers_areFound) {
  const auto ids = [](const char* text) { return readRelayRequest(text).ids; };
  using Ids = std::vector<NamedId>;
  EXPECT_EQ(ids(R"({"previous_response_id":"resp_1","conversation":"conv_1"})"),
            (Ids{{"previous_response_id", "resp_1"}, {"conversation", "conv_1"}}));
  EXPECT_EQ(ids(R"({"conversation":{"id":"conv_1"}})"), (Ids{{"conversation", "conv_1"}}));
  EXPECT_EQ(ids(R"({"previous_response_id":null,"conversation":null,"input":"x"})"), Ids{});
  EXPECT_EQ(ids(R"({"input":[{"type":"item_reference","id":"a"},{"id":"b"},{"type":null,"id":"c"},
      {"type":"reasoning","id":"d","summary":[]},{"type":"image_generation_call","id":"e"}]})"),
            (Ids{{"input", "a"}, {"input", "b"}, {"input", "c"}, {"input", "d"}, {"input", "e"}}));
}

TEST(RelayRequest, read_itemsThatSayWhatTheyHold_areNoReferences) {
  EXPECT_TRUE(readRelayRequest(R"({"input":[{"role":"user","content":"x","id":"a"},
      {"type":"message","id":"b","content":[]},{"type":"reasoning","id":"c","encrypted_content":"x"},
      {"type":"image_generation_call","id":"d","result":"x"},{"type":"function_call","id":"e"},7]})")
                  .ids.empty());
}

TEST(RelayRequest, read_store_isTrueUnlessItSaysOtherwise) {
  EXPECT_TRUE(readRelayRequest("{}").stored);
  EXPECT_FALSE(readRelayRequest(R"({"store":false})").stored);
}

TEST(RelayRequest, expectedUsage_isWhatItMayWriteAtMost) {
  const std::string body = R"({"input":"some words to begin with"})";
  EXPECT_EQ(expectedUsage({.mostOutput = 10}, body).output, 10);
  EXPECT_EQ(expectedUsage({}, body).output, 4096);
  EXPECT_GT(*expectedUsage({}, body).input, 3);
}

}  // namespace
}  // namespace aiagent::server
