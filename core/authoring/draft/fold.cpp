#include "core/authoring/draft/fold.h"

namespace aiagent::authoring {
namespace {

bool isWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool blank = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
    if (blank) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (byte >= 'A' && byte <= 'Z') {
      out += static_cast<char>(byte - 'A' + 'a');
    } else if (!out.empty() && static_cast<unsigned char>(out.back()) == 0xC3 && byte >= 0x80 &&
               byte <= 0x9E && byte != 0x97) {
      out += static_cast<char>(byte + 0x20);  // À … Þ, but not ×
    } else {
      out += text[i];
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool holdsWord(std::string_view text, std::string_view word, bool anywhere) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if (anywhere || at == 0 || !isWordByte(text[at - 1])) return true;
  return false;
}

}  // namespace aiagent::authoring
