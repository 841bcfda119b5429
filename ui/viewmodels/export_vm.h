// ExportVm: agents to files, and what the format left behind.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <QStringList>

#include "core/services/agent_service.h"
#include "core/services/import_service.h"

namespace aiagent::ui {

struct ExportState {
  domain::AgentId agent;  // null: the whole library
  QString name;           // of the agent
  authoring::Format format = authoring::Format::OwnJson;
  bool running = false;
  QString target;        // where the last export went; empty: there was none
  int agents = 0;        // that were exported
  QStringList losses;    // a sentence each, of the last export
  QStringList others;    // folders in the target that hold agents which are not in the library
  bool stopped = false;  // the last export, by the person
  std::optional<base::Error> error;

  // One file needs a file's name, everything else a folder's.
  bool isFolder() const;
  QString suggestedName() const;  // "customer-support.prompty"

  void forgetOutcome();

  bool operator==(const ExportState&) const = default;
};

class ExportVm : public QObject {
  Q_OBJECT

 public:
  ExportVm(services::ImportService& exports, services::AgentService& agents, QObject* parent = nullptr);
  ~ExportVm() override;

  const ExportState& state() const { return m_state; }

  void open(const domain::AgentId& agent);  // null: the whole library
  void setFormat(authoring::Format format);
  void exportTo(const QString& target);
  void cancel();
  void clearError();

 Q_SIGNALS:
  void stateChanged();

 private:
  void change(const std::function<void(ExportState&)>& edit);

  services::ImportService& m_exports;
  services::AgentService& m_agents;
  ExportState m_state;
  std::unique_ptr<services::ExchangeJob> m_job;
};

}  // namespace aiagent::ui
