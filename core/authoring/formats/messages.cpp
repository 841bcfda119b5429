#include "core/authoring/formats/messages.h"

#include <algorithm>

#include "core/authoring/formats/placeholders.h"
#include "core/base/utf8.h"
#include "core/domain/prompt_template.h"

namespace aiagent::authoring {
namespace {

bool isSystem(const PromptMessage& message) {
  return message.role == "system" || message.role == "developer";
}

void append(std::string& prompt, std::string_view text) {
  if (!prompt.empty() && !text.empty()) prompt += "\n\n";
  prompt += text;
}

// The role where the line is one role's mark, else "".
std::string roleOf(std::string_view line) {
  line = base::trimmed(line);
  if (line.starts_with('#')) line = base::trimmed(line.substr(1));
  if (!line.ends_with(':')) return {};
  std::string word(base::trimmed(line.substr(0, line.size() - 1)));
  // attributes: user[name="x"]
  if (const auto bracket = word.find('['); bracket != std::string::npos) word.resize(bracket);
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return char(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
  for (const std::string_view role : {"system", "developer", "user", "assistant", "tool"})
    if (word == role) return word;
  return {};
}

std::string textOfParts(const Tree& parts, const std::string& field, Losses& losses) {
  std::string text;
  for (const auto& part : parts.items()) {
    if (const auto* plain = part.text()) {
      append(text, *plain);
      continue;
    }
    const auto* inner = part.find("text");
    if (inner && inner->text())
      append(text, *inner->text());
    else
      loseTree(losses, field, LossReason::MessagePart, part);
  }
  return text;
}

}  // namespace

std::string foldMessages(const std::vector<PromptMessage>& messages, domain::AgentContent& content,
                         Losses& losses) {
  std::size_t at = 0;
  std::string prompt;
  while (at < messages.size() && isSystem(messages[at])) append(prompt, messages[at++].text);
  auto end = messages.size();
  std::string input;
  if (end > at && messages[end - 1].role == "user") {
    const auto& last = messages[end - 1].text;
    input = lonePlaceholder(last);
    if (!input.empty() || base::trimmed(last).empty()) {
      --end;
    } else if (end - at == 1 && at > 0 && domain::findVariables(last).empty()) {
      content.starters.insert(content.starters.begin(), last);
      --end;
    }
  }
  const bool onlyOne = at == 0 && end == 1;  // a prompt that was sent as the person's message
  for (; at < end; ++at) {
    const auto& message = messages[at];
    addLoss(losses, makeLoss("messages[" + std::to_string(at) + "]", LossReason::RolesMerged,
                             message.role + ": " + message.text));
    append(prompt, onlyOne ? message.text : message.role + ":\n" + message.text);
  }
  content.prompt = std::move(prompt);
  return input;
}

std::optional<std::vector<PromptMessage>> messagesFromTree(const Tree& list, const std::string& field,
                                                           Losses& losses) {
  if (!list.isList()) return std::nullopt;
  std::vector<PromptMessage> messages;
  for (std::size_t i = 0; i < list.items().size(); ++i) {
    const auto& item = list.items()[i];
    const auto path = field + '[' + std::to_string(i) + ']';
    if (!item.isRecord()) return std::nullopt;
    RecordReader reader(item, path + '.', losses);
    PromptMessage message{reader.text("role"), {}};
    const auto* type = reader.take("type");
    const auto* content = reader.take("content");
    if (message.role.empty() || !content) {  // a tool call, a reference, a place for the history
      loseTree(losses, path, LossReason::MessagePart, item);
      continue;
    }
    if (type && type->asText() != "message" && type->asText() != "chatmessage")
      reader.lose("type", LossReason::Unknown, *type);
    message.text = content->isList() ? textOfParts(*content, path + ".content", losses) : content->asText();
    reader.finish();
    messages.push_back(std::move(message));
  }
  return messages;
}

std::vector<PromptMessage> messagesFromRoleMarks(std::string_view body) {
  std::vector<PromptMessage> messages;
  std::string role = "system", text;
  const auto finish = [&] {
    const auto kept = base::trimmed(text);
    if (!kept.empty()) messages.push_back({role, std::string(kept)});
    text.clear();
  };
  for (std::size_t at = 0; at < body.size();) {
    const auto end = std::min(body.find('\n', at), body.size());
    const auto line = body.substr(at, end - at);
    if (auto next = line.size() <= 200 ? roleOf(line) : std::string(); !next.empty()) {
      finish();
      role = std::move(next);
    } else {
      text.append(line).append(1, '\n');
    }
    at = end + 1;
  }
  finish();
  return messages;
}

std::string inputName(const domain::AgentContent& content) {
  const auto used = domain::variableNames(content.prompt);
  const auto taken = [&](const std::string& name) {
    return std::find(used.begin(), used.end(), name) != used.end() ||
           std::any_of(content.variables.begin(), content.variables.end(),
                       [&](const domain::Variable& variable) { return variable.name == name; });
  };
  for (const char* name : {"input", "question", "message", "user_input"})
    if (!taken(name)) return name;
  for (int number = 2;; ++number)
    if (auto name = "input" + std::to_string(number); !taken(name)) return name;
}

}  // namespace aiagent::authoring
