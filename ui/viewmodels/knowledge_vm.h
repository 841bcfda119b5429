// KnowledgeVm: the knowledge files of the agent that is open.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <vector>

#include "core/services/knowledge_service.h"
#include "ui/viewmodels/agent_vm.h"

namespace aiagent::ui {

struct KnowledgeRow {
  domain::KnowledgeFile file;
  bool missing = false;  // its bytes are not in the profile
  bool operator==(const KnowledgeRow&) const = default;
};

struct KnowledgeVmState {
  std::vector<KnowledgeRow> rows;
  bool working = false;  // files are being copied into the profile
  QString workName;      // which
  std::size_t workNumber = 0, workOf = 0;
  int workPercent = 0;  // of this file
  std::optional<base::Error> error;

  bool operator==(const KnowledgeVmState&) const = default;
};

class KnowledgeVm : public QObject {
  Q_OBJECT

 public:
  // Both must outlive it.
  KnowledgeVm(AgentVm& agent, services::KnowledgeService& knowledge, QObject* parent = nullptr);

  const KnowledgeVmState& state() const { return m_state; }

  // A file of a name that is there already takes its place.
  void add(std::vector<std::filesystem::path> files);
  // The bytes of a row from this file, whatever that is called.
  void attachAgain(std::size_t row, std::filesystem::path file);
  void cancel();
  void remove(std::vector<std::size_t> rows);
  // False, and nothing is changed: no name, one that another file has, or no name of a file.
  bool rename(std::size_t row, const QString& name);
  void setUse(std::vector<std::size_t> rows, domain::KnowledgeUse use);
  void saveAs(std::size_t row, std::filesystem::path target);
  void clearError();

 Q_SIGNALS:
  void stateChanged();

 private:
  using Files = std::vector<domain::KnowledgeFile>;
  void attach(std::vector<std::filesystem::path> files, std::function<void(Files)> take);
  void follow();
  void look();
  void change(const std::function<void(KnowledgeVmState&)>& edit);

  AgentVm& m_agent;
  services::KnowledgeService& m_knowledge;
  KnowledgeVmState m_state;
  domain::AgentId m_for;  // whose files the rows are
  std::unique_ptr<services::BackgroundJob> m_job;
  int m_looks = 0;
};

}  // namespace aiagent::ui
