#include "core/rehearsal/responder.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

namespace aiagent::rehearsal {
namespace {

using namespace std::chrono_literals;
namespace json = boost::json;

class MovedClock final : public base::Clock {
 public:
  base::WallTime wallNow() const override { return base::wallTimeFromMillis(1'795'000'000'000) + m_moved; }
  base::Instant now() const override { return base::Instant{} + 1h + m_moved; }
  void move(base::Milliseconds by) { m_moved += by; }

 private:
  base::Milliseconds m_moved{0};
};

class ResponderTest : public ::testing::Test {
 protected:
  Answer send(const std::string& method, const std::string& target, const std::string& body = {}) {
    HttpMessage request;
    request.method = method;
    const auto question = std::min(target.find('?'), target.size());
    request.path = target.substr(0, question);
    request.query = target.substr(std::min(question + 1, target.size()));
    request.body = body;
    return m_responder.answer(request);
  }
  Answer post(const std::string& input, const std::string& more = {}) {
    return send("POST", "/v1/responses", R"({"model":"m","input":")" + input + "\"" + more + "}");
  }
  static json::object object(const Answer& answer) { return json::parse(answer.body).as_object(); }
  static json::object error(const Answer& answer) { return object(answer).at("error").as_object(); }
  // The data of a stream's events.
  static std::vector<json::object> events(const Answer& answer) {
    std::vector<json::object> all;
    for (const auto& step : answer.steps) {
      const auto at = step.bytes.find("data: ") + 6;
      if (step.bytes.substr(at, 6) != "[DONE]") all.push_back(json::parse(step.bytes.substr(at)).as_object());
    }
    return all;
  }
  static std::string text(const json::object& object, const char* name) {
    return json::value_to<std::string>(object.at(name));
  }

  MovedClock m_clock;
  Responder m_responder{m_clock};
};

TEST_F(ResponderTest, stream_isNumberedAndEndsWithTheWholeResponse) {
  const auto answer = post("hello", R"(,"stream":true)");
  EXPECT_TRUE(answer.streamed);
  const auto all = events(answer);
  std::string deltas;
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].at("sequence_number").to_number<std::size_t>(), i);
    if (text(all[i], "type") == "response.output_text.delta") deltas += text(all[i], "delta");
  }
  EXPECT_EQ(text(all.front(), "type"), "response.created");
  EXPECT_EQ(text(all.back(), "type"), "response.completed");
  const auto& response = all.back().at("response").as_object();
  const auto& content = response.at("output").as_array().at(0).as_object().at("content").as_array();
  EXPECT_EQ(text(content.at(0).as_object(), "text"), deltas);
  EXPECT_EQ(response.at("usage").as_object().at("output_tokens").to_number<std::size_t>(), all.size() - 8);
}

TEST_F(ResponderTest, steps_areDueInOrderAtThePace) {
  const auto answer = post("hello", R"(,"stream":true)");
  EXPECT_EQ(answer.steps.front().due, 400ms);
  for (std::size_t i = 1; i < answer.steps.size(); ++i)
    EXPECT_GE(answer.steps[i].due, answer.steps[i - 1].due);
  EXPECT_GT(answer.steps.back().due, 2s);
}

TEST_F(ResponderTest, whole_isTheSameTextAsTheStream) {
  const auto whole = object(post("hello"));
  const auto streamed = events(post("hello", R"(,"stream":false,"stream":true)"));
  EXPECT_EQ(text(whole, "status"), "completed");
  EXPECT_EQ(whole.at("output").as_array().size(), 1u);
  EXPECT_FALSE(streamed.empty());
}

TEST_F(ResponderTest, keptResponse_isFoundUntilDeleted) {
  const auto id = text(object(post("hello")), "id");
  m_clock.move(60s);
  EXPECT_EQ(text(object(send("GET", "/v1/responses/" + id)), "status"), "completed");
  EXPECT_EQ(send("GET", "/v1/responses/" + id + "?stream=true").status, 400);
  EXPECT_EQ(send("DELETE", "/v1/responses/" + id).status, 200);
  EXPECT_EQ(send("GET", "/v1/responses/" + id).status, 404);
  const auto forgotten = text(object(post("hello", R"(,"store":false)")), "id");
  EXPECT_EQ(send("GET", "/v1/responses/" + forgotten).status, 404);
}

