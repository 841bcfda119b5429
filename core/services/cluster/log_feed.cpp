#include "core/services/cluster/log_feed.h"

#include <algorithm>
#include <utility>

#include "core/cluster/kube_kinds.h"

namespace aiagent::services {
namespace {

constexpr base::Milliseconds kFrame{30};
constexpr base::Milliseconds kSilence{400'000};  // beyond the machine's own patience
constexpr std::size_t kMostWaiting = 16u << 20;  // bytes of a stream that wait to be read
constexpr std::size_t kMostAtOnce = 256u << 10;  // bytes that are read in one piece
constexpr std::ptrdiff_t kMostTold = 2'000;      // lines that are told at once

}  // namespace

// One container. Its reader is touched by one piece of work at a time.
struct LogFeed::Stream {
  Stream(std::uint32_t number, cluster::LogSource of, cluster::LogOptions options)
      : index(number), source(std::move(of)), machine(std::move(options)) {}

  const std::uint32_t index;
  cluster::LogSource source;
  cluster::LogFollower machine;
  cluster::LogRepeats repeats;
  std::unique_ptr<KubeCall> call;
  std::unique_ptr<ports::Timer> timer;
  std::shared_ptr<cluster::LogLines> reader;
  std::string waiting;
  std::optional<base::Result<void>> end;
  int calls = 0, connections = 0;
  bool opened = false, decoding = false, isRead = true, gone = false;
  bool hole = false, torn = false;  // bytes were left out; the last one taken ended no line
  std::uint64_t lines = 0;
};

std::string logPath(const cluster::LogSource& source, const cluster::OpenLog& open) {
  auto path = cluster::pathOf(wire::KubeKind::Pod, source.nameSpace, source.pod) + "/log?timestamps=true";
  if (!source.container.empty()) path += "&container=" + cluster::queryText(source.container);
  if (open.follow) path += "&follow=true";
  if (open.previous) path += "&previous=true";
  if (open.tailLines) path += "&tailLines=" + std::to_string(*open.tailLines);
  if (!open.sinceTime.empty()) path += "&sinceTime=" + cluster::queryText(open.sinceTime);
  return path;
}

LogFeed::LogFeed(KubeClient& client, const KubeSurroundings& around, LogFeedOptions options, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_around(around),
      m_options(std::move(options)),
      m_background(std::make_unique<Background>(around.scheduler)),
      m_spill(std::make_unique<LogSpill>(m_options.spillFolder, m_options.mostSpilled, *m_background)),
      m_buffer(m_options.limits) {}

LogFeed::~LogFeed() {
  for (const auto& stream : m_streams) {
    ++stream->calls;  // its end is not heard any more
    stream->call.reset();
  }
}

// ---- sources

void LogFeed::setSources(const std::vector<cluster::LogSource>& sources) {
  for (const auto& source : sources) {
    const auto found = m_byKey.find(source.key());
    found == m_byKey.end() ? add(source) : update(*m_streams[found->second], source);
  }
  for (std::size_t i = 0; i < m_streams.size(); ++i) {
    auto& stream = *m_streams[i];
    const bool there = std::any_of(sources.begin(), sources.end(),
                                   [&](const auto& one) { return one.key() == stream.source.key(); });
    if (!there && !std::exchange(stream.gone, true) && stream.isRead) tell(stream, cluster::LogPodGone{});
  }
  m_merger.setSources(m_streams.size());
  Q_EMIT sourcesChanged();
}

void LogFeed::add(const cluster::LogSource& source) {
  auto options = m_options.log;
  options.seed = options.seed * 31 + m_streams.size();
  m_byKey[source.key()] = m_streams.size();
  auto& stream = *m_streams.emplace_back(
      std::make_unique<Stream>(std::uint32_t(m_streams.size()), source, std::move(options)));
  const auto reading = std::count_if(m_streams.begin(), m_streams.end(), [](const auto& one) {
    return one->isRead && !cluster::isOver(one->machine.state().state);
  });
  stream.isRead = std::size_t(reading) <= m_options.mostStreams;
  if (!stream.isRead) return;
  const auto actions = stream.machine.start(m_around.clock.now());
  for (const auto& action : actions) std::visit([&](const auto& one) { perform(stream, one); }, action);
  if (source.finished) tell(stream, cluster::LogPodFinished{});
}

void LogFeed::update(Stream& stream, const cluster::LogSource& source) {
  const bool again = source.restarts != stream.source.restarts;
  const bool finished = source.finished && !stream.source.finished;
  stream.source = source;
  if (!stream.isRead) return;
  if (again) tell(stream, cluster::LogAsked{});
  if (finished) tell(stream, cluster::LogPodFinished{});
}

std::vector<FollowedSource> LogFeed::sources() const {
  std::vector<FollowedSource> all;
  for (const auto& one : m_streams)
    all.push_back({one->source, one->machine.state(), one->isRead, one->lines});
  return all;
}

void LogFeed::wake() {
  for (const auto& stream : m_streams)
    if (stream->isRead) tell(*stream, cluster::LogWoke{});
}

void LogFeed::retry() {
  for (const auto& stream : m_streams)
    if (stream->isRead) tell(*stream, cluster::LogAsked{});
}

bool LogFeed::isOver() const {
  return !hasUnread() && std::all_of(m_streams.begin(), m_streams.end(), [](const auto& one) {
    return !one->isRead || cluster::isOver(one->machine.state().state);
  });
}

// ---- requests

void LogFeed::tell(Stream& stream, const cluster::LogEvent& event) {
  const auto before = stream.machine.state();
  const auto actions = stream.machine.on(event, m_around.clock.now());
  for (const auto& action : actions) std::visit([&](const auto& one) { perform(stream, one); }, action);
  if (cluster::isOver(stream.machine.state().state)) stream.timer.reset();
  if (stream.machine.state() != before) Q_EMIT sourcesChanged();
}

void LogFeed::perform(Stream& stream, const cluster::OpenLog& action) {
  const int call = ++stream.calls;
  stream.reader = std::make_shared<cluster::LogLines>();
  stream.waiting.clear();
  stream.end.reset();
  stream.opened = stream.decoding = stream.hole = stream.torn = false;
  stream.repeats.reopened();
  stream.connections = m_client.connections();
  KubeRequest request{.path = logPath(stream.source, action), .accept = "*/*", .silence = kSilence};
  stream.call = m_client.stream(std::move(request), handlersFor(stream, call));
}

KubeStreamHandlers LogFeed::handlersFor(Stream& stream, int call) {
  const auto current = [&stream, call] { return stream.calls == call; };
  return {.head =
              [this, &stream, current](const ports::HttpHead& head) {
                if (!current()) return;
                stream.opened = true;
                tell(stream, cluster::LogOpened{.empty = head.status == 204});
              },
          .bytes =
              [this, &stream, current](std::string_view bytes) {
                if (current()) arrived(stream, bytes);
              },
          .done =
              [this, &stream, current](base::Result<void> end) {
                if (!current()) return;
                stream.end = std::move(end);
                decode(stream);
              }};
}

void LogFeed::perform(Stream& stream, const cluster::DropLog& action) {
  ++stream.calls;
  stream.call.reset();
  if (action.connection && stream.connections == m_client.connections()) m_client.useNewConnections();
}

void LogFeed::perform(Stream& stream, const cluster::ArmLogTimer& action) {
  stream.timer = m_around.scheduler.after(action.delay, [this, &stream] {
    const auto fired = std::move(stream.timer);
    tell(stream, cluster::LogTimerFired{});
  });
}

// ---- bytes to lines

void LogFeed::arrived(Stream& stream, std::string_view bytes) {
  if (stream.waiting.size() + bytes.size() > kMostWaiting) {
    m_dropped += std::uint64_t(std::count(bytes.begin(), bytes.end(), '\n'));
    stream.hole = true;
    return;
  }
  if (stream.hole) {  // goes on with a whole line
    const auto newline = bytes.find('\n');
    if (newline == std::string_view::npos) return;
    stream.hole = false;
    bytes.remove_prefix(stream.torn ? newline : newline + 1);
  }
  if (bytes.empty()) return;
  stream.torn = bytes.back() != '\n';
  stream.waiting += bytes;
  decode(stream);
}

void LogFeed::decode(Stream& stream) {
  if (stream.decoding) return;
  if (stream.waiting.empty()) {
    if (stream.end) finished(stream);
    return;
  }
  stream.decoding = true;
  auto bytes = stream.waiting.substr(0, kMostAtOnce);
  stream.waiting.erase(0, bytes.size());
  // What broke off comes again; what ended is whole.
  const bool last = stream.waiting.empty() && stream.end && stream.end->ok();
  const auto work = [reader = stream.reader, bytes = std::move(bytes), last, index = stream.index] {
    std::vector<cluster::LogLine> lines;
    const auto keep = [&](cluster::LogLine&& line) {
      line.source = index;
      lines.push_back(std::move(line));
    };
    reader->feed(bytes, keep);
    if (last) reader->finish(keep);
    return lines;
  };
  using Lines = std::vector<cluster::LogLine>;
  const auto kind = "log " + std::to_string(stream.index) + ' ' + std::to_string(stream.calls);
  m_background->run<Lines>(kind, this, work, [this, &stream, call = stream.calls](Lines lines) {
    if (stream.calls != call) return;
    stream.decoding = false;
    take(stream, std::move(lines));
    decode(stream);
  });
}

void LogFeed::take(Stream& stream, std::vector<cluster::LogLine> lines) {
  const auto now = m_around.clock.now();
  std::int64_t newest = 0;
  bool any = false;
  for (auto& line : lines) {
    if (!stream.repeats.isNew(line)) continue;
    any = true;
    newest = std::max(newest, line.nanos);
    ++stream.lines;
    m_merger.add(std::move(line), now);
  }
  if (!any) return;
  schedule();
  tell(stream, cluster::LogCame{newest});
}

void LogFeed::finished(Stream& stream) {
  const auto end = std::move(*stream.end);
  // A line that ended without its newline is with the reader still, where all else was read before.
  std::vector<cluster::LogLine> rest;
  if (end.ok() && stream.reader)
    stream.reader->finish([&](cluster::LogLine&& line) {
      line.source = stream.index;
      rest.push_back(std::move(line));
    });
  ++stream.calls;
  stream.end.reset();
  stream.call.reset();
  take(stream, std::move(rest));
  if (stream.opened)
    tell(stream, cluster::LogEnded{end.ok() ? std::nullopt : std::optional(end.error())});
  else
    tell(stream,
         cluster::LogFailed{end.ok() ? base::Error{.code = base::ErrorCode::Interrupted} : end.error()});
}

// ---- telling

void LogFeed::schedule() {
  if (m_timer) return;
  m_timer = m_around.scheduler.after(kFrame, [this] {
    const auto fired = std::move(m_timer);
    publish();
  });
}

bool LogFeed::hasUnread() const {
  return !m_merger.empty() || m_told < m_due.size() ||
         std::any_of(m_streams.begin(), m_streams.end(),
                     [](const auto& one) { return one->decoding || !one->waiting.empty(); });
}

void LogFeed::publish() {
  if (m_told == m_due.size()) {
    m_due = m_merger.take(m_around.clock.now());
    m_told = 0;
  }
  const auto before = m_buffer.evicted();
  const auto count = std::min<std::size_t>(m_due.size() - m_told, kMostTold);
  for (std::size_t i = 0; i < count; ++i)
    m_buffer.add(std::move(m_due[m_told++]),
                 [this](const cluster::LogLine& line) { m_spill->add(spilled(line)); });
  const bool more = !m_merger.empty() || m_told < m_due.size();
  if (more) schedule();
  if (count > 0) Q_EMIT appended(int(count), int(m_buffer.evicted() - before));
  if (!more && isOver()) Q_EMIT sourcesChanged();
}

std::string LogFeed::spilled(const cluster::LogLine& line) const {
  std::string text = line.nanos == 0 ? std::string() : cluster::stampText(line.nanos) + ' ';
  const auto& source = m_streams[line.source]->source;
  if (m_streams.size() > 1) text += '[' + source.pod + '/' + source.container + "] ";
  return text + line.text + '\n';
}

}  // namespace aiagent::services
