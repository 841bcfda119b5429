// AgentVm: the agent that is open in the editor. Every edit becomes a durable draft; saving makes it the
// agent.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "core/services/agent_service.h"
#include "core/services/model_service.h"

namespace aiagent::ui {

// A parameter as its field shows it. A text that does not fit is kept here alone and never sent.
struct ParameterField {
  std::string name;
  QString text;
  bool fits = true;
  bool refused = false;  // the chosen model is known to refuse it
  bool operator==(const ParameterField&) const = default;
};

struct AgentState {
  enum class Keeping { Kept, Pending, Failed };  // of the draft

  domain::AgentId id;  // null: nothing is open
  bool loaded = false;
  bool gone = false;  // deleted elsewhere; what was typed is still here
  bool archived = false;
  domain::AgentContent content;  // as it stands in the editor
  std::vector<ParameterField> parameters;
  bool draft = false;  // differs from the saved agent
  Keeping keeping = Keeping::Kept;
  bool saving = false;
  bool changedElsewhere = false;  // there is a newer saved agent than the one the draft was begun from
  bool putAside = false;          // bringBack() has something to bring
  std::int64_t revision = 0;
  base::WallTime updated{};
  std::vector<std::string> variables;
  std::int64_t promptTokens = 0;  // an estimate
  bool toolsFit = true;
  bool schemaFits = true;
  std::optional<base::Error> error;  // of the last load, save or autosave

  bool operator==(const AgentState&) const = default;
};

class AgentVm : public QObject {
  Q_OBJECT

 public:
  AgentVm(services::AgentService& agents, services::ModelService& models, QObject* parent = nullptr);
  ~AgentVm() override;

  const AgentState& state() const { return m_state; }

  // Opens another agent; what was typed in the one before is written first. A null id closes.
  void open(const domain::AgentId& id);

  void setName(const QString& text);
  void setDescription(const QString& text);
  void setPrompt(const QString& text);
  void setModel(const QString& text);
  void setTags(const QStringList& tags);
  void setStarters(const QStringList& starters);
  void setTools(const QString& json);
  void setOutputSchema(const QString& json);
  void addParameter(const std::string& name);  // with an empty or usual value, to be filled in
  void setParameter(const std::string& name, const QString& text);
  void removeParameter(const std::string& name);

  void save();
  void discardDraft();  // back to the saved agent; bringBack() undoes it
  void keepMine();      // after changedElsewhere: saving will replace theirs
  void takeTheirs();    // after changedElsewhere; bringBack() undoes it
  void bringBack();
  void clearError();
  // The draft of every agent that was edited is durable, or could not be written, when `done` is called.
  void flush(std::function<void()> done);

 Q_SIGNALS:
  void stateChanged();
  void opened();  // another agent (or a reloaded one) is in the state; fields may be replaced
  void saved();

 private:
  void change(const std::function<void(AgentState&)>& edit);
  void edit(const std::function<void(domain::AgentContent&)>& edit);
  void show(domain::AgentContent content);
  void take(const services::AgentWithDraft& found);
  void reload();
  void onChanged(const domain::AgentId& id);
  void writeDraft();
  void onWritten(const domain::AgentId& id, std::int64_t write, const base::Result<void>& end);
  void analyse();
  void checkParameters(AgentState& state) const;
  void whenIdle();
  void putAside();

  struct Unstored {  // an edit the store has not confirmed yet
    domain::AgentDraft draft;
    std::int64_t write = 0;  // number of the write that carries it; 0: not under way
  };

  services::AgentService& m_agents;
  services::ModelService& m_models;
  AgentState m_state;
  domain::Agent m_saved;  // as the store has it, without the draft
  std::map<domain::AgentId, Unstored> m_unstored;
  std::optional<domain::AgentContent> m_putAside;
  QTimer m_autosave;
  QTimer m_analyse;
  std::int64_t m_lastWrite = 0;
  int m_generation = 0;  // of the newest reload(); answers to older ones are dropped
  bool m_discarding = false;
  std::vector<std::function<void()>> m_whenIdle;
};

}  // namespace aiagent::ui
