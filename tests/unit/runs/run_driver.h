// RunDriver: a RunMachine with a clock and timers moved by hand, and a record of everything it asked for.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/runs/run_machine.h"

namespace aiagent::runs {

domain::RunRecord queuedRun(std::string input = "hi", std::string prompt = "Be brief.");

class RunDriver {
 public:
  explicit RunDriver(domain::RunRecord run = queuedRun(), RunOptions options = {});

  void start() { take(machine.start(m_now)); }
  void give(const Event& event) { take(machine.on(event, m_now)); }
  void give(wire::ModelEvent event) { give(Event(wire::SequencedEvent{-1, std::move(event)})); }
  // Lets time pass; timers that fall due fire in their order.
  void pass(base::Milliseconds time);

  // The head of a stream, and one piece of its bytes.
  void streamBegins(std::string requestId = "req_1");
  void headArrives(int status, std::optional<bool> shouldRetry = {},
                   std::optional<base::Milliseconds> retryAfter = {});
  void text(std::string delta, std::int32_t output = 0, std::int32_t content = 0);
  void itemAdded(std::int32_t output, std::string type = "message");
  void itemDone(std::int32_t output, std::string text, bool moreFollows = false,
                std::string type = "message");
  void completes(std::string text);
  void transportEnds(std::optional<base::ErrorCode> error = {});

  const domain::RunRecord& run() const { return machine.run(); }
  template <class AnyAction>
  int count() const {
    int found = 0;
    for (const auto& action : actions) found += std::holds_alternative<AnyAction>(action);
    return found;
  }
  template <class AnyAction>
  const AnyAction* last() const {
    for (auto action = actions.rbegin(); action != actions.rend(); ++action)
      if (const auto* found = std::get_if<AnyAction>(&*action)) return found;
    return nullptr;
  }
  bool runs(RunTimer timer) const { return m_timers.contains(timer); }
  base::Milliseconds left(RunTimer timer) const;
  // What a view holds that has followed every AppendText and ReplaceText: message index, part index -> text.
  const std::map<std::pair<std::size_t, std::size_t>, std::string>& shown() const { return m_shown; }

  RunMachine machine;
  std::vector<Action> actions;  // all, in order

 private:
  void take(std::vector<Action> more);

  base::Instant m_now{};
  std::map<RunTimer, base::Instant> m_timers;
  std::map<std::pair<std::size_t, std::size_t>, std::string> m_shown;
};

}  // namespace aiagent::runs
