#include "core/authoring/formats/readers.h"
#include "core/authoring/formats/safe_path.h"
#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kLongestSlug = 60;

bool isEnding(std::string_view ending) {
  return ending == "md" || ending == "json" || ending == "yaml" || ending == "yml" || ending == "prompty" ||
         ending == "txt" || ending == "markdown";
}

}  // namespace

base::Error refused(std::string_view path, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::string(path)};
}

std::string nameFromPath(std::string_view path) {
  auto name = path.substr(path.rfind('/') + 1);
  if (const auto dot = name.rfind('.');
      dot != std::string_view::npos && dot > 0 && isEnding(name.substr(dot + 1)))
    name = name.substr(0, dot);
  return std::string(base::utf8Prefix(base::trimmed(name), domain::kLongestName));
}

std::string slugOf(std::string_view name) {
  std::string slug;
  for (const char c : name) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      slug += c;
    else if (c >= 'A' && c <= 'Z')
      slug += char(c - 'A' + 'a');
    else if (!slug.empty() && slug.back() != '-' && static_cast<unsigned char>(c) < 0x80)
      slug += '-';
    if (slug.size() >= kLongestSlug) break;
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  if (slug.empty()) return "agent";
  return isDeviceName(slug) ? slug + "-agent" : slug;
}

void setName(Imported& imported, std::string_view name, std::string_view path) {
  name = base::trimmed(name);
  if (name.empty()) {
    imported.content.name = nameFromPath(path);
    if (imported.content.name.empty()) imported.content.name = "agent";
    addLoss(imported.losses, makeLoss("name", LossReason::NameMadeUp, imported.content.name));
    return;
  }
  imported.content.name = std::string(base::trimmed(base::utf8Prefix(name, domain::kLongestName)));
  if (name.size() > domain::kLongestName)
    addLoss(imported.losses, makeLoss("name", LossReason::Altered, name));
}

std::string sourceOf(std::string_view path, std::size_t index, std::size_t count) {
  return count < 2 ? std::string(path) : std::string(path) + '#' + std::to_string(index + 1);
}

}  // namespace aiagent::authoring
