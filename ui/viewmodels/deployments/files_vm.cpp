#include "ui/viewmodels/deployments/files_vm.h"

#include <algorithm>
#include <QDir>

#include "ui/format/lint_words.h"
#include "ui/format/text.h"
#include "ui/viewmodels/write_file.h"

namespace aiagent::ui {

namespace lint = cluster::lint;
using Stage = FilesState::Stage;

namespace {

constexpr int kTickMs = 150;
constexpr int kSoonMs = 500;
constexpr int kTimesSlower = 20;  // than the last look is the pause before the next

}  // namespace

FilesVm::FilesVm(services::SettingsService& settings, ports::Scheduler& scheduler, const base::Clock& clock,
                 std::chrono::milliseconds pause, QObject* parent)
    : QObject(parent), m_settings(settings), m_clock(clock), m_pause(pause), m_work(this, scheduler) {
  m_state.rules = lint::lintRules().size() - lint::liveRules().size();
  m_tick.setInterval(kTickMs);
  m_again.setSingleShot(true);
  m_soon.setSingleShot(true);
  m_soon.setInterval(kSoonMs);
  connect(&m_tick, &QTimer::timeout, this, [this] {
    change([this](FilesState& state) {
      state.seen = m_counts ? m_counts->seen.load() : 0;
      state.read = m_counts ? m_counts->read.load() : 0;
    });
  });
  connect(&m_again, &QTimer::timeout, this, &FilesVm::look);
  connect(&m_soon, &QTimer::timeout, this, &FilesVm::compare);
  open(format::text(m_settings.value(settingKey())));
}

void FilesVm::change(const std::function<void(FilesState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

std::string FilesVm::settingKey() const {
  return m_environment.empty() ? "deployments.files" : "deployments.files." + m_environment;
}

// ---------------------------------------------------------------- the folder

void FilesVm::choose(const QString& folder) {
  const auto clean = folder.isEmpty() ? QString() : QDir::cleanPath(folder);
  m_settings.set(settingKey(), format::utf8(clean));
  open(clean);
}

void FilesVm::open(const QString& folder) {
  m_job.reset();
  m_tick.stop();
  m_again.stop();
  m_checked = {};
  m_names.clear();
  change([&](FilesState& state) {
    state = {.stage = folder.isEmpty() ? Stage::Nothing : Stage::Reading,
             .folder = folder,
             .rules = state.rules,
             .watching = state.watching,
             .environment = state.environment};
  });
  if (m_shown) check();
}

void FilesVm::check() {
  if (m_state.folder.isEmpty() || m_state.checking) return;
  m_again.stop();
  m_counts = std::make_shared<Counts>();
  change([](FilesState& state) {
    state.checking = true;
    state.seen = state.read = 0;
    if (state.stage == Stage::Stopped || state.stage == Stage::Failed) state.stage = Stage::Reading;
  });
  m_tick.start();
  m_job = m_work.start<Checked>(
      [folder = format::utf8(m_state.folder), counts = m_counts](services::BackgroundWork::Task& task) {
        return checkFolder(folder, task, *counts);
      },
      [this, counts = m_counts](base::Result<Checked> checked) {
        if (counts == m_counts) take(std::move(checked));
      });
}

base::Result<FilesVm::Checked> FilesVm::checkFolder(const std::string& folder,
                                                    services::BackgroundWork::Task& task, Counts& counts) {
  const auto stopped = [&task] { return task.isCancelled(); };
  auto found = services::findDeploymentFiles(
      {folder}, {.stopped = stopped, .told = [&](std::size_t seen) { counts.seen = seen; }});
  if (!found) return found.error();
  auto files = services::readDeploymentFiles(
      *found, folder, {.stopped = stopped, .told = [&](std::size_t read) { counts.read = read; }});
  if (!files) return files.error();
  auto linted = lint::lintFiles(*files, stopped);
  return Checked{std::move(*found), std::move(*files), std::move(linted)};
}

void FilesVm::take(base::Result<Checked> checked) {
  m_job.reset();
  m_counts.reset();
  m_tick.stop();
  const bool known = m_state.stage == Stage::Checked;
  const bool stopped = !checked && checked.error().code == base::ErrorCode::Cancelled;
  if (checked) m_checked = std::move(*checked);
  change([&](FilesState& state) {
    state.checking = false;
    state.error = checked || stopped ? std::optional<base::Error>() : checked.error();
    if (checked) {
      state.stage = Stage::Checked;
      state.files = m_checked.files.size();
      state.findings = m_checked.linted.findings;
      state.more = state.findings.size() >= lint::kMostFindings;
      state.checkedAt = m_clock.wallNow();
    } else if (!known) {
      state.stage = stopped ? Stage::Stopped : Stage::Failed;
    }
  });
  if (checked) sessionChanged();
  lookLater();
}

void FilesVm::cancel() {
  if (!m_state.checking || !m_counts) return;
  // Not waited for: the thread ends when it next asks.
  m_job.reset();
  take(base::Error{.code = base::ErrorCode::Cancelled});
}

// ---------------------------------------------------------------- changes of the folder

void FilesVm::setWatching(bool watching) {
  change([&](FilesState& state) { state.watching = watching; });
  lookLater();
}

void FilesVm::setShown(bool shown) {
  if (shown == m_shown) return;
  m_shown = shown;
  if (!shown) return m_again.stop();
  if (m_state.stage == Stage::Reading) return check();
  look();
  compare();
}

void FilesVm::lookLater() {
  const bool wanted = m_shown && m_state.watching && !m_state.checking &&
                      (m_state.stage == Stage::Checked || m_state.stage == Stage::Failed);
  if (!wanted) return m_again.stop();
  m_again.start(std::max(m_pause, m_took * kTimesSlower));
}

void FilesVm::look() {
  if (!m_shown || !m_state.watching || m_state.checking || m_job || m_state.stage == Stage::Nothing) return;
  const auto began = m_clock.now();
  m_job = m_work.start<Found>(
      [folder = format::utf8(m_state.folder)](services::BackgroundWork::Task& task) {
        return services::findDeploymentFiles({folder}, {.stopped = [&task] { return task.isCancelled(); }});
      },
      [this, began, folder = m_state.folder](base::Result<Found> found) {
        if (m_state.checking || folder != m_state.folder) return;
        m_job.reset();
        m_took = std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.now() - began);
        const bool same = found ? *found == m_checked.found && !m_state.error : m_state.error.has_value();
        same ? lookLater() : check();
      });
}

// ---------------------------------------------------------------- the cluster

void FilesVm::setEnvironment(const domain::Environment* environment, services::EnvironmentSession* session) {
  const auto id = environment ? environment->id.toString() : std::string();
  if (m_session != session) {
    if (m_session) m_session->disconnect(this);
    m_session = session;
    m_names.clear();
    m_asking.reset();
    if (session) {
      connect(session, &services::EnvironmentSession::closing, this, [this] {
        m_asking.reset();
        m_names.clear();
        change([](FilesState& state) { state.live.reset(); });
      });
      connect(session, &services::EnvironmentSession::watchChanged, this, [this] {
        if (!m_soon.isActive()) m_soon.start();
      });
    }
  }
  change([&](FilesState& state) {
    state.environment = environment ? environment->name : std::string();
    state.live.reset();
  });
  if (id != m_environment) {
    m_environment = id;
    auto folder = m_settings.value(settingKey());
    open(format::text(folder));
  }
  sessionChanged();
}

void FilesVm::sessionChanged() {
  m_names.clear();
  m_asking.reset();
  compare();
}

void FilesVm::askNames() {
  const auto kinds = lint::nameKindsFor(m_checked.linted.expected);
  if (kinds.empty() || !m_names.empty() || m_asking) return;
  m_asking = services::askNames(*m_session->client(), m_clock, m_session->state().nameSpace, kinds,
                                [this](services::NamesByKind names) {
                                  m_names = std::move(names);
                                  m_soon.start();
                                });
}

void FilesVm::compare() {
  auto* watch = m_session ? m_session->watch() : nullptr;
  const auto& expected = m_checked.linted.expected;
  if (!watch || !m_shown || m_state.stage != Stage::Checked)
    return change([&](FilesState& state) {
      if (!watch) state.live.reset();
    });
  const auto kinds = lint::tablesFor(expected);
  watch->watchAlso(kinds);
  askNames();
  const auto& space = m_session->state().nameSpace;
  auto cluster = services::liveCluster(*watch, kinds, space, space);
  cluster.names = m_names;
  change([&](FilesState& state) { state.live = lint::compareWithCluster(expected, cluster); });
}

// ---------------------------------------------------------------- what is shown of it

QString FilesVm::pathOf(const lint::LintFinding& finding) const {
  return QDir(m_state.folder).absoluteFilePath(format::text(finding.path));
}

Excerpt FilesVm::excerptOf(const lint::LintFinding& finding, int around) const {
  Excerpt excerpt{std::max(1, finding.line - around), finding.line, {}};
  const auto at = std::ranges::find(m_checked.files, finding.path, &lint::LintFile::path);
  if (at == m_checked.files.end()) return excerpt;
  std::string_view text = at->text;
  for (int line = 1; !text.empty() && line <= finding.line + around; ++line) {
    const auto end = std::min(text.find('\n'), text.size());
    constexpr std::size_t kLongest = 400;  // bytes of a line that are shown
    if (line >= excerpt.first) {
      auto shown = format::text(text.substr(0, std::min(end, kLongest)));
      if (shown.endsWith(QLatin1Char('\r'))) shown.chop(1);
      excerpt.lines << (end > kLongest ? shown + QStringLiteral("…") : shown);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return excerpt;
}

std::vector<lint::LintFinding> FilesVm::allFindings() const {
  auto all = m_state.findings;
  if (m_state.live) all.insert(all.end(), m_state.live->findings.begin(), m_state.live->findings.end());
  return all;
}

std::string FilesVm::exported(LintFormat format) const {
  const auto all = allFindings();
  if (format == LintFormat::Sarif) return lint::toSarif(all);
  if (format == LintFormat::Json) return lint::toJson(all);
  QString text;
  for (const auto& finding : all) text += format::lintLine(finding) + QLatin1Char('\n');
  return format::utf8(text);
}

void FilesVm::save(LintFormat format, const QString& path, std::function<void(base::Result<void>)> done) {
  writeFile(
      this, path, [text = exported(format)] { return text; }, std::move(done));
}

}  // namespace aiagent::ui
