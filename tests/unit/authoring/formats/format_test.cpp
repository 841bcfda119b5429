#include "core/authoring/formats/format.h"

#include <gtest/gtest.h>

#include <set>

#include "core/authoring/formats/import_limits.h"
#include "core/authoring/formats/record_reader.h"

namespace aiagent::authoring {
namespace {

TEST(Format, words_areUniqueAndReadBack) {
  std::set<std::string_view> words;
  for (const auto format : allFormats()) {
    EXPECT_TRUE(words.insert(toWord(format)).second);
    EXPECT_EQ(formatFromWord(toWord(format)), format);
    EXPECT_TRUE(canImport(format) || canExport(format));
    EXPECT_FALSE(carriedFields(format).empty());
  }
  EXPECT_EQ(formatFromWord("word"), std::nullopt);
  for (int reason = 0; reason <= int(LossReason::FileBeside); ++reason)
    EXPECT_FALSE(toWord(LossReason(reason)).empty());
  EXPECT_EQ(toWord(LossReason::FileBeside), "file-beside");
}

TEST(MakeLoss, secret_isNeverShown) {
  for (const char* field : {"model.configuration.api_key", "connection.apiKey", "a.Authorization",
                            "access_token", "tools.headers"}) {
    const auto loss = makeLoss(field, LossReason::Unknown, "sk-secret");
    EXPECT_EQ(loss.reason, LossReason::Secret) << field;
    EXPECT_EQ(loss.excerpt, "") << field;
  }
  EXPECT_EQ(makeLoss("parameters.max_tokens", LossReason::Unknown, "5").excerpt, "5");
  EXPECT_EQ(makeLoss("apiKey", LossReason::EnvironmentReference, "${env:KEY}").excerpt, "${env:KEY}");
}

TEST(MakeLoss, longValue_isCutAtACharacter) {
  std::string value;
  for (int i = 0; i < 100; ++i) value += "ü\n";
  const auto loss = makeLoss("a", LossReason::Unknown, value);
  EXPECT_LE(loss.excerpt.size(), 90u);
  EXPECT_EQ(loss.excerpt.find('\n'), std::string::npos);
  EXPECT_TRUE(loss.excerpt.ends_with("…"));
}

TEST(AddLoss, thousands_areNotListed) {
  Losses losses;
  for (int i = 0; i < 10'000; ++i) addLoss(losses, makeLoss("a", LossReason::Unknown, "b"));
  EXPECT_EQ(losses.size(), kMostLosses + 1);
}

}  // namespace
}  // namespace aiagent::authoring
