#include "core/rehearsal/plan.h"

#include <algorithm>
#include <cctype>

#include "core/rehearsal/answer_text.h"
#include "core/rehearsal/generation_answer.h"
#include "core/rehearsal/schema_sample.h"
#include "core/rehearsal/tokens.h"

namespace aiagent::rehearsal {
namespace {

constexpr std::int64_t kCacheFrom = 1024;  // tokens; as OpenAI documents its prompt cache
constexpr std::int64_t kCacheStep = 128;

std::int64_t reasoningTokensFor(const std::string& effort) {
  if (effort == "low") return 32;
  if (effort == "medium") return 64;
  if (effort == "high") return 128;
  if (effort == "xhigh") return 192;
  if (effort == "max") return 256;
  return 0;  // not asked for, none, minimal
}

bool mentionsTool(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return char(std::tolower(c)); });
  return text.find("tool") != std::string::npos;
}

const FunctionTool* toolToCall(const ModelRequest& request) {
  if (request.tools.empty() || request.toolChoice == "none" || request.hasToolResult) return nullptr;
  for (const auto& tool : request.tools)
    if (tool.name == request.toolChoice) return &tool;
  const bool wanted = request.toolChoice == "required" || request.practice.kind == PracticeKind::Tool ||
                      mentionsTool(request.input);
  return wanted ? &request.tools.front() : nullptr;
}

PlannedItem answerItem(const ModelRequest& request) {
  if (const auto* tool = toolToCall(request))
    return {PlannedKind::FunctionCall, sampleForSchema(tool->parameters, request.input), tool->name};
  if (request.practice.kind == PracticeKind::Refuse) return {PlannedKind::Refusal, refusalText(), {}};
  if (request.practice.kind == PracticeKind::Long)
    return {PlannedKind::Text, longText(request.practice.number), {}};
  if (auto text = generationAnswer(request)) return {PlannedKind::Text, std::move(*text), {}};
  if (request.format != OutputFormat::Text) return {PlannedKind::Text, answerJson(request), {}};
  return {PlannedKind::Text, answerText(request), {}};
}

std::string firstTokens(const std::string& text, std::int64_t count) {
  const auto pieces = splitTokens(text);
  if (count >= std::int64_t(pieces.size())) return text;
  std::string first;
  for (std::int64_t i = 0; i < count; ++i) first += pieces[std::size_t(i)];
  return first;
}

void cutTo(PlannedItem& item, std::int64_t tokens) {
  item.text = firstTokens(item.text, tokens);
  item.whole = false;
}

PlannedEnd endFor(PracticeKind kind) {
  switch (kind) {
    case PracticeKind::Incomplete: return PlannedEnd::OutputLimit;
    case PracticeKind::Filter: return PlannedEnd::ContentFilter;
    case PracticeKind::Failed: return PlannedEnd::Failed;
    case PracticeKind::Error: return PlannedEnd::Error;
    case PracticeKind::Cut: return PlannedEnd::Cut;
    case PracticeKind::Silence: return PlannedEnd::Silence;
    default: return PlannedEnd::Completed;
  }
}

// A limit of output tokens counts reasoning first; what is left is for the answer.
void applyLimit(const ModelRequest& request, Plan& plan) {
  if (!request.maxOutputTokens) return;
  auto& answer = plan.items.back();
  const auto left = *request.maxOutputTokens - plan.reasoningTokens;
  if (left >= countTokens(answer.text)) return;
  plan.end = PlannedEnd::OutputLimit;
  plan.reasoningTokens = std::min(plan.reasoningTokens, *request.maxOutputTokens);
  if (left > 0)
    cutTo(answer, left);
  else
    plan.items.pop_back();
}

std::int64_t cachedOf(const ModelRequest& request) {
  return request.earlierTokens < kCacheFrom ? 0 : request.earlierTokens / kCacheStep * kCacheStep;
}

}  // namespace

Plan makePlan(const ModelRequest& request) {
  Plan plan;
  plan.reasoningTokens = reasoningTokensFor(request.reasoningEffort);
  plan.cachedTokens = cachedOf(request);
  const bool empty = request.practice.kind == PracticeKind::Empty;
  if (empty && plan.reasoningTokens == 0) plan.reasoningTokens = request.maxOutputTokens.value_or(64);
  if (plan.reasoningTokens > 0 || request.reasoningSummary)
    plan.items.push_back(
        {PlannedKind::Reasoning, request.reasoningSummary ? reasoningText(request) : "", {}});
  if (empty) {
    plan.end = PlannedEnd::OutputLimit;
    plan.outputTokens = plan.reasoningTokens;
    return plan;
  }
  plan.items.push_back(answerItem(request));
  plan.end = endFor(request.practice.kind);
  if (plan.end != PlannedEnd::Completed)
    cutTo(plan.items.back(), std::max<std::int64_t>(1, countTokens(plan.items.back().text) / 2));
  applyLimit(request, plan);
  plan.outputTokens = plan.reasoningTokens;
  for (const auto& item : plan.items)
    if (item.kind != PlannedKind::Reasoning) plan.outputTokens += countTokens(item.text);
  return plan;
}

base::Milliseconds Pace::dueOf(std::int64_t index) const {
  if (tokensPerSecond <= 0) return firstToken;
  return firstToken + base::Milliseconds(std::int64_t(double(index) * 1000 / tokensPerSecond));
}

Pace Pace::slowed() const {
  return {tokensPerSecond > 0 ? tokensPerSecond / 10 : 6, firstToken + base::Milliseconds(2000)};
}

}  // namespace aiagent::rehearsal
