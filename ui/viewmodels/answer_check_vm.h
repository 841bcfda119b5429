// AnswerCheckVm: whether the playground's answer is what the agent's output schema asks for, while it comes
// and when it has ended.
#pragma once

#include <QObject>

#include "core/authoring/content/schema_check.h"
#include "core/authoring/generate/json_stream.h"
#include "core/services/run_service.h"
#include "ui/viewmodels/playground_vm.h"

namespace aiagent::ui {

struct AnswerCheckState {
  enum class Kind {
    None,        // no schema, no answer, or nothing that can be said
    SoFarJson,   // the beginning of a JSON value
    SoFarOther,  // cannot become one any more
    Matches,
    Differs,  // `mismatches` say how
  };
  Kind kind = Kind::None;
  std::vector<authoring::SchemaMismatch> mismatches;
  bool operator==(const AnswerCheckState&) const = default;
};

class AnswerCheckVm : public QObject {
  Q_OBJECT

 public:
  // Follows the playground; both must outlive this.
  AnswerCheckVm(services::RunService& runs, PlaygroundVm& playground, QObject* parent = nullptr);

  const AnswerCheckState& state() const { return m_state; }

 Q_SIGNALS:
  void stateChanged();

 private:
  void change(AnswerCheckState next);
  void onAppended(const domain::RunId& id, std::size_t message, std::size_t part, const std::string& text);
  void beginAgain(const domain::RunRecord& run);
  void onSettled(const std::optional<domain::RunRecord>& run);

  services::RunService& m_runs;
  PlaygroundVm& m_playground;
  AnswerCheckState m_state;
  domain::RunId m_run;  // whose text m_stream reads
  authoring::JsonStream m_stream;
};

}  // namespace aiagent::ui
