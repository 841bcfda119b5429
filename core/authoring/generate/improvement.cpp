#include "core/authoring/generate/improvement.h"

#include <algorithm>
#include <optional>

#include "core/authoring/generate/answer_object.h"
#include "core/authoring/generate/json_node.h"
#include "core/base/check.h"
#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kLongestQuote = 500;  // bytes

std::string textOf(const JsonNode& object, std::string_view name) {
  const auto* member = object.find(name);
  return member && member->kind == JsonNode::Kind::Text ? member->text : std::string();
}

void take(std::string_view before, const JsonNode& edit, Improvement& improvement) {
  const auto find = textOf(edit, "find");
  const auto refuse = [&](EditFault fault) {
    improvement.unusable.push_back({fault, find, textOf(edit, "replace"), textOf(edit, "reason")});
  };
  const auto at = find.empty() ? std::string_view::npos : before.find(find);
  if (at == std::string_view::npos) return refuse(EditFault::NotFound);
  if (before.find(find, at + 1) != std::string_view::npos) return refuse(EditFault::NotUnique);
  if (find == textOf(edit, "replace")) return refuse(EditFault::NoChange);
  improvement.edits.push_back({at, at + find.size(), textOf(edit, "replace"), textOf(edit, "reason")});
}

std::optional<JsonNode> readObject(std::string_view answer) {
  AnswerObject object({"edits"});
  JsonNodeBuilder builder;
  JsonNode read;
  object.feed(answer, [&](const JsonEvent& event) {
    // another object was begun and left
    if (event.kind == JsonEventKind::ObjectBegin && object.path().empty()) builder.reset();
    if (builder.take(event)) read = builder.takeValue();
  });
  if (!object.done()) return std::nullopt;
  return read;
}

}  // namespace

base::Result<Improvement> readImprovement(std::string_view before, std::string_view answer) {
  const auto object = readObject(answer);
  const auto* edits = object ? object->find("edits") : nullptr;
  if (!edits || edits->kind != JsonNode::Kind::Array)
    return base::Error{.code = base::ErrorCode::BadResponse,
                       .detail = "no edits in the answer",
                       .said = std::string(base::utf8Prefix(answer, kLongestQuote))};
  Improvement improvement;
  improvement.summary = textOf(*object, "summary");
  for (const auto& edit : edits->items)
    if (edit.kind == JsonNode::Kind::Object) take(before, edit, improvement);
  std::stable_sort(improvement.edits.begin(), improvement.edits.end(),
                   [](const auto& one, const auto& other) { return one.begin < other.begin; });
  return improvement;
}

std::vector<std::size_t> rivalsOf(const std::vector<PromptEdit>& edits, std::size_t index) {
  std::vector<std::size_t> rivals;
  for (std::size_t i = 0; i < edits.size(); ++i)
    if (i != index && overlap(edits[i], edits[index])) rivals.push_back(i);
  return rivals;
}

std::string applied(std::string_view before, const std::vector<PromptEdit>& edits,
                    const std::vector<bool>& accepted) {
  CHECK(edits.size() == accepted.size());
  std::vector<const PromptEdit*> taken;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    const auto meets = [&](const PromptEdit* other) { return overlap(*other, edits[i]); };
    if (accepted[i] && std::none_of(taken.begin(), taken.end(), meets)) taken.push_back(&edits[i]);
  }
  std::sort(taken.begin(), taken.end(),
            [](const auto* one, const auto* other) { return one->begin < other->begin; });
  std::string after;
  std::size_t from = 0;
  for (const auto* edit : taken) {
    after.append(before.substr(from, edit->begin - from)).append(edit->replacement);
    from = edit->end;
  }
  return after.append(before.substr(from));
}

}  // namespace aiagent::authoring
