#include "core/authoring/draft/description_facts.h"

#include <gmock/gmock.h>

namespace aiagent::authoring {
namespace {

using testing::ElementsAre;

TEST(LanguageOf, threeLanguages_areTold) {
  EXPECT_EQ(languageOf("Sort the tickets of our team"), "en");
  EXPECT_EQ(languageOf("Sortiert die Tickets für unser Team"), "de");
  EXPECT_EQ(languageOf("Fasst Texte zusammen und übersetzt"), "de");
  EXPECT_EQ(languageOf("给客服团队分类工单"), "zh");
  EXPECT_EQ(languageOf("把 Release notes 写成中文"), "zh");
  EXPECT_EQ(languageOf(""), "en");
}

TEST(FactsOf, english) {
  const auto facts = factsOf(
      "A tutor called Otto that explains fractions to and for school children, about percentages and more, "
      "in a friendly "
      "tone, answers in German as a table; search the web and calculate.",
      "en");
  EXPECT_EQ(facts.title, "Otto");
  EXPECT_EQ(facts.subject, "percentages");
  EXPECT_EQ(facts.audience, "school children");
  EXPECT_EQ(facts.tone, "friendly");
  EXPECT_EQ(facts.answerIn, "German");
  EXPECT_EQ(facts.form, "a Markdown table");
  EXPECT_TRUE(facts.wantsWeb);
  EXPECT_TRUE(facts.wantsSums);
  EXPECT_FALSE(facts.wantsDocuments);
}

TEST(FactsOf, german) {
  const auto facts = factsOf(
      "Erklärt sachlich Texte über Steuerrecht für Anfänger, auf Englisch, als Liste, aus unserer "
      "Wissensdatenbank",
      "de");
  EXPECT_EQ(facts.subject, "Steuerrecht");
  EXPECT_EQ(facts.audience, "Anfänger");
  EXPECT_EQ(facts.tone, "sachlich");
  EXPECT_EQ(facts.answerIn, "Englisch");
  EXPECT_EQ(facts.form, "eine Liste kurzer Punkte");
  EXPECT_TRUE(facts.wantsDocuments);
}

TEST(FactsOf, chinese) {
  const auto facts = factsOf("面向初学者讲解关于分数的知识，语气友好，用英语回答，用表格", "zh");
  EXPECT_EQ(facts.subject, "分数");
  EXPECT_EQ(facts.audience, "初学者");
  EXPECT_EQ(facts.tone, "友好");
  EXPECT_EQ(facts.answerIn, "英语");
  EXPECT_EQ(facts.form, "Markdown 表格");
}

TEST(FactsOf, fieldsOfJson_areListed) {
  const auto facts =
      factsOf("Read invoices and give JSON with the fields number, date and total amount. Quickly.", "en");
  EXPECT_THAT(facts.fields, ElementsAre("number", "date", "total amount"));
  EXPECT_TRUE(facts.wantsJson);
  EXPECT_THAT(factsOf("发票转成JSON，字段：编号、日期和金额。", "zh").fields,
              ElementsAre("编号", "日期", "金额"));
}

TEST(FactsOf, nothingTold_nothingInvented) {
  EXPECT_EQ(factsOf("Help me", "en"), (DescriptionFacts{.language = "en"}));
  EXPECT_EQ(factsOf("", "en"), (DescriptionFacts{.language = "en"}));
  EXPECT_TRUE(factsOf("Sort things for " + std::string(500, 'x'), "en").audience.empty());
}

}  // namespace
}  // namespace aiagent::authoring
