#include <gtest/gtest.h>

#include "core/store/agent_index.h"
#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/search_terms.h"
#include "core/store/sql_error.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using domain::Agent;
using domain::AgentContent;
using test::named;
using test::TempStore;

class AgentSearch : public testing::Test {
 protected:
  Agent add(std::string name, std::string description = "", std::string prompt = "",
            std::vector<std::string> tags = {}) {
    auto content = named(std::move(name));
    content.description = std::move(description);
    content.prompt = std::move(prompt);
    content.tags = std::move(tags);
    return *store.write([&](Connection& c) { return insertAgent(c, content); });
  }
  AgentPage find(std::string search, AgentQuery query = {}) {
    query.search = std::move(search);
    auto page = store.read([&](Connection& c) { return listAgents(c, query); });
    EXPECT_TRUE(page.ok()) << query.search << ": " << (page ? "" : page.error().detail);
    return page ? *page : AgentPage{};
  }
  std::vector<std::string> names(std::string search, AgentQuery query = {}) {
    std::vector<std::string> all;
    for (const auto& row : find(std::move(search), std::move(query)).rows) all.push_back(row.name);
    return all;
  }
  void expectIndexesMatchTheTexts() {
    const auto sound = store.write([](Connection& c) {
      return guarded([&]() -> base::Result<void> {
        checkIndexes(c);
        return {};
      });
    });
    EXPECT_TRUE(sound.ok()) << (sound ? "" : sound.error().detail);
  }
  void waitForIndex() {
    for (int i = 0; i < 2'000 && store->indexing(); ++i) std::this_thread::sleep_for(base::Milliseconds(5));
    EXPECT_FALSE(store->indexing());
  }

  using Names = std::vector<std::string>;
  TempStore store;
};

TEST_F(AgentSearch, everyFieldIsSearchedAndAllWordsMustBeThere) {
  add("Invoice helper", "Reads bills", "You extract totals from documents.", {"finance"});
  add("Poet", "Writes sonnets", "You rhyme.", {"fun"});
  EXPECT_EQ(names("invoice"), Names{"Invoice helper"});
  EXPECT_EQ(names("bills"), Names{"Invoice helper"});
  EXPECT_EQ(names("totals"), Names{"Invoice helper"});
  EXPECT_EQ(names("finance"), Names{"Invoice helper"});
  EXPECT_EQ(names("totals finance invo"), Names{"Invoice helper"});
  EXPECT_EQ(names("totals sonnets"), Names{});
}

TEST_F(AgentSearch, lastWordIsAPrefixTheOthersAreWhole) {
  add("Invoice helper");
  EXPECT_EQ(names("i"), Names{"Invoice helper"});
  EXPECT_EQ(names("invoice h"), Names{"Invoice helper"});
  EXPECT_EQ(names("helper inv"), Names{"Invoice helper"});
  EXPECT_EQ(names("inv helper"), Names{});
  EXPECT_EQ(names("nvoice"), Names{});
}

TEST_F(AgentSearch, hitsAreRankedNameDescriptionTagsPrompt) {
  add("In prompt", "", "about zebras");
  add("In tags", "", "", {"zebras"});
  add("In description", "about zebras");
  add("About zebras");
  add("Zebras");
  EXPECT_EQ(names("zebra"), (Names{"Zebras", "About zebras", "In description", "In tags", "In prompt"}));
}

TEST_F(AgentSearch, pagesOfARankedListFitTogether) {
  for (int i = 0; i < 25; ++i) add("zebra " + std::to_string(i), i % 2 ? "zebra" : "", "zebra");
  for (int i = 0; i < 25; ++i) add("other " + std::to_string(i), i % 2 ? "zebra" : "", "zebra");
  const auto all = names("zebra");
  ASSERT_EQ(all.size(), 50u);
  Names joined;
  for (int offset = 0; offset < 50; offset += 7) {
    AgentQuery query;
    query.limit = 7;
    query.offset = offset;
    EXPECT_EQ(find("zebra", query).more, offset + 7 < 50);
    for (auto& name : names("zebra", query)) joined.push_back(name);
  }
  EXPECT_EQ(joined, all);
}

TEST_F(AgentSearch, caseAndDiacriticsDoNotMatter) {
  add("Übersetzer", "Crème brûlée", "ΣΊΣΥΦΟΣ Łódź ПРИВЕТ e\xCC\x81t\xC3\xA9 STRAßE Ёлка ＡＢＣ１");
  for (const char* text : {"ubersetzer", "ÜBERSETZER", "creme", "BRULEE", "σισυφος", "Σίσυφοσ", "lodz",
                           "łódź", "привет", "été", "ete", "strasse", "Straße", "ёлка", "елка", "abc1"})
    EXPECT_EQ(names(text).size(), 1u) << text;
  EXPECT_EQ(names("ете").size(), 0u);  // Cyrillic, not Latin
}

TEST_F(AgentSearch, scriptsWithoutBlanksAreFoundAnywhere) {
  add("翻訳エージェント", "日本語の文章を英語に翻訳します。");
  add("漢字練習", "書き取り");
  add("한국어 도우미", "문서를 요약합니다");
  add("ผู้ช่วยแปลภาษา", "สวัสดีครับ");
  add("हिन्दी सहायक", "नमस्ते दुनिया");
  EXPECT_EQ(names("漢字"), Names{"漢字練習"});
  EXPECT_EQ(names("漢"), Names{"漢字練習"});
  EXPECT_EQ(names("字練習"), Names{"漢字練習"});
  EXPECT_EQ(names("字漢"), Names{});
  EXPECT_EQ(names("英語"), Names{"翻訳エージェント"});
  EXPECT_EQ(names("文章を"), Names{"翻訳エージェント"});
  EXPECT_EQ(names("エージ"), Names{"翻訳エージェント"});
  EXPECT_EQ(names("국어"), Names{"한국어 도우미"});
  EXPECT_EQ(names("요약"), Names{"한국어 도우미"});
  EXPECT_EQ(names("แปลภาษา"), Names{"ผู้ช่วยแปลภาษา"});
  EXPECT_EQ(names("สวัสดี"), Names{"ผู้ช่วยแปลภาษา"});
  EXPECT_EQ(names("हिन्"), Names{"हिन्दी सहायक"});
  EXPECT_EQ(names("दुनिया"), Names{"हिन्दी सहायक"});
  EXPECT_EQ(names("翻訳 英語"), Names{"翻訳エージェント"});
}

TEST_F(AgentSearch, mixedScriptsSplitWhereTheyMeet) {
  add("GPT漢字bot2");
  for (const char* text : {"gpt", "漢字", "bot", "bot2", "gpt漢字", "漢字bot", "gpt bot"})
    EXPECT_EQ(names(text).size(), 1u) << text;
}

TEST_F(AgentSearch, emojiAreFound) {
  add("Party 🎉bot", "", "smile 😀😀");
  EXPECT_EQ(names("🎉").size(), 1u);
  EXPECT_EQ(names("😀").size(), 1u);
  EXPECT_EQ(names("🚀").size(), 0u);
}

TEST_F(AgentSearch, operatorsAndQuotesAreWordsOrNothingNeverErrors) {
  add("Quote \"this\" AND that OR NEAR(x)", "c++ & c#", "100% -minus ^caret col:on");
  for (const char* text : {"\"",
                           "\"\"",
                           "'",
                           "*",
                           "-",
                           "^",
                           ":",
                           "(",
                           ")",
                           "()",
                           "{",
                           "}",
                           "+",
                           "name:",
                           "name : x",
                           "AND",
                           "OR",
                           "NOT",
                           "NEAR",
                           "NEAR(",
                           "NEAR(a b, 5)",
                           "\"unclosed",
                           "a*",
                           "* a",
                           "-a",
                           "a -b",
                           "{name}:x",
                           "^quote",
                           "a AND",
                           "OR b",
                           "%",
                           "_",
                           "\\",
                           "\x01",
                           "ab\xFF\xFE",
                           "\xF0\x9F",
                           "'; DROP TABLE agent; --",
                           "🏳️‍🌈",
                           "\u200d",
                           "a\u200db"})
    find(text);
  EXPECT_EQ(names("AND").size(), 1u);
  EXPECT_EQ(names("near x").size(), 1u);
  EXPECT_EQ(names("\"this\"").size(), 1u);
  EXPECT_EQ(names("c++").size(), 1u);
  EXPECT_EQ(names("(").size(), 1u);  // punctuation alone: in the name, as it stands
  EXPECT_EQ(names("%").size(), 0u);
  EXPECT_EQ(names("   ").size(), 1u);  // blanks alone: no search
}

TEST_F(AgentSearch, veryLongQueries_areCutNotRefused) {
  add("word");
  std::string longQuery;
  for (int i = 0; i < 5'000; ++i) longQuery += "word ";
  EXPECT_EQ(names(longQuery), Names{"word"});
  EXPECT_EQ(names(std::string(100'000, 'w')), Names{});
}

TEST_F(AgentSearch, filtersApplyToHits) {
  const auto archived = add("zebra one", "", "", {"a"});
  add("zebra two", "", "", {"a", "b"});
  add("zebra three");
  ASSERT_TRUE(store.write([&](Connection& c) { return setArchived(c, archived.id, true); }).ok());
  AgentQuery query;
  query.tags = {"a"};
  EXPECT_EQ(names("zebra", query), Names{"zebra two"});
  query.archive = ArchiveFilter::All;
  EXPECT_EQ(names("zebra", query).size(), 2u);
  query.tags = {"a", "b"};
  EXPECT_EQ(names("zebra", query), Names{"zebra two"});
  query = {};
  query.archive = ArchiveFilter::ArchivedOnly;
  EXPECT_EQ(names("zebra", query), Names{"zebra one"});
}

TEST_F(AgentSearch, snippetMarksTheHits) {
  add("Plain", "first line\nsecond Línes here");
  EXPECT_EQ(find("lines").rows.at(0).snippet, "first line second \x02Línes\x03 here");
  EXPECT_EQ(find("plain").rows.at(0).snippet, "\x02Plain\x03");
  EXPECT_EQ(find("lin first").rows.size(), 0u);
  EXPECT_EQ(find("first lin").rows.at(0).snippet,
            "\x02"
            "first\x03 \x02line\x03 second \x02Línes\x03 here");
}

TEST_F(AgentSearch, snippetIsAWindowOfALongText) {
  std::string prompt;
  for (int i = 0; i < 2'000; ++i) prompt += "wörd ";
  prompt += "needle ";
  for (int i = 0; i < 2'000; ++i) prompt += "漢字";
  add("Plain", "", prompt);
  const auto snippet = find("needle").rows.at(0).snippet;
  EXPECT_NE(snippet.find("\x02needle\x03"), std::string::npos);
  EXPECT_LT(snippet.size(), 220u);
  EXPECT_EQ(snippet.substr(0, 3), "…");
  EXPECT_EQ(snippet.substr(snippet.size() - 3), "…");
  EXPECT_EQ(find("字漢").rows.at(0).snippet.find("\x02字漢\x03") == std::string::npos, false);
}

TEST_F(AgentSearch, textsOwnMarkCharactersCannotPassForHits) {
  add("Plain", "evil \x02mark\x03 word");
  EXPECT_EQ(find("word").rows.at(0).snippet, "evil  mark  \x02word\x03");
}

TEST_F(AgentSearch, editsAndDeletionsAreSeenAtOnce) {
  auto agent = add("zebra", "stripes", "savanna", {"animal"});
  auto content = named("giraffe");
  content.prompt = "neck";
  ASSERT_TRUE(store.write([&](Connection& c) { return updateAgent(c, agent.id, content, 1); }).ok());
  for (const char* gone : {"zebra", "stripes", "savanna", "animal"}) EXPECT_EQ(names(gone), Names{}) << gone;
  EXPECT_EQ(names("neck"), Names{"giraffe"});
  expectIndexesMatchTheTexts();
  ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, agent.id); }).ok());
  EXPECT_EQ(names("giraffe"), Names{});
  expectIndexesMatchTheTexts();
}

TEST_F(AgentSearch, manyRandomEdits_leaveSoundIndexes) {
  std::uint64_t state = 7;
  const auto random = [&state](std::size_t below) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state >> 33) % below;
  };
  const Names words = {"alpha", "beta", "漢字", "gamma", "delta", "ärger", "🎉", "x"};
  const auto text = [&] {
    std::string some = words[random(words.size())];
    for (std::size_t i = random(6); i > 0; --i) some += " " + words[random(words.size())];
    return some;
  };
  std::vector<Agent> agents;
  for (int i = 0; i < 300; ++i) {
    if (agents.empty() || random(3) == 0) {
      agents.push_back(add(text(), text(), text(), {words[random(words.size())]}));
      continue;
    }
    const auto at = random(agents.size());
    if (random(4) == 0) {
      ASSERT_TRUE(store.write([&](Connection& c) { return deleteAgent(c, agents[at].id); }).ok());
      agents.erase(agents.begin() + static_cast<std::ptrdiff_t>(at));
      continue;
    }
    auto content = agents[at].content;
    content.name = text();
    content.prompt = text();
    const auto updated = store.write(
        [&](Connection& c) { return updateAgent(c, agents[at].id, content, agents[at].revision); });
    ASSERT_TRUE(updated.ok());
    agents[at] = *updated;
  }
  expectIndexesMatchTheTexts();
  for (const auto& word : words) {
    std::size_t expected = 0;
    for (const auto& agent : agents) {
      const auto& c = agent.content;
      const auto all = " " + c.name + " " + c.description + " " + c.prompt + " " + c.tags.front() + " ";
      expected += all.find(" " + word) != std::string::npos;
    }
    EXPECT_EQ(find(word).rows.size(), expected) << word;
  }
}

TEST_F(AgentSearch, importedAgentsAreListedAtOnceAndSearchableSoonAfter) {
  std::vector<AgentContent> contents;
  for (int i = 0; i < 3'000; ++i) {
    contents.push_back(named("Import " + std::to_string(i)));
    contents.back().prompt = "needle" + std::to_string(i % 10);
  }
  ASSERT_EQ(store.write([&](Connection& c) { return importAgents(c, contents); })->size(), 3'000u);
  EXPECT_EQ(find("", {}).rows.size(), 3'000u);
  EXPECT_EQ(names("import 77").size(), 11u);  // names by their beginning do not need the index: 77, 770 … 779
  waitForIndex();
  const auto page = find("needle3");
  EXPECT_FALSE(page.indexIncomplete);
  EXPECT_EQ(page.rows.size(), 300u);
  expectIndexesMatchTheTexts();
}

TEST_F(AgentSearch, queuedAgentsCanBeEditedAndDeletedBeforeTheirTurn) {
  // Inside one transaction, so that the background work cannot come between.
  const auto end = store.write([&](Connection& c) -> base::Result<AgentPage> {
    const auto imported = importAgents(c, {named("first"), named("second"), named("third")});
    if (!imported) return imported.error();
    auto content = named("edited");
    content.prompt = "needle";
    auto first = findAgent(c, "first");
    if (auto edited = updateAgent(c, first->id, content, 1); !edited) return edited.error();
    if (auto gone = deleteAgent(c, findAgent(c, "second")->id); !gone) return gone.error();
    return listAgents(c, {.search = "e"});
  });
  ASSERT_TRUE(end.ok());
  EXPECT_TRUE(end->indexIncomplete);
  waitForIndex();
  EXPECT_EQ(names("needle"), Names{"edited"});
  expectIndexesMatchTheTexts();
}

TEST_F(AgentSearch, indexingSurvivesAnEndInTheMiddle) {
  std::vector<AgentContent> contents;
  for (int i = 0; i < 5'000; ++i) {
    contents.push_back(named("Import " + std::to_string(i)));
    contents.back().prompt = std::string("needle ") + std::string(600, 'x') + std::to_string(i);
  }
  ASSERT_TRUE(store.write([&](Connection& c) { return importAgents(c, contents); }).ok());
  EXPECT_TRUE(store->indexing());
  ASSERT_TRUE(store.reopen());
  EXPECT_TRUE(store->indexing());
  EXPECT_TRUE(find("needle").indexIncomplete);
  waitForIndex();
  EXPECT_EQ(find("needle").rows.size(), 5'000u);
  expectIndexesMatchTheTexts();
}

TEST_F(AgentSearch, allAgentsCanBeIndexedAnew) {
  add("zebra", "", "needle");
  // The text changes behind the index's back; removing the old words then contradicts it.
  ASSERT_TRUE(
      test::execute(store, "INSERT INTO agent_text_index(agent_text_index) VALUES('delete-all')").ok());
  EXPECT_EQ(names("needle"), Names{});
  const auto rebuilt = store.write([](Connection& c) {
    return guarded([&]() -> base::Result<void> {
      queueAllAgents(c);
      return {};
    });
  });
  ASSERT_TRUE(rebuilt.ok());
  waitForIndex();
  EXPECT_EQ(names("needle"), Names{"zebra"});
  expectIndexesMatchTheTexts();
}

TEST_F(AgentSearch, newerSearchTakesTheOlderOnesPlace) {
  add("zebra");
  std::vector<base::ErrorCode> ends;
  int found = 0;
  for (int i = 0; i < 50; ++i)
    store->search<AgentPage>([](Connection& c) { return listAgents(c, {.search = "zeb"}); },
                             [&](base::Result<AgentPage> page) {
                               if (page)
                                 ++found;
                               else
                                 ends.push_back(page.error().code);
                             });
  ASSERT_TRUE(store.mailbox().pumpUntil([&] { return found + static_cast<int>(ends.size()) == 50; }));
  EXPECT_GE(found, 1);  // the last one at least
  for (const auto code : ends) EXPECT_EQ(code, base::ErrorCode::Cancelled);
}

TEST_F(AgentSearch, runningSearchIsInterrupted) {
  std::atomic<bool> running = false;
  std::optional<base::Result<std::int64_t>> first;
  bool second = false;
  store->search<std::int64_t>(
      [&](Connection& c) {
        running = true;
        return guarded([&]() -> base::Result<std::int64_t> {
          c.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
          return std::int64_t{0};
        });
      },
      [&](base::Result<std::int64_t> end) { first = std::move(end); });
  while (!running) std::this_thread::yield();
  std::this_thread::sleep_for(base::Milliseconds(20));
  store->search<AgentPage>([](Connection& c) { return listAgents(c, {}); },
                           [&](const base::Result<AgentPage>& page) { second = page.ok(); });
  ASSERT_TRUE(store.mailbox().pumpUntil([&] { return second; }));
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->error().code, base::ErrorCode::Cancelled);
}

}  // namespace
}  // namespace aiagent::store
