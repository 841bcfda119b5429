#include "core/authoring/text/likeness.h"

#include <algorithm>

#include "core/authoring/text/tokens.h"

namespace aiagent::authoring {
namespace {

constexpr std::size_t kLeastShare = 4;  // one part of so many

std::size_t wordBytes(const std::vector<std::string_view>& tokens, std::size_t from, std::size_t count) {
  std::size_t bytes = 0;
  for (std::size_t i = from; i < from + count; ++i)
    if (isWordToken(tokens[i])) bytes += tokens[i].size();
  return bytes;
}

}  // namespace

bool areAlike(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b,
              const std::vector<Match>& matches) {
  std::size_t common = 0;
  for (const auto& match : matches) common += wordBytes(a, match.a, match.length);
  return common * kLeastShare >= std::min(wordBytes(a, 0, a.size()), wordBytes(b, 0, b.size()));
}

}  // namespace aiagent::authoring
