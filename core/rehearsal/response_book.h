// ResponseBook: the responses a rehearsal server still knows, for looking up, resuming, cancelling, going on
// from.
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <string_view>

#include "core/rehearsal/responses_writer.h"

namespace aiagent::rehearsal {

struct KeptResponse {
  std::string id;
  WrittenResponse written;
  bool background = false;
  base::Instant started{};
  base::Instant cancelledAt = base::Instant::max();  // max(): was not
  int turns = 0;                                     // messages of the person up to and including this one
  std::int64_t tokens = 0;                           // of the conversation up to and including the answer

  bool isCancelled() const { return cancelledAt != base::Instant::max(); }
  bool isFinished(base::Instant now) const { return !isCancelled() && now - started >= written.duration; }
  // The response object as it stands at `now`, as JSON text.
  const std::string& objectAt(base::Instant now) const;
};

// Holds the newest ones: at most kMostResponses, and at most kMostBytes of events. For one thread.
class ResponseBook {
 public:
  static constexpr std::size_t kMostResponses = 256;
  static constexpr std::size_t kMostBytes = 64u << 20;

  void keep(KeptResponse response);
  KeptResponse* find(std::string_view id);  // null: unknown, or too old
  bool forget(std::string_view id);
  std::size_t size() const { return m_responses.size(); }

 private:
  std::list<KeptResponse> m_responses;  // oldest first
  std::size_t m_bytes = 0;
};

}  // namespace aiagent::rehearsal
