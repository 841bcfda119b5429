// FilesVm: a folder with a deployment's files, what is wrong in them, and what of them is otherwise in the
// environment that is looked at.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "core/cluster/lint/live.h"
#include "core/services/background_work.h"
#include "core/services/cluster/deployment_files.h"
#include "core/services/cluster/environment_session.h"
#include "core/services/cluster/live_lint.h"
#include "core/services/settings_service.h"

namespace aiagent::ui {

struct FilesState {
  enum class Stage {
    Nothing,  // no folder was chosen
    Reading,  // for the first time
    Checked,
    Stopped,  // by the person, before anything was known
    Failed,   // and `error` says why
  };
  Stage stage = Stage::Nothing;
  QString folder;
  bool checking = false;             // also again, while what was found before is shown
  std::size_t seen = 0, read = 0;    // of the check that goes on
  std::size_t files = 0, rules = 0;  // that were checked, by how many
  bool more = false;                 // there are more findings than are kept
  base::WallTime checkedAt{};
  std::vector<cluster::lint::LintFinding> findings;
  std::optional<base::Error> error;             // of the last check; what was found before stays
  bool watching = true;                         // a change of the folder is checked by itself
  std::string environment;                      // its name; empty: none is open
  std::optional<cluster::lint::LiveLint> live;  // nothing: its cluster is not watched (yet)
  bool operator==(const FilesState&) const = default;
};

// The lines of a file around a place.
struct Excerpt {
  int first = 1;   // the number of the first line
  int marked = 1;  // of the place
  QStringList lines;
};

enum class LintFormat { Text, Json, Sarif };

class FilesVm : public QObject {
  Q_OBJECT

 public:
  // All must outlive it. `pause`: the least between two looks at the folder.
  FilesVm(services::SettingsService& settings, ports::Scheduler& scheduler, const base::Clock& clock,
          std::chrono::milliseconds pause = std::chrono::seconds(3), QObject* parent = nullptr);

  const FilesState& state() const { return m_state; }
  const base::Clock& clock() const { return m_clock; }

  // The environment whose folder is meant, and its session; both null: none is open. The folder of each is
  // kept on this computer.
  void setEnvironment(const domain::Environment* environment, services::EnvironmentSession* session);
  void choose(const QString& folder);  // empty: none any more
  void check();
  void cancel();
  void setWatching(bool watching);
  // Nothing is looked at while it is hidden.
  void setShown(bool shown);

  QString pathOf(const cluster::lint::LintFinding& finding) const;  // absolute
  Excerpt excerptOf(const cluster::lint::LintFinding& finding, int around) const;
  // All that was found, for elsewhere.
  std::string exported(LintFormat format) const;
  void save(LintFormat format, const QString& path, std::function<void(base::Result<void>)> done);

 Q_SIGNALS:
  void stateChanged();

 private:
  struct Counts {
    std::atomic<std::size_t> seen = 0, read = 0;
  };
  struct Checked {
    std::vector<services::FoundFile> found;
    std::vector<cluster::lint::LintFile> files;
    cluster::lint::Linted linted;
  };
  using Found = std::vector<services::FoundFile>;

  static base::Result<Checked> checkFolder(const std::string& folder, services::BackgroundWork::Task& task,
                                           Counts& counts);
  std::string settingKey() const;
  std::vector<cluster::lint::LintFinding> allFindings() const;
  void open(const QString& folder);
  void take(base::Result<Checked> checked);
  void look();
  void lookLater();
  void sessionChanged();
  void askNames();
  void compare();
  void change(const std::function<void(FilesState&)>& edit);

  services::SettingsService& m_settings;
  const base::Clock& m_clock;
  const std::chrono::milliseconds m_pause;
  FilesState m_state;
  std::string m_environment;  // its id
  QPointer<services::EnvironmentSession> m_session;
  services::NamesByKind m_names;
  std::unique_ptr<services::KubeCall> m_asking;
  std::shared_ptr<Counts> m_counts;
  Checked m_checked;
  std::chrono::milliseconds m_took{};  // the last look at the folder
  QTimer m_tick, m_again, m_soon;      // progress, looking at the folder, comparing
  bool m_shown = false;
  services::BackgroundWork m_work;
  std::unique_ptr<services::BackgroundJob> m_job;
};

}  // namespace aiagent::ui
