#include "core/rehearsal/http_request_parser.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "core/base/utf8.h"

namespace aiagent::rehearsal {
namespace {

constexpr std::size_t kMostHeaders = 200;
constexpr std::size_t kLongestChunkLine = 1024;

bool isTokenCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  return out;
}

// All of the text as a number in that base; nothing else beside it.
std::optional<std::size_t> wholeNumber(std::string_view text, int numberBase) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, numberBase);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool hasToken(std::string_view list, std::string_view token) {
  const auto low = lower(list);
  for (std::size_t i = 0; i <= low.size();) {
    const auto end = std::min(low.find(',', i), low.size());
    if (base::trimmed(std::string_view(low).substr(i, end - i)) == token) return true;
    i = end + 1;
  }
  return false;
}

}  // namespace

std::string_view HttpMessage::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

std::optional<std::string_view> HttpMessage::parameter(std::string_view name) const {
  const std::string_view all = query;
  for (std::size_t i = 0; i < all.size();) {
    const auto end = std::min(all.find('&', i), all.size());
    const auto one = all.substr(i, end - i);
    const auto equals = std::min(one.find('='), one.size());
    if (one.substr(0, equals) == name) return one.substr(std::min(equals + 1, one.size()));
    i = end + 1;
  }
  return std::nullopt;
}

void HttpRequestParser::feed(std::string_view bytes) {
  if (!m_refusal) m_buffer.append(bytes);
}

bool HttpRequestParser::takeContinue() {
  return std::exchange(m_continueWanted, false);
}

std::optional<HttpMessage> HttpRequestParser::next() {
  while (!m_refusal && !m_hasHead)
    if (!parseHead()) break;
  const bool whole = !m_refusal && m_hasHead && (m_chunked ? takeChunks() : takePlainBody());
  compact();
  if (!whole || m_refusal) return std::nullopt;
  m_hasHead = m_hasRequestLine = m_chunked = m_continueWanted = false;
  m_headBytes = 0;
  return std::exchange(m_message, {});
}

// Without its end, which may be LF alone (RFC 9112, section 2.2).
std::optional<std::string_view> HttpRequestParser::takeLine(std::size_t limit, int refusalWhenLonger) {
  const auto end = m_buffer.find('\n', m_at + m_searched);
  const auto length = (end == std::string::npos ? m_buffer.size() : end) - m_at;
  if (length > limit) {
    refuse(refusalWhenLonger);
    return std::nullopt;
  }
  if (end == std::string::npos) {
    m_searched = length;
    return std::nullopt;
  }
  std::string_view line(m_buffer.data() + m_at, length);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  m_at = end + 1;
  m_searched = 0;
  return line;
}

// One line; true when there may be another.
bool HttpRequestParser::parseHead() {
  const auto line = takeLine(m_limits.head - std::min(m_headBytes, m_limits.head), 431);
  if (!line) return false;
  m_headBytes += line->size() + 2;
  if (!m_hasRequestLine) {
    if (!line->empty()) parseRequestLine(*line);  // empty lines before a request are to be ignored
  } else if (line->empty()) {
    m_hasHead = true;
    decideBody();
  } else {
    parseHeader(*line);
  }
  return !m_refusal;
}

void HttpRequestParser::parseRequestLine(std::string_view line) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) return refuse(400);
  const auto version = line.substr(last + 1);
  const auto target = line.substr(first + 1, last - first - 1);
  if (!isToken(line.substr(0, first)) || target.empty() || target.front() != '/') return refuse(400);
  if (std::any_of(target.begin(), target.end(), [](char c) { return c <= ' ' || c == 0x7f; }))
    return refuse(400);
  if (version != "HTTP/1.1" && version != "HTTP/1.0")
    return refuse(version.substr(0, 5) == "HTTP/" ? 505 : 400);
  m_message.method = line.substr(0, first);
  const auto question = std::min(target.find('?'), target.size());
  m_message.path = target.substr(0, question);
  m_message.query = target.substr(std::min(question + 1, target.size()));
  m_message.keepAlive = version == "HTTP/1.1";
  m_hasRequestLine = true;
}

void HttpRequestParser::parseHeader(std::string_view line) {
  const auto colon = line.find(':');
  // No blank before the colon and no continued lines (RFC 9112, sections 5.1 and 5.2).
  if (colon == std::string_view::npos || !isToken(line.substr(0, colon))) return refuse(400);
  if (m_message.headers.size() >= kMostHeaders) return refuse(431);
  const auto value = base::trimmed(line.substr(colon + 1));
  if (value.find('\0') != std::string_view::npos || value.find('\r') != std::string_view::npos)
    return refuse(400);
  m_message.headers.emplace_back(lower(line.substr(0, colon)), std::string(value));
}

void HttpRequestParser::decideBody() {
  m_left = 0;
  bool hasLength = false;
  for (const auto& [name, value] : m_message.headers) {
    if (name == "transfer-encoding") {
      if (lower(value) != "chunked") return refuse(501);
      m_chunked = true;
    } else if (name == "content-length") {
      const auto length = wholeNumber(value, 10);
      if (!length || (hasLength && *length != m_left)) return refuse(400);
      m_left = *length;
      hasLength = true;
    } else if (name == "connection") {
      if (hasToken(value, "close")) m_message.keepAlive = false;
    }
  }
  if (m_chunked && hasLength) return refuse(400);  // two lengths: someone is smuggling
  if (m_left > m_limits.body) return refuse(413);
  m_chunk = Chunk::Size;
  if (m_chunked) m_left = 0;
  m_continueWanted = (m_chunked || m_left > 0) && lower(m_message.header("expect")) == "100-continue";
}

bool HttpRequestParser::takePlainBody() {
  const auto count = std::min(m_left, m_buffer.size() - m_at);
  m_message.body.append(m_buffer, m_at, count);
  m_at += count;
  m_left -= count;
  return m_left == 0;
}

bool HttpRequestParser::takeChunkSize() {
  const auto line = takeLine(kLongestChunkLine, 400);
  if (!line) return false;
  const auto digits = base::trimmed(line->substr(0, line->find(';')));
  const auto size = digits.size() <= 15 ? wholeNumber(digits, 16) : std::nullopt;
  if (!size) {
    refuse(400);
    return false;
  }
  if (*size > m_limits.body - m_message.body.size()) {
    refuse(413);
    return false;
  }
  m_left = *size;
  m_chunk = *size == 0 ? Chunk::Trailer : Chunk::Data;
  return true;
}

// True when the last chunk and its trailers have been taken.
bool HttpRequestParser::takeChunks() {
  while (!m_refusal) {
    if (m_chunk == Chunk::Size) {
      if (!takeChunkSize()) return false;
    } else if (m_chunk == Chunk::Data) {
      if (!takePlainBody()) return false;
      m_chunk = Chunk::DataEnd;
    } else {
      const auto line = takeLine(m_limits.head - std::min(m_headBytes, m_limits.head), 431);
      if (!line) return false;
      m_headBytes += line->size() + 2;
      if (m_chunk == Chunk::DataEnd && !line->empty()) refuse(400);
      if (m_chunk == Chunk::DataEnd) m_headBytes -= std::min<std::size_t>(m_headBytes, 2);
      if (m_chunk == Chunk::Trailer && line->empty()) return true;
      if (m_chunk == Chunk::DataEnd) m_chunk = Chunk::Size;
    }
  }
  return false;
}

void HttpRequestParser::compact() {
  m_buffer.erase(0, m_at);
  m_at = 0;
  if (m_refusal) m_buffer.clear();
}

}  // namespace aiagent::rehearsal
