// LiveRun: shows one run on the terminal while it goes on.
#pragma once

#include <optional>
#include <QObject>

#include "app/cli/command.h"

namespace aiagent::cli {

// Follows the run whose id it is given, prints what arrives, and ends the command when the run is over.
// Deletes itself then.
class LiveRun : public QObject {
 public:
  LiveRun(Context& context, Finish finish);
  // Give this to RunService::start and resume.
  services::Done<domain::RunId> whenStarted();

 private:
  void begin(domain::RunId id);
  void onAppended(const domain::RunId& id, std::size_t message, std::size_t part, const std::string& text);
  void onReplaced(const domain::RunId& id, std::size_t message, std::size_t part);
  void onWaiting(const domain::RunId& id, const base::Error& reason, base::Milliseconds delay, int attempt);
  void onPreparing(const domain::RunId& id, const domain::KnowledgeProgress& progress);
  void onFinished(const domain::RunRecord& run);
  Exit exitOf(const domain::RunRecord& run) const;
  void cancel();

  Context& m_context;
  Finish m_finish;
  domain::RunId m_id;
  std::optional<domain::KnowledgeProgress> m_prepared;
  bool m_corrected = false;  // something printed was replaced afterwards
  bool m_endsWithNewline = true;
  bool m_interrupted = false;
  std::optional<base::Error> m_storeError;
};

}  // namespace aiagent::cli