TEST_F(ResponderTest, background_goesOnAndIsResumed) {
  const auto begun = object(post("hello", R"(,"background":true)"));
  const auto path = "/v1/responses/" + text(begun, "id");
  EXPECT_EQ(text(begun, "status"), "in_progress");
  m_clock.move(1s);
  EXPECT_EQ(text(object(send("GET", path)), "status"), "in_progress");
  const auto rest = send("GET", path + "?stream=true&starting_after=9");
  EXPECT_EQ(events(rest).front().at("sequence_number"), 10);
  EXPECT_EQ(rest.steps.front().due, 0ms);  // long due
  EXPECT_GT(rest.steps.back().due, 1s);
  m_clock.move(60s);
  EXPECT_EQ(text(object(send("GET", path)), "status"), "completed");
  EXPECT_EQ(send("GET", path + "?stream=true&starting_after=x").status, 400);
}

TEST_F(ResponderTest, background_cutConnection_canBeResumed) {
  const auto cut = post("[rehearse: cut]", R"(,"background":true,"stream":true)");
  EXPECT_EQ(cut.ending, Ending::Cut);
  const auto seen = events(cut);
  const auto id = text(seen.front().at("response").as_object(), "id");
  const auto rest =
      send("GET", "/v1/responses/" + id + "?stream=true&starting_after=" + std::to_string(seen.size() - 1));
  EXPECT_EQ(rest.ending, Ending::Complete);
  EXPECT_EQ(events(rest).front().at("sequence_number").to_number<std::size_t>(), seen.size());
  EXPECT_EQ(text(events(rest).back(), "type"), "response.completed");
}

TEST_F(ResponderTest, background_isCancelled) {
  const auto path = "/v1/responses/" + text(object(post("hello", R"(,"background":true)")), "id");
  m_clock.move(500ms);
  EXPECT_EQ(text(object(send("POST", path + "/cancel")), "status"), "cancelled");
  m_clock.move(60s);
  EXPECT_EQ(text(object(send("GET", path)), "status"), "cancelled");
  const auto other = "/v1/responses/" + text(object(post("hello")), "id");
  EXPECT_EQ(send("POST", other + "/cancel").status, 400);
  EXPECT_EQ(send("POST", "/v1/responses/resp_none/cancel").status, 404);
}

TEST_F(ResponderTest, conversation_goesOnFromAResponse) {
  const auto id = text(object(post("hello")), "id");
  const auto next = post("again", R"(,"previous_response_id":")" + id + "\"");
  EXPECT_NE(next.body.find("turn 2 of the conversation"), std::string::npos);
  const auto lost = post("again", R"(,"previous_response_id":"resp_gone")");
  EXPECT_EQ(lost.status, 400);
  EXPECT_EQ(text(error(lost), "code"), "previous_response_not_found");
  EXPECT_EQ(text(error(lost), "param"), "previous_response_id");
}

TEST_F(ResponderTest, inputTokens_areThoseOfTheRun) {
  const auto counted =
      object(send("POST", "/v1/responses/input_tokens", R"({"model":"m","input":"hello there"})"));
  EXPECT_EQ(text(counted, "object"), "response.input_tokens");
  EXPECT_EQ(counted.at("input_tokens"),
            object(post("hello there")).at("usage").as_object().at("input_tokens"));
}

TEST_F(ResponderTest, chat_streamsAndTellsUsageLast) {
  const auto answer = send("POST", "/v1/chat/completions",
                           R"({"model":"m","messages":[{"role":"user","content":"hello"}],"stream":true,
                               "stream_options":{"include_usage":true}})");
  EXPECT_EQ(answer.steps.back().bytes, "data: [DONE]\n\n");
  const auto all = events(answer);
  EXPECT_TRUE(all.back().at("choices").as_array().empty());
  EXPECT_EQ(all.back().at("usage").as_object().at("completion_tokens").to_number<std::size_t>(),
            all.size() - 3);
  const auto whole = object(send("POST", "/v1/chat/completions",
                                 R"({"model":"m","messages":[{"role":"user","content":"hello"}]})"));
  EXPECT_EQ(whole.at("choices").as_array().at(0).as_object().at("finish_reason"), "stop");
}

