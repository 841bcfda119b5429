// KnowledgeFile: a line of an agent's knowledge manifest. The file itself is kept beside the profile's
// database under its hash (store/blob_store.h); the manifest alone is part of a version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aiagent::domain {

// How the model gets the file (openai-contract D12).
enum class KnowledgeUse {
  InputFile,   // sent with each conversation's first message
  FileSearch,  // kept in a vector store, found by the file_search tool
};

std::string_view toWord(KnowledgeUse use);  // "input_file", "file_search"
std::optional<KnowledgeUse> knowledgeUseFromWord(std::string_view word);

// By the ending of a file's name, for what a model can be given to read; "" for anything else.
std::string_view mediaTypeForName(std::string_view name);

struct KnowledgeFile {
  std::string name;  // a file's name without folders, unique within the agent
  std::string mediaType;
  std::string sha256;      // 64 lower-case hex digits
  std::int64_t bytes = 0;  // its size
  KnowledgeUse use = KnowledgeUse::InputFile;

  bool operator==(const KnowledgeFile&) const = default;
};

}  // namespace aiagent::domain
