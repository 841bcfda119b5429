// A program that uses a profile and can be killed at any moment.
//
//   store_helper PROFILE insert N          inserts N agents, prints "done"
//   store_helper PROFILE run               stores a running run, prints its id, waits for its end
//   store_helper PROFILE edit AGENT RUN N  saves drafts and checkpoints from revision N on for ever; prints
//                                          "draft N" and "run N" when the store has acknowledged them
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <string>

#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/run_repository.h"
#include "core/store/store.h"

namespace {

using namespace aiagent;
using store::Connection;

int fail(const base::Error& error) {
  std::printf("failed %s %s\n", std::string(base::toWord(error.code)).c_str(), error.detail.c_str());
  return 1;
}

void say(const std::string& line) {
  std::printf("%s\n", line.c_str());
  std::fflush(stdout);
}

int insert(store::Store& store, int count) {
  for (int i = 0; i < count; ++i) {
    domain::AgentContent content;
    content.name = "Agent " + std::to_string(::getpid()) + " " + std::to_string(i);
    const auto made =
        store.writeAndWait<domain::Agent>([&](Connection& c) { return store::insertAgent(c, content); });
    if (!made) return fail(made.error());
  }
  say("done");
  return 0;
}

int holdRun(store::Store& store) {
  domain::RunRecord run;
  run.id = store.ids().make<domain::RunId>();
  run.status = domain::RunStatus::Running;
  run.request.input = "unfinished business";
  const auto end = store.writeAndWait<void>([&](Connection& c) { return store::insertRun(c, run); });
  if (!end) return fail(end.error());
  say(run.id.toString());
  for (;;) ::pause();
}

int edit(store::Store& store, domain::AgentId agent, domain::RunId runId, std::int64_t revision) {
  auto run = store.readAndWait<domain::RunRecord>([&](Connection& c) { return store::loadRun(c, runId); });
  if (!run) return fail(run.error());
  for (;; ++revision) {
    domain::AgentDraft draft{.agent = agent, .content = {}, .baseRevision = revision, .saved = {}};
    draft.content.prompt = std::to_string(revision) + std::string(3'000, 'p');
    draft.content.tags = {std::to_string(revision)};
    auto end = store.writeAndWait<void>([&](Connection& c) { return store::saveDraft(c, draft); });
    if (!end) return fail(end.error());
    say("draft " + std::to_string(revision));
    run->status = domain::RunStatus::Running;
    run->lastSequence = revision;
    run->messages.back().parts.back().text = std::to_string(revision) + std::string(20'000, 't');
    end = store.writeAndWait<void>([&](Connection& c) { return store::updateRun(c, *run); });
    if (!end) return fail(end.error());
    say("run " + std::to_string(revision));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const base::SystemClock clock;
  base::UuidSource ids(clock);
  store::StoreOptions options;
  options.profile = argv[1];
  options.clock = &clock;
  options.ids = &ids;
  auto store = store::Store::open(std::move(options));
  if (!store) return fail(store.error());
  if (std::strcmp(argv[2], "insert") == 0 && argc == 4) return insert(**store, std::stoi(argv[3]));
  if (std::strcmp(argv[2], "run") == 0) return holdRun(**store);
  if (std::strcmp(argv[2], "edit") == 0 && argc == 6)
    return edit(**store, *domain::AgentId::parse(argv[3]), *domain::RunId::parse(argv[4]),
                std::stoll(argv[5]));
  return 2;
}
