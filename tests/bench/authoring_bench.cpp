// Measures differences and merges of long prompts, of ordinary edits and of the worst there is, and the
// linter.
//
//   authoring_bench
//
// Prints one line a figure: the best, the median and the longest of nine runs, in time of the processor, as
// all of this is one thread's work. The texts are made up.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "core/authoring/content/content_diff.h"
#include "core/authoring/content/content_merge.h"
#include "core/authoring/content/lint.h"
#include "core/authoring/text/diff.h"
#include "core/authoring/text/hunks.h"
#include "core/authoring/text/merge.h"

namespace {

using namespace aiagent;

class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed * 0x9e3779b97f4a7c15u + 1) {}
  std::size_t below(std::size_t limit) {
    m_state ^= m_state << 13;
    m_state ^= m_state >> 7;
    m_state ^= m_state << 17;
    return static_cast<std::size_t>(m_state % limit);
  }

 private:
  std::uint64_t m_state;
};

std::string word(Random& random) {
  static constexpr std::string_view kSyllables[] = {"re",  "ta", "mi",  "con", "ser", "vo",
                                                    "lin", "da", "per", "go",  "nal", "be"};
  std::string word;
  // a few words make most of a text, as in prose
  const auto kind = random.below(3) == 0 ? random.below(4'000) : random.below(60);
  for (auto left = kind + 1; left > 0; left /= 12) word += kSyllables[left % 12];
  return word;
}

// Paragraphs of a few lines; `lineWords` 0: one line.
std::string prose(std::size_t bytes, std::uint64_t seed, std::size_t lineWords = 14) {
  Random random(seed);
  std::string text;
  for (std::size_t words = 1; text.size() < bytes; ++words) {
    text += word(random);
    const bool lineEnds = lineWords > 0 && words % lineWords == 0;
    text += lineEnds ? (random.below(5) == 0 ? ".\n\n" : "\n") : random.below(12) == 0 ? ", " : " ";
  }
  return text;
}

// Words replaced, and lines put in and taken out, at about `edits` places.
std::string edited(const std::string& text, std::size_t edits, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < edits; ++i) places.push_back(random.below(text.size()));
  std::sort(places.begin(), places.end());
  std::string out;
  std::size_t at = 0;
  for (auto place : places) {
    place = std::min(text.find(' ', std::max(place, at)), text.size());
    out.append(text, at, place - at);
    const auto what = random.below(4);
    if (what == 0) out += "\nA line that was put in " + word(random) + ".\n";
    if (what == 1) out += " " + word(random);
    at = std::min(place + (what == 2 ? 40 : 1), text.size());  // words taken out
    at = std::min(text.find(' ', at), text.size());
    if (what == 3) out += " " + word(random) + " " + word(random);
  }
  return out.append(text, at);
}

