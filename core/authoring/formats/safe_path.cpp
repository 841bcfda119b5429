#include "core/authoring/formats/safe_path.h"

#include <algorithm>
#include <vector>

#include "core/authoring/formats/import_limits.h"
#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

std::vector<std::string_view> partsOf(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    parts.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

bool isSafePart(std::string_view part) {
  if (part.empty() || part == "." || part == ".." || part.size() > 255 || isDeviceName(part)) return false;
  if (part.back() == ' ' || part.back() == '.') return false;
  return std::none_of(part.begin(), part.end(), [](unsigned char c) {
    return c < 0x20 || c == 0x7f || c == '\\' || c == ':' || c == '<' || c == '>' || c == '"' || c == '|' ||
           c == '?' || c == '*';
  });
}

}  // namespace

bool isDeviceName(std::string_view part) {
  std::string name(part.substr(0, part.find('.')));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return char(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c); });
  if (name == "CON" || name == "PRN" || name == "AUX" || name == "NUL") return true;
  return name.size() == 4 && (name.starts_with("COM") || name.starts_with("LPT")) && name[3] >= '0' &&
         name[3] <= '9';
}

bool isSafePath(std::string_view path) {
  if (path.empty() || path.size() > kLongestPath || !base::isValidUtf8(path)) return false;
  const auto parts = partsOf(path);
  return parts.size() <= kDeepestFolder && std::all_of(parts.begin(), parts.end(), isSafePart);
}

std::optional<std::string> joinedPath(std::string_view from, std::string_view reference) {
  if (reference.empty() || reference.front() == '/') return std::nullopt;
  std::vector<std::string_view> parts;
  const auto folder = folderOf(from);
  if (!folder.empty()) parts = partsOf(folder.substr(0, folder.size() - 1));
  for (const auto part : partsOf(reference)) {
    if (part == ".") continue;
    if (part == "..") {
      if (parts.empty()) return std::nullopt;
      parts.pop_back();
    } else {
      parts.push_back(part);
    }
  }
  std::string path;
  for (const auto part : parts) path.append(path.empty() ? "" : "/").append(part);
  return isSafePath(path) ? std::optional(path) : std::nullopt;
}

std::string_view folderOf(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

}  // namespace aiagent::authoring
