// UploadsVm: what was uploaded to providers: listed, priced, deleted there.
#pragma once

#include <optional>
#include <QObject>
#include <set>
#include <string>
#include <vector>

#include "core/domain/upload.h"
#include "core/services/agent_service.h"
#include "core/services/model_service.h"
#include "core/services/upload_service.h"

namespace aiagent::ui {

struct UploadRow {
  domain::Upload upload;
  std::string agentName;                     // empty: of none that is kept
  std::optional<std::int64_t> nanoUsdMonth;  // alone, without the free part; nothing: not known or free
  bool deleting = false;
  std::optional<base::Error> error;  // why it could not be deleted
  bool operator==(const UploadRow&) const = default;
};

struct UploadsState {
  bool loaded = false;
  std::vector<UploadRow> rows;
  std::int64_t storeBytes = 0;               // of vector stores whose price is known
  std::optional<std::int64_t> nanoUsdMonth;  // of all of them, beyond the free part
  std::int64_t freeBytes = 0;
  std::optional<base::WallTime> priceFrom;
  std::optional<base::Error> error;  // of the list
  bool operator==(const UploadsState&) const = default;
};

class UploadsVm : public QObject {
  Q_OBJECT

 public:
  // All of them must outlive it.
  UploadsVm(services::UploadService& uploads, services::AgentService& agents, services::ModelService& models,
            QObject* parent = nullptr);

  const UploadsState& state() const { return m_state; }
  const base::Clock& clock() const { return m_agents.clock(); }

  void load();
  // By the providers' ids; vector stores before files. A row that fails stays, with its error.
  void remove(const std::vector<std::string>& ids);
  void clearErrors();

 Q_SIGNALS:
  void stateChanged();

 private:
  void show(std::vector<domain::Upload> uploads);
  void nameAgents();
  void removeNext();
  UploadRow* rowOf(UploadsState& state, const std::string& remote);
  void change(const std::function<void(UploadsState&)>& edit);

  services::UploadService& m_uploads;
  services::AgentService& m_agents;
  services::ModelService& m_models;
  UploadsState m_state;
  std::vector<domain::Upload> m_toRemove;  // the next at the end
  bool m_removing = false;
};

}  // namespace aiagent::ui
