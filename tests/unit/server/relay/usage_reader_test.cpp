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

}  // namespace
}  // namespace aiagent::server
