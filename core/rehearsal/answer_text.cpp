#include "core/rehearsal/answer_text.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/domain/prompt_template.h"
#include "core/rehearsal/json_text.h"
#include "core/rehearsal/schema_sample.h"
#include "core/rehearsal/tokens.h"

namespace aiagent::rehearsal {
namespace {

constexpr std::size_t kLongestQuote = 600;  // bytes
constexpr int kMostQuotedLines = 12;

std::size_t countWords(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string quote(std::string_view text) {
  const auto whole = base::trimmed(text);
  auto rest = base::utf8Prefix(whole, kLongestQuote);
  const bool cut = rest.size() < whole.size();
  std::string quoted;
  int lines = 0;
  while (!rest.empty() && lines++ < kMostQuotedLines) {
    const auto end = rest.find('\n');
    quoted.append("> ").append(rest.substr(0, end)).append("\n");
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return cut || !rest.empty() ? quoted + "> …\n" : quoted;
}

std::string firstSentence(std::string_view text) {
  const auto whole = base::trimmed(text);
  const auto end = std::min(whole.find_first_of("\n"), whole.find(". "));
  return std::string(base::utf8Prefix(whole.substr(0, end), 120));
}

std::string sectionTold(const ModelRequest& request) {
  std::string text = "## What the agent was told\n\n";
  if (base::trimmed(request.instructions).empty())
    return text + "Nothing: the agent has no prompt. A model would answer in its own way.\n\n";
  return text + quote(request.instructions) + "\n";
}

std::string sectionAsked(const ModelRequest& request) {
  if (request.hasToolResult)
    return "## What the tool answered\n\n" + quote(request.toolResult) + "\n## What you asked before\n\n" +
           quote(request.input) + "\n";
  return "## What you asked\n\n" + quote(request.input) + "\n";
}

std::string inBytes(std::int64_t bytes) {
  return counted(std::size_t(bytes), "byte", "bytes");
}

std::string sectionFiles(const ModelRequest& request) {
  if (request.files.empty() && request.stores.empty()) return {};
  std::string text = "## Files it was given\n\n";
  for (const auto& file : request.files)
    text += "- `" + file.name + "`, " + inBytes(file.bytes) +
            (file.id.empty() ? ", with the message itself\n" : ", uploaded before as `" + file.id + "`\n");
  for (const auto& store : request.stores) {
    text += "- A vector store with " + counted(store.names.size(), "file", "files") + ":";
    for (const auto& name : store.names) text += " `" + name + "`";
    text += ". A model would search it.\n";
  }
  return text + "\n";
}

std::string listVariables(const ModelRequest& request) {
  const auto names = domain::variableNames(request.instructions);
  if (names.empty()) return "- Variables: every one in the prompt is filled in.\n";
  std::string text = "- Variables still open:";
  for (const auto& name : names) text += " `{{" + name + "}}`";
  return text + "\n";
}

std::string sectionUnderstood(const ModelRequest& request) {
  std::string text = "## How it was understood\n\n";
  if (!base::trimmed(request.instructions).empty())
    text += "- The instructions begin with: *" + firstSentence(request.instructions) + "*\n" +
            listVariables(request);
  const auto input = base::trimmed(request.input);
  text += std::string("- Your message is ") +
          (!input.empty() && input.back() == '?' ? "a question.\n" : "a request or a statement.\n");
  text += "- It is turn " + std::to_string(request.earlierTurns + 1) + " of the conversation.\n";
  if (!request.tools.empty()) {
    text += "- Tools on offer:";
    for (const auto& tool : request.tools) text += " `" + tool.name + "`";
    text += ". Say “tool” in a message to see a call.\n";
  }
  if (request.practice.kind == PracticeKind::Unknown)
    text += "- `[rehearse: " + request.practice.word +
            "]` is not known. Try “rate limit”, “cut”, “slow” or “error”.\n";
  return text + "\n";
}

std::string row(const char* name, std::string_view text) {
  return std::string("| ") + name + " | " + std::to_string(countWords(text)) + " | " +
         std::to_string(countTokens(text)) + " |\n";
}

std::string sectionSizes(const ModelRequest& request) {
  return "| Part | Words | Tokens, about |\n|---|---:|---:|\n" + row("Instructions", request.instructions) +
         row("Message", request.input) + "| Everything sent | | " + std::to_string(request.inputTokens) +
         " |\n\n";
}

std::string sectionParameters(const ModelRequest& request) {
  return "## Parameters of the request\n\n```json\n" + request.shownParameters + "\n```\n\n";
}

}  // namespace

std::string answerText(const ModelRequest& request) {
  return "# A rehearsal\n\n**" + std::string(kNoModelInvolved) +
         "** This program wrote the answer itself, on this computer, from your own request: nothing left it "
         "and "
         "nothing was billed. What you see of sending, streaming, stopping and keeping is real.\n\n" +
         sectionTold(request) + sectionAsked(request) + sectionFiles(request) + sectionUnderstood(request) +
         sectionSizes(request) + sectionParameters(request) +
         "To practise trouble, put `[rehearse: rate limit]`, `[rehearse: cut]` or `[rehearse: slow]` into a "
         "message. "
         "For a real answer, choose another provider in the settings.\n";
}

std::string longText(std::int64_t tokens) {
  // Blanks come first, so that no token spans two pieces and the count stays exact.
  static constexpr std::string_view kSentences[] = {
      " Rain drummed on the roof while the agent read the next ticket.",
      " Nothing in it was new, but all of it mattered.",
      " She sorted by team, then by urgency, then by the time of day.",
      " A short list is easier to keep than a long promise.",
      " The answer grows so that you can watch how a long one behaves."};
  std::string text = "# A long rehearsal\n\n**" + std::string(kNoModelInvolved) + "**";
  auto count = countTokens(text);
  for (std::size_t i = 0; count < tokens; ++i) {
    const std::size_t before = text.size();
    if (i % 40 == 39)
      text += "\n\n```cpp\nint step" + std::to_string(i) + " = " + std::to_string(i) + ";\n```\n\nAfter it:";
    if (i % 20 == 0) text += "\n\n## Part " + std::to_string(i / 20 + 1) + "\n\nIt goes on.";
    if (i % 20 == 10) text += "\n\n- one\n- two with **weight**\n\nAnd then:";
    text += kSentences[i % std::size(kSentences)];
    count += countTokens(std::string_view(text).substr(before));
  }
  return text;
}

std::string answerJson(const ModelRequest& request) {
  if (request.format == OutputFormat::JsonSchema) return sampleForSchema(request.schema, kNoModelInvolved);
  return ObjectText()
      .text("note", kNoModelInvolved)
      .text("instructions", base::utf8Prefix(request.instructions, kLongestQuote))
      .text("input", base::utf8Prefix(request.input, kLongestQuote))
      .number("input_tokens", request.inputTokens)
      .str();
}

std::string refusalText() {
  return std::string(kNoModelInvolved) + " This is how it looks when a model declines to answer.";
}

std::string reasoningText(const ModelRequest& request) {
  return "**Reading the request**\n\n" + std::string(kNoModelInvolved) + " The instructions have " +
         counted(countWords(request.instructions), "word", "words") + " and the message has " +
         counted(countWords(request.input), "word", "words") + "; the answer will repeat both.";
}

}  // namespace aiagent::rehearsal
