// UsageReader: finds what an answer of OpenAI's interface cost in tokens, and the ids under which the
// provider keeps it, while its bytes pass by.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/run.h"

namespace aiagent::server {

struct UsageFound {
  domain::Usage usage;
  std::string model;        // as the answer names it; may be empty
  std::string serviceTier;  // may be empty
};

// Pure; one answer. An event or body longer than 16 MiB is not read.
class UsageReader {
 public:
  // `isStream`: server-sent events; otherwise one JSON object.
  explicit UsageReader(bool isStream) : m_isStream(isStream) {}

  void add(std::string_view bytes);
  // The last usage that was told; nothing where there was none.
  std::optional<UsageFound> finish();
  // Events with data so far: about as many tokens as a stream has written.
  std::int64_t events() const { return m_events; }
  // Of a stream of Responses as soon as it is told; empty before that.
  const std::string& responseId() const { return m_responseId; }
  // After `finish`: of the answer, its parts, and the conversation that it belongs to.
  const std::vector<std::string>& ids() const { return m_ids; }
  // What came of a body that is no stream, as long as it is not too long.
  const std::string& text() const { return m_text; }
  bool isTooLong() const { return m_tooLong; }

 private:
  void line();
  void findResponseId(std::string_view event);

  bool m_isStream;
  bool m_tooLong = false;
  std::string m_text;  // of the line, or of the whole body
  std::string m_last;  // the last event that names a usage
  std::string m_responseId;
  std::vector<std::string> m_ids;
  std::int64_t m_events = 0;
};

}  // namespace aiagent::server
