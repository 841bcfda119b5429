// server connect|disconnect|database; sync, sync status|verify; inbox list|show|resolve
#include <algorithm>
#include <map>

#include "app/cli/command.h"
#include "app/cli/input.h"
#include "app/cli/sync_output.h"
#include "app/cli/workspace_output.h"
#include "core/base/time_text.h"
#include "core/services/inbox_choice.h"
#include "core/services/ops_service.h"
#include "core/wire/json_text.h"
#include "core/wire/record_json.h"
#include "ui/format/database_words.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using services::SyncStatus;

// ---------------------------------------------------------------- server

void printConnected(Context& context, const services::ServerIdentity& identity) {
  if (context.json()) return context.printLine(identityJson(identity, context.account().workspaceInUse()));
  context.printLine(sentence(QT_TRANSLATE_NOOP("cli", "Signed in at %1 as %2."))
                        .arg(format::text(identity.origin), format::text(identity.email)));
  printWorkspaces(context, identity);
}

// A token is printed once and kept nowhere.
void printToken(Context& context, const services::ServerIdentity& identity, Finish finish) {
  context.account().machineToken(
      identity.email, [&context, identity, finish](base::Result<services::MachineToken> made) {
        if (!made) return finishWith(context, made.error(), finish);
        const std::string token(made->token.reveal());
        if (context.json()) {
          context.printLine(wire::JsonObject()
                                .text("token", token)
                                .text("expires", made->expires)
                                .raw("server", identityJson(identity, context.account().workspaceInUse()))
                                .take());
        } else {
          printConnected(context, identity);
          context.message(sentence(QT_TRANSLATE_NOOP(
              "cli", "The next line is an access token for AIAGENT_TOKEN. It is not shown again.")));
          context.printLine(token);
        }
        finish(Exit::Done);
      });
}

void connectServer(Context& context, const Arguments& arguments, Finish finish) {
  context.account().signIn(
      arguments.positional(0), arguments.value("invite").value_or(""),
      [&context, arguments, finish](base::Result<services::ServerIdentity> identity) {
        if (!identity) return finishWith(context, identity.error(), finish);
        const auto* own = context.account().workspace(context.account().workspaceInUse());
        if (!own)
          return finishWith(context, {.code = base::ErrorCode::BadResponse, .subject = "server"}, finish);
        if (const auto bound = context.sync().bind(*own); !bound)
          return finishWith(context, bound.error(), finish);
        if (arguments.has("print-token")) return printToken(context, *identity, finish);
        if (!app::Backend::hasKeyStore())
          context.message(sentence(QT_TRANSLATE_NOOP(
              "cli",
              "This computer has no key store, so the sign-in ends with this command. With --print-token you "
              "get an access token to put into AIAGENT_TOKEN.")));
        printConnected(context, *identity);
        finish(Exit::Done);
      });
}

// What would be missed at the server.
void tellUnsent(Context& context, const WorkspaceRow& row) {
  if (row.status.sync.counts.pending == 0) return;
  context.message(sentence(QT_TRANSLATE_NOOP("cli", "Not sent, and kept until you sign in again: %1, %2"))
                      .arg(format::text(row.status.workspace.name),
                           waitingText(row.status.sync, context.profile().clock().wallNow())));
}

void disconnectServer(Context& context, const Arguments&, Finish finish) {
  context.account().signOut([&context, finish](base::Result<void> done) {
    if (!done) return finishWith(context, done.error(), finish);
    context.message(sentence(QT_TRANSLATE_NOOP("cli", "Signed out. The library stays on this computer.")));
    readWorkspaces(context, finish, [&context, finish](const std::vector<WorkspaceRow>& rows) {
      for (const auto& row : rows) tellUnsent(context, row);
      finish(Exit::Done);
    });
  });
}

void printSection(Context& context, const format::DatabaseSection& section) {
  context.printLine(QString());
  context.printLine(section.title);
  for (const auto& row : section.rows)
    context.printLine(QStringLiteral("  ") + row.join(QStringLiteral("  ")));
  if (!section.note.isEmpty()) context.printLine(QStringLiteral("  (%1)").arg(section.note));
}

Exit exitOf(domain::DatabaseHealth health) {
  switch (health) {
    case domain::DatabaseHealth::Good: return Exit::Done;
    case domain::DatabaseHealth::Concern: return Exit::Degraded;
    case domain::DatabaseHealth::Bad: return Exit::Unhealthy;
  }
  return Exit::Unknown;
}

