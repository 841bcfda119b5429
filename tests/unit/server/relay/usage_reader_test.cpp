#include "core/server/relay/usage_reader.h"

#include <gtest/gtest.h>

namespace aiagent::server {
namespace {

TEST(UsageReader, finish_responsesStream_readsTheLastEvent) {
  const std::string stream =
      "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"usage\":null}}\n\n"
      "data: {\"type\":\"response.output_text.delta\",\"delta\":\"\\\"usage\\\": {}\"}\r\n\r\n"
      "data: "
      "{\"type\":\"response.completed\",\"response\":{\"model\":\"m-1\",\"service_tier\":\"flex\",\"usage\":"
      "{\"input_tokens\":10,\"input_tokens_details\":{\"cached_tokens\":4},\"output_tokens\":7,\"total_"
      "tokens\":17}}}";
  for (const std::size_t piece : {std::size_t(1), std::size_t(7), stream.size()}) {
    UsageReader reader(true);
    for (std::size_t at = 0; at < stream.size(); at += piece)
      reader.add(std::string_view(stream).substr(at, piece));
    const auto found = reader.finish();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->model, "m-1");
    EXPECT_EQ(found->serviceTier, "flex");
    EXPECT_EQ(found->usage.input, 10);
    EXPECT_EQ(found->usage.cached, 4);
    EXPECT_EQ(found->usage.output, 7);
    EXPECT_EQ(reader.events(), 3);
  }
}

TEST(UsageReader, finish_chat_readsStreamAndBody) {
  UsageReader stream(true);
  stream.add(
      "data: {\"choices\":[{}],\"usage\":null}\n\ndata: "
      "{\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":3,"
      "\"completion_tokens\":2}}\n\ndata: [DONE]\n\n");
  EXPECT_EQ(stream.finish()->usage.output, 2);
  UsageReader body(false);
  body.add("{\"usage\":{\"prompt_tokens\":3,");
  body.add("\"completion_tokens\":2}}");
  EXPECT_EQ(body.finish()->usage.input, 3);
}

TEST(UsageReader, finish_withoutUsage_isNothing) {
  for (const char* text :
       {"", "data: {\"usage\":", "data: [DONE]\n\n", "data: {\"usage\": {\"input_tokens\": 1}\n\n"}) {
    UsageReader stream(true);
    stream.add(text);
    EXPECT_FALSE(stream.finish()) << text;
    UsageReader body(false);
    body.add(text);
    EXPECT_FALSE(body.finish()) << text;
  }
}

TEST(UsageReader, ids_stream_areKnownFromTheFirstEventOn) {
  UsageReader reader(true);
  reader.add(
      "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"id\":\"resp_1\"}}\n\n");
  EXPECT_EQ(reader.responseId(), "resp_1");
  reader.add(
      "data: "
      "{\"type\":\"response.output_text.delta\",\"delta\":\"{\\\"type\\\":\\\"response.created\\\"}\"}\n\n");
  EXPECT_FALSE(reader.finish());
  EXPECT_EQ(reader.ids(), std::vector<std::string>{"resp_1"});
  UsageReader whole(true);
  whole.add(
      "data: {\"type\":\"response.created\",\"response\":{\"id\":\"resp_1\"}}\n\n"
      "data: "
      "{\"type\":\"response.completed\",\"response\":{\"id\":\"resp_1\",\"conversation\":{\"id\":\"conv_1\"},"
      "\"output\":[{\"id\":\"rs_1\"},{\"id\":\"msg_1\"},7,{}],\"usage\":{}}}\n\n");
  EXPECT_TRUE(whole.finish());
  EXPECT_EQ(whole.ids(), (std::vector<std::string>{"resp_1", "conv_1", "rs_1", "msg_1"}));
}

TEST(UsageReader, ids_body_areTheAnswersOwn) {
  UsageReader reader(false);
  reader.add(R"({"metadata":{"id":"resp_of_another"},"previous_response_id":"resp_0","id":"resp_1"})");
  EXPECT_FALSE(reader.finish());
  EXPECT_EQ(reader.ids(), std::vector<std::string>{"resp_1"});
}

TEST(UsageReader, responseId_eventOfAnotherKind_isNone) {
  UsageReader reader(true);
  reader.add("data: {\"type\":\"x\",\"y\":\"response.created\",\"response\":{\"id\":\"resp_1\"}}\n\n");
  EXPECT_EQ(reader.responseId(), "");
}

}  // namespace
}  // namespace aiagent::server
