// LiveGeneration: shows the fields of one generation on the terminal as they come.
#pragma once

#include <functional>
#include <optional>
#include <QObject>
#include <set>
#include <vector>

#include "app/cli/command.h"
#include "core/services/generation_service.h"

namespace aiagent::cli {

struct GenerationOutcome {
  authoring::GeneratedAgent agent;  // of the fields in `done`
  std::vector<authoring::Field> done;
  std::optional<authoring::FailureKind> failure;  // none: the whole agent came
  std::string said;                               // of a refusal
  std::optional<base::Error> error;               // of the run, where there is one
};

// Ctrl-C cancels the generation; what is done is kept. Deletes itself after `over`.
class LiveGeneration : public QObject {
 public:
  using Over = std::function<void(GenerationOutcome)>;

  // With --json nothing is printed.
  LiveGeneration(Context& context, Over over);
  // Give this to GenerationService::generate.
  services::Done<domain::RunId> whenStarted();

 private:
  void onAction(const authoring::GenerationAction& action);
  void onGrew(const authoring::FieldGrew& grew);
  void onDone(const authoring::FieldDone& done);
  void heading(authoring::Field field);
  void end(GenerationOutcome outcome);

  Context& m_context;
  Over m_over;
  domain::RunId m_id;
  std::optional<base::Error> m_error;
  std::optional<authoring::Field> m_open;  // its heading is printed, and it is not done
  std::string m_streamed;                  // of that field
  bool m_first = true;
  bool m_interrupted = false;
};

}  // namespace aiagent::cli
