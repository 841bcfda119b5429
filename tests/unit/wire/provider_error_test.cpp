#include "core/wire/provider_error.h"

#include <gtest/gtest.h>

#include "core/base/utf8.h"

namespace aiagent::wire {
namespace {

using base::ErrorCode;

TEST(ToError, codesInsideAStream_decide) {
  const auto codeOf = [](std::string_view code, std::string_view type = {}) {
    return toError({.status = 0, .message = "m", .type = type, .code = code, .param = {}}).code;
  };
  EXPECT_EQ(codeOf("rate_limit_exceeded"), ErrorCode::RateLimited);
  EXPECT_EQ(codeOf("slow_down"), ErrorCode::RateLimited);
  EXPECT_EQ(codeOf("credit_balance_exhausted"), ErrorCode::Billing);
  EXPECT_EQ(codeOf("", "insufficient_quota"), ErrorCode::Billing);
  EXPECT_EQ(codeOf("invalid_prompt"), ErrorCode::RequestRejected);
  EXPECT_EQ(codeOf("image_too_large"), ErrorCode::RequestRejected);
  EXPECT_EQ(codeOf("invalid_image_mode"), ErrorCode::RequestRejected);
  EXPECT_EQ(codeOf("bio_policy"), ErrorCode::ContentRefused);
  EXPECT_EQ(codeOf("server_error"), ErrorCode::ServerError);
  EXPECT_EQ(codeOf("never_seen_before"), ErrorCode::ServerError);
}

TEST(ToError, parameterOnlyInTheMessage_isFound) {
  const auto subjectOf = [](std::string_view message) {
    return toError({.status = 400, .message = message, .type = {}, .code = {}, .param = {}}).subject;
  };
  EXPECT_EQ(subjectOf("Unsupported parameter: 'temperature' is not supported with this model."),
            "temperature");
  EXPECT_EQ(subjectOf("Unrecognized request argument supplied: top_k"), "top_k");
  EXPECT_EQ(subjectOf("Something else with 'quotes'."), "");
}

TEST(Quotation, keysAndLength_areTakenCareOf) {
  EXPECT_EQ(quotation(" Incorrect API key provided: sk-abcdefghijklmnop. "),
            "Incorrect API key provided: sk-…");
  const auto cut = quotation(std::string(1'999, 'x') + "\xE6\xBC\xA2\xE5\xAD\x97");
  EXPECT_EQ(cut.size(), 1'999u);
  EXPECT_TRUE(base::isValidUtf8(quotation("\xFF\xFE broken")));
}

TEST(IncompleteError, reasons_haveTheirCode) {
  EXPECT_EQ(incompleteError("max_output_tokens").code, ErrorCode::OutputLimit);
  EXPECT_EQ(incompleteError("length").subject, "max_output_tokens");
  EXPECT_EQ(incompleteError("content_filter").code, ErrorCode::ContentRefused);
  EXPECT_EQ(incompleteError("tired").subject, "tired");
}

}  // namespace
}  // namespace aiagent::wire
