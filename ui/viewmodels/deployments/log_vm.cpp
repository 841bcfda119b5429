#include "ui/viewmodels/deployments/log_vm.h"

#include <algorithm>
#include <QFile>
#include <QSaveFile>
#include <set>
#include <utility>

#include "ui/format/log_words.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

constexpr std::int64_t kSearchedAtOnce = 4'000;  // lines a turn of the event loop
constexpr std::size_t kMostMatches = 100'000;
constexpr qint64 kPiece = 4 << 20;
constexpr std::size_t kPieceLines = 20'000;
constexpr int kMostNotes = 3;

const cluster::LogBuffer& noLines() {
  static const cluster::LogBuffer none;
  return none;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

// The case of letters of ASCII is not heeded.
bool contains(std::string_view text, std::string_view needle) {
  const auto same = [](char a, char b) { return lower(a) == b; };
  return std::search(text.begin(), text.end(), needle.begin(), needle.end(), same) != text.end();
}

std::string plain(const cluster::LogLine& line, const std::vector<LogSourceName>& sources) {
  auto text = line.nanos == 0 ? std::string() : cluster::stampText(line.nanos) + ' ';
  if (sources.size() > 1 && line.source < sources.size())
    text += '[' + sources[line.source].name.toStdString() + "] ";
  return text + line.text;
}

}  // namespace

// Touched by one piece of work at a time.
struct LogVm::Saving {
  QString path, spillPath;
  qint64 spilled = 0, copied = 0;
  std::vector<cluster::LogLine> lines;
  std::vector<LogSourceName> sources;
  std::size_t written = 0;
  std::unique_ptr<QSaveFile> file;
  std::optional<base::Error> error;
  bool finished = false;

  void work() {
    if (!file) {
      file = std::make_unique<QSaveFile>(path);
      if (!file->open(QIODevice::WriteOnly)) return fail();
    }
    // The end is a piece of its own: until it is begun, cancelling leaves nothing behind.
    if (copied == spilled && written == lines.size()) {
      finished = true;
      if (!file->commit()) fail();
      return;
    }
    if (!(copied < spilled ? copySpill() : writeLines())) fail();
  }

 private:
  void fail() {
    error = base::Error{
        .code = base::ErrorCode::StorageFailed, .detail = "saving a log", .subject = path.toStdString()};
    finished = true;
  }
  bool copySpill() {
    QFile spill(spillPath);
    if (!spill.open(QIODevice::ReadOnly) || !spill.seek(copied)) return false;
    const auto piece = spill.read(std::min(kPiece, spilled - copied));
    copied += piece.size();
    return !piece.isEmpty() && file->write(piece) == piece.size();
  }
  bool writeLines() {
    std::string text;
    const auto end = std::min(lines.size(), written + kPieceLines);
    for (; written < end; ++written) text += plain(lines[written], sources) + '\n';
    return file->write(text.data(), qint64(text.size())) == qint64(text.size());
  }
};

LogVm::LogVm(ports::Scheduler& scheduler, QObject* parent)
    : QObject(parent), m_scheduler(scheduler), m_background(scheduler) {}

LogVm::~LogVm() = default;

const cluster::LogBuffer& LogVm::lines() const {
  return m_feed ? m_feed->lines() : noLines();
}

QString LogVm::plainText(const cluster::LogLine& line) const {
  return format::text(plain(line, m_state.sources));
}

