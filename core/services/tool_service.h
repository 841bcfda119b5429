// ToolService: how a tool that a model called is answered on this computer: by an answer that was recorded,
// or by a local program that the person allowed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <string>
#include <string_view>

#include "core/ports/command_runner.h"
#include "core/services/profile.h"
#include "core/store/tool_repository.h"

namespace aiagent::services {

// What there is for a call.
struct ToolHelp {
  std::optional<std::string> recorded;        // for these very arguments
  std::optional<store::ToolCommand> command;  // of the tool, on this device
  bool operator==(const ToolHelp&) const = default;
};

// A program for one call. Whoever makes one has the person's word for exactly this program.
struct ToolJob {
  store::ToolKey key;
  std::vector<std::string> program;
  std::string arguments;  // its standard input
};

// Call from the thread of its event loop; completions come there, and not after the service is gone.
class ToolService : public QObject {
  Q_OBJECT

 public:
  using JobId = int;

  // Both must outlive the service.
  ToolService(Profile& profile, ports::CommandRunner& runner, QObject* parent = nullptr);
  ~ToolService() override;

  void find(store::ToolKey key, std::string arguments, Done<ToolHelp> done);
  void record(store::ToolKey key, std::string arguments, std::string answer, Done<void> done);
  // A command of another program, or none, ends what was allowed always.
  void keepCommand(store::ToolKey key, store::ToolCommand command, Done<void> done);

  // Runs the program. The id is for cancel(), after which `done` comes with Cancelled.
  JobId run(ToolJob job, std::function<void(ports::CommandEnd)> done);
  // Runs the program only if the store has it, byte for byte, as allowed always: otherwise Conflict, and
  // nothing was run.
  JobId runIfAlways(ToolJob job, Done<ports::CommandEnd> done);
  void cancel(JobId id);

 private:
  void begin(JobId id, ToolJob job, std::function<void(ports::CommandEnd)> done);

  Profile& m_profile;
  ports::CommandRunner& m_runner;
  std::map<JobId, std::unique_ptr<ports::RunningCommand>> m_running;  // null: it waits for the store
  JobId m_lastJob = 0;
  bool m_ending = false;
};

// One form for arguments that mean the same: JSON without blanks, members sorted; other text as it is.
std::string sameArguments(std::string_view arguments);

}  // namespace aiagent::services
