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

std::vector<ParameterField> parameterFields(const domain::Parameters& parameters);

struct AgentState {
  enum class Keeping { Kept, Pending, Failed };  // of the draft
  enum class Aside { Nothing, Draft, Change };   // what bringBack() has to bring

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
  Aside aside = Aside::Nothing;
  std::int64_t revision = 0;      // the draft was begun from
  domain::VersionId baseVersion;  // as AgentDraft
  domain::VersionId mergedWith;   // as AgentDraft
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
  const domain::Agent& savedAgent() const { return m_saved; }  // as the store has it, without the draft

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
  // Named as the first {{variable}} of the prompt that is not declared yet, else by a new name. Gives its
  // place.
  std::size_t addVariable();
  void setVariable(std::size_t place, const domain::Variable& variable);
  void removeVariable(std::size_t place);
  std::size_t addCase(domain::TestCase testCase = {});
  void setCase(std::size_t place, const domain::TestCase& testCase);
  void removeCase(std::size_t place);
  void setKnowledge(std::vector<domain::KnowledgeFile> files);

  void save(const QString& message = {});
  void discardDraft();  // back to the saved agent; bringBack() undoes it
  void keepMine();      // after changedElsewhere: saving will replace theirs
  void takeTheirs();    // after changedElsewhere; bringBack() undoes it
  // Changes several fields at once, as a fix or a proposal does; bringBack() undoes it.
  void replace(domain::AgentContent content);
  // What came of a merge with the saved agent becomes the draft; bringBack() undoes it. With a version,
  // saving it ends that version's branch.
  void takeMerged(domain::AgentContent content, const domain::VersionId& with);
  // Shows the saved agent and keeps the draft in the store until it is brought back, given up (clearError) or
  // another one is begun: what was typed outlives a restore.
  void setDraftAside();
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
  domain::AgentDraft draftOf(domain::AgentContent content) const;
  void begin(AgentState& state) const;
  void putAside();
  void showSaved();
  void onSaved(const domain::AgentId& id, const domain::AgentContent& content,
               const base::Result<domain::Agent>& agent);

  struct Unstored {  // an edit the store has not confirmed yet
    domain::AgentDraft draft;
    std::int64_t write = 0;  // number of the write that carries it; 0: not under way
  };

  services::AgentService& m_agents;
  services::ModelService& m_models;
  AgentState m_state;
  domain::Agent m_saved;
  std::map<domain::AgentId, Unstored> m_unstored;
  std::optional<domain::AgentDraft> m_putAside;
  QTimer m_autosave;
  QTimer m_analyse;
  std::int64_t m_lastWrite = 0;
  int m_generation = 0;  // of the newest reload(); answers to older ones are dropped
  bool m_discarding = false;
  bool m_draftHeld = false;  // the store has a draft that is not shown
  std::vector<std::function<void()>> m_whenIdle;
};

}  // namespace aiagent::ui
