// A server that answers by a script, and the services over it: an account, a library that is a workspace's,
// members and devices.
#pragma once

#include <map>
#include <string>

#include "core/services/agent_service.h"
#include "core/services/other_workspaces.h"
#include "core/services/people_service.h"
#include "core/services/server_account.h"
#include "core/services/sync_service.h"
#include "core/store/sql.h"
#include "core/store/sync_inbox.h"
#include "core/store/sync_repository.h"
#include "tests/unit/services/service_fixture.h"
#include "ui/viewmodels/server_vm.h"
#include "ui/viewmodels/sync_vm.h"
#include "ui/viewmodels/workspaces_vm.h"

namespace aiagent::testing {

inline const std::string kAnn = "01990000-0000-7000-8000-00000000000a";
inline const std::string kBob = "01990000-0000-7000-8000-00000000000b";
inline const std::string kPersonal = "01990000-0000-7000-8000-0000000000a1";
inline const std::string kTeam = "01990000-0000-7000-8000-0000000000b1";

class SyncParts {
 public:
  explicit SyncParts(ServiceFixture& fixture, std::string ownRole = "admin")
      : services(fixture),
        role(std::move(ownRole)),
        account(*fixture.profile, *fixture.settings, *fixture.http, fixture.secrets,
                {.deviceName = "laptop"}),
        sync(*fixture.profile, account, *fixture.http),
        people(account),
        others({*fixture.profile, *fixture.profile, sync, account, *fixture.http}, soonAgain()),
        state(sync, account, fixture.clock),
        server(account, sync, people, fixture.clock, true),
        workspaces(others, account, fixture.clock) {
    services.http->answer = [this](const ports::HttpRequest& request) { return answer(request); };
  }
  ~SyncParts() {
    others.stop();
    sync.stop();
    services.http->answer = nullptr;
  }

