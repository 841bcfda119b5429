#include "ui/viewmodels/data_vm.h"

#include <QStringList>
#include <QSysInfo>
#include <QThread>
#include <tuple>

#include "core/services/guarded.h"
#include "ui/format/text.h"
#include "ui/viewmodels/settings_forms.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using format::text;
using format::utf8;

// "sound 1795475000000": what the last check said, and when.
constexpr char kLastCheckSetting[] = "data.last-check";
constexpr char kSound[] = "sound";

QString path(const std::filesystem::path& path) {
  return text(path.string());
}

auto compared(const store::OpenReport& report) {
  return std::tie(report.created, report.migratedFrom, report.copyBeforeMigration, report.uncleanExit,
                  report.damagedFile, report.salvagedRecords, report.lostRecords, report.interruptedRuns,
                  report.onNetworkShare);
}

}  // namespace

bool DataState::operator==(const DataState& other) const {
  const auto own = [](const DataState& state) {
    return std::tie(state.profileFolder, state.backupFolder, state.logFolder, state.logLevel, state.backingUp,
                    state.backup, state.check, state.checked, state.error, state.copying);
  };
  return own(*this) == own(other) && compared(report) == compared(other.report);
}

// Store::checkAndWait() waits, so it gets a thread; one that is still at it when the program ends is waited
// for.
class DataVm::CheckThread : public QThread {
 public:
  explicit CheckThread(store::Store& store) : m_store(store) {}
  ~CheckThread() override { wait(); }
  const base::Result<void>& outcome() const { return m_outcome; }

 protected:
  void run() override { m_outcome = m_store.checkAndWait(); }

 private:
  store::Store& m_store;
  base::Result<void> m_outcome;
};

DataVm::DataVm(services::Profile& profile, services::SettingsService& settings,
               services::ProviderService& providers, const SettingsActions& actions, QObject* parent)
    : QObject(parent), m_profile(profile), m_settings(settings), m_providers(providers), m_actions(actions) {
  m_state.profileFolder = path(profile.folder());
  m_state.backupFolder = path(profile.folder() / "backups");
  m_state.logFolder = path(actions.logFile.parent_path());
  m_state.logLevel = readLogLevel(settings);
  m_state.logLevelFixed = actions.logLevelFixed;
  m_state.report = profile.store().openReport();
  readLastCheck();
}

DataVm::~DataVm() = default;

void DataVm::change(const std::function<void(DataState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

void DataVm::readLastCheck() {
  const auto words = text(m_settings.value(kLastCheckSetting)).split(QLatin1Char(' '));
  if (words.size() != 2) return;
  m_state.check = words[0] == QLatin1String(kSound) ? DataState::Check::Sound : DataState::Check::Damaged;
  m_state.checked = base::wallTimeFromMillis(words[1].toLongLong());
}

void DataVm::setLogLevel(base::LogLevel level) {
  if (level == m_state.logLevel) return;
  keepLogLevel(m_settings, level);
  if (m_actions.applyLogLevel) m_actions.applyLogLevel(level);
  change([&](DataState& state) { state.logLevel = level; });
}

void DataVm::backUp() {
  if (m_state.backingUp) return;
  change([](DataState& state) {
    state.backingUp = true;
    state.error.reset();
  });
  m_profile.store().backUp({}, whileAlive(this, [this](base::Result<std::filesystem::path> copy) {
                             change([&](DataState& state) {
                               state.backingUp = false;
                               if (copy)
                                 state.backup = path(*copy);
                               else
                                 state.error = copy.error();
                             });
                           }));
}

void DataVm::check() {
  if (m_state.check == DataState::Check::Running) return;
  change([](DataState& state) {
    state.check = DataState::Check::Running;
    state.error.reset();
  });
  m_checking = std::make_unique<CheckThread>(m_profile.store());
  connect(m_checking.get(), &QThread::finished, this, [this] { endCheck(m_checking->outcome()); });
  m_checking->start();
}

void DataVm::endCheck(const base::Result<void>& sound) {
  const bool damaged = !sound && sound.error().code == base::ErrorCode::StorageDamaged;
  const auto now = m_profile.clock().wallNow();
  if (sound || damaged)
    m_settings.set(kLastCheckSetting,
                   (damaged ? "damaged " : "sound ") + std::to_string(base::toMillis(now)));
  change([&](DataState& state) {
    state.check = sound     ? DataState::Check::Sound
                  : damaged ? DataState::Check::Damaged
                            : DataState::Check::Failed;
    if (sound || damaged) state.checked = now;
    if (!sound) state.error = sound.error();
  });
}

// ---------------------------------------------------------------- diagnostics

void DataVm::gatherDiagnostics() {
  change([](DataState& state) { state.copying = true; });
  using Providers = std::vector<domain::Provider>;
  m_providers.list(services::guarded<Providers>(this, [this](base::Result<Providers> all) {
    change([](DataState& state) { state.copying = false; });
    Q_EMIT diagnosticsGathered(diagnostics(all ? *all : Providers{}));
  }));
}

// In English on purpose: it is for those who read reports. Addresses are cut to their origin, and
// organisation and project are only told to be set, since they name an account.
QString DataVm::diagnostics(const std::vector<domain::Provider>& providers) const {
  QStringList lines{QStringLiteral("AI Agent Generator " AIAGENT_VERSION)};
  for (const auto& library : m_actions.libraries) lines << text(library);
  lines << QStringLiteral("system: %1, %2")
               .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture());
  lines << QStringLiteral("key store: %1")
               .arg(m_actions.hasKeyStore ? QStringLiteral("yes") : QStringLiteral("none"));
  lines << QStringLiteral("profile: %1").arg(m_state.profileFolder);
  const auto& report = m_state.report;
  if (report.migratedFrom > 0) lines << QStringLiteral("migrated from schema: %1").arg(report.migratedFrom);
  if (report.uncleanExit) lines << QStringLiteral("last end: not clean");
  if (!report.damagedFile.empty())
    lines << QStringLiteral("damaged file: %1, salvaged %2, lost %3")
                 .arg(path(report.damagedFile))
                 .arg(report.salvagedRecords)
                 .arg(report.lostRecords);
  if (report.onNetworkShare) lines << QStringLiteral("profile is on a network share");
  for (const auto& provider : providers)
    lines << QStringLiteral("provider %1: %2, %3%4")
                 .arg(text(provider.name), text(domain::originOf(provider.baseUrl)),
                      text(domain::toWord(provider.api)),
                      provider.organization.empty() && provider.project.empty()
                          ? QString()
                          : QStringLiteral(", account fields set"));
  const auto network = readNetworkForm(m_settings);
  lines << QStringLiteral("proxy: %1, user: %2, extra certificates: %3")
               .arg(text(m_settings.value("network.proxy")).isEmpty()
                        ? QStringLiteral("system")
                        : text(m_settings.value("network.proxy")),
                    network.user.empty() ? QStringLiteral("no") : QStringLiteral("yes"))
               .arg(network.certificates.size());
  for (const auto* key : {kThemeSetting, kTextSizeSetting, kLanguageSetting, kLogLevelSetting})
    if (const auto value = m_settings.value(key); !value.empty())
      lines << QStringLiteral("%1: %2").arg(QLatin1String(key), text(value));
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void DataVm::clearError() {
  change([](DataState& state) {
    state.error.reset();
    state.backup.clear();
  });
}

}  // namespace aiagent::ui
