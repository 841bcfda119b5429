#include "core/services/setting_values.h"

#include <algorithm>
#include <charconv>

namespace aiagent::services {

int numberOfText(const std::string& text, int least, int most, int otherwise) {
  int value = 0;
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc() && read.ptr == end && value >= least && value <= most ? value : otherwise;
}

std::vector<std::string> linesOfText(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (end > begin) all.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

std::string textOfLines(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += text.empty() ? line : '\n' + line;
  return text;
}

}  // namespace aiagent::services
