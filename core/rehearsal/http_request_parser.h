// HttpRequestParser: bytes -> requests of HTTP/1.1 (RFC 9112), with limits. Whatever comes, it answers with a
// request, with "more is needed" or with a status to refuse by; it never reads past what it was given.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace aiagent::rehearsal {

struct HttpMessage {
  std::string method;
  std::string path;                                          // without the query
  std::string query;                                         // without '?'
  std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
  std::string body;
  bool keepAlive = true;

  std::string_view header(std::string_view name) const;                    // "" when there is none
  std::optional<std::string_view> parameter(std::string_view name) const;  // of the query, not decoded
};

struct HttpLimits {
  std::size_t head = 64u << 10;
  std::size_t body = 64u << 20;
};

class HttpRequestParser {
 public:
  explicit HttpRequestParser(HttpLimits limits = {}) : m_limits(limits) {}

  void feed(std::string_view bytes);

  // The next whole request, in the order they came. Empty: more is needed, or the bytes are refused.
  std::optional<HttpMessage> next();

  // 0, or the status to answer before closing: 400, 413, 431, 501, 505. Final.
  int refusal() const { return m_refusal; }

  // True once for each request whose client waits for "100 Continue" before it sends the body.
  bool takeContinue();

  // True while a request has begun and is not complete.
  bool isInside() const { return m_hasRequestLine || !m_buffer.empty(); }

 private:
  enum class Chunk { Size, Data, DataEnd, Trailer };

  std::optional<std::string_view> takeLine(std::size_t limit, int refusalWhenLonger);
  bool parseHead();
  void parseRequestLine(std::string_view line);
  void parseHeader(std::string_view line);
  void decideBody();
  bool takePlainBody();
  bool takeChunks();
  bool takeChunkSize();
  void refuse(int status) { m_refusal = m_refusal ? m_refusal : status; }
  void compact();

  HttpLimits m_limits;
  std::string m_buffer;
  std::size_t m_at = 0;        // bytes of m_buffer already used
  std::size_t m_searched = 0;  // from m_at on, bytes known to hold no end of line
  std::size_t m_headBytes = 0;
  HttpMessage m_message;
  bool m_hasRequestLine = false;
  bool m_hasHead = false;
  bool m_chunked = false;
  bool m_continueWanted = false;
  Chunk m_chunk = Chunk::Size;
  std::size_t m_left = 0;  // bytes of the body or chunk still to come
  int m_refusal = 0;
};

}  // namespace aiagent::rehearsal
