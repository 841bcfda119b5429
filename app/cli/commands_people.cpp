// workspace list|use|create; member list|invite|role|suspend|remove; device list|revoke
#include "app/cli/command.h"
#include "app/cli/workspace_output.h"
#include "core/wire/json_text.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using services::Member;

// The workspace that --workspace names, by id or name; without it the one in use. Empty: an error was told.
std::string workspaceOf(Context& context, const Arguments& arguments, const Finish& finish) {
  const auto& identity = context.account().identity();
  if (!identity) {
    finishWith(context,
               {.code = base::ErrorCode::Credentials, .subject = "server", .providerCode = "not_signed_in"},
               finish);
    return {};
  }
  const auto wanted = arguments.value("workspace");
  if (!wanted) return context.account().workspaceInUse();
  for (const auto& one : identity->workspaces)
    if (one.id == *wanted || one.name == *wanted) return one.id;
  finishWith(context, {.code = base::ErrorCode::NotFound, .subject = *wanted}, finish);
  return {};
}

std::function<void(base::Result<void>)> told(Context& context, Finish finish, const char* what) {
  return [&context, finish, what](base::Result<void> done) {
    if (!done) return finishWith(context, done.error(), finish);
    if (!context.json()) context.message(sentence(what));
    finish(Exit::Done);
  };
}

// ---------------------------------------------------------------- workspaces

void workspaceList(Context& context, const Arguments&, Finish finish) {
  context.account().refresh([&context, finish](base::Result<services::ServerIdentity> identity) {
    // Offline what was told last is still right to know.
    if (!identity && !context.account().identity()) return finishWith(context, identity.error(), finish);
    readWorkspaces(context, finish, [&context, finish](const std::vector<WorkspaceRow>& rows) {
      printWorkspaces(context, rows);
      finish(Exit::Done);
    });
  });
}

void workspaceUse(Context& context, const Arguments& arguments, Finish finish) {
  Arguments named;
  named.options["workspace"] = {arguments.positional(0)};
  const auto use = [&context, named, finish] {
    const auto id = workspaceOf(context, named, finish);
    if (id.empty()) return;
    context.account().useWorkspace(id);
    if (!context.json())
      context.message(sentence(QT_TRANSLATE_NOOP("cli", "In use from now on: %1"))
                          .arg(format::text(context.account().workspace(id)->name)));
    finish(Exit::Done);
  };
  // A workspace that one was invited to since is known to the server alone.
  context.account().refresh([use](base::Result<services::ServerIdentity>) { use(); });
}

void workspaceCreate(Context& context, const Arguments& arguments, Finish finish) {
  context.people().createWorkspace(
      arguments.positional(0), [&context, finish](base::Result<services::ServerWorkspace> made) {
        if (!made) return finishWith(context, made.error(), finish);
        context.account().refresh([&context, finish, made = *made](base::Result<services::ServerIdentity>) {
          if (context.json())
            context.printLine(wire::JsonObject().text("id", made.id).text("name", made.name).take());
          else
            context.printLine(made.id);
          finish(Exit::Done);
        });
      });
}

// ---------------------------------------------------------------- members

std::string memberJson(const Member& member) {
  return wire::JsonObject()
      .text("id", member.user)
      .text("email", member.email)
      .text("name", member.name)
      .text("role", member.role)
      .boolean("suspended", member.suspended)
      .textOrNull("lastSeen", member.lastSeen)
      .integer("devices", member.devices)
      .take();
}

void memberList(Context& context, const Arguments& arguments, Finish finish) {
  const auto workspace = workspaceOf(context, arguments, finish);
  if (workspace.empty()) return;
  context.people().members(workspace, [&context, finish](base::Result<services::People> people) {
    if (!people) return finishWith(context, people.error(), finish);
    wire::JsonArray array;
    for (const auto& member : people->members) {
      if (context.json())
        array.raw(memberJson(member));
      else
        context.printLine(QStringLiteral("%1  %2%3  %4")
                              .arg(format::text(member.email), format::text(member.role),
                                   member.suspended ? QStringLiteral(" (suspended)") : QString(),
                                   format::text(member.name)));
    }
    if (context.json()) context.printLine(array.take());
    finish(Exit::Done);
  });
}

void memberInvite(Context& context, const Arguments& arguments, Finish finish) {
  const auto workspace = workspaceOf(context, arguments, finish);
  if (workspace.empty()) return;
  context.people().invite(workspace, arguments.positional(0), arguments.value("role").value_or("member"),
                          [&context, finish](base::Result<services::Invitation> made) {
                            if (!made) return finishWith(context, made.error(), finish);
                            if (context.json()) {
                              context.printLine(wire::JsonObject()
                                                    .text("code", made->code)
                                                    .text("link", made->link)
                                                    .text("expires", made->expires)
                                                    .take());
                            } else {
                              context.printLine(made->code);
                              context.printLine(made->link);
                            }
                            finish(Exit::Done);
                          });
}

