// Measures the store the way the program uses it: through Store, with its threads and transactions.
//
//   store_bench [--agents 100000] [--keys 1500] [--folder DIR]
//
// Prints one line a figure. The texts are made up: words of a skewed frequency, as in real prose.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/run_repository.h"
#include "core/store/store.h"
#include "tests/support/temp_folder.h"

namespace {

using namespace aiagent;
using base::Milliseconds;
using domain::AgentContent;
using store::Connection;
using Steady = std::chrono::steady_clock;

class Random {
 public:
  std::uint64_t next() {
    m_state ^= m_state << 13;
    m_state ^= m_state >> 7;
    return m_state ^= m_state << 17;
  }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

 private:
  std::uint64_t m_state = 0x9e3779b97f4a7c15u;
};

// Words of one to four syllables; the n-th is used about 1/n times as often as the first.
class Vocabulary {
 public:
  explicit Vocabulary(std::size_t size) {
    static constexpr std::string_view kOnsets = "bcdfghjklmnprstvwz";
    static constexpr std::string_view kVowels = "aeiou";
    while (m_words.size() < size) {
      std::string word;
      for (std::size_t i = 1 + m_random.below(4); i > 0; --i) {
        word += kOnsets[m_random.below(kOnsets.size())];
        word += kVowels[m_random.below(kVowels.size())];
        if (m_random.below(3) == 0) word += kOnsets[m_random.below(kOnsets.size())];
      }
      if (std::find(m_words.begin(), m_words.end(), word) == m_words.end()) m_words.push_back(word);
    }
  }
  const std::string& word() {
    const double skewed = std::pow(static_cast<double>(m_words.size()), m_random.unit());
    return m_words[std::min(m_words.size() - 1, static_cast<std::size_t>(skewed))];
  }
  std::string text(std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += word() + (m_random.below(12) == 0 ? ".\n" : " ");
    return text;
  }
  Random& random() { return m_random; }

 private:
  Random m_random;
  std::vector<std::string> m_words;
};

AgentContent makeAgent(Vocabulary& vocabulary) {
  AgentContent content;
  content.name = vocabulary.text(18);
  content.description = vocabulary.text(110);
  content.prompt = vocabulary.text(1'300);
  content.model = "gpt-5";
  content.parameters.set("temperature", 0.5);
  content.tags = {vocabulary.word(), vocabulary.word()};
  return *domain::normalised(content);
}

double millisSince(Steady::time_point start) {
  return std::chrono::duration<double, std::milli>(Steady::now() - start).count();
}

void print(const char* what, double value, const char* unit) {
  std::printf("%-52s %10.2f %s\n", what, value, unit);
}

void printSpread(const char* what, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * double(values.size() - 1))];
  };
  std::printf("%-52s p50 %8.2f  p90 %8.2f  p99 %8.2f  max %8.2f ms  (n=%zu)\n", what, at(0.5), at(0.9),
              at(0.99), values.back(), values.size());
}

template <class T>
T need(base::Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "failed: %s\n", result.error().detail.c_str());
    std::exit(1);
  }
  return std::move(*result);
}

// The search lane's answer, waited for.
store::AgentPage searchOnce(store::Store& store, const std::string& text) {
  std::promise<store::AgentPage> promise;
  store.search<store::AgentPage>(
      [&](Connection& c) { return store::listAgents(c, {.search = text, .limit = 50}); },
      [&](base::Result<store::AgentPage> page) { promise.set_value(need(std::move(page))); });
  return promise.get_future().get();
}

void benchImport(store::Store& store, Vocabulary& vocabulary, std::size_t agents) {
  constexpr std::size_t kAtOnce = 10'000;
  std::vector<std::vector<AgentContent>> slices;
  for (std::size_t i = 0; i < agents; i += kAtOnce) {
    slices.emplace_back();
    for (std::size_t j = i; j < std::min(agents, i + kAtOnce); ++j)
      slices.back().push_back(makeAgent(vocabulary));
  }
  const auto start = Steady::now();
  for (const auto& slice : slices)
    need(store.writeAndWait<std::vector<domain::AgentId>>(
        [&](Connection& c) { return store::importAgents(c, slice); }));
  const double took = millisSince(start);
  print("import, rows per second", static_cast<double>(agents) / took * 1000, "rows/s");
  // Somebody edits while the index catches up.
  std::vector<double> edits;
  const auto indexStart = Steady::now();
  const auto cpuStart = std::clock();
  while (store.indexing()) {
    const auto editStart = Steady::now();
    need(store.writeAndWait<domain::Agent>(
        [&](Connection& c) { return store::insertAgent(c, slices[0][0]); }));
    edits.push_back(millisSince(editStart));
    std::this_thread::sleep_for(Milliseconds(100));
  }
  print("index caught up after the import within", millisSince(indexStart) / 1000, "s");
  print("  processor time of it", double(std::clock() - cpuStart) / CLOCKS_PER_SEC, "s");
  if (!edits.empty()) printSpread("insert while the index catches up", edits);
}

