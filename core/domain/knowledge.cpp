#include "core/domain/knowledge.h"

namespace aiagent::domain {

std::string_view toWord(KnowledgeUse use) {
  return use == KnowledgeUse::InputFile ? "input_file" : "file_search";
}

std::optional<KnowledgeUse> knowledgeUseFromWord(std::string_view word) {
  if (word == "input_file") return KnowledgeUse::InputFile;
  if (word == "file_search") return KnowledgeUse::FileSearch;
  return std::nullopt;
}

}  // namespace aiagent::domain
