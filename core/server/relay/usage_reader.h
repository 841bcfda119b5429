// UsageReader: finds what an answer of OpenAI's interface cost in tokens, while its bytes pass by.
#pragma once

#include <optional>
#include <string>
#include <string_view>

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

 private:
  void line();

  bool m_isStream;
  bool m_tooLong = false;
  std::string m_text;  // of the line, or of the whole body
  std::string m_last;  // the last event that names a usage
  std::int64_t m_events = 0;
};

}  // namespace aiagent::server