// The verdict with its evidence first; the exit status says it, too.
Exit printDatabase(Context& context, const std::string& json) {
  const auto report = services::readDatabaseReport(json);
  const auto now = context.profile().clock().wallNow();
  const auto verdict = domain::judgeDatabase(*report, base::fromRfc3339(report->at).value_or(now));
  if (context.json()) {
    context.printLine(json);
    return exitOf(verdict.health);
  }
  context.printLine(format::databaseHealth(verdict.health));
  for (const auto& finding : verdict.findings)
    context.printLine(QStringLiteral("  ") + format::databaseFinding(finding, now));
  if (verdict.findings.empty())
    context.printLine(QStringLiteral("  ") + format::databaseVerdict(verdict, now));
  for (const auto& section : format::databaseSections(*report, now)) printSection(context, section);
  return exitOf(verdict.health);
}

void serverDatabase(Context& context, const Arguments&, Finish finish) {
  const auto ops = std::make_shared<services::OpsService>(context.account());
  ops->databaseJson([&context, finish, ops](base::Result<std::string> json) {
    if (!json) return finishWith(context, json.error(), finish);
    finish(printDatabase(context, *json));
  });
}

// ---------------------------------------------------------------- sync

Exit exitFor(const SyncStatus& status) {
  switch (status.state.phase) {
    case sync::Phase::UpToDate: return status.counts.pending == 0 ? Exit::Done : Exit::Conflict;
    case sync::Phase::SignIn:
    case sync::Phase::Revoked: return Exit::Credentials;
    case sync::Phase::Upgrade: return Exit::Conflict;
    case sync::Phase::Waiting:
      return status.state.trouble && status.state.trouble->kind == sync::TroubleKind::Storage
                 ? Exit::Storage
                 : Exit::Provider;
    case sync::Phase::Offline:
    case sync::Phase::Syncing: return Exit::Provider;
  }
  return Exit::Internal;
}

// Not connected to any server: said, with what to do.
bool refuseUnshared(Context& context, const SyncStatus& status, const Finish& finish) {
  if (status.shared) return false;
  finishWith(context, {.code = base::ErrorCode::NotFound, .subject = "server"}, finish);
  return true;
}

void printStatus(Context& context, const SyncStatus& status, bool running) {
  const auto now = context.library().clock().wallNow();
  context.printLine(context.json() ? statusJson(status, running, now)
                                   : statusText(status, running, now).toStdString());
}

void finishSync(Context& context, const SyncStatus& status, Finish finish) {
  if (refuseUnshared(context, status, finish)) return;
  printStatus(context, status, true);
  finish(exitFor(status));
}

// The others, as far as anything becomes of them.
void watchOthers(Context& context, const OtherWorkspaces& others) {
  const auto told = std::make_shared<std::vector<services::WorkspaceStatus>>(others->all());
  QObject::connect(others.get(), &services::OtherWorkspaces::changed, others.get(),
                   [&context, &all = others->all(), told] {
                     for (const auto& one : all)
                       if (one.here && std::find(told->begin(), told->end(), one) == told->end())
                         printStatusOf(context, {one, false});
                     *told = all;
                     context.flush();
                   });
  others->start();
}

void watch(Context& context, bool all, Finish finish) {
  QObject::connect(&context.sync(), &services::SyncService::statusChanged, &context.sync(), [&context, all] {
    const auto& status = context.sync().status();
    all ? printStatusOf(context, workspaceRow(context, status, true)) : printStatus(context, status, true);
    context.flush();
  });
  const auto others = all ? otherWorkspaces(context) : nullptr;
  context.onInterrupt([finish, others] { finish(Exit::Done); });
  context.sync().readStatus([&context, others, finish](base::Result<SyncStatus> status) {
    if (!status) return finishWith(context, status.error(), finish);
    if (refuseUnshared(context, *status, finish)) return;
    context.watchNetwork();
    context.sync().start(true);
    if (others) watchOthers(context, others);
  });
}

// Done: nothing is left to be sent there that could be.
Exit exitFor(const WorkspaceRow& row) {
  const auto& status = row.status;
  if (!status.here) return Exit::Done;
  if (!status.member) return status.sync.counts.pending == 0 ? Exit::Done : Exit::Credentials;
  return status.asked ? exitFor(status.sync) : Exit::Provider;
}

void finishAll(Context& context, const SyncStatus& open, const OtherWorkspaces& others,
               const Finish& finish) {
  const auto rows = workspaceRows(context, open, true, *others);
  const bool shared =
      std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.status.sync.shared; });
  if (!shared && refuseUnshared(context, open, finish)) return;
  printStatuses(context, rows);
  auto exit = Exit::Done;
  for (const auto& row : rows)
    if (exit == Exit::Done) exit = exitFor(row);
  finish(exit);
}

