#include "core/cluster/lint/text.h"

#include <algorithm>

namespace aiagent::cluster::lint {
namespace {

bool isNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

bool has(std::string_view text, std::string_view piece) {
  return text.find(piece) != std::string_view::npos;
}

bool hasAny(std::string_view text, const std::vector<std::string_view>& pieces) {
  return std::any_of(pieces.begin(), pieces.end(), [&](std::string_view piece) { return has(text, piece); });
}

bool startsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool endsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool hasWord(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || !isNameByte(text[at - 1])) && (end == text.size() || !isNameByte(text[end]))) return true;
  }
  return false;
}

std::string lower(std::string_view text) {
  std::string all(text);
  for (auto& c : all)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return all;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = static_cast<std::size_t>(
        std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), isBlank) - text.begin());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string folderOf(std::string_view path) {
  const auto at = path.rfind('/');
  return at == std::string_view::npos ? std::string() : std::string(path.substr(0, at));
}

std::string fileOf(std::string_view path) {
  const auto at = path.rfind('/');
  return std::string(at == std::string_view::npos ? path : path.substr(at + 1));
}

std::string normalPath(std::string_view path) {
  std::vector<std::string_view> kept;
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    const auto part = path.substr(at, end - at);
    at = end + 1;
    if (part == "." || (part.empty() && end > 0)) continue;
    if (part == ".." && !kept.empty() && kept.back() != "..")
      kept.pop_back();
    else
      kept.push_back(part);
  }
  std::string all;
  for (std::size_t i = 0; i < kept.size(); ++i) (all += i ? "/" : "") += kept[i];
  return all;
}

int numberBehind(std::string_view text, std::string_view prefix) {
  const auto at = text.find(prefix);
  if (at == std::string_view::npos) return -1;
  int number = -1;
  for (const char c : text.substr(at + prefix.size(), 6)) {
    if (c < '0' || c > '9') break;
    number = (number < 0 ? 0 : number * 10) + (c - '0');
  }
  return number;
}

std::vector<std::string> shellVariables(std::string_view text) {
  std::vector<std::string> names;
  for (auto at = text.find('$'); at != std::string_view::npos; at = text.find('$', at + 1)) {
    auto rest = text.substr(at + 1);
    if (startsWith(rest, "{{")) continue;
    const bool braced = startsWith(rest, "{");
    if (braced) rest.remove_prefix(1);
    const auto size =
        static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), isNameByte) - rest.begin());
    if (size == 0 || (rest[0] >= '0' && rest[0] <= '9')) continue;
    names.emplace_back(rest.substr(0, size));
  }
  return names;
}

}  // namespace aiagent::cluster::lint