void benchSearch(store::Store& store, Vocabulary& vocabulary, std::size_t keys) {
  std::vector<double> all, shortOnes, twoWords;
  std::size_t found = 0;
  const auto key = [&](const std::string& text, std::vector<double>& kind) {
    const auto start = Steady::now();
    found += searchOnce(store, text).rows.size();
    kind.push_back(millisSince(start));
    all.push_back(kind.back());
  };
  std::vector<double> rest;
  while (all.size() < keys) {
    const std::string first = vocabulary.word();
    for (std::size_t n = 1; n <= first.size(); ++n) key(first.substr(0, n), n <= 2 ? shortOnes : rest);
    if (vocabulary.random().below(3) != 0) continue;
    const std::string second = vocabulary.word();
    for (std::size_t n = 1; n <= second.size(); ++n) key(first + " " + second.substr(0, n), twoWords);
  }
  printSpread("search, every key press", all);
  printSpread("  one and two letters", shortOnes);
  printSpread("  longer words", rest);
  printSpread("  second word", twoWords);
  print("  rows a search, on average", static_cast<double>(found) / static_cast<double>(all.size()), "");
}

// Keys faster than answers: only the last one matters.
void benchBurst(store::Store& store, Vocabulary& vocabulary) {
  std::vector<double> times;
  for (int i = 0; i < 60; ++i) {
    const std::string word = vocabulary.word() + vocabulary.word();
    std::promise<void> last;
    const auto start = Steady::now();
    for (std::size_t n = 1; n <= word.size(); ++n)
      store.search<store::AgentPage>(
          [text = word.substr(0, n)](Connection& c) {
            return store::listAgents(c, {.search = text, .limit = 50});
          },
          [&, n](const base::Result<store::AgentPage>&) {
            if (n == word.size()) last.set_value();
          });
    last.get_future().get();
    times.push_back(millisSince(start));
  }
  printSpread("search, a whole word typed at once", times);
}

void benchEdits(store::Store& store) {
  auto page = need(store.readAndWait<store::AgentPage>(
      [](Connection& c) { return store::listAgents(c, {.limit = 300}); }));
  std::vector<double> saves, drafts;
  for (const auto& row : page.rows) {
    auto agent =
        need(store.readAndWait<domain::Agent>([&](Connection& c) { return store::loadAgent(c, row.id); }));
    auto content = agent.content;
    content.prompt += " edited";
    domain::AgentDraft draft{
        .agent = agent.id, .content = content, .baseRevision = agent.revision, .saved = {}};
    auto start = Steady::now();
    if (!store.writeAndWait<void>([&](Connection& c) { return store::saveDraft(c, draft); })) std::exit(1);
    drafts.push_back(millisSince(start));
    start = Steady::now();
    need(store.writeAndWait<domain::Agent>(
        [&](Connection& c) { return store::updateAgent(c, agent.id, content, agent.revision); }));
    saves.push_back(millisSince(start));
  }
  printSpread("draft saved durably", drafts);
  printSpread("edit saved durably, index included", saves);
}