void LogVm::change(const std::function<void(LogViewState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

// ---- reading

void LogVm::open(MakeFeed make, std::vector<cluster::LogSource> sources) {
  m_make = std::move(make);
  m_sources = std::move(sources);
  change([](LogViewState& state) { state = LogViewState{.found = state.found}; });
  begin();
}

void LogVm::close() {
  m_saving.reset();
  m_searchTimer.reset();
  m_feed.reset();
  m_make = nullptr;
  change([](LogViewState& state) { state = {}; });
  Q_EMIT opened();
}

void LogVm::begin() {
  if (!m_make) return;
  m_saving.reset();
  m_feed = m_make(m_state.previous);
  m_matches.clear();
  m_searched = 0;
  connect(m_feed.get(), &services::LogFeed::sourcesChanged, this, &LogVm::render);
  connect(m_feed.get(), &services::LogFeed::appended, this, [this](int added, int evicted) {
    Q_EMIT appended(added, evicted);
    searchOn();
    if (m_feed->dropped() != m_state.dropped) render();
  });
  Q_EMIT opened();
  m_feed->setSources(m_sources);
  change([](LogViewState& state) {
    state.saving.reset();
    state.found = LogFound{.text = state.found.text, .complete = state.found.text.isEmpty()};
  });
  searchOn();
}

void LogVm::setSources(std::vector<cluster::LogSource> sources) {
  if (m_sources == sources) return;
  m_sources = std::move(sources);
  if (m_feed && !m_state.previous) m_feed->setSources(m_sources);
}

void LogVm::setPrevious(bool previous) {
  if (m_state.previous == previous) return;
  change([previous](LogViewState& state) { state.previous = previous; });
  begin();
}

void LogVm::retry() {
  if (m_feed) m_feed->retry();
}

void LogVm::wake() {
  if (m_feed) m_feed->wake();
}

void LogVm::render() {
  if (!m_feed) return;
  const auto sources = m_feed->sources();
  std::set<std::string> pods;
  for (const auto& one : sources) pods.insert(one.source.pod);
  change([&](LogViewState& state) {
    state.opened = true;
    state.sources.clear();
    state.notes.clear();
    state.mayHavePrevious = state.isDenied = state.isReconnecting = false;
    for (const auto& [source, following, isRead, lines] : sources) {
      auto name = format::text(source.pod);
      if (pods.size() < sources.size() && !source.container.empty())
        name += QLatin1Char('/') + format::text(source.container);
      state.sources.push_back({name, following.state == cluster::LogState::Gone});
      state.mayHavePrevious = state.mayHavePrevious || following.mayHavePrevious || source.restarts > 0;
      state.isDenied = state.isDenied || following.state == cluster::LogState::Denied;
      state.isReconnecting = state.isReconnecting || following.state == cluster::LogState::Reconnecting;
      const auto note = isRead ? format::sentenceFor(following, name)
                               : tr("%1 is not read: these are too many at once.").arg(name);
      if (!note.isEmpty() && state.notes.size() < kMostNotes) state.notes << note;
    }
    state.dropped = m_feed->dropped();
  });
}

// ---- searching

void LogVm::find(const QString& text) {
  m_needle = text.toStdString();
  std::transform(m_needle.begin(), m_needle.end(), m_needle.begin(), lower);
  m_matches.clear();
  m_searched = 0;
  change([&](LogViewState& state) { state.found = LogFound{.text = text, .complete = text.isEmpty()}; });
  searchOn();
}

// A slice a turn, so that nothing stalls.
void LogVm::searchOn() {
  if (m_needle.empty() || m_searchTimer) return;
  m_searchTimer = m_scheduler.after(base::Milliseconds(0), [this] {
    const auto fired = std::move(m_searchTimer);
    const auto& all = lines();
    const auto first = std::int64_t(all.evicted()), end = first + std::int64_t(all.size());
    std::erase_if(m_matches, [first](std::int64_t number) { return number < first; });
    m_searched = std::max(m_searched, first);
    const auto until = std::min(end, m_searched + kSearchedAtOnce);
    for (; m_searched < until; ++m_searched)
      if (m_matches.size() < kMostMatches && contains(all.at(std::size_t(m_searched - first)).text, m_needle))
        m_matches.push_back(m_searched);
    change([&](LogViewState& state) {
      state.found.total = int(m_matches.size());
      state.found.complete = m_searched == end;
      const auto at = std::lower_bound(m_matches.begin(), m_matches.end(), state.found.line);
      const bool there = at != m_matches.end() && *at == state.found.line;
      state.found.current = there ? int(at - m_matches.begin()) + 1 : 0;
    });
    if (m_searched < end) searchOn();
  });
}

void LogVm::findNext() {
  go(1);
}

void LogVm::findPrevious() {
  go(-1);
}

void LogVm::go(int step) {
  if (m_matches.empty()) return;
  const int count = int(m_matches.size());
  const auto line = m_state.found.line;
  // From the newest upwards at first: that is where something is looked for.
  int next = count - 1;
  if (line >= 0) {
    const auto at = std::lower_bound(m_matches.begin(), m_matches.end(), line);
    const bool there = at != m_matches.end() && *at == line;
    next = int(at - m_matches.begin()) + (step > 0 ? (there ? 1 : 0) : -1);
    next = (next + count) % count;
  }
  change([&](LogViewState& state) {
    state.found.current = next + 1;
    state.found.line = m_matches[std::size_t(next)];
  });
}

// ---- saving

void LogVm::saveTo(const QString& path) {
  if (!m_feed || m_saving) return;
  m_saving = std::make_shared<Saving>();
  m_saving->path = path;
  change([&](LogViewState& state) {
    state.saving = LogSaving{.path = path};
    state.error.reset();
    state.savedTo.clear();
  });
  beginSaving();
}

// When all lines are either in the spill's file or in the buffer, and none on its way.
void LogVm::beginSaving() {
  if (!m_saving || !m_feed) return;
  const auto& spill = m_feed->spill();
  if (!spill.isIdle()) {
    connect(&spill, &services::LogSpill::idle, this, &LogVm::beginSaving, Qt::SingleShotConnection);
    return;
  }
  m_saving->spillPath = QString::fromStdString(spill.file());
  m_saving->spilled = spill.file().empty() ? 0 : qint64(spill.written());
  m_saving->sources = m_state.sources;
  const auto& all = lines();
  m_saving->lines.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) m_saving->lines.push_back(all.at(i));
  const auto total = m_saving->spilled + qint64(all.bytes());
  change([&](LogViewState& state) { state.saving->total = total; });
  savePiece();
}

void LogVm::savePiece() {
  const auto work = [saving = m_saving] {
    saving->work();
    return saving;
  };
  using Piece = std::shared_ptr<Saving>;
  m_background.run<Piece>("save", this, work, [this](Piece saving) {
    if (saving != m_saving) return;  // cancelled: what was written goes with it
    if (!saving->finished) {
      const double share = saving->lines.empty() ? 1 : double(saving->written) / double(saving->lines.size());
      change([&](LogViewState& state) {
        const auto rest = double(state.saving->total - saving->spilled);
        state.saving->done = saving->copied + std::int64_t(rest * share);
      });
      return savePiece();
    }
    m_saving.reset();
    change([&](LogViewState& state) {
      state.saving.reset();
      state.error = saving->error;
      if (!saving->error) state.savedTo = saving->path;
    });
  });
}

void LogVm::cancelSaving() {
  m_saving.reset();
  change([](LogViewState& state) { state.saving.reset(); });
}

void LogVm::clearError() {
  change([](LogViewState& state) {
    state.error.reset();
    state.savedTo.clear();
  });
}

}  // namespace aiagent::ui