// A workspace that one was removed from since is known to the server alone.
void syncAll(Context& context, Finish finish) {
  context.account().refresh([&context, finish](const base::Result<services::ServerIdentity>&) {
    context.sync().start(false);
    context.sync().whenSettled([&context, finish](const SyncStatus& open) {
      const auto others = otherWorkspaces(context);
      others->sync([&context, finish, open, others] { finishAll(context, open, others, finish); });
    });
  });
}

void syncOnce(Context& context, const Arguments& arguments, Finish finish) {
  if (arguments.has("watch")) return watch(context, arguments.has("all"), finish);
  if (arguments.has("all")) return syncAll(context, finish);
  context.sync().start(false);
  context.sync().whenSettled(
      [&context, finish](const SyncStatus& status) { finishSync(context, status, finish); });
}

void syncStatus(Context& context, const Arguments& arguments, Finish finish) {
  if (arguments.has("all"))
    return readWorkspaces(context, finish, [&context, finish](const std::vector<WorkspaceRow>& rows) {
      printStatuses(context, rows);
      finish(Exit::Done);
    });
  context.sync().readStatus([&context, finish](base::Result<SyncStatus> status) {
    if (!status) return finishWith(context, status.error(), finish);
    printStatus(context, *status, false);
    finish(Exit::Done);
  });
}

void syncVerify(Context& context, const Arguments&, Finish finish) {
  context.sync().start(false);
  context.sync().whenSettled([&context, finish](const SyncStatus& status) {
    if (refuseUnshared(context, status, finish)) return;
    context.sync().verify();
    context.sync().whenSettled(
        [&context, finish](const SyncStatus& verified) { finishSync(context, verified, finish); });
  });
}

// ---------------------------------------------------------------- inbox

void inboxList(Context& context, const Arguments& arguments, Finish finish) {
  context.sync().inbox(arguments.has("all"),
                       [&context, finish](base::Result<std::vector<store::InboxItem>> items) {
                         if (!items) return finishWith(context, items.error(), finish);
                         wire::JsonArray array;
                         for (const auto& item : *items) {
                           if (context.json())
                             array.raw(inboxJson(item, false));
                           else
                             context.printLine(inboxLine(item));
                         }
                         if (context.json())
                           context.printLine(array.take());
                         else if (items->empty())
                           context.message(sentence(QT_TRANSLATE_NOOP("cli", "The inbox is empty.")));
                         finish(Exit::Done);
                       });
}

void withItem(Context& context, const Arguments& arguments, Finish finish,
              std::function<void(const store::InboxItem&)> then) {
  const auto id = base::Uuid::parse(arguments.positional(0));
  if (!id)
    return finishWith(context, {.code = base::ErrorCode::NotFound, .subject = arguments.positional(0)},
                      finish);
  context.sync().inboxItem(*id, [&context, finish, then](base::Result<store::InboxItem> item) {
    if (!item) return finishWith(context, item.error(), finish);
    then(*item);
  });
}

void inboxShow(Context& context, const Arguments& arguments, Finish finish) {
  withItem(context, arguments, finish, [&context, finish](const store::InboxItem& item) {
    if (context.json())
      context.printLine(inboxJson(item, true));
    else
      context.print(inboxText(item).toStdString());
    finish(Exit::Done);
  });
}

void resolveWith(Context& context, const store::InboxItem& item, std::optional<domain::AgentContent> content,
                 Finish finish) {
  context.sync().resolve(item.id, std::move(content), [&context, finish](base::Result<void> done) {
    if (!done) return finishWith(context, done.error(), finish);
    if (!context.json()) context.message(sentence(QT_TRANSLATE_NOOP("cli", "Resolved.")));
    finish(Exit::Done);
  });
}

// A file holds the text of the one field that both changed.
base::Result<domain::AgentContent> contentOfFile(const store::InboxItem& item, const std::string& path,
                                                 const std::optional<domain::AgentContent>& now) {
  auto text = readText(path);
  if (!text) return text.error();
  auto content = now ? *now : item.mine ? item.mine->content : domain::AgentContent{};
  if (item.fields == std::vector<std::string>{"prompt"})
    content.prompt = std::move(*text);
  else if (item.fields == std::vector<std::string>{"description"})
    content.description = std::move(*text);
  else
    return base::Error{.code = base::ErrorCode::InvalidInput, .subject = "take"};
  return content;
}

