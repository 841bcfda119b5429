#include "core/store/enum_words.h"

namespace aiagent::store {

std::string_view toWord(domain::KeySource source) {
  switch (source) {
    case domain::KeySource::None: return "none";
    case domain::KeySource::KeyStore: return "key_store";
    case domain::KeySource::Environment: return "environment";
  }
  return "key_store";
}

domain::KeySource keySourceOf(std::string_view word) {
  if (word == "none") return domain::KeySource::None;
  return word == "environment" ? domain::KeySource::Environment : domain::KeySource::KeyStore;
}

domain::ApiKind apiKindOf(std::string_view word) {
  const auto kind = domain::apiKindFromWord(word);
  return kind ? *kind : domain::ApiKind::Responses;
}

base::ErrorCode errorCodeOf(std::string_view word) {
  constexpr int kLast = static_cast<int>(base::ErrorCode::StorageFailed);
  for (int i = 0; i <= kLast; ++i)
    if (base::toWord(static_cast<base::ErrorCode>(i)) == word) return static_cast<base::ErrorCode>(i);
  return base::ErrorCode::Internal;
}

}  // namespace aiagent::store
