#include "app/cli/sync_output.h"

#include <chrono>

#include "core/services/inbox_choice.h"
#include "core/wire/json_text.h"
#include "core/wire/shared_record.h"
#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

std::string reasonOf(const services::SyncStatus& status) {
  return status.state.trouble ? status.state.trouble->reason : std::string();
}

std::string fieldsOf(const std::optional<domain::SharedAgent>& agent) {
  return agent ? wire::toJson(wire::toFields(*agent)) : std::string("null");
}

QString block(const char* title, const std::optional<std::string>& text) {
  return QStringLiteral("--- %1\n%2\n")
      .arg(sentence(title), text ? format::text(*text) : sentence(QT_TRANSLATE_NOOP("cli", "(nothing)")));
}

}  // namespace

std::string identityJson(const services::ServerIdentity& identity, const std::string& inUse) {
  wire::JsonArray workspaces;
  for (const auto& one : identity.workspaces)
    workspaces.raw(wire::JsonObject()
                       .text("id", one.id)
                       .text("name", one.name)
                       .text("role", one.role)
                       .boolean("personal", one.personal)
                       .boolean("inUse", one.id == inUse)
                       .take());
  return identityJsonWith(identity, workspaces.take());
}

std::string identityJsonWith(const services::ServerIdentity& identity, const std::string& workspaces) {
  return wire::JsonObject()
      .text("server", identity.origin)
      .raw("account", wire::JsonObject().text("id", identity.account).text("email", identity.email).take())
      .raw("workspaces", workspaces)
      .take();
}

void printWorkspaces(Context& context, const services::ServerIdentity& identity) {
  const auto inUse = context.account().workspaceInUse();
  for (const auto& one : identity.workspaces)
    context.printLine(QStringLiteral("%1 %2  %3  %4")
                          .arg(QLatin1String(one.id == inUse ? "*" : " "), format::text(one.id),
                               format::text(one.role), format::text(one.name)));
}

std::string stateOf(const services::SyncStatus& status, bool running) {
  if (!status.shared) return "local";
  if (running) return std::string(services::toWord(status.state.phase));
  return status.counts.pending > 0 ? "pending" : "up_to_date";
}

std::optional<std::int64_t> oldestSeconds(const services::SyncStatus& status, base::WallTime now) {
  if (!status.counts.oldestUnsent) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::seconds>(now - *status.counts.oldestUnsent).count();
}

wire::JsonObject statusObject(const services::SyncStatus& status, const std::string& state,
                              base::WallTime now) {
  wire::JsonObject object;
  object.text("state", state)
      .textOrNull("reason", reasonOf(status))
      .integer("pending", status.counts.pending)
      .integerOrNull("oldestUnsentSeconds", oldestSeconds(status, now))
      .integer("conflicts", status.counts.conflicts)
      .integer("recovered", status.counts.recovered)
      .integer("rejected", status.counts.rejected)
      .integer("lost", status.counts.lost)
      .integer("cursor", status.cursor)
      .integer("head", status.head)
      .textOrNull("workspace", status.shared ? status.binding.workspace.toString() : std::string())
      .textOrNull("server", status.binding.origin);
  return object;
}

std::string statusJson(const services::SyncStatus& status, bool running, base::WallTime now) {
  return statusObject(status, stateOf(status, running), now).take();
}

QString statusText(const services::SyncStatus& status, bool running, base::WallTime now) {
  return statusText(status, stateOf(status, running), now);
}

QString statusText(const services::SyncStatus& status, const std::string& state, base::WallTime now) {
  if (!status.shared) return sentence(QT_TRANSLATE_NOOP("cli", "This library is on this computer alone."));
  auto line = QStringLiteral("%1: %2").arg(format::text(status.binding.workspaceName), format::text(state));
  if (const auto reason = reasonOf(status); !reason.empty())
    line += QStringLiteral(" (%1)").arg(format::text(reason));
  return line + QStringLiteral(", ") + waitingText(status, now);
}

QString waitingText(const services::SyncStatus& status, base::WallTime now) {
  auto text = sentence(QT_TRANSLATE_NOOP("cli", "%1 unsent, %2 in the inbox"))
                  .arg(status.counts.pending)
                  .arg(status.counts.conflicts + status.counts.recovered + status.counts.rejected +
                       status.counts.lost);
  if (const auto oldest = oldestSeconds(status, now))
    text += QStringLiteral(", ") + sentence(QT_TRANSLATE_NOOP("cli", "the oldest unsent edit is %1 old"))
                                       .arg(format::duration(std::chrono::seconds(*oldest)));
  return text;
}

std::string inboxJson(const store::InboxItem& item, bool withTexts) {
  wire::JsonArray fields;
  for (const auto& field : item.fields) fields.text(field);
  wire::JsonObject object;
  object.text("id", item.id.toString())
      .text("kind", store::toWord(item.kind))
      .text("agent", item.agent.toString())
      .text("name", item.name)
      .text("reason", item.reason)
      .raw("fields", fields.take())
      .text("at", base::toIso8601(item.at))
      .boolean("resolved", item.resolved);
  if (withTexts)
    object.raw("base", fieldsOf(item.base))
        .raw("mine", fieldsOf(item.mine))
        .raw("theirs", fieldsOf(item.theirs));
  return object.take();
}

QString inboxLine(const store::InboxItem& item) {
  QString fields;
  for (const auto& field : item.fields) fields += QLatin1Char(' ') + format::text(field);
  return QStringLiteral("%1  %2  %3  %4%5")
      .arg(format::text(item.id.toString()), format::text(store::toWord(item.kind)),
           format::text(item.reason), format::text(item.name),
           fields.isEmpty() ? fields : QStringLiteral("  (%1)").arg(fields.trimmed()));
}

QString inboxText(const store::InboxItem& item) {
  auto text = inboxLine(item) + QLatin1Char('\n');
  for (const auto& conflict : services::conflictsOf(item)) {
    text += QStringLiteral("\n%1\n").arg(format::text(conflict.field));
    text += block(QT_TRANSLATE_NOOP("cli", "before"), conflict.base);
    text += block(QT_TRANSLATE_NOOP("cli", "mine"), conflict.mine);
    text += block(QT_TRANSLATE_NOOP("cli", "theirs"), conflict.theirs);
  }
  if (item.kind != store::InboxKind::Conflict && item.mine)
    text += block(QT_TRANSLATE_NOOP("cli", "mine"), item.mine->content.prompt);
  return text;
}

}  // namespace aiagent::cli
