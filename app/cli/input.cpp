#include "app/cli/input.h"

#include <unistd.h>

#include <charconv>
#include <fstream>
#include <iostream>

#include "core/base/utf8.h"

namespace aiagent::cli {
namespace {

constexpr std::size_t kLongestInput = 64u << 20;

base::Error invalid(std::string subject, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(subject)};
}

base::Result<std::string> readStream(std::istream& stream, const std::string& name) {
  std::string text;
  char buffer[1 << 16];
  while (stream.read(buffer, sizeof buffer) || stream.gcount() > 0) {
    text.append(buffer, std::size_t(stream.gcount()));
    if (text.size() > kLongestInput) return invalid(name, "over 64 MiB");
  }
  if (stream.bad()) return invalid(name, "cannot be read");
  if (!base::isValidUtf8(text)) return invalid(name, "not UTF-8");
  return text;
}

}  // namespace

base::Result<std::string> readText(const std::string& path) {
  if (path == "-") return readStream(std::cin, path);
  std::ifstream file(path, std::ios::binary);
  if (!file) return invalid(path, "cannot be opened");
  return readStream(file, path);
}

bool standardInputIsTerminal() {
  return ::isatty(STDIN_FILENO) == 1;
}

base::Result<std::optional<std::string>> textOption(const Arguments& arguments, const std::string& name) {
  const auto text = arguments.value(name);
  const auto file = arguments.value(name + "-file");
  if (text && file) return invalid(name, "given as text and as a file");
  if (!file) return text;
  auto read = readText(*file);
  if (!read) return read.error();
  return std::optional(std::move(*read));
}

base::Result<std::pair<std::string, std::string>> splitPair(const std::string& option,
                                                            const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) return invalid(option, "not NAME=VALUE");
  return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

base::Result<domain::VariableValues> variablesFrom(const Arguments& arguments) {
  domain::VariableValues values;
  for (const auto& text : arguments.values("var")) {
    auto pair = splitPair("var", text);
    if (!pair) return pair.error();
    if (!base::isValidUtf8(pair->second)) return invalid(pair->first, "not UTF-8");
    values[pair->first] = pair->second;
  }
  return values;
}

base::Result<void> applyParameters(const Arguments& arguments, domain::Parameters& parameters) {
  for (const auto& text : arguments.values("param")) {
    const auto pair = splitPair("param", text);
    if (!pair) return pair.error();
    auto value = domain::parseParameterValue(pair->first, pair->second);
    if (!value) return value.error();
    parameters.set(pair->first, std::move(*value));
  }
  return {};
}

base::Result<int> numberOption(const Arguments& arguments, const std::string& name, int least, int fallback) {
  const auto text = arguments.value(name);
  if (!text) return fallback;
  int number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc() || end != text->data() + text->size() || number < least)
    return invalid(name, "not a number");
  return number;
}

}  // namespace aiagent::cli
