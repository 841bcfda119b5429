// Words, numbers and lists as the texts that settings are kept as. A default is kept as no text at all.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aiagent::services {

// The first entry is the default.
template <class Value, std::size_t Size>
using SettingWords = std::array<std::pair<Value, std::string_view>, Size>;

template <class Value, std::size_t Size>
Value valueOfWord(const SettingWords<Value, Size>& words, std::string_view text) {
  for (const auto& [value, word] : words)
    if (word == text) return value;
  return words.front().first;
}

template <class Value, std::size_t Size>
std::string wordToKeep(const SettingWords<Value, Size>& words, Value kept) {
  for (std::size_t i = 1; i < Size; ++i)
    if (words[i].first == kept) return std::string(words[i].second);
  return {};
}

// A whole number from `least` to `most`; `otherwise` when the text is none.
int numberOfText(const std::string& text, int least, int most, int otherwise);

// One entry a line; empty lines are left out.
std::vector<std::string> linesOfText(const std::string& text);
std::string textOfLines(const std::vector<std::string>& lines);

}  // namespace aiagent::services
