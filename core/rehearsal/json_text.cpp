#include "core/rehearsal/json_text.h"

#include <cstdio>

#include "core/base/utf8.h"

namespace aiagent::rehearsal {
namespace {

void appendEscaped(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  if (static_cast<unsigned char>(c) >= 0x20) {
    out += c;
    return;
  }
  char code[8];
  std::snprintf(code, sizeof code, "\\u%04x", unsigned(c));
  out += code;
}

}  // namespace

std::string quoted(std::string_view text) {
  if (!base::isValidUtf8(text)) return quoted(base::toValidUtf8(text));
  std::string out;
  out.reserve(text.size() + 8);
  out += '"';
  for (const char c : text) appendEscaped(out, c);
  out += '"';
  return out;
}

ObjectText& ObjectText::raw(std::string_view name, std::string_view json) {
  if (m_text.size() > 1) m_text += ',';
  m_text.append("\"").append(name).append("\":").append(json);
  return *this;
}

}  // namespace aiagent::rehearsal
