#include "core/domain/knowledge.h"

#include <algorithm>
#include <array>

namespace aiagent::domain {
namespace {

struct MediaType {
  std::string_view ending;
  std::string_view type;
};
// Programs are not among it.
constexpr std::array<MediaType, 12> kReadable = {
    {{"md", "text/markdown"},
     {"txt", "text/plain"},
     {"pdf", "application/pdf"},
     {"csv", "text/csv"},
     {"json", "application/json"},
     {"yaml", "application/yaml"},
     {"yml", "application/yaml"},
     {"html", "text/html"},
     {"xml", "application/xml"},
     {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
     {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
     {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}}};

}  // namespace

std::string_view mediaTypeForName(std::string_view name) {
  std::string ending(name.substr(name.rfind('.') + 1));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  for (const auto& one : kReadable)
    if (one.ending == ending) return one.type;
  return {};
}

std::string_view toWord(KnowledgeUse use) {
  return use == KnowledgeUse::InputFile ? "input_file" : "file_search";
}

std::optional<KnowledgeUse> knowledgeUseFromWord(std::string_view word) {
  if (word == "input_file") return KnowledgeUse::InputFile;
  if (word == "file_search") return KnowledgeUse::FileSearch;
  return std::nullopt;
}

}  // namespace aiagent::domain