void benchLists(store::Store& store) {
  std::vector<double> whole, first;
  for (int i = 0; i < 10; ++i) {
    auto start = Steady::now();
    need(store.readAndWait<store::AgentPage>(
        [](Connection& c) { return store::listAgents(c, {.limit = 10'000}); }));
    whole.push_back(millisSince(start));
    start = Steady::now();
    need(store.readAndWait<store::AgentPage>(
        [](Connection& c) { return store::listAgents(c, {.limit = 50}); }));
    first.push_back(millisSince(start));
  }
  printSpread("list of 10,000 summaries", whole);
  printSpread("list of the first 50 summaries", first);
}

domain::RunRecord makeRun(base::UuidSource& ids, std::size_t messages, const std::string& text) {
  domain::RunRecord run;
  run.id = ids.make<domain::RunId>();
  run.status = domain::RunStatus::Running;
  run.request.content.name = "Bench";
  run.request.input = "go";
  for (std::size_t i = 0; i < messages; ++i)
    run.messages.push_back(
        {.id = ids.make<domain::MessageId>(),
         .role = i % 2 ? domain::Role::Assistant : domain::Role::User,
         .parts = {{.kind = domain::PartKind::Text, .text = text, .name = "", .callId = ""}},
         .rawItem = "",
         .created = {}});
  return run;
}

void mustWrite(store::Store& store, const std::function<base::Result<void>(Connection&)>& job) {
  if (!store.writeAndWait<void>(job)) std::exit(1);
}

void benchRuns(store::Store& store, Vocabulary& vocabulary) {
  auto big = makeRun(store.ids(), 10'000, vocabulary.text(200));
  mustWrite(store, [&](Connection& c) { return store::insertRun(c, big); });
  std::vector<double> loads, bigCheckpoints, chains;
  for (int i = 0; i < 20; ++i) {
    auto start = Steady::now();
    need(store.readAndWait<domain::RunRecord>([&](Connection& c) { return store::loadRun(c, big.id); }));
    loads.push_back(millisSince(start));
    big.messages.back().parts[0].text += " more";
    start = Steady::now();
    mustWrite(store, [&](Connection& c) { return store::updateRun(c, big); });
    bigCheckpoints.push_back(millisSince(start));
  }
  printSpread("load a run of 10,000 messages", loads);
  printSpread("checkpoint of a run of 10,000 messages", bigCheckpoints);

  domain::RunRecord run;
  for (int i = 0; i < 300; ++i) {
    const auto parent = run.id;
    run = makeRun(store.ids(), 2, vocabulary.text(800));
    run.request.parent = parent;
    run.status = domain::RunStatus::Completed;
    mustWrite(store, [&](Connection& c) { return store::insertRun(c, run); });
  }
  for (int i = 0; i < 20; ++i) {
    const auto start = Steady::now();
    need(store.readAndWait<std::vector<domain::RunRecord>>(
        [&](Connection& c) { return store::loadConversation(c, run.id); }));
    chains.push_back(millisSince(start));
  }
  printSpread("load a conversation of 300 runs", chains);
}

void benchCheckpoints(store::Store& store, Vocabulary& vocabulary) {
  for (const std::size_t bytes : {std::size_t{10'000}, std::size_t{100'000}, std::size_t{1'000'000}}) {
    auto run = makeRun(store.ids(), 2, "x");
    run.messages[1].parts[0].text = vocabulary.text(bytes);
    mustWrite(store, [&](Connection& c) { return store::insertRun(c, run); });
    std::vector<double> times;
    for (int i = 0; i < 60; ++i) {
      run.messages[1].parts[0].text += vocabulary.text(200);
      const auto start = Steady::now();
      mustWrite(store, [&](Connection& c) { return store::updateRun(c, run); });
      times.push_back(millisSince(start));
      std::this_thread::sleep_for(Milliseconds(30));
    }
    printSpread(("checkpoint of an answer of " + std::to_string(bytes / 1000) + " kB").c_str(), times);
  }
}

std::unique_ptr<store::Store> openStore(const std::filesystem::path& folder, const base::Clock& clock,
                                        base::UuidSource& ids) {
  store::StoreOptions options;
  options.profile = folder;
  options.clock = &clock;
  options.ids = &ids;
  options.deliver = [](const std::function<void()>& task) { task(); };
  return need(store::Store::open(std::move(options)));
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t agents = 100'000;
  std::size_t keys = 1'500;
  std::filesystem::path folder;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--agents") == 0) agents = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--keys") == 0) keys = std::stoul(argv[i + 1]);
    if (std::strcmp(argv[i], "--folder") == 0) folder = argv[i + 1];
  }
  const test::TempFolder temporary;
  if (folder.empty()) folder = temporary.path() / "profile";
  const base::SystemClock clock;
  base::UuidSource ids(clock);
  Vocabulary vocabulary(20'000);
  auto start = Steady::now();
  auto store = openStore(folder, clock, ids);
  print("open a fresh profile", millisSince(start), "ms");
  if (agents > 0) benchImport(*store, vocabulary, agents);
  print("database size", double(std::filesystem::file_size(folder / "profile.db")) / 1e6, "MB");
  benchSearch(*store, vocabulary, keys);
  benchBurst(*store, vocabulary);
  benchEdits(*store);
  benchLists(*store);
  benchRuns(*store, vocabulary);
  benchCheckpoints(*store, vocabulary);
  start = Steady::now();
  store.reset();
  print("close", millisSince(start), "ms");
  store = openStore(folder, clock, ids);  // marks the bench's unfinished runs interrupted
  store.reset();
  start = Steady::now();
  store = openStore(folder, clock, ids);
  print("open the filled profile", millisSince(start), "ms");
  return 0;
}
