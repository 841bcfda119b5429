#include "core/authoring/content/secrets.h"

#include <algorithm>
#include <set>

namespace aiagent::authoring {
namespace {

constexpr std::size_t kLeastPassword = 6;
constexpr std::size_t kLeastDistinct = 8;  // different characters of a key

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool isLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool isAlnum(char c) {
  return isDigit(c) || isUpper(c) || isLower(c);
}
bool isKeyByte(char c) {
  return isAlnum(c) || c == '_' || c == '-';
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (auto& c : lower)
    if (isUpper(c)) c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool isMadeUp(std::string_view value) {
  const auto lower = lowered(value);
  for (const auto* word :
       {"xxx", "your", "example", "placeholder", "changeme", "dummy", "sample", "...", "***", "redacted"})
    if (lower.find(word) != std::string::npos) return true;
  return false;
}

bool looksRandom(std::string_view value) {
  return std::any_of(value.begin(), value.end(), isDigit) &&
         std::any_of(value.begin(), value.end(), [](char c) { return isUpper(c) || isLower(c); }) &&
         std::set<char>(value.begin(), value.end()).size() >= kLeastDistinct && !isMadeUp(value);
}

// A key is its prefix and so many bytes of its alphabet.
struct Shape {
  const char* kind;
  std::string_view prefix;
  std::size_t least, most;  // bytes behind the prefix
  bool marks;               // '-' and '_' too
};

constexpr Shape kShapes[] = {
    {"openai-key", "sk-", 20, 300, true},
    {"github-token", "ghp_", 36, 255, false},
    {"github-token", "gho_", 36, 255, false},
    {"github-token", "ghu_", 36, 255, false},
    {"github-token", "ghs_", 36, 255, false},
    {"github-token", "ghr_", 36, 255, false},
    {"github-token", "github_pat_", 50, 255, true},
    {"aws-key", "AKIA", 16, 16, false},
    {"aws-key", "ASIA", 16, 16, false},
    {"slack-token", "xoxb-", 20, 255, true},
    {"slack-token", "xoxp-", 20, 255, true},
    {"slack-token", "xoxa-", 20, 255, true},
    {"slack-token", "xoxr-", 20, 255, true},
    {"slack-token", "xoxs-", 20, 255, true},
    {"google-key", "AIza", 35, 35, true},
    {"stripe-key", "sk_live_", 20, 255, false},
    {"stripe-key", "rk_live_", 20, 255, false},
};

std::size_t runOf(std::string_view text, std::size_t from, bool marks) {
  auto end = from;
  while (end < text.size() && (marks ? isKeyByte(text[end]) : isAlnum(text[end]))) ++end;
  return end;
}

void findKeys(std::string_view text, const Shape& shape, std::vector<Secret>& found) {
  for (auto at = text.find(shape.prefix); at != std::string_view::npos;
       at = text.find(shape.prefix, at + 1)) {
    if (at > 0 && isKeyByte(text[at - 1])) continue;
    const auto end = runOf(text, at + shape.prefix.size(), shape.marks);
    const auto value = text.substr(at + shape.prefix.size(), end - at - shape.prefix.size());
    const bool fits = value.size() >= shape.least && value.size() <= shape.most && looksRandom(value);
    // of "sk-" words are made too
    const bool mixed = shape.prefix != "sk-" || (std::any_of(value.begin(), value.end(), isUpper) &&
                                                 std::any_of(value.begin(), value.end(), isLower));
    if (fits && mixed) found.push_back({shape.kind, {at, end}});
  }
}

// Three parts in base64url, the first two JSON objects (RFC 7519).
void findWebTokens(std::string_view text, std::vector<Secret>& found) {
  for (auto at = text.find("eyJ"); at != std::string_view::npos; at = text.find("eyJ", at + 1)) {
    if (at > 0 && isKeyByte(text[at - 1])) continue;
    const auto first = runOf(text, at, true);
    if (text.substr(first, 4) != ".eyJ") continue;
    const auto second = runOf(text, first + 1, true);
    if (second >= text.size() || text[second] != '.') continue;
    const auto end = runOf(text, second + 1, true);
    if (first - at >= 10 && end - second > 10 && !isMadeUp(text.substr(at, end - at)))
      found.push_back({"jwt", {at, end}});
  }
}

void findPrivateKeys(std::string_view text, std::vector<Secret>& found) {
  constexpr std::string_view kBegin = "-----BEGIN ", kKey = "PRIVATE KEY-----";
  for (auto at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin, at + 1)) {
    const auto head = text.find(kKey, at);
    if (head == std::string_view::npos || head - at > 40) continue;
    const auto body = head + kKey.size(), tail = text.find(kKey, body);
    const auto end = tail == std::string_view::npos ? text.size() : tail + kKey.size();
    const auto base64 = std::count_if(text.begin() + static_cast<std::ptrdiff_t>(body),
                                      text.begin() + static_cast<std::ptrdiff_t>(end), isAlnum);
    if (base64 >= 64) found.push_back({"private-key", {at, end}});
  }
}

// Where the value behind `password = "` begins; npos where nothing is assigned.
std::size_t assignedAt(std::string_view text, std::size_t at) {
  const auto skip = [&](std::string_view bytes) {
    while (at < text.size() && bytes.find(text[at]) != std::string_view::npos) ++at;
  };
  skip("\"'");
  skip(" \t");
  if (at >= text.size() || (text[at] != '=' && text[at] != ':')) return std::string_view::npos;
  ++at;
  skip(" \t");
  skip("\"'`");
  return at;
}

void findPasswords(std::string_view text, std::vector<Secret>& found) {
  const auto lower = lowered(text);
  for (const std::string_view word : {"password", "passwd", "pwd", "secret", "api_key", "apikey", "api-key",
                                      "access_token", "auth_token"}) {
    for (auto at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
      if (at > 0 && isAlnum(text[at - 1])) continue;
      const auto begin = assignedAt(text, at + word.size());
      if (begin == std::string_view::npos) continue;
      const auto end = std::min(text.find_first_of(" \t\r\n\"'`,;)<>", begin), text.size());
      const auto value = text.substr(begin, end - begin);
      const bool wholly = std::all_of(value.begin(), value.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F;
      });
      const bool mixed =
          std::any_of(value.begin(), value.end(), isDigit) &&
          std::any_of(value.begin(), value.end(), [](char c) { return isUpper(c) || isLower(c); });
      if (value.size() < kLeastPassword || !wholly || !mixed || isMadeUp(value)) continue;
      if (std::string_view("{[($%*").find(value.front()) != std::string_view::npos) continue;  // a variable
      found.push_back({"password", {begin, end}});
    }
  }
}

}  // namespace

std::vector<Secret> findSecrets(std::string_view text) {
  std::vector<Secret> found, apart;
  for (const auto& shape : kShapes) findKeys(text, shape, found);
  findWebTokens(text, found);
  findPrivateKeys(text, found);
  findPasswords(text, found);
  // a key of a known shape says more than the password it is assigned as
  std::stable_sort(found.begin(), found.end(),
                   [](const Secret& a, const Secret& b) { return a.range.begin < b.range.begin; });
  for (auto& secret : found)
    if (apart.empty() || secret.range.begin >= apart.back().range.end) apart.push_back(std::move(secret));
  return apart;
}

}  // namespace aiagent::authoring