TEST_F(ResponderTest, unknown_isToldInOpenAisShape) {
  for (const auto& [method, target, status] :
       {std::tuple{"GET", "/", 404}, std::tuple{"GET", "/v1", 404}, std::tuple{"GET", "/v1/responses", 405},
        std::tuple{"POST", "/v1/models", 405}, std::tuple{"POST", "/v1/responses/", 404},
        std::tuple{"PUT", "/v1/responses/a", 405}, std::tuple{"GET", "/v1/responses/a/b/c", 404},
        std::tuple{"GET", "/v1/responses/resp_none", 404}, std::tuple{"POST", "/v1/responses", 400}}) {
    const auto answer = send(method, target);
    EXPECT_EQ(answer.status, status) << method << " " << target;
    for (const char* member : {"message", "type", "param", "code"})
      EXPECT_TRUE(error(answer).contains(member));
  }
  EXPECT_EQ(object(send("GET", "/v1/models")).at("data").as_array().size(), 1u);
  EXPECT_EQ(text(object(send("GET", "/v1/models/any-name")), "id"), "any-name");
}

TEST_F(ResponderTest, practice_statuses) {
  EXPECT_EQ(post("[rehearse: rate limit]").status, 429);
  EXPECT_EQ(text(error(post("[rehearse: billing]")), "code"), "credit_balance_exhausted");
  EXPECT_EQ(post("[rehearse: key]").status, 401);
  EXPECT_EQ(post("[rehearse: forbidden]").status, 403);
  EXPECT_EQ(post("[rehearse: server error]").status, 500);
  EXPECT_EQ(text(error(post("[rehearse: unsupported top_p]")), "param"), "top_p");
  EXPECT_EQ(text(error(post("[rehearse: context]")), "code"), "context_length_exceeded");
  EXPECT_EQ(post("[rehearse: html]").headers.at(0).second, "text/html; charset=utf-8");
  EXPECT_EQ(post("[rehearse: error]").status, 500);
}

TEST_F(ResponderTest, practice_once_recoversAndFailsAgain) {
  for (const int status : {429, 200, 429, 200}) EXPECT_EQ(post("[rehearse: rate limit once]").status, status);
}

TEST_F(ResponderTest, practice_streams) {
  const auto last = [&](const char* words) {
    const auto all = events(post(words, R"(,"stream":true)"));
    return text(all.back(), "type");
  };
  EXPECT_EQ(last("[rehearse: error]"), "error");
  EXPECT_EQ(last("[rehearse: failed]"), "response.failed");
  EXPECT_EQ(last("[rehearse: incomplete]"), "response.incomplete");
  EXPECT_EQ(last("[rehearse: filter]"), "response.incomplete");
  EXPECT_EQ(last("[rehearse: empty]"), "response.incomplete");
  EXPECT_EQ(last("[rehearse: refuse]"), "response.completed");
  EXPECT_EQ(last("[rehearse: cut]"), "response.output_text.delta");
  EXPECT_EQ(post("[rehearse: cut]", R"(,"stream":true)").ending, Ending::Cut);
  EXPECT_EQ(post("[rehearse: silence]", R"(,"stream":true)").ending, Ending::Silence);
  EXPECT_GT(post("[rehearse: slow]", R"(,"stream":true)").steps.front().due, 2s);
}

TEST_F(ResponderTest, contextLimit) {
  Responder small(m_clock, {.contextTokens = 10});
  HttpMessage request;
  request.method = "POST";
  request.path = "/v1/responses";
  request.body = R"({"model":"m","input":"one two three four five six seven eight nine ten eleven"})";
  EXPECT_EQ(text(error(small.answer(request)), "code"), "context_length_exceeded");
}

TEST_F(ResponderTest, book_keepsOnlyTheNewest) {
  const auto first = text(object(post("hello")), "id");
  for (std::size_t i = 0; i < ResponseBook::kMostResponses; ++i) post("x", R"(,"max_output_tokens":16)");
  EXPECT_EQ(send("GET", "/v1/responses/" + first).status, 404);
}

}  // namespace
}  // namespace aiagent::rehearsal
