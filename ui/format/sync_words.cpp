#include "ui/format/sync_words.h"

#include <QCoreApplication>

#include "ui/format/text.h"

namespace aiagent::format {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(SyncWords)
};

struct Entry {
  std::string_view word;
  const char* text;
};

// Null: the word is not known.
template <std::size_t size>
const char* find(const Entry (&entries)[size], std::string_view word) {
  for (const auto& one : entries)
    if (one.word == word) return one.text;
  return nullptr;
}

constexpr Entry kRoles[] = {{"admin", QT_TRANSLATE_NOOP("SyncWords", "Administrator")},
                            {"member", QT_TRANSLATE_NOOP("SyncWords", "Member")},
                            {"viewer", QT_TRANSLATE_NOOP("SyncWords", "Viewer")}};

constexpr Entry kRoleHelp[] = {
    {"admin", QT_TRANSLATE_NOOP("SyncWords", "Edits everything and looks after the members.")},
    {"member", QT_TRANSLATE_NOOP("SyncWords", "Edits everything.")},
    {"viewer", QT_TRANSLATE_NOOP("SyncWords", "Looks at everything and changes nothing.")}};

// Of network and storage the reason is an error's code.
constexpr Entry kWaits[] = {
    {"connection_failed", QT_TRANSLATE_NOOP("SyncWords", "no connection to the server")},
    {"timeout", QT_TRANSLATE_NOOP("SyncWords", "the server does not answer")},
    {"interrupted", QT_TRANSLATE_NOOP("SyncWords", "the connection was interrupted")},
    {"tls_failed", QT_TRANSLATE_NOOP("SyncWords", "the server's certificate is not trusted")},
    {"proxy_refused", QT_TRANSLATE_NOOP("SyncWords", "the proxy wants a user name and password")},
    {"bad_response", QT_TRANSLATE_NOOP("SyncWords", "what answers is not the server")},
    {"content_type", QT_TRANSLATE_NOOP("SyncWords", "what answers is not the server")},
    {"rate_limited", QT_TRANSLATE_NOOP("SyncWords", "the server asks to wait")},
    {"busy", QT_TRANSLATE_NOOP("SyncWords", "the server is busy")},
    {"storage_full", QT_TRANSLATE_NOOP("SyncWords", "the disk is full")},
    {"storage_read_only", QT_TRANSLATE_NOOP("SyncWords", "the profile folder cannot be written")},
};

constexpr Entry kWaitKinds[] = {
    {"network", QT_TRANSLATE_NOOP("SyncWords", "no connection to the server")},
    {"busy", QT_TRANSLATE_NOOP("SyncWords", "the server is busy")},
    {"refused", QT_TRANSLATE_NOOP("SyncWords", "the server does not understand this program")},
    {"storage", QT_TRANSLATE_NOOP("SyncWords", "this computer's disk takes nothing")},
};

constexpr Entry kKinds[] = {{"conflict", QT_TRANSLATE_NOOP("SyncWords", "Conflict")},
                            {"recovered", QT_TRANSLATE_NOOP("SyncWords", "Recovered")},
                            {"rejected", QT_TRANSLATE_NOOP("SyncWords", "Not accepted")},
                            {"lost", QT_TRANSLATE_NOOP("SyncWords", "Lost by the server")}};

constexpr Entry kReasons[] = {
    {"both_changed", QT_TRANSLATE_NOOP("SyncWords", "You and somebody else changed the same words.")},
    {"deleted_there",
     QT_TRANSLATE_NOOP(
         "SyncWords", "Somebody else deleted this agent while you were editing it. Your text is kept here.")},
    {"deleted_here",
     QT_TRANSLATE_NOOP("SyncWords",
                       "You deleted this agent while somebody else was editing it, so it was kept.")},
    {"forbidden",
     QT_TRANSLATE_NOOP("SyncWords",
                       "Your role does not allow changes in this workspace, so the server did not take this "
                       "one. Your text is kept here.")},
    {"unique",
     QT_TRANSLATE_NOOP("SyncWords",
                       "Another record has this name already, so the server did not take the change.")},
    {"invalid",
     QT_TRANSLATE_NOOP("SyncWords",
                       "The server found a value that it cannot keep. Correct the agent and save it "
                       "again.")},
    {"too_large",
     QT_TRANSLATE_NOOP("SyncWords",
                       "This agent is larger than the server takes. Shorten it and save it again.")},
    {"changing",
     QT_TRANSLATE_NOOP("SyncWords",
                       "Others changed this agent again and again while your change was on its way. "
                       "Save it again to send it once more.")},
    {"restore",
     QT_TRANSLATE_NOOP("SyncWords",
                       "The server was set back to an older state and lost this. It is still here.")},
    {"quota", QT_TRANSLATE_NOOP("SyncWords", "The workspace has reached its limit at the server.")},
    {"needs_blob", QT_TRANSLATE_NOOP("SyncWords", "A knowledge file of this agent is not at the server.")},
};