void measure(const char* what, const std::function<std::size_t()>& work) {
  std::vector<double> times;
  std::size_t figure = 0;
  for (int i = 0; i < 9; ++i) {
    const auto start = std::clock();
    figure = work();
    times.push_back(1'000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::sort(times.begin(), times.end());
  std::printf("%-58s best %8.2f  p50 %8.2f  max %8.2f ms  (%zu)\n", what, times.front(),
              times[times.size() / 2], times.back(), figure);
}

void measureDiffs() {
  const auto diff = [](const char* what, const std::string& before, const std::string& after) {
    measure(what, [&] { return authoring::diffText(before, after).size(); });
  };
  const std::size_t size = 256u << 10;
  const auto text = prose(size, 1), line = prose(size, 1, 0);
  std::string few, many;
  for (std::size_t i = 0; few.size() < size; ++i)
    few += i % 3 == 0 ? "a\n" : "b\n", many += i * i % 5 < 2 ? "a\n" : "b\n";
  diff("diff 256 KB, 20 edits", text, edited(text, 20, 2));
  diff("diff 256 KB, 1,000 edits", text, edited(text, 1'000, 2));
  diff("diff 256 KB, one line, 1,000 edits", line, edited(line, 1'000, 2));
  diff("diff 256 KB, unrelated", text, prose(size, 3));
  diff("diff 256 KB, one line, unrelated", line, prose(size, 3, 0));
  diff("diff 256 KB, lines of two kinds", few, many);
  measure("hunks by word, 256 KB, 1,000 edits",
          [&, after = edited(text, 1'000, 2)] { return authoring::wordHunks(text, after).size(); });
}

void measureMerges() {
  const auto merge = [](const char* what, const std::string& base, const std::string& mine,
                        const std::string& theirs) {
    measure(what, [&] { return authoring::mergeText(base, mine, theirs).conflicts.size(); });
  };
  const auto small = prose(20u << 10, 1), large = prose(250u << 10, 1), line = prose(250u << 10, 1, 0);
  merge("merge 20 KB, 20 edits each", small, edited(small, 20, 2), edited(small, 20, 3));
  merge("merge 20 KB, unrelated", small, prose(20u << 10, 2), prose(20u << 10, 3));
  merge("merge 250 KB, 200 edits each", large, edited(large, 200, 2), edited(large, 200, 3));
  merge("merge 250 KB, one line, 200 edits each", line, edited(line, 200, 2), edited(line, 200, 3));
  merge("merge 250 KB, unrelated", large, prose(250u << 10, 2), prose(250u << 10, 3));
  merge("merge 250 KB, one line, unrelated", line, prose(250u << 10, 2, 0), prose(250u << 10, 3, 0));
}

// A prompt as people write long ones: parts, lists, instructions, variables, an example.
domain::AgentContent longAgent(std::size_t bytes) {
  Random random(7);
  domain::AgentContent content;
  content.name = "Long";
  for (int i = 0; i < 20; ++i) {
    domain::Variable variable;
    variable.name = "value_" + std::to_string(i);
    variable.description = "A value.";
    content.variables.push_back(std::move(variable));
  }
  auto& prompt = content.prompt;
  for (std::size_t part = 1; prompt.size() < bytes; ++part) {
    prompt += "## Part " + std::to_string(part) + "\n\n" + prose(400, part) + ".\n\n";
    for (int i = 0; i < 8; ++i)
      prompt += "- Always " + word(random) + " the " + word(random) + " before you " + word(random) + ".\n";
    prompt += "\nAnswer in at most 50 words. Use {{value_" + std::to_string(part % 20) + "}} for `" +
              word(random) + "`.\n\n```\nexample\n```\n\n";
  }
  content.outputSchema = R"({"type":"object","properties":{)";
  content.tools = "[";
  for (int i = 0; i < 40; ++i) {
    const auto name = "field_" + std::to_string(i);
    content.outputSchema += (i > 0 ? ",\"" : "\"") + name +
                            R"(":{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})";
    content.tools += (i > 0 ? "," : "") + (R"({"type":"function","name":")" + name) +
                     R"(","description":"Does it.","parameters":{"type":"object","properties":{}}})";
  }
  content.outputSchema += "}}";
  content.tools += "]";
  return content;
}

void measureContent() {
  auto content = longAgent(32u << 10);
  authoring::LintContext context;
  context.model = authoring::LintModel{"m", 100'000, std::nullopt, "", {"temperature"}};
  context.estimateTokens = [](std::string_view text) { return static_cast<std::int64_t>(text.size() / 4); };
  measure("lint 32 KB, 40 tools, 40 fields of a schema",
          [&] { return authoring::lint(content, context).size(); });
  content.tools.clear();
  content.outputSchema.clear();
  measure("lint 32 KB, the prompt alone", [&] { return authoring::lint(content, context).size(); });
  content.prompt = prose(32u << 10, 1, 0);
  measure("lint 32 KB, one line of prose", [&] { return authoring::lint(content, context).size(); });
  content.prompt.clear();
  while (content.prompt.size() < (32u << 10)) content.prompt += "{% x %} {{ y | z }} ${a} sk-";
  measure("lint 32 KB, foreign templates", [&] { return authoring::lint(content, context).size(); });
  const auto base = longAgent(32u << 10);
  auto mine = base, theirs = base;
  mine.prompt = edited(base.prompt, 30, 2);
  theirs.prompt = edited(base.prompt, 30, 3);
  measure("content diff, 32 KB", [&] { return authoring::diffContent(mine, theirs).size(); });
  measure("content merge, 32 KB",
          [&] { return authoring::mergeContent(base, mine, theirs).conflicts.size(); });
}

}  // namespace

int main() {
  std::printf("The figure in brackets is what was found: changes, hunks, conflicts, findings.\n");
  measureDiffs();
  measureMerges();
  measureContent();
  return 0;
}
