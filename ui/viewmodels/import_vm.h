// ImportVm: agents from files: what would happen, what the person decides, and what was done.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <QStringList>

#include "core/services/import_service.h"
#include "ui/viewmodels/import_items.h"

namespace aiagent::ui {

struct ImportState {
  enum class Phase { Waiting, Reading, Planned, Writing, Done };

  Phase phase = Phase::Waiting;
  QStringList paths;
  std::optional<authoring::Format> format;  // none: each file is recognised
  bool allowFiles = false;
  bool namesFiles = false;  // something in it refers to files that were not read
  int done = 0, all = 0;    // files that were looked at; 0 of 0: not known yet
  int ignored = 0;          // files that are none of ours
  int fresh = 0, same = 0, differing = 0, refused = 0;
  int toWrite = 0;                              // agents that apply() would write
  int imported = 0, replaced = 0, skipped = 0;  // of what was done
  bool undoable = false;
  domain::AgentId first;  // of what was written
  std::optional<base::Error> error;

  bool operator==(const ImportState&) const = default;
};

class ImportVm : public QObject {
  Q_OBJECT

 public:
  explicit ImportVm(services::ImportService& imports, QObject* parent = nullptr);
  ~ImportVm() override;

  const ImportState& state() const { return m_state; }
  ImportItems* items() { return &m_items; }

  void read(const QStringList& paths);
  // These look at the same files again.
  void setFormat(std::optional<authoring::Format> format);
  void setAllowFiles(bool allow);
  void apply();
  // Stops the reading, or forgets the plan.
  void cancel();
  void undo();
  void clearError();

 Q_SIGNALS:
  void stateChanged();

 private:
  void change(const std::function<void(ImportState&)>& edit);
  void readAgain();
  void take(base::Result<authoring::ImportPlan> plan);
  void endApply(base::Result<services::ImportOutcome> outcome);
  void countUp(ImportState& state) const;

  services::ImportService& m_imports;
  ImportItems m_items;
  ImportState m_state;
  std::unique_ptr<services::ExchangeJob> m_job;
  services::ImportOutcome m_outcome;
  int m_generation = 0;  // of the newest reading; answers of older ones are dropped
};

}  // namespace aiagent::ui