// Finds the member by address or id, then does it.
void withMember(Context& context, const Arguments& arguments, Finish finish,
                std::function<void(const std::string& workspace, const Member& member)> then) {
  const auto workspace = workspaceOf(context, arguments, finish);
  if (workspace.empty()) return;
  const auto wanted = arguments.positional(0);
  context.people().members(
      workspace, [&context, finish, workspace, wanted, then](base::Result<services::People> people) {
        if (!people) return finishWith(context, people.error(), finish);
        for (const auto& member : people->members)
          if (member.email == wanted || member.user == wanted) return then(workspace, member);
        finishWith(context, {.code = base::ErrorCode::NotFound, .subject = wanted}, finish);
      });
}

void memberRole(Context& context, const Arguments& arguments, Finish finish) {
  withMember(
      context, arguments, finish, [&context, arguments, finish](const auto& workspace, const auto& member) {
        context.people().changeRole(workspace, member.user, arguments.positional(1),
                                    told(context, finish, QT_TRANSLATE_NOOP("cli", "The role is changed.")));
      });
}

void memberSuspend(Context& context, const Arguments& arguments, Finish finish) {
  const bool lift = arguments.has("lift");
  withMember(context, arguments, finish, [&context, lift, finish](const auto& workspace, const auto& member) {
    context.people().setSuspended(
        workspace, member.user, !lift,
        told(context, finish,
             lift ? QT_TRANSLATE_NOOP("cli", "Let in again.") : QT_TRANSLATE_NOOP("cli", "Suspended.")));
  });
}

void memberRemove(Context& context, const Arguments& arguments, Finish finish) {
  withMember(context, arguments, finish, [&context, finish](const auto& workspace, const auto& member) {
    context.people().remove(workspace, member.user,
                            told(context, finish, QT_TRANSLATE_NOOP("cli", "Removed.")));
  });
}

// ---------------------------------------------------------------- devices

void printDevices(Context& context, const std::vector<services::Device>& devices) {
  wire::JsonArray array;
  for (const auto& one : devices) {
    if (context.json())
      array.raw(wire::JsonObject()
                    .text("id", one.id)
                    .text("name", one.name)
                    .text("platform", one.platform)
                    .text("kind", one.kind)
                    .textOrNull("lastSeen", one.lastSeen)
                    .boolean("current", one.current)
                    .take());
    else
      context.printLine(QStringLiteral("%1 %2  %3  %4  %5")
                            .arg(QLatin1String(one.current ? "*" : " "), format::text(one.id),
                                 format::text(one.kind), format::text(one.name), format::text(one.lastSeen)));
  }
  if (context.json()) context.printLine(array.take());
}

void deviceList(Context& context, const Arguments&, Finish finish) {
  context.people().devices({}, {}, [&context, finish](base::Result<std::vector<services::Device>> devices) {
    if (!devices) return finishWith(context, devices.error(), finish);
    printDevices(context, *devices);
    finish(Exit::Done);
  });
}

void deviceRevoke(Context& context, const Arguments& arguments, Finish finish) {
  context.people().revokeDevice(
      {}, {}, arguments.positional(0),
      told(context, finish, QT_TRANSLATE_NOOP("cli", "That device is signed out.")));
}

const OptionSpec kWorkspace = {"workspace", "NAME",
                               QT_TRANSLATE_NOOP("cli", "Another workspace than the one in use")};

}  // namespace

std::vector<Command> peopleCommands() {
  return {
      {{{"workspace", "list"},
        QT_TRANSLATE_NOOP("cli", "List your workspaces and what waits in each; * is the one in use"),
        {},
        {}},
       workspaceList},
      {{{"workspace", "use"}, QT_TRANSLATE_NOOP("cli", "Work in another workspace"), {{"NAME"}}, {}},
       workspaceUse},
      {{{"workspace", "create"}, QT_TRANSLATE_NOOP("cli", "Make a workspace"), {{"NAME"}}, {}},
       workspaceCreate},
      {{{"member", "list"}, QT_TRANSLATE_NOOP("cli", "List the members of a workspace"), {}, {kWorkspace}},
       memberList},
      {{{"member", "invite"},
        QT_TRANSLATE_NOOP("cli", "Invite somebody; prints the code and the link, once"),
        {{"EMAIL"}},
        {{"role", "ROLE", QT_TRANSLATE_NOOP("cli", "admin, member or viewer; member without it")},
         kWorkspace}},
       memberInvite},
      {{{"member", "role"},
        QT_TRANSLATE_NOOP("cli", "Change a member's role"),
        {{"EMAIL"}, {"ROLE"}},
        {kWorkspace}},
       memberRole},
      {{{"member", "suspend"},
        QT_TRANSLATE_NOOP("cli", "Keep a member out, at once"),
        {{"EMAIL"}},
        {{"lift", "", QT_TRANSLATE_NOOP("cli", "Let them in again")}, kWorkspace}},
       memberSuspend},
      {{{"member", "remove"}, QT_TRANSLATE_NOOP("cli", "Remove a member"), {{"EMAIL"}}, {kWorkspace}},
       memberRemove},
      {{{"device", "list"}, QT_TRANSLATE_NOOP("cli", "List your devices and access tokens"), {}, {}},
       deviceList},
      {{{"device", "revoke"}, QT_TRANSLATE_NOOP("cli", "Sign a device or an access token out"), {{"ID"}}, {}},
       deviceRevoke},
  };
}

}  // namespace aiagent::cli
