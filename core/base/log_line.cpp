#include "core/base/log_line.h"

#include <array>
#include <charconv>

#include "core/base/secret_string.h"
#include "core/base/utf8.h"

namespace aiagent::base {
namespace {

struct Append {
  std::string& line;
  void operator()(std::int64_t value) const { line += std::to_string(value); }
  void operator()(double value) const {
    std::array<char, 400> text;  // the largest has 309 digits before the point
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 3);
    line.append(text.data(), end.ptr);
  }
  void operator()(bool value) const { line += value ? "true" : "false"; }
  void operator()(const std::string& value) const { appendQuoted(line, maskSecrets(value)); }
};

}  // namespace

void appendQuoted(std::string& line, std::string_view text) {
  line += '"';
  for (const char c : toValidUtf8(text)) {
    if (c == '"' || c == '\\') line += '\\';
    line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  line += '"';
}

void appendValue(std::string& line, const LogField& field) {
  std::visit(Append{line}, field.value);
}

}  // namespace aiagent::base
