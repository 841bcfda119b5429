#include "core/wire/answer_json.h"

#include <gmock/gmock.h>

namespace aiagent::wire {
namespace {

using base::ErrorCode;

base::Error jsonError(int status, std::string_view body) {
  return errorFromAnswer(status, "application/json", body);
}

TEST(ErrorFromAnswer, statuses_haveTheirCode) {
  const std::pair<int, ErrorCode> kCases[] = {
      {400, ErrorCode::RequestRejected}, {401, ErrorCode::Credentials},     {402, ErrorCode::Billing},
      {403, ErrorCode::Forbidden},       {404, ErrorCode::RequestRejected}, {407, ErrorCode::ProxyRefused},
      {408, ErrorCode::Timeout},         {409, ErrorCode::ServerError},     {422, ErrorCode::RequestRejected},
      {429, ErrorCode::RateLimited},     {500, ErrorCode::ServerError},     {503, ErrorCode::ServerError}};
  for (const auto& [status, code] : kCases) {
    EXPECT_EQ(jsonError(status, R"({"error":{"message":"m","type":"t","param":null,"code":null}})").code,
              code)
        << status;
    EXPECT_EQ(errorFromAnswer(status, "text/html", "<html>").code, code) << status;
    EXPECT_EQ(errorFromAnswer(status, "", "").httpStatus, status);
  }
}

TEST(ErrorFromAnswer, unsupportedParameter_isTheSubject) {
  const auto error = jsonError(
      400,
      R"({"error":{"message":"Unsupported parameter: 'temperature' is not supported with this model.","type":"invalid_request_error","param":"temperature","code":null}})");
  EXPECT_EQ(error.code, ErrorCode::RequestRejected);
  EXPECT_EQ(error.subject, "temperature");
  EXPECT_THAT(error.said, testing::StartsWith("Unsupported parameter"));
}

TEST(ErrorFromAnswer, billingUnder429_isBilling) {
  for (
      const auto* body :
      {R"({"error":{"message":"m","type":"insufficient_quota","param":null,"code":"credit_balance_exhausted"}})",
       R"({"error":{"message":"m","type":"insufficient_quota","param":null,"code":null}})",
       R"({"error":{"message":"m","type":"x","code":"organization_usage_limit_exceeded"}})",
       R"({"error":{"message":"m","type":"x","code":"organization_spend_limit_exceeded"}})",
       R"({"error":{"message":"m","type":"x","code":"project_spend_limit_exceeded"}})"})
    EXPECT_EQ(jsonError(429, body).code, ErrorCode::Billing) << body;
  const auto limited =
      jsonError(429, R"({"error":{"message":"m","type":"rate_limit_error","code":"slow_down"}})");
  EXPECT_EQ(limited.code, ErrorCode::RateLimited);
  EXPECT_EQ(limited.providerCode, "slow_down");
}

TEST(ErrorFromAnswer, keysInTheMessage_areMasked) {
  const auto error = jsonError(
      401,
      R"({"error":{"message":"Incorrect API key provided: sk-accept-0123456789abcdef.","code":"invalid_api_key"}})");
  EXPECT_EQ(error.said.find("0123456789"), std::string::npos);
}

TEST(ErrorFromAnswer, bodiesOfCompatibleServers_areRead) {
  EXPECT_EQ(jsonError(404, R"({"error":"model 'x' not found"})").said, "model 'x' not found");
  EXPECT_EQ(jsonError(400, R"({"object":"error","message":"bad","type":"BadRequest","param":"n","code":400})")
                .subject,
            "n");
  EXPECT_EQ(jsonError(404, R"({"detail":"Not Found"})").said, "Not Found");
  const auto fastApi =
      jsonError(422, R"({"detail":[{"loc":["body","top_p"],"msg":"too large","type":"t"}]})");
  EXPECT_EQ(fastApi.said, "too large");
  EXPECT_EQ(fastApi.subject, "top_p");
  EXPECT_EQ(jsonError(404, R"({"error":{"message":"no such model","code":"model_not_found","param":null}})")
                .subject,
            "model");
}

TEST(ErrorFromAnswer, pagesUnderSuccess_areBadResponses) {
  const auto portal =
      errorFromAnswer(200, "Text/HTML; charset=utf-8", "<html>Log in to the hotel network</html>");
  EXPECT_EQ(portal.code, ErrorCode::BadResponse);
  EXPECT_EQ(portal.subject, "text/html");
  EXPECT_EQ(portal.said, "");
  EXPECT_EQ(errorFromAnswer(200, "application/json", R"({"hello":1})").code, ErrorCode::BadResponse);
  EXPECT_EQ(errorFromAnswer(302, "text/html", "").code, ErrorCode::BadResponse);
  EXPECT_EQ(jsonError(200, R"({"error":{"message":"it broke"}})").code, ErrorCode::ServerError);
}

TEST(ErrorFromAnswer, plainWords_areQuoted) {
  const auto error = errorFromAnswer(503, "text/plain", "upstream connect error\n");
  EXPECT_EQ(error.code, ErrorCode::ServerError);
  EXPECT_EQ(error.said, "upstream connect error");
  EXPECT_LE(errorFromAnswer(500, "text/plain", std::string(100'000, 'x')).said.size(), 2'000u);
}

TEST(ModelsFromJson, list_isSortedAndDated) {
  const auto models = modelsFromJson(
      R"({"object":"list","data":[{"id":"b","object":"model","created":1,"owned_by":"o","shutdown_date":"2027-03-31"},{"id":"a","shutdown_date":null},{"x":1}]})");
  ASSERT_TRUE(models.ok());
  ASSERT_EQ(models->size(), 2u);
  EXPECT_EQ((*models)[0].id, "a");
  EXPECT_FALSE((*models)[0].shutdown.has_value());
  EXPECT_EQ((*models)[1].ownedBy, "o");
  EXPECT_EQ(base::toIso8601(*(*models)[1].shutdown), "2027-03-31T00:00:00.000Z");
}

TEST(ModelsFromJson, otherShapes_areTakenOrRefused) {
  EXPECT_EQ(modelsFromJson(R"({"models":[{"name":"llama"}]})")->front().id, "llama");
  EXPECT_TRUE(modelsFromJson(R"({"data":[]})")->empty());
  EXPECT_FALSE(
      (*modelsFromJson(R"({"data":[{"id":"a","shutdown_date":"2027-13-41"}]})"))[0].shutdown.has_value());
  for (const auto* body : {"", "<html>", R"({"data":5})", "{}"})
    EXPECT_EQ(modelsFromJson(body).error().code, ErrorCode::BadResponse) << body;
}

TEST(InputTokensFromJson, count_isReadOrRefused) {
  EXPECT_EQ(*inputTokensFromJson(R"({"object":"response.input_tokens","input_tokens":42})"), 42);
  for (const auto* body : {"", "{}", R"({"input_tokens":-1})", R"({"input_tokens":"3"})"})
    EXPECT_FALSE(inputTokensFromJson(body).ok()) << body;
}

TEST(ResponseFromJson, statuses_areTaken) {
  EXPECT_EQ(responseFromJson(R"({"id":"r","status":"in_progress","output":[]})")->status,
            domain::RunStatus::Running);
  EXPECT_EQ(responseFromJson(R"({"status":"queued"})")->status, domain::RunStatus::Queued);
  EXPECT_EQ(responseFromJson(R"({"status":"cancelled"})")->status, domain::RunStatus::Cancelled);
  const auto failed =
      responseFromJson(R"({"status":"failed","error":{"code":"server_error","message":"boom"}})");
  EXPECT_EQ(failed->error->said, "boom");
  EXPECT_EQ(responseFromJson("[]").error().code, ErrorCode::BadResponse);
}

}  // namespace
}  // namespace aiagent::wire
