#include "core/authoring/draft/offline_draft.h"

#include <gmock/gmock.h>

#include "core/authoring/content/strict_schema.h"
#include "core/wire/request_json.h"

namespace aiagent::authoring {
namespace {

using testing::HasSubstr;

struct Described {
  const char* description;
  const char* expected;
};

// As people write: short, long, in three languages, with words of other templates in them.
const std::vector<Described> kDescriptions = {
    {"Sort our support tickets by urgency and team", "ticket-triage"},
    {"sort support mails by urgency", "ticket-triage"},
    {"Sortiert eingehende Störungsmeldungen nach Dringlichkeit", "ticket-triage"},
    {"给IT部门的工单分类并判断紧急程度", "ticket-triage"},
    {"Summarize long articles for my boss", "summariser"},
    {"Fasst lange Berichte auf den Punkt zusammen: eine Kurzfassung in fünf Sätzen", "summariser"},
    {"总结长文章，列出要点", "summariser"},
    {"Translate customer letters into French", "translator"},
    {"Übersetzt unsere Bedienungsanleitung ins Englische", "translator"},
    {"把产品手册翻译成英语", "translator"},
    {"Reviews pull requests for bugs in our C++ code", "code-reviewer"},
    {"Prüft Merge Requests auf Fehler und Codequalität", "code-reviewer"},
    {"帮我们做代码审查", "code-reviewer"},
    {"Writes SQL queries for our Postgres database", "sql-helper"},
    {"Hilft bei SQL und erklärt Datenbankabfragen", "sql-helper"},
    {"把问题写成SQL查询语句", "sql-helper"},
    {"Replies to e-mails in my inbox politely", "email-replier"},
    {"Beantwortet E-Mails von Kunden freundlich", "email-replier"},
    {"起草客户邮件的回信", "email-replier"},
    {"Turn a meeting transcript into minutes with action items", "meeting-minutes"},
    {"Schreibt aus meiner Mitschrift ein Protokoll der Besprechung", "meeting-minutes"},
    {"根据录音整理会议纪要", "meeting-minutes"},
    {"Extract invoice number and total from PDF invoices as JSON", "data-extractor"},
    {"Liest Beträge aus Rechnungen aus, soll Datenfelder auslesen", "data-extractor"},
    {"从发票中提取金额和日期", "data-extractor"},
    {"Classify reviews by sentiment", "classifier"},
    {"Klassifiziert Kommentare als Spam oder nicht", "classifier"},
    {"给用户评论打标签并做情感分析", "classifier"},
    {"Answers frequently asked questions from our handbook", "faq-answerer"},
    {"Beantwortet häufige Fragen aus unserer Wissensdatenbank", "faq-answerer"},
    {"根据知识库回答客户的常见问题", "faq-answerer"},
    {"Researches competitors and cites its sources", "research-assistant"},
    {"Recherchiert im Web mit Quellen", "research-assistant"},
    {"做行业调研并给出资料来源", "research-assistant"},
    {"Write slogans and LinkedIn posts for our campaign", "copywriter"},
    {"Schreibt Werbetexte für Social Media", "copywriter"},
    {"Proofread my blog for spelling and grammar", "proofreader"},
    {"检查文章中的错别字和标点", "proofreader"},
    {"Helps my daughter with maths homework", "tutor"},
    {"Gibt Nachhilfe in Physik mit Übungsaufgaben", "tutor"},
    {"Mock interview for a developer job", "interview-coach"},
    {"模拟面试，帮我求职", "interview-coach"},
    {"Product descriptions for our e-commerce shop", "product-describer"},
    {"Writes release notes for each version of our app", "release-notes-writer"},
    {"Turns user complaints into bug reports with steps to reproduce", "bug-reporter"},
    {"Writes unit tests in pytest", "test-writer"},
    {"Analyses log files and finds the root cause of an outage", "log-analyst"},
    {"分析服务器日志和堆栈", "log-analyst"},
    {"Explain contract clauses in plain language", "legal-explainer"},
    {"Erklärt Mietverträge und Klauseln verständlich", "legal-explainer"},
    {"Weekly meal plan with recipes and a shopping list", "meal-planner"},
    {"Plant eine Städtereise mit Hotel und Ausflügen", "travel-planner"},
    {"Qualifies sales leads for our B2B product", "sales-qualifier"},
    {"Onboarding help for new employees", "onboarding-buddy"},
    {"Checks texts for GDPR compliance with our policies", "policy-checker"},
    {"Wertet Umfragen und Freitextantworten aus", "survey-analyst"},
    {"Writes commit messages from a git diff", "commit-writer"},
    {"改进提示词", "prompt-improver"},
    {"Improve my prompts for a language model", "prompt-improver"},
    {"Repair broken JSON", "json-fixer"},
    {"Water my plants when I am away", "general-helper"},
    {"帮我想想今天做什么", "general-helper"},
};

TEST(MatchTemplates, descriptions_findTheirTemplate) {
  EXPECT_GE(kDescriptions.size(), 60u);
  for (const auto& described : kDescriptions)
    EXPECT_EQ(draftAgent({.description = described.description}).templateId, described.expected)
        << described.description;
}

TEST(MatchTemplates, everyTemplate_isFoundBySomeDescription) {
  for (const auto& one : templateLibrary())
    EXPECT_TRUE(std::any_of(kDescriptions.begin(), kDescriptions.end(), [&](const auto& described) {
      return described.expected == one.id;
    })) << one.id;
}

TEST(MatchTemplates, bestFirst_othersAreOffered) {
  const auto draft = draftAgent({.description = "Translate and summarise e-mails, translation first"});
  EXPECT_EQ(draft.templateId, "translator");
  EXPECT_THAT(draft.others, testing::IsSupersetOf({std::string("summariser"), std::string("email-replier")}));
  EXPECT_LE(draft.others.size(), 3u);
}

TEST(DraftAgent, sameBrief_sameDraft) {
  const GenerationBrief brief{.description = "Sort tickets for {{team}} quickly"};
  EXPECT_EQ(draftAgent(brief), draftAgent(brief));
}

TEST(DraftAgent, anyDescription_givesAnAgentThatCanBeSavedAndRun) {
  std::vector<std::string> texts = {"",
                                    " \n",
                                    "{{x}} {{x}} {{größe}} {{a b}}",
                                    std::string(100'000, 'x'),
                                    "called {{name}}",
                                    "\"quoted\"\r\nlines"};
  for (const auto& described : kDescriptions) texts.emplace_back(described.description);
  for (const auto& text : texts) {
    const auto draft = draftAgent({.description = text, .answerLanguage = "French"});
    const auto& agent = draft.agent;
    ASSERT_FALSE(agent.name.empty()) << text;
    const auto content = toContent(agent, "m");
    ASSERT_TRUE(domain::normalised(content)) << text.substr(0, 100);
    ASSERT_TRUE(wire::checkJsonFields(content)) << text.substr(0, 100);
    std::vector<std::string> declared;
    for (const auto& variable : agent.variables) declared.push_back(variable.name);
    ASSERT_THAT(declared, testing::UnorderedElementsAreArray(domain::variableNames(agent.prompt)))
        << text.substr(0, 100);
    ASSERT_GE(agent.cases.size(), 3u);
    for (const auto& test : agent.cases)
      ASSERT_TRUE(domain::fillVariables(agent.prompt, test.variables)) << text.substr(0, 100);
  }
}

TEST(DraftAgent, whatWasSaid_isInTheAgent) {
  const auto draft = draftAgent(
      {.description =
           "A friendly tutor called Otto about fractions for school children, answers as a table"});
  const auto& agent = draft.agent;
  EXPECT_EQ(agent.name, "Otto");
  EXPECT_THAT(agent.description, HasSubstr("friendly tutor"));
  const auto find = [&](const char* name) {
    return *std::find_if(agent.variables.begin(), agent.variables.end(),
                         [&](const auto& variable) { return variable.name == name; });
  };
  EXPECT_EQ(find("subject").defaultValue, "fractions");
  EXPECT_EQ(find("audience").defaultValue, "school children");
  EXPECT_THAT(agent.prompt, HasSubstr("> A friendly tutor called Otto"));
  EXPECT_THAT(agent.prompt, HasSubstr("- Tone: friendly."));
  EXPECT_THAT(agent.prompt, HasSubstr("- Form of the answer: a Markdown table."));
}

TEST(DraftAgent, languageOfTheTexts_isThatOfTheDescriptionOrTheHint) {
  EXPECT_EQ(draftAgent({.description = "Übersetzt Briefe für unsere Kunden"}).language, "de");
  EXPECT_THAT(draftAgent({.description = "Übersetzt Briefe für unsere Kunden"}).agent.prompt,
              HasSubstr("# Der Auftrag"));
  EXPECT_THAT(draftAgent({.description = "翻译客户来信"}).agent.prompt, HasSubstr("# 委托内容"));
  EXPECT_EQ(draftAgent({.description = "Translate letters", .language = "Deutsch"}).language, "de");
  EXPECT_EQ(draftAgent({.description = "Translate letters", .language = "zh_CN"}).language, "zh");
  EXPECT_EQ(draftAgent({.description = "翻译", .language = "French"}).language, "en");
  EXPECT_TRUE(draftAgent({.description = "翻译", .language = "French"}).otherLanguage);
  EXPECT_FALSE(draftAgent({.description = "翻译", .language = "English"}).otherLanguage);
}

TEST(DraftAgent, descriptionInNoLanguage_takesThePersonsOwn) {
  EXPECT_EQ(draftAgent({.description = "Haiku-Bot", .personsLanguage = "de"}).language, "de");
  EXPECT_EQ(draftAgent({.description = "Haiku-Bot"}).language, "en");
  EXPECT_EQ(draftAgent({.description = "Haiku-Bot", .personsLanguage = "fr"}).language, "en");
  EXPECT_EQ(draftAgent({.description = "Sort the mail", .personsLanguage = "de"}).language, "en");
  EXPECT_EQ(draftAgent({.description = "Sort", .language = "English", .personsLanguage = "de"}).language,
            "en");
}

TEST(DraftAgent, examples_areQuotedInThePrompt) {
  const auto draft =
      draftAgent({.description = "Homework",
                  .examples = {"User: 1+1?\nAgent: 2, {{name}}.\n", " ", std::string(9'000, 'x')}});
  EXPECT_THAT(draft.agent.prompt, HasSubstr("\n\n# Examples\n\nConversations as they should go:\n\n"
                                            "> User: 1+1?\n> Agent: 2, {{name}}.\n\n> xxx"));
  EXPECT_LT(draft.agent.prompt.size(), 8'000u);
  EXPECT_TRUE(draft.agent.prompt.ends_with("x …"));
  EXPECT_EQ(draft.agent.variables.back().name, "name");
  EXPECT_THAT(draftAgent({.description = "Homework", .language = "de"}).agent.prompt,
              testing::Not(HasSubstr("# Beispiele")));
}

TEST(DraftAgent, answerLanguage_fillsItsVariableOrIsAWish) {
  const auto translator = draftAgent({.description = "Translate letters", .answerLanguage = "Dutch"});
  EXPECT_EQ(translator.agent.variables[0].defaultValue, "Dutch");
  const auto tutor = draftAgent({.description = "Homework", .answerLanguage = "Dutch"});
  EXPECT_THAT(tutor.agent.prompt, HasSubstr("Answer in this language: Dutch."));
}

TEST(DraftAgent, tools_areSuggestedForWhatIsSaid) {
  const auto types = [](const char* description) {
    std::vector<std::string> out;
    const auto draft = draftAgent({.description = description});
    for (const auto& tool : draft.agent.tools) out.push_back(tool.type);
    return out;
  };
  EXPECT_THAT(types("Summarise the latest news, search the web"), testing::ElementsAre("web_search"));
  EXPECT_THAT(types("Reply to e-mails from our handbook"), testing::ElementsAre("file_search"));
  EXPECT_THAT(types("FAQ from our handbook"), testing::ElementsAre("file_search"));
  EXPECT_TRUE(types("Proofread letters").empty());
}

TEST(DraftAgent, fieldsOfJson_becomeTheSchema) {
  const auto agent =
      draftAgent({.description = "Extract invoices to JSON with the fields number, date and total."}).agent;
  EXPECT_TRUE(fitsStrictSubset(agent.outputSchema));
  for (const char* field : {"\"number\"", "\"date\"", "\"total\""})
    EXPECT_THAT(agent.outputSchema, HasSubstr(field));
  EXPECT_THAT(agent.prompt, HasSubstr("with the members number, date, total."));
}

}  // namespace
}  // namespace aiagent::authoring