  std::string identity() const {
    return R"("account":{"id":")" + kAnn + R"(","email":"ann@example.org","name":"Ann Miller"},)" +
           R"("device":{"id":"d1","name":"laptop"},"workspaces":[{"id":")" + kPersonal +
           R"(","name":"Ann Miller","role":"admin","personal":true},{"id":")" + kTeam +
           R"(","name":"Support team","role":")" + role + R"(","personal":false})" + moreWorkspaces + "]";
  }

  std::string moreWorkspaces;  // of the account: ,{…}

  static services::OtherWorkspacesOptions soonAgain() {
    using std::chrono::milliseconds;
    return {.firstAfter = milliseconds(10),
            .every = milliseconds(60'000),
            .retry = milliseconds(100),
            .soon = milliseconds(10)};
  }

  // What the server says to "METHOD /path"; tests put their own in.
  std::map<std::string, Script> answers;
  std::vector<std::string> asked;  // "METHOD /path body"

  Script answer(const ports::HttpRequest& request) {
    const auto path = request.url.substr(request.url.find('/', 8));
    asked.push_back(request.method + ' ' + path + ' ' + request.body);
    if (const auto own = answers.find(request.method + ' ' + path); own != answers.end()) return own->second;
    if (path == "/v1/auth/exchange")
      return jsonAnswer(200,
                        "{" + identity() + R"(,"refresh_token":"r1","access_token":"a1","expires_in":600})");
    if (path == "/v1/auth/refresh")
      return jsonAnswer(200, R"({"refresh_token":"r2","access_token":"a2","expires_in":600})");
    if (path == "/v1/me") return jsonAnswer(200, "{" + identity() + "}");
    if (path == "/v1/rpc/sync_pull")
      return jsonAnswer(200,
                        R"({"epoch":"01990000-0000-7000-8000-0000000000e1","from":0,"to":0,"head":0,)"
                        R"("complete":true,"last_n":0,"server_time":"2026-11-23T06:40:00.123Z","role":")" +
                            role + R"(","digest":{"live":0,"xor":"0000000000000000"},"rows":[]})");
    if (path == "/v1/rpc/sync_push") return {Step::hang()};
    if (path == "/v1/devices" || path.find("/devices") != std::string::npos)
      return jsonAnswer(200, devices());
    if (path.find("/members") != std::string::npos) return jsonAnswer(200, members());
    if (path.find("/audit") != std::string::npos) return jsonAnswer(200, audit());
    return jsonAnswer(404, R"({"error":"not_found","message":"There is no such thing."})");
  }

  static std::string devices() {
    return R"({"devices":[{"id":"d1","name":"laptop","platform":"Debian GNU/Linux 12","app":"1.0","kind":"device",)"
           R"("created_at":"2026-11-01T08:00:00Z","last_seen":"2026-11-23T06:39:00Z","current":true},)"
           R"({"id":"d2","name":"build machine","platform":"","app":"","kind":"token",)"
           R"("created_at":"2026-10-01T08:00:00Z","last_seen":"2026-11-22T22:10:00Z","current":false}]})";
  }

  std::string members() const {
    std::string invites;
    if (role == "admin")
      invites =
          R"({"id":"i1","email":"dora@example.org","role":"viewer","created_at":"2026-11-23T05:00:00Z",)"
          R"("expires":"2026-11-24T05:00:00Z"})";
    return R"({"members":[{"user":")" + kAnn + R"(","email":"ann@example.org","name":"Ann Miller","role":")" +
           role +
           R"(","suspended":false,"last_seen":"2026-11-23T06:39:00Z","created_at":"2026-01-01T00:00:00Z","devices":2},)"
           R"({"user":")" +
           kBob +
           R"(","email":"bob@example.org","name":"Bob","role":"member","suspended":false,)"
           R"("last_seen":"2026-11-21T10:00:00Z","created_at":"2026-01-01T00:00:00Z","devices":1},)"
           R"({"user":"01990000-0000-7000-8000-00000000000c","email":"carl.of.the.long.address@department.example.org",)"
           R"("name":"Carl","role":"viewer","suspended":true,"last_seen":null,"created_at":"2026-01-01T00:00:00Z",)"
           R"("devices":0}],"invites":[)" +
           invites + "]}";
  }

  static Script invitation() {
    const std::string link = "aiagent:/" + std::string("/connect?url=agents.example.com&code=K7TQ-9F3C-22MX");
    return jsonAnswer(
        201, R"({"code":"K7TQ-9F3C-22MX","link":")" + link + R"(","expires":"2026-11-24T06:40:00Z"})");
  }

  static std::string audit() {
    return R"({"entries":[{"id":9,"at":"2026-11-23T05:00:00Z","by":{"user":"u","email":"ann@example.org"},)"
           R"("action":"invite.made","subject":"dora@example.org","detail":{}},)"
           R"({"id":8,"at":"2026-11-20T09:12:00Z","by":{"user":"u","email":"ann@example.org"},)"
           R"("action":"member.suspended","subject":"carl.of.the.long.address@department.example.org","detail":{}},)"
           R"({"id":7,"at":"2026-11-18T09:00:00Z","by":{"user":"u","email":"bob@example.org"},)"
           R"("action":"device.signed_in","subject":"desk","detail":{}}]})";
  }

  void signIn() {
    auto done = await<services::ServerIdentity>(
        [&](auto then) { account.signIn("https://agents.example.com", "code", then); });
    if (!done) qFatal("not signed in: %s", done.error().providerCode.c_str());
  }

  // The library becomes the workspace's, with nothing to be sent; `workspace` is the one in use from now on.
  void bind(const std::string& workspace = kTeam) {
    account.useWorkspace(workspace);
    if (auto bound = sync.bind(*account.workspace(workspace)); !bound)
      qFatal("not bound: %s", bound.error().detail.c_str());
    forgetPending();
  }
  void forgetPending() {
    write([](store::Connection& connection) { store::Query(connection, "DELETE FROM sync_pending").run(); });
  }
  void write(std::function<void(store::Connection&)> what) {
    auto done = services.profile->store().writeAndWait<void>(
        [&](store::Connection& connection) -> base::Result<void> {
          what(connection);
          return {};
        });
    if (!done) qFatal("not written: %s", done.error().detail.c_str());
  }
  // One that the server need not be told of.
  void addItem(store::InboxItem item) {
    write([&](store::Connection& connection) {
      store::addInboxItem(connection, std::move(item));
      store::Query(connection, "DELETE FROM sync_pending WHERE type='conflict'").run();
    });
  }
  void start(ui::SyncState::Kind until = ui::SyncState::Kind::UpToDate) {
    sync.start(false);
    if (!QTest::qWaitFor([&] { return state.state().kind == until; }, 10'000))
      qFatal("sync stands at: %s", qPrintable(state.state().sentence));
  }

  // A library of a workspace that is not open, with that many agents that are not sent; closed again.
  void addLibrary(const std::string& workspace, int edits, const std::string& account = kAnn) {
    auto opened = services::Profile::open(libraryFolder(workspace), services.scheduler, services.clock);
    if (!opened) qFatal("not opened: %s", opened.error().detail.c_str());
    const auto* known = this->account.workspace(workspace);
    const store::SyncBinding binding{.origin = "https://agents.example.com",
                                     .account = *base::Uuid::parse(account),
                                     .email = "ann@example.org",
                                     .workspace = *base::Uuid::parse(workspace),
                                     .workspaceName = known ? known->name : "Gone",
                                     .role = "member"};
    auto bound = (*opened)->store().writeAndWait<void>(
        [&](store::Connection& connection) { return store::bindSync(connection, binding); });
    if (!bound) qFatal("not bound: %s", bound.error().detail.c_str());
    services::AgentService agents(**opened);
    for (int i = 0; i < edits; ++i) {
      domain::AgentContent content;
      content.name = "Agent " + std::to_string(i);
      if (!await<domain::Agent>([&](auto done) { agents.create(content, done); })) qFatal("not created");
    }
  }
  // In the library of a workspace that is not open.
  void addItemIn(const std::string& workspace, store::InboxItem item) {
    auto opened = services::Profile::open(libraryFolder(workspace), services.scheduler, services.clock);
    if (!opened) qFatal("not opened: %s", opened.error().detail.c_str());
    auto done =
        (*opened)->store().writeAndWait<void>([&](store::Connection& connection) -> base::Result<void> {
          store::addInboxItem(connection, std::move(item));
          store::Query(connection, "DELETE FROM sync_pending WHERE type='conflict'").run();
          return {};
        });
    if (!done) qFatal("not written: %s", done.error().detail.c_str());
  }
  std::filesystem::path libraryFolder(const std::string& workspace) const {
    return services.profile->folder() / "workspaces" / workspace;
  }
  void readOthers() {
    bool read = false;
    others.read([&] { read = true; });
    if (!QTest::qWaitFor([&] { return read; }, 10'000)) qFatal("the other workspaces were not read");
  }
  void syncOthers() {
    bool ended = false;
    others.sync([&] { ended = true; });
    if (!QTest::qWaitFor([&] { return ended; }, 10'000)) qFatal("the round did not end");
  }

  ServiceFixture& services;
  std::string role;
  services::ServerAccount account;
  services::SyncService sync;
  services::PeopleService people;
  services::OtherWorkspaces others;
  ui::SyncVm state;
  ui::ServerVm server;
  ui::WorkspacesVm workspaces;
};

// Two that changed the same words of a prompt, and each something else besides.
inline store::InboxItem sampleConflict(const domain::Agent& agent) {
  domain::SharedAgent base;
  base.content = agent.content;
  base.content.prompt =
      "You sort support tickets for the team.\nAnswer with one word for the urgency.\nBe polite.";
  auto mine = base, theirs = base;
  mine.content.prompt =
      "You sort support tickets for the team.\nAnswer with one word for the urgency, and a reason.\nBe "
      "polite.";
  theirs.content.prompt =
      "You sort incoming support tickets for the team.\nAnswer with the urgency as a number from 1 to 5.\n"
      "Be polite.";
  return {.kind = store::InboxKind::Conflict,
          .agent = agent.id,
          .name = agent.content.name,
          .reason = "both_changed",
          .base = base,
          .mine = mine,
          .theirs = theirs,
          .fields = {"prompt"},
          .by = *base::Uuid::parse(kBob)};
}

inline store::InboxItem sampleKept(store::InboxKind kind, const std::string& name,
                                   const std::string& reason) {
  domain::SharedAgent kept;
  kept.content.name = name;
  kept.content.prompt = "You write a short poem about {{topic}}.\nNever more than four lines.";
  auto base = kept;
  base.content.prompt = "You write a poem about {{topic}}.";
  return {.kind = kind,
          .agent = *domain::AgentId::parse("01990000-0000-7000-8000-0000000000f1"),
          .name = name,
          .reason = reason,
          .base = base,
          .mine = kept};
}

}  // namespace aiagent::testing
