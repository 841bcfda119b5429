// GenerateVm: from a description to an agent: what is asked for, the fields as they come, what the person
// decides about each, and what is made of them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "core/authoring/draft/offline_draft.h"
#include "core/authoring/generate/generation_review.h"
#include "core/services/agent_service.h"
#include "core/services/generation_queue.h"
#include "core/services/generation_service.h"
#include "core/services/model_service.h"
#include "core/services/provider_service.h"
#include "core/services/settings_service.h"
#include "ui/viewmodels/draft_proposal.h"

namespace aiagent::ui {

// What a field shows beside its value and the decision about it.
struct FieldNotes {
  QStringList problems;
  bool asking = false;  // it is being generated once more
  bool explaining = false;
  QString why;
  bool badEdit = false;  // the edited text is no value of the field
  bool operator==(const FieldNotes&) const = default;
};

// An agent that a generation can start from.
struct BasisChoice {
  domain::AgentId id;
  QString name;
  bool operator==(const BasisChoice&) const = default;
};

inline constexpr int kMostExamples = 8;

struct GenerateState {
  enum class Phase { Idle, Starting, Running, Waiting };  // Waiting: for a retry
  enum class Source { None, Model, Offline };

  QString description;
  QStringList examples;  // of conversations; some may be empty
  QString language;      // of the agent's texts: "de", or in the person's words; empty: the description's own
  domain::AgentId basis;  // null: a new agent
  QString basisName;
  std::vector<BasisChoice> bases;

  Phase phase = Phase::Idle;
  domain::RunId run;
  Source source = Source::None;  // of what the form holds
  QString templateId;            // of an offline draft
  bool otherLanguage = false;    // it is in English, as no template is in the language that is wanted
  QStringList otherTemplates;
  authoring::GenerationReview review;
  std::map<authoring::Field, FieldNotes> notes;
  std::optional<authoring::Field> writing;  // the field that is being streamed
  authoring::FieldValue partial;            // as far as it has come

  std::optional<domain::Provider> provider;
  QString model;  // that is asked; empty: the provider's own
  std::optional<base::Error> error;
  bool queued = false;  // the last request waits in the queue now
  bool creating = false;

  bool operator==(const GenerateState&) const = default;
  bool busy() const { return phase != Phase::Idle; }
  bool hasFields() const { return !review.all().empty() || writing.has_value(); }
  bool anyTaken() const;
  bool anyProposed() const;
  // An agent needs a name that was accepted.
  bool canCreate() const;
};

class GenerateVm : public QObject {
  Q_OBJECT

 public:
  struct Services {
    services::AgentService& agents;
    services::ProviderService& providers;
    services::ModelService& models;
    services::RunService& runs;
    services::GenerationService& generations;
    services::GenerationQueue& queue;
    services::SettingsService& settings;
  };

  explicit GenerateVm(Services services, QObject* parent = nullptr);
  ~GenerateVm() override;

  const GenerateState& state() const { return m_state; }

  void setDescription(const QString& text);
  void setExamples(const QStringList& examples);  // at most kMostExamples
  void setLanguage(const QString& language);
  void setModel(const QString& text);
  void setBasis(const domain::AgentId& id);
  void loadBases();

  void generate();
  void stop();  // fields that are done stay
  void draftOffline();
  void useTemplate(const QString& id);
  void waitForNetwork();  // puts the description into the queue
  void clearError();
  void startOver();  // an empty form; the description stays

  void accept(authoring::Field field);
  void acceptAll();
  void reject(authoring::Field field);
  // False: the text is no value of the field; nothing was changed.
  bool edit(authoring::Field field, const QString& text);
  void again(authoring::Field field, const QString& wish);
  void why(authoring::Field field);

  // Makes the agent of what was accepted; with a basis, hands over its draft.
  void create();
  // A generation that came back from the queue.
  void review(const domain::GenerationJob& job);

  std::optional<services::GenerationTarget> target() const;
  void flush();  // what is typed is handed to the settings now

 Q_SIGNALS:
  void stateChanged();
  void created(const aiagent::domain::AgentId& agent);
  // The basis with what was accepted.
  void draftWanted(const aiagent::ui::DraftProposal& proposal);
  void announced(const QString& sentence);

 private:
  void change(const std::function<void(GenerateState&)>& edit);
  authoring::GenerationBrief brief() const;
  authoring::GeneratedAgent whole() const;
  void onStarted(const base::Result<domain::RunId>& id);
  void onAction(const authoring::GenerationAction& action);
  void onFieldAction(authoring::Field field, const authoring::GenerationAction& action);
  // Nothing when it was cancelled.
  std::optional<base::Error> errorOf(const authoring::GenerationFailed& failed);
  void dropAgain();
  void send();
  void loadBasis(std::function<void(bool)> then);
  void freshBasis(std::function<void(bool)> then);
  void note(const authoring::Problem& problem);
  void take(const authoring::OfflineDraft& draft);
  void takeRun(const domain::RunRecord& run);
  void finish(std::optional<base::Error> error);
  void chooseModel(std::function<void(std::string)> done);
  void make(const std::string& model);
  void readProvider();
  void restore();
  void restoreFields();
  void restoreDecisions();
  void changed();  // something to be kept

  Services m_services;
  GenerateState m_state;
  std::optional<domain::AgentContent> m_basis;
  std::map<domain::RunId, authoring::Field> m_again;
  std::optional<base::Error> m_runError;
  std::unique_ptr<services::ModelQuery> m_models;
  QTimer m_keep;
  bool m_stopWanted = false;
  bool m_providerKnown = false;
  bool m_generateWanted = false;  // as soon as the provider is known
};

}  // namespace aiagent::ui
