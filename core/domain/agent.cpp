#include "core/domain/agent.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace aiagent::domain {
namespace {

base::Error invalid(std::string field, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(field)};
}

base::Result<void> checkText(const char* field, const std::string& text, std::size_t longest) {
  if (text.size() > longest) return invalid(field, "too long");
  if (!base::isValidUtf8(text)) return invalid(field, "not UTF-8");
  if (text.find('\0') != std::string::npos) return invalid(field, "holds a zero byte");
  return {};
}

base::Result<std::vector<std::string>> normalisedTags(const std::vector<std::string>& tags) {
  std::vector<std::string> kept;
  for (const auto& tag : tags) {
    std::string text(base::trimmed(tag));
    if (text.empty()) continue;
    if (auto fits = checkText("tag", text, kLongestTag); !fits) return fits.error();
    kept.push_back(std::move(text));
  }
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  if (kept.size() > kMostTags) return invalid("tag", "too many");
  return kept;
}

}  // namespace

base::Result<AgentContent> normalised(AgentContent content) {
  content.name = std::string(base::trimmed(content.name));
  if (content.name.empty()) return invalid("name", "empty");
  if (auto fits = checkText("name", content.name, kLongestName); !fits) return fits.error();
  if (auto fits = checkText("description", content.description, kLongestDescription); !fits)
    return fits.error();
  if (auto fits = checkText("prompt", content.prompt, kLongestPrompt); !fits) return fits.error();
  if (auto fits = checkText("model", content.model, kLongestName); !fits) return fits.error();
  for (const auto& starter : content.starters)
    if (auto fits = checkText("starter", starter, kLongestDescription); !fits) return fits.error();
  auto tags = normalisedTags(content.tags);
  if (!tags) return tags.error();
  content.tags = std::move(*tags);
  return content;
}

}  // namespace aiagent::domain
