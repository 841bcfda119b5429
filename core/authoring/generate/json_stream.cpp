#include "core/authoring/generate/json_stream.h"

namespace aiagent::authoring {
namespace {

bool isBlank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isPlain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}
int hexOf(char c) {
  if (isDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}
bool isHigh(char32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool isLow(char32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

}  // namespace

void JsonStream::feed(std::string_view bytes, const Sink& sink) {
  while (!bytes.empty() && !m_fault) {
    if (m_state == State::Text && m_bytesLeft == 0 && m_high == 0) {
      const auto taken = takePlain(bytes);
      bytes.remove_prefix(taken);
      m_offset += taken;
      if (bytes.empty()) break;
    }
    take(bytes.front(), sink);
    bytes.remove_prefix(1);
    ++m_offset;
  }
  tellPiece(sink);
}

void JsonStream::finish(const Sink& sink) {
  if (m_fault) return;
  if (m_state == State::Number) takeNumber(' ', sink);
  if (!m_done) fail("ends too early");
}

void JsonStream::take(char c, const Sink& sink) {
  switch (m_state) {
    case State::Text: return takeText(c, sink);
    case State::Escape: return takeEscape(c);
    case State::Code: return takeCode(c);
    case State::Number: return takeNumber(c, sink);
    case State::Literal: return takeLiteral(c, sink);
    default: break;
  }
  if (isBlank(c)) return;
  switch (m_state) {
    case State::ObjectFirst:
    case State::ObjectNext: return takeBeforeKey(c, sink);
    case State::Colon:
      if (c != ':') return fail("a colon was expected");
      m_state = State::Value;
      return;
    case State::AfterValue: return takeAfterValue(c, sink);
    case State::End: return fail("text after the value");
    default: return takeBeforeValue(c, sink);
  }
}

void JsonStream::takeBeforeValue(char c, const Sink& sink) {
  if (c == ']' && (m_state == State::ArrayFirst || (m_state == State::ArrayNext && m_options.lenient))) {
    m_tolerated += m_state == State::ArrayNext;
    return endContainer(true, sink);
  }
  switch (c) {
    case '{': return beginContainer(false, sink);
    case '[': return beginContainer(true, sink);
    case '"': return beginText(false, sink);
    case 't': m_literal = "true"; break;
    case 'f': m_literal = "false"; break;
    case 'n': m_literal = "null"; break;
    default:
      if (c != '-' && !isDigit(c)) return fail("a value was expected");
      m_text.assign(1, c);
      m_digits = c == '-' ? Digits::Minus : (c == '0' ? Digits::Zero : Digits::Whole);
      m_state = State::Number;
      return;
  }
  m_literalAt = 1;
  m_state = State::Literal;
}

void JsonStream::takeBeforeKey(char c, const Sink& sink) {
  if (c == '"') return beginText(true, sink);
  const bool afterComma = m_state == State::ObjectNext;
  if (c != '}' || (afterComma && !m_options.lenient)) return fail("a key was expected");
  m_tolerated += afterComma;
  endContainer(false, sink);
}

void JsonStream::takeAfterValue(char c, const Sink& sink) {
  auto& step = m_path.back();
  if (c == (step.inArray ? ']' : '}')) return endContainer(step.inArray, sink);
  if (c != ',') return fail("a comma or the end was expected");
  if (step.inArray) ++step.index;
  m_state = step.inArray ? State::ArrayNext : State::ObjectNext;
}

void JsonStream::beginContainer(bool array, const Sink& sink) {
  if (m_path.size() >= m_options.deepest) return fail("too deep");
  sink({array ? JsonEventKind::ArrayBegin : JsonEventKind::ObjectBegin});
  m_path.push_back({array, {}, 0});
  m_state = array ? State::ArrayFirst : State::ObjectFirst;
}

void JsonStream::endContainer(bool array, const Sink& sink) {
  m_path.pop_back();
  sink({array ? JsonEventKind::ArrayEnd : JsonEventKind::ObjectEnd});
  endValue();
}

void JsonStream::endValue() {
  m_done = m_path.empty();
  m_state = m_done ? State::End : State::AfterValue;
}

// ---- strings

void JsonStream::beginText(bool key, const Sink& sink) {
  m_text.clear();
  m_whole = m_told = 0;
  m_isKey = key;
  m_state = State::Text;
  if (!key) sink({JsonEventKind::StringBegin});
}

std::size_t JsonStream::takePlain(std::string_view bytes) {
  std::size_t count = 0;
  while (count < bytes.size() && isPlain(bytes[count])) ++count;
  m_text.append(bytes.substr(0, count));
  m_whole = m_text.size();
  return count;
}

void JsonStream::takeText(char c, const Sink& sink) {
  const auto byte = static_cast<unsigned char>(c);
  if (m_bytesLeft > 0 || byte >= 0x80) return takeForeign(byte);
  if (m_high != 0 && c != '\\') return fail("half of a surrogate pair");
  if (c == '\\') {
    m_state = State::Escape;
    return;
  }
  if (c == '"') return endText(sink);
  if (byte < 0x20) {
    if (!m_options.lenient || !isBlank(c)) return fail("a control character in a string");
    ++m_tolerated;
  }
  m_text += c;
  m_whole = m_text.size();
}

// RFC 3629: the first byte says how many follow and, of the second, which are allowed.
void JsonStream::takeForeign(unsigned char c) {
  if (m_high != 0) return fail("half of a surrogate pair");
  if (m_bytesLeft == 0) {
    if (c < 0xC2 || c > 0xF4) return fail("not UTF-8");
    m_bytesLeft = c < 0xE0 ? 1 : (c < 0xF0 ? 2 : 3);
    m_least = c == 0xE0 ? 0xA0 : (c == 0xF0 ? 0x90 : 0x80);
    m_most = c == 0xED ? 0x9F : (c == 0xF4 ? 0x8F : 0xBF);
  } else {
    if (c < m_least || c > m_most) return fail("not UTF-8");
    m_least = 0x80;
    m_most = 0xBF;
    --m_bytesLeft;
  }
  m_text += static_cast<char>(c);
  if (m_bytesLeft == 0) m_whole = m_text.size();
}

void JsonStream::takeEscape(char c) {
  if (m_high != 0 && c != 'u') return fail("half of a surrogate pair");
  m_state = State::Text;
  switch (c) {
    case '"':
    case '\\':
    case '/': return appendCharacter(static_cast<char32_t>(c));
    case 'b': return appendCharacter('\b');
    case 'f': return appendCharacter('\f');
    case 'n': return appendCharacter('\n');
    case 'r': return appendCharacter('\r');
    case 't': return appendCharacter('\t');
    case 'u':
      m_state = State::Code;
      m_digitsLeft = 4;
      m_unit = 0;
      return;
    default: return fail("an unknown escape");
  }
}

void JsonStream::takeCode(char c) {
  const int digit = hexOf(c);
  if (digit < 0) return fail("a hexadecimal digit was expected");
  m_unit = m_unit * 16 + static_cast<char32_t>(digit);
  if (--m_digitsLeft > 0) return;
  m_state = State::Text;
  takeCodeUnit();
}

void JsonStream::takeCodeUnit() {
  if (isLow(m_unit) != (m_high != 0)) return fail("half of a surrogate pair");
  if (isHigh(m_unit)) {
    m_high = m_unit;
    return;
  }
  const auto code = m_high == 0 ? m_unit : 0x10000 + ((m_high - 0xD800) << 10) + (m_unit - 0xDC00);
  m_high = 0;
  appendCharacter(code);
}

void JsonStream::appendCharacter(char32_t code) {
  const auto add = [this](char32_t byte) { m_text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xC0 | (code >> 6));
    add(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    add(0xE0 | (code >> 12));
    add(0x80 | ((code >> 6) & 0x3F));
    add(0x80 | (code & 0x3F));
  } else {
    add(0xF0 | (code >> 18));
    add(0x80 | ((code >> 12) & 0x3F));
    add(0x80 | ((code >> 6) & 0x3F));
    add(0x80 | (code & 0x3F));
  }
  m_whole = m_text.size();
}

void JsonStream::tellPiece(const Sink& sink) {
  const bool inside = m_state == State::Text || m_state == State::Escape || m_state == State::Code;
  if (!inside || m_isKey || m_whole == m_told) return;
  const auto piece = std::string_view(m_text).substr(m_told, m_whole - m_told);
  m_told = m_whole;
  sink({JsonEventKind::StringGrew, piece});
}

void JsonStream::endText(const Sink& sink) {
  if (m_isKey) {
    m_path.back().key = m_text;
    m_state = State::Colon;
    return sink({JsonEventKind::Key, m_text});
  }
  tellPiece(sink);
  sink({JsonEventKind::StringEnd, m_text});
  endValue();
}

// ---- numbers and literals

// Whether `c` belongs to the number.
bool JsonStream::growNumber(char c) {
  const bool exponent = c == 'e' || c == 'E';
  switch (m_digits) {
    case Digits::Minus:
      if (!isDigit(c)) return false;
      m_digits = c == '0' ? Digits::Zero : Digits::Whole;
      return true;
    case Digits::Zero:
    case Digits::Whole:
      if (isDigit(c)) return m_digits == Digits::Whole;
      if (c != '.' && !exponent) return false;
      m_digits = exponent ? Digits::E : Digits::Dot;
      return true;
    case Digits::Dot:
    case Digits::Fraction:
      if (isDigit(c)) {
        m_digits = Digits::Fraction;
        return true;
      }
      if (!exponent || m_digits == Digits::Dot) return false;
      m_digits = Digits::E;
      return true;
    case Digits::E:
      if (c == '+' || c == '-') {
        m_digits = Digits::ESign;
        return true;
      }
      [[fallthrough]];
    case Digits::ESign:
    case Digits::Exponent:
      if (!isDigit(c)) return false;
      m_digits = Digits::Exponent;
      return true;
  }
  return false;
}

void JsonStream::takeNumber(char c, const Sink& sink) {
  if (growNumber(c)) {
    m_text += c;
    return;
  }
  const bool whole = m_digits == Digits::Zero || m_digits == Digits::Whole || m_digits == Digits::Fraction ||
                     m_digits == Digits::Exponent;
  if (!whole) return fail("a digit was expected");
  sink({JsonEventKind::Number, m_text});
  endValue();
  take(c, sink);
}

void JsonStream::takeLiteral(char c, const Sink& sink) {
  if (c != m_literal[m_literalAt]) return fail("a value was expected");
  if (++m_literalAt < m_literal.size()) return;
  sink({JsonEventKind::Literal, m_literal});
  endValue();
}

void JsonStream::fail(std::string_view what) {
  if (!m_fault) m_fault = JsonFault{m_offset, what};
}

}  // namespace aiagent::authoring
