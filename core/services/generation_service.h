// GenerationService: asks a model for agents, single fields, reasons and improvements. Each is an ordinary
// run without a kept agent, so that it is retried, stored, counted and found under Runs like any other.
#pragma once

#include <memory>
#include <QObject>
#include <string>
#include <unordered_map>

#include "core/authoring/generate/generation.h"
#include "core/authoring/generate/generation_machine.h"
#include "core/authoring/generate/improvement.h"
#include "core/services/run_service.h"

namespace aiagent::services {

// Where a generation is sent.
struct GenerationTarget {
  domain::Provider provider;
  std::string model;  // empty: the provider's default
};

struct GenerationAsk {
  authoring::GenerationBrief brief;
  std::optional<authoring::Field> field;  // that one alone
  authoring::GeneratedAgent accepted;     // with `field`: what the others are
  std::string wish;                       // with `field`: what should be different; may be empty
};

// Call from the thread of its event loop; signals come there.
class GenerationService : public QObject {
  Q_OBJECT

 public:
  // `runs` must outlive the service.
  explicit GenerationService(RunService& runs, QObject* parent = nullptr);
  ~GenerationService() override;

  // `done` comes with the run's id once it is stored, or with why it was not begun; happened() follows and
  // ends with Completed or GenerationFailed.
  void generate(GenerationAsk ask, GenerationTarget target, Done<domain::RunId> done);
  // What is done is kept, and told by GenerationFailed.
  void cancel(domain::RunId run);
  // Null when it is over.
  const authoring::GenerationMachine* live(domain::RunId run) const;

  // Why a field is as it is, in plain text. `begun` may be null; it comes with the run, for cancel().
  void why(const authoring::GenerationBrief& brief, const authoring::GeneratedAgent& agent,
           authoring::Field field, GenerationTarget target, Done<std::string> done,
           Done<domain::RunId> begun = {});
  // Edits of the prompt that serve the goal, each with its reason. BadResponse: the answer holds none.
  void improve(const domain::AgentContent& content, std::string_view goal, GenerationTarget target,
               Done<authoring::Improvement> done, Done<domain::RunId> begun = {});

  // What a run of generate() answered, as a machine that has read it; for a run of an earlier day.
  static authoring::GenerationMachine read(const domain::RunRecord& run);

 Q_SIGNALS:
  void happened(const aiagent::domain::RunId& run, const aiagent::authoring::GenerationAction& action);
  // The run's own failure, for words and a button; GenerationFailed follows.
  void failed(const aiagent::domain::RunId& run, const aiagent::base::Error& error);

 private:
  using Whole = std::function<void(const domain::RunRecord&)>;

  void start(authoring::GenerationRequest request, GenerationTarget target, Done<domain::RunId> done);
  void ask(authoring::GenerationRequest request, GenerationTarget target, Whole whole,
           Done<domain::RunId> begun, std::function<void(base::Error)> refused);
  void onAppended(const domain::RunId& id, std::size_t message, std::size_t part, const std::string& text);
  void onReplaced(const domain::RunId& id);
  void onFinished(const domain::RunRecord& run);
  void tell(const domain::RunId& id, const std::vector<authoring::GenerationAction>& actions);

  RunService& m_runs;
  std::unordered_map<domain::RunId, authoring::GenerationMachine> m_machines;
  std::unordered_map<domain::RunId, Whole> m_whole;  // of why() and improve()
};

}  // namespace aiagent::services
