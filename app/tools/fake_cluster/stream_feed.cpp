#include "app/tools/fake_cluster/stream_feed.h"

#include "core/wire/json_text.h"

namespace aiagent::fake_cluster {
namespace {

constexpr int kBookmarkMillis = 60'000;

}  // namespace

StreamFeed::StreamFeed(StreamPlan plan, const Recordings& recordings, double speed, const Orders& orders,
                       Steady::time_point now)
    : m_plan(std::move(plan)),
      m_recordings(recordings),
      m_speed(speed),
      m_begin(now),
      m_bookmarked(now),
      m_cuts(orders.cuts) {}

// In the time of the recording.
int StreamFeed::millisSince(Steady::time_point begin, Steady::time_point now) const {
  return int(double(std::chrono::duration_cast<std::chrono::milliseconds>(now - begin).count()) * m_speed);
}

StreamFeed::Next StreamFeed::take(const Orders& orders, Steady::time_point now,
                                  std::vector<std::string>& lines) {
  if (orders.cuts != m_cuts || orders.down) return Next::Cut;
  if (orders.hang) return Next::Goes;
  const auto before = lines.size();
  if (!std::exchange(m_started, true))
    lines.insert(lines.end(), m_plan.initial.begin(), m_plan.initial.end());
  if (m_plan.log)
    takeLog(orders, now, lines);
  else
    m_plan.replay.empty() ? takeLive(orders, now, lines) : takeReplay(now, lines);
  m_told += int(lines.size() - before);
  if (orders.cutAfter >= 0 && m_told >= orders.cutAfter) {
    lines.resize(lines.size() - std::min(lines.size(), std::size_t(m_told - orders.cutAfter)));
    return Next::Cut;
  }
  if (m_plan.log) return orders.logLines >= 0 && m_logged >= orders.logLines ? Next::Ends : Next::Goes;
  if (!m_plan.replay.empty() && m_replayed == m_recordings.lines(m_plan.replay).size()) return Next::Ends;
  return m_plan.seconds > 0 && millisSince(m_begin, now) >= m_plan.seconds * 1'000 ? Next::Ends : Next::Goes;
}

void StreamFeed::takeReplay(Steady::time_point now, std::vector<std::string>& lines) {
  const auto& all = m_recordings.lines(m_plan.replay);
  for (; m_replayed < all.size() && all[m_replayed].millis <= millisSince(m_begin, now); ++m_replayed)
    lines.push_back(all[m_replayed].text);
}

void StreamFeed::takeLog(const Orders& orders, Steady::time_point now, std::vector<std::string>& lines) {
  const auto& log = *m_plan.log;
  const int written = PodLog::written(m_recordings, orders, millisSince(orders.logSince, now));
  if (m_logged < 0) m_logged = log.first(m_recordings, orders, written);
  for (; m_logged < written; ++m_logged) lines.push_back(log.line(m_recordings, orders, m_logged));
}

// Each line once: a stream that is opened anew goes on behind the version that it names.
void StreamFeed::takeLive(const Orders& orders, Steady::time_point now, std::vector<std::string>& lines) {
  if (const auto file = m_recordings.streamOf(orders.play, m_plan.path, m_plan.table);
      !orders.play.empty() && !file.empty()) {
    for (const auto& line : m_recordings.lines(file)) {
      if (line.millis > millisSince(orders.playSince, now)) break;
      if (!isLaterVersion(line.version, m_plan.version)) continue;
      m_plan.version = line.version;
      lines.push_back(line.text);
    }
  }
  if (m_plan.world && !m_plan.table) {
    for (auto& line : m_plan.world->linesAfter(m_plan.path, m_plan.version)) {
      m_plan.version = line.version;
      lines.push_back(std::move(line.text));
    }
  }
  if (!m_plan.bookmarks || !orders.bookmarks || millisSince(m_bookmarked, now) < kBookmarkMillis) return;
  m_bookmarked = now;
  lines.push_back(bookmark());
}

std::string StreamFeed::bookmark() const {
  const auto metadata = wire::JsonObject().text("resourceVersion", m_plan.version).take();
  const auto object = wire::JsonObject()
                          .text("kind", m_plan.kind)
                          .text("apiVersion", m_plan.apiVersion)
                          .raw("metadata", metadata)
                          .take();
  return wire::JsonObject().text("type", "BOOKMARK").raw("object", object).take();
}

}  // namespace aiagent::fake_cluster