constexpr Entry kOtherReasons[] = {
    {"conflict", QT_TRANSLATE_NOOP("SyncWords", "What you changed met another change.")},
    {"recovered", QT_TRANSLATE_NOOP("SyncWords", "This text had no place any more and is kept here.")},
    {"rejected",
     QT_TRANSLATE_NOOP("SyncWords", "The server did not take this change. Your text is kept here.")},
    {"lost", QT_TRANSLATE_NOOP("SyncWords", "The server does not have this any more. It is still here.")},
};

constexpr Entry kAudit[] = {
    {"budget.changed", QT_TRANSLATE_NOOP("SyncWords", "Changed the monthly budget of %1")},
    {"device.signed_in", QT_TRANSLATE_NOOP("SyncWords", "Signed a device in: %1")},
    {"device.signed_out", QT_TRANSLATE_NOOP("SyncWords", "Signed a device out: %1")},
    {"device.token_reused",
     QT_TRANSLATE_NOOP("SyncWords", "A sign-in was used from two places and ended: %1")},
    {"invite.made", QT_TRANSLATE_NOOP("SyncWords", "Invited %1")},
    {"invite.cancelled", QT_TRANSLATE_NOOP("SyncWords", "Withdrew the invitation of %1")},
    {"member.left", QT_TRANSLATE_NOOP("SyncWords", "Left the workspace: %1")},
    {"member.removed", QT_TRANSLATE_NOOP("SyncWords", "Removed %1")},
    {"member.resumed", QT_TRANSLATE_NOOP("SyncWords", "Let %1 in again")},
    {"member.role", QT_TRANSLATE_NOOP("SyncWords", "Changed the role of %1")},
    {"member.suspended", QT_TRANSLATE_NOOP("SyncWords", "Suspended %1")},
    {"token.made", QT_TRANSLATE_NOOP("SyncWords", "Made an access token: %1")},
    {"workspace.made", QT_TRANSLATE_NOOP("SyncWords", "Made the workspace %1")},
    {"workspace.renamed", QT_TRANSLATE_NOOP("SyncWords", "Renamed the workspace to %1")},
};

}  // namespace

QString roleName(std::string_view role) {
  const auto* known = find(kRoles, role);
  return known ? Texts::tr(known) : text(role);
}

QString roleHelp(std::string_view role) {
  const auto* known = find(kRoleHelp, role);
  return known ? Texts::tr(known) : QString();
}

// What the server calls everybody's own one, in English.
QString workspaceName(std::string_view name, bool personal) {
  if (!personal) return text(name);
  return name == "Personal" ? Texts::tr("Personal") : Texts::tr("%1 (personal)").arg(text(name));
}

QString waitReason(std::string_view kind, std::string_view reason) {
  const auto* known = find(kWaits, reason);
  if (!known) known = find(kWaitKinds, kind);
  if (!known) known = QT_TRANSLATE_NOOP("SyncWords", "the server does not answer as it should");
  return Texts::tr(known);
}

QString inboxKindName(std::string_view kind) {
  const auto* known = find(kKinds, kind);
  return known ? Texts::tr(known) : text(kind);
}

QString inboxReason(std::string_view kind, std::string_view reason) {
  const auto* known = find(kReasons, reason);
  if (!known) known = find(kOtherReasons, kind);
  return known ? Texts::tr(known) : text(reason);
}

QString auditSentence(std::string_view action, std::string_view subject) {
  const auto* known = find(kAudit, action);
  if (known) return Texts::tr(known).arg(text(subject));
  return subject.empty() ? text(action) : QStringLiteral("%1: %2").arg(text(action), text(subject));
}

}  // namespace aiagent::format
