#include "core/rehearsal/response_book.h"

#include <algorithm>

namespace aiagent::rehearsal {
namespace {

std::size_t bytesOf(const KeptResponse& response) {
  std::size_t bytes = response.written.inProgress.size() * 3;
  for (const auto& event : response.written.events) bytes += event.bytes.size() + sizeof(Step);
  return bytes;
}

}  // namespace

const std::string& KeptResponse::objectAt(base::Instant now) const {
  if (isCancelled()) return written.cancelled;
  return isFinished(now) ? written.finished : written.inProgress;
}

void ResponseBook::keep(KeptResponse response) {
  m_bytes += bytesOf(response);
  m_responses.push_back(std::move(response));
  while (m_responses.size() > kMostResponses || (m_bytes > kMostBytes && m_responses.size() > 1)) {
    m_bytes -= bytesOf(m_responses.front());
    m_responses.pop_front();
  }
}

KeptResponse* ResponseBook::find(std::string_view id) {
  const auto found =
      std::find_if(m_responses.begin(), m_responses.end(), [id](const auto& r) { return r.id == id; });
  return found == m_responses.end() ? nullptr : &*found;
}

bool ResponseBook::forget(std::string_view id) {
  const auto found =
      std::find_if(m_responses.begin(), m_responses.end(), [id](const auto& r) { return r.id == id; });
  if (found == m_responses.end()) return false;
  m_bytes -= bytesOf(*found);
  m_responses.erase(found);
  return true;
}

}  // namespace aiagent::rehearsal
