#include "core/domain/upload.h"

namespace aiagent::domain {

std::string_view toWord(UploadKind kind) {
  return kind == UploadKind::File ? "file" : "vector_store";
}

std::optional<UploadKind> uploadKindFromWord(std::string_view word) {
  if (word == "file") return UploadKind::File;
  if (word == "vector_store") return UploadKind::VectorStore;
  return std::nullopt;
}

}  // namespace aiagent::domain
