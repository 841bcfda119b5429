// aiagent-seed: fills a profile with made-up agents, for trying and measuring large libraries.
//
//   aiagent-seed PROFILE COUNT [SEED]
//
// Deterministic: the same COUNT and SEED give the same texts.
#include <charconv>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/agent_repository.h"
#include "core/store/store.h"

namespace {

using namespace aiagent;

constexpr std::string_view kJobs[] = {"Triage",     "Summariser", "Translator", "Reviewer",
                                      "Planner",    "Editor",     "Analyst",    "Tutor",
                                      "Researcher", "Classifier", "Extractor",  "Writer"};
constexpr std::string_view kFields[] = {
    "support tickets", "legal contracts", "release notes",    "invoices", "sales calls",
    "bug reports",     "clinical notes",  "job applications", "recipes",  "travel plans",
    "unit tests",      "press articles",  "Verträge",         "客户反馈", "合同条款"};
constexpr std::string_view kTags[] = {"support",  "legal",     "sales",  "draft", "beta",
                                      "team-red", "team-blue", "weekly", "urgent"};
constexpr std::string_view kWords[] = {
    "answer",    "with",     "short",   "list",    "urgent",   "customer", "and",      "the",      "team",
    "next",      "step",     "before",  "you",     "check",    "tone",     "friendly", "never",    "invent",
    "facts",     "quote",    "source",  "when",    "unsure",   "ask",      "back",     "price",    "deadline",
    "number",    "table",    "heading", "reply",   "language", "polite",   "summary",  "evidence", "decide",
    "whether",   "printer",  "fire",    "network", "password", "refund",   "delivery", "warranty", "escalate",
    "colleague", "schedule", "meeting", "report",  "figure"};

template <class Array>
std::string_view pick(std::mt19937& random, const Array& words) {
  return words[random() % std::size(words)];
}

domain::AgentContent makeAgent(std::mt19937& random, int number) {
  domain::AgentContent content;
  content.name = std::string(pick(random, kJobs)) + " " + std::to_string(number);
  content.description =
      "Works on " + std::string(pick(random, kFields)) + " for " + std::string(pick(random, kWords));
  content.prompt = "You work on " + std::string(pick(random, kFields)) + " for {{team}}.\n";
  while (content.prompt.size() < 1400)
    content.prompt.append(pick(random, kWords)).append(random() % 12 == 0 ? ".\n" : " ");
  content.model = random() % 2 ? "gpt-6-luna" : "gpt-6.1-terra";
  for (int tags = int(random() % 3); tags > 0; --tags) content.tags.emplace_back(pick(random, kTags));
  return *domain::normalised(std::move(content));
}

int fail(const base::Error& error) {
  std::fprintf(stderr, "%s: %s\n", std::string(base::toWord(error.code)).c_str(), error.detail.c_str());
  return 1;
}

int seed(const char* folder, int count, unsigned start) {
  const base::SystemClock clock;
  base::UuidSource ids(clock);
  store::StoreOptions options;
  options.profile = folder;
  options.clock = &clock;
  options.ids = &ids;
  options.deliver = [](std::function<void()>) {};  // nobody listens here
  auto opened = store::Store::open(std::move(options));
  if (!opened) return fail(opened.error());
  std::mt19937 random(start);
  std::vector<domain::AgentContent> batch;
  for (int number = 1; number <= count; ++number) {
    batch.push_back(makeAgent(random, number));
    if (batch.size() < 5000 && number < count) continue;
    const auto stored = (*opened)->writeAndWait<std::vector<domain::AgentId>>(
        [&batch](store::Connection& connection) { return store::importAgents(connection, batch); });
    if (!stored) return fail(stored.error());
    batch.clear();
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  int count = 0;
  if (argc < 3 ||
      std::from_chars(argv[2], argv[2] + std::string_view(argv[2]).size(), count).ec != std::errc() ||
      count < 0) {
    std::fputs("usage: aiagent-seed PROFILE COUNT [SEED]\n", stderr);
    return 2;
  }
  return seed(argv[1], count, argc > 3 ? unsigned(std::atoi(argv[3])) : 1u);
}
