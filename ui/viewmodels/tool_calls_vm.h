// ToolCallsVm: the tool calls that the conversation's last run waits for, and how the person answers them.
//
// Nothing is run and nothing is approved by itself, but for a command that was allowed always for this tool
// of this agent on this device and is still the same.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <QObject>
#include <QString>

#include "core/services/tool_service.h"
#include "core/wire/request_input.h"
#include "ui/viewmodels/playground_vm.h"

namespace aiagent::ui {

struct ToolCallForm {
  enum class How { Typed, Recorded, Command };
  enum class Job { None, Running, Done, Failed };

  wire::PendingCall call;
  QString arguments;  // indented where they are JSON
  How how = How::Typed;
  QString typed;
  std::optional<QString> recorded;  // an answer kept for these very arguments
  bool record = false;              // keep the answer that is sent

  QString command;                   // a program and its arguments; double quotes hold blanks together
  std::vector<std::string> program;  // what `command` says, piece by piece
  bool always = false;
  Job job = Job::None;
  QString output;                          // of the command, when it is done
  std::optional<ports::CommandEnd> fault;  // how it failed

  std::optional<bool> approved;  // of a request for approval, once it is decided

  bool operator==(const ToolCallForm&) const = default;
  bool isApproval() const { return call.kind == wire::PendingCall::Kind::Approval; }
  bool answered() const;
};

struct ToolCallsState {
  domain::RunId run;  // null: nothing is waited for
  std::vector<ToolCallForm> calls;
  std::optional<base::Error> error;  // what could not be kept
  bool operator==(const ToolCallsState&) const = default;
  bool complete() const;  // every call has its answer
};

class ToolCallsVm : public QObject {
  Q_OBJECT

 public:
  // Follows the playground; both must outlive this.
  ToolCallsVm(services::ToolService& tools, PlaygroundVm& playground, QObject* parent = nullptr);
  ~ToolCallsVm() override;

  const ToolCallsState& state() const { return m_state; }

  void setHow(std::size_t place, ToolCallForm::How how);
  void setTyped(std::size_t place, const QString& text);
  void setRecord(std::size_t place, bool on);
  // Another command is not allowed any more than it was run.
  void setCommand(std::size_t place, const QString& text);
  void setAlways(std::size_t place, bool on);  // off takes a permission back at once
  void runCommand(std::size_t place);
  void cancelCommand(std::size_t place);
  void decide(std::size_t place, bool approved);
  void send();
  void clearError();

 Q_SIGNALS:
  void stateChanged();

 private:
  void change(const std::function<void(ToolCallsState&)>& edit);
  void changeCall(std::size_t place, const std::function<void(ToolCallForm&)>& edit);
  void onSettled(const std::optional<domain::RunRecord>& run, bool justEnded);
  void show(const domain::RunRecord& run, bool justEnded);
  void putAway();
  void findHelp(std::size_t place, bool justEnded);
  void onHelp(std::size_t place, const services::ToolHelp& help, bool justEnded);
  void runAllowed(std::size_t place);
  void onEnded(const domain::RunId& run, std::size_t place, const ports::CommandEnd& end, bool byItself);
  void tell(const base::Error& error);
  store::ToolKey keyOf(const ToolCallForm& form) const;
  services::ToolJob jobOf(const ToolCallForm& form) const;
  void sendAnswers();

  services::ToolService& m_tools;
  PlaygroundVm& m_playground;
  ToolCallsState m_state;
  std::map<std::size_t, services::ToolService::JobId> m_jobs;    // by place
  std::map<domain::RunId, std::vector<ToolCallForm>> m_putAway;  // what was typed for other runs
  std::size_t m_byItself = 0;  // calls of this run that an allowed command has answered
  int m_sentByItself = 0;      // in a row, since the person last had a word
};

// One text for a program and its arguments, and back.
QString commandText(const std::vector<std::string>& program);
std::vector<std::string> commandParts(const QString& text);

}  // namespace aiagent::ui
