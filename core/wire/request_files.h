// An agent's knowledge in a request: files as content parts of a conversation's first message, a vector store
// as a tool (openai-contract D12).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace aiagent::wire {

struct SentFile {
  std::string name;
  std::string mediaType;
  std::string sha256;
  std::string fileId;  // the provider's; empty: the bytes go along

  bool operator==(const SentFile&) const = default;
};

struct SentKnowledge {
  std::vector<SentFile> files;
  std::string vectorStore;  // the provider's id; empty: none

  bool operator==(const SentKnowledge&) const = default;
};

// Parts of a message's content. In the place of a file's bytes stands its hash: this is what is kept of a
// request; withFileBytes() makes of it what is sent.
std::vector<std::string> responsesFileParts(const std::vector<SentFile>& files);
// Text goes as a text part, which every server can read; the rest as a `file` part.
std::vector<std::string> chatFileParts(const std::vector<SentFile>& files);

// `body` with the files' bytes: data URLs, and text where it goes as text. `bytes` is asked once a file.
std::string withFileBytes(std::string body, const std::vector<SentFile>& files,
                          const std::function<std::string(const SentFile&)>& bytes);

// `tools` (a JSON array, or empty) with the store in its file_search tool; such a tool is added where there
// is none.
std::string withVectorStore(std::string_view tools, std::string_view store);

// Whether a model can be given the bytes as they are.
bool isTextType(std::string_view mediaType);

}  // namespace aiagent::wire