void resolveAt(Context& context, const Arguments& arguments, const store::InboxItem& item,
               const std::optional<domain::AgentContent>& now, Finish finish) {
  static const std::map<std::string, services::InboxTake> kTakes = {{"mine", services::InboxTake::Mine},
                                                                    {"theirs", services::InboxTake::Theirs},
                                                                    {"merged", services::InboxTake::Merged}};
  const auto word = arguments.value("take").value_or("");
  if (word == "file") {
    auto content = contentOfFile(item, arguments.value("file").value_or(""), now);
    if (!content) return finishWith(context, content.error(), finish);
    return resolveWith(context, item, std::move(*content), finish);
  }
  const auto take = kTakes.find(word);
  if (take == kTakes.end())
    return finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = "take"}, finish);
  if (item.reason == "deleted_here" && take->second == services::InboxTake::Mine)
    return context.agents().remove(item.agent, [&context, item, finish](base::Result<void> removed) {
      if (!removed && removed.error().code != base::ErrorCode::NotFound)
        return finishWith(context, removed.error(), finish);
      resolveWith(context, item, std::nullopt, finish);
    });
  resolveWith(context, item, services::contentFor(item, take->second, now), finish);
}

void inboxResolve(Context& context, const Arguments& arguments, Finish finish) {
  withItem(context, arguments, finish, [&context, arguments, finish](const store::InboxItem& item) {
    context.agents().load(item.agent, [&context, arguments, item,
                                       finish](base::Result<services::AgentWithDraft> found) {
      if (!found && found.error().code != base::ErrorCode::NotFound)
        return finishWith(context, found.error(), finish);
      resolveAt(context, arguments, item, found ? std::optional(found->agent.content) : std::nullopt, finish);
    });
  });
}

}  // namespace

std::vector<Command> syncCommands() {
  return {
      {{{"server", "connect"},
        QT_TRANSLATE_NOOP("cli",
                          "Sign in at a server with an invitation; the library becomes your workspace"),
        {{"URL"}},
        {{"invite", "CODE", QT_TRANSLATE_NOOP("cli", "The one-time code; the invitation's link carries it")},
         {"print-token", "",
          QT_TRANSLATE_NOOP("cli", "Print an access token for a machine without a key store")}}},
       connectServer},
      {{{"server", "disconnect"}, QT_TRANSLATE_NOOP("cli", "Sign this computer out"), {}, {}},
       disconnectServer},
      {{{"server", "database"},
        QT_TRANSLATE_NOOP("cli", "Say how the server's database does, to whom its operator lets see it"),
        {},
        {}},
       serverDatabase},
      {{{"sync"},
        QT_TRANSLATE_NOOP("cli", "Send and fetch what changed"),
        {},
        {{"once", "", QT_TRANSLATE_NOOP("cli", "Once, and end (this is what it does without options)")},
         {"watch", "", QT_TRANSLATE_NOOP("cli", "Go on until Ctrl-C")},
         {"all", "",
          QT_TRANSLATE_NOOP(
              "cli", "Every workspace with a library here; done when nothing is left to be sent in any")}}},
       syncOnce},
      {{{"sync", "status"},
        QT_TRANSLATE_NOOP("cli", "Say what waits to be sent, and why"),
        {},
        {{"all", "",
          QT_TRANSLATE_NOOP("cli",
                            "Of every workspace with a library here, and not only of the one in use")}}},
       syncStatus},
      {{{"sync", "verify"}, QT_TRANSLATE_NOOP("cli", "Hold the whole library against the server's"), {}, {}},
       syncVerify},
      {{{"inbox", "list"},
        QT_TRANSLATE_NOOP("cli", "List conflicts, recovered and rejected edits"),
        {},
        {{"all", "", QT_TRANSLATE_NOOP("cli", "Those that are resolved, too")}}},
       inboxList},
      {{{"inbox", "show"}, QT_TRANSLATE_NOOP("cli", "Show one with its texts"), {{"ID"}}, {}}, inboxShow},
      {{{"inbox", "resolve"},
        QT_TRANSLATE_NOOP("cli", "Decide one"),
        {{"ID"}},
        {{.name = "take",
          .valueName = "SIDE",
          .help = QT_TRANSLATE_NOOP("cli", "mine, theirs, merged or file"),
          .required = true},
         {"file", "FILE", QT_TRANSLATE_NOOP("cli", "With --take file: the text that it becomes")}}},
       inboxResolve},
  };
}

}  // namespace aiagent::cli
