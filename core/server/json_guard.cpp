#include "core/server/json_guard.h"

#include <algorithm>

namespace aiagent::server {
namespace {

bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Behind the string that begins at `at`; npos: it has no end. `nul`: it holds one.
std::size_t behindString(std::string_view text, std::size_t at, bool& nul) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '"') return at + 1;
    if (text[at] != '\\') continue;
    ++at;
    nul = nul || text.substr(at, 5) == "u0000";
  }
  return std::string_view::npos;
}

}  // namespace

JsonFault jsonFault(std::string_view text, std::size_t mostDepth) {
  const auto first = std::find_if_not(text.begin(), text.end(), isBlank);
  if (first == text.end() || *first != '{') return JsonFault::NotObject;
  if (text.find('\0') != std::string_view::npos) return JsonFault::Nul;
  std::size_t depth = 0;
  bool nul = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      at = behindString(text, at, nul);
      if (nul) return JsonFault::Nul;
      if (at == std::string_view::npos) return JsonFault::Unbalanced;
      continue;
    }
    if ((c == '{' || c == '[') && ++depth > mostDepth) return JsonFault::TooDeep;
    if ((c == '}' || c == ']') && depth-- == 0) return JsonFault::Unbalanced;
    ++at;
  }
  return depth == 0 ? JsonFault::None : JsonFault::Unbalanced;
}

}  // namespace aiagent::server
