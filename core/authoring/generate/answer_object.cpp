#include "core/authoring/generate/answer_object.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

constexpr std::string_view kBlanks = " \n\r\t";
constexpr std::string_view kThink = "<think>";
constexpr std::string_view kThinkEnd = "</think>";
// Each beginning that was none costs a second look at what follows it.
constexpr int kMostStarts = 200;

}  // namespace

void AnswerObject::feed(std::string_view text, const JsonStream::Sink& sink) {
  m_raw += text;
  while (!m_done && (m_stream || findStart())) {
    read(sink);
    if (m_done || m_known || (!m_stream->fault() && !m_stream->done())) return;
    m_at = m_start + 1;  // it was another object
    m_stream.reset();
  }
}

void AnswerObject::read(const JsonStream::Sink& sink) {
  const auto rest = std::string_view(m_raw).substr(m_fed);
  m_stream->feed(rest, [&](const JsonEvent& event) {
    if (event.kind == JsonEventKind::Key && m_stream->path().size() == 1 && isKnown(event.text))
      m_known = true;
    sink(event);
  });
  m_fed = m_raw.size();
  m_done = m_known && m_stream->done();
  if (m_done) m_end = m_stream->fault() ? m_start + m_stream->fault()->offset : m_raw.size();
}

// False: more is needed to say.
bool AnswerObject::skipThinking() {
  if (m_begun) return true;
  const auto from = m_raw.find_first_not_of(kBlanks);
  if (from == std::string::npos) return false;
  const auto start = std::string_view(m_raw).substr(from, kThink.size());
  if (start == kThink) {
    const auto end = m_raw.find(kThinkEnd, m_at);
    if (end == std::string::npos) {
      m_at = m_raw.size() < kThinkEnd.size() ? 0 : m_raw.size() - kThinkEnd.size() + 1;
      return false;
    }
    m_at = end + kThinkEnd.size();
  } else if (start.size() < kThink.size() && kThink.substr(0, start.size()) == start) {
    return false;
  }
  m_begun = true;
  return true;
}

bool AnswerObject::findStart() {
  if (!skipThinking() || m_starts >= kMostStarts) return false;
  while ((m_at = std::min(m_raw.find('{', m_at), m_raw.size())) < m_raw.size()) {
    const auto next = m_raw.find_first_not_of(kBlanks, m_at + 1);
    if (next == std::string::npos) return false;
    if (m_raw[next] == '"') {
      m_stream.emplace(JsonStreamOptions{.lenient = true});
      m_start = m_fed = m_at;
      ++m_starts;
      return true;
    }
    ++m_at;
  }
  return false;
}

std::optional<std::size_t> AnswerObject::faultAt() const {
  if (m_done || !m_stream || !m_stream->fault()) return std::nullopt;
  return m_start + m_stream->fault()->offset;
}

bool AnswerObject::wasMended() const {
  if (!m_done) return false;
  const auto around = [this](std::size_t from, std::size_t count) {
    return !base::trimmed(std::string_view(m_raw).substr(from, count)).empty();
  };
  return m_stream->tolerated() > 0 || around(0, m_start) || around(m_end, std::string::npos);
}

bool AnswerObject::isKnown(std::string_view key) const {
  return std::find(m_keys.begin(), m_keys.end(), key) != m_keys.end();
}

}  // namespace aiagent::authoring
