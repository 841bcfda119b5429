#include "ui/format/explain_server.h"

#include <array>
#include <QCoreApplication>
#include <string_view>

#include "ui/format/human.h"

namespace aiagent::format {
namespace {

using base::Error;
using base::ErrorCode;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(ExplainServer)
};

struct Word {
  std::string_view word;  // `error` of an answer
  const char* sentence;
  const char* advice;
};

constexpr Word kWords[] = {
    {"code_unknown", QT_TRANSLATE_NOOP("ExplainServer", "The server does not know this code."),
     QT_TRANSLATE_NOOP("ExplainServer", "Copy it anew from the invitation, or ask for another one.")},
    {"code_expired", QT_TRANSLATE_NOOP("ExplainServer", "This invitation has expired."),
     QT_TRANSLATE_NOOP("ExplainServer", "Ask for a new one: it holds for a day.")},
    {"code_used", QT_TRANSLATE_NOOP("ExplainServer", "This invitation was used already."),
     QT_TRANSLATE_NOOP("ExplainServer", "Each is for one computer; ask for another one.")},
    {"not_signed_in", QT_TRANSLATE_NOOP("ExplainServer", "This computer is not signed in at the server."),
     QT_TRANSLATE_NOOP("ExplainServer", "Sign in with an invitation. Your edits wait here until then.")},
    {"token_expired", QT_TRANSLATE_NOOP("ExplainServer", "The sign-in has expired."),
     QT_TRANSLATE_NOOP("ExplainServer", "Sign in again. Your edits wait here until then.")},
    {"token_invalid", QT_TRANSLATE_NOOP("ExplainServer", "The server does not take this sign-in any more."),
     QT_TRANSLATE_NOOP("ExplainServer", "Sign in again. Your edits wait here until then.")},
    {"token_reused",
     QT_TRANSLATE_NOOP("ExplainServer",
                       "This computer's sign-in was used from a second place, so the server ended it."),
     QT_TRANSLATE_NOOP("ExplainServer",
                       "If you copied this profile to another computer, sign in on each. If not, tell your "
                       "administrator.")},
    {"device_revoked", QT_TRANSLATE_NOOP("ExplainServer", "This computer was signed out at the server."),
     QT_TRANSLATE_NOOP("ExplainServer", "Sign in again with a new invitation.")},
    {"space_revoked", QT_TRANSLATE_NOOP("ExplainServer", "You are not a member of this workspace any more."),
     QT_TRANSLATE_NOOP("ExplainServer", "Ask its administrator. What is here stays here.")},
    {"last_admin",
     QT_TRANSLATE_NOOP("ExplainServer", "The last administrator cannot leave or become something else."),
     QT_TRANSLATE_NOOP("ExplainServer", "Make somebody else an administrator first.")},
    {"forbidden", QT_TRANSLATE_NOOP("ExplainServer", "Your role in this workspace does not allow this."),
     QT_TRANSLATE_NOOP("ExplainServer", "Ask an administrator of the workspace.")},
    {"not_operator",
     QT_TRANSLATE_NOOP("ExplainServer", "This is shown to operators of the server, and you are none."),
     QT_TRANSLATE_NOOP("ExplainServer", "One of them can let you see it with aiagent-server ops grant.")},
    {"not_offered", QT_TRANSLATE_NOOP("ExplainServer", "This server does not offer this."),
     QT_TRANSLATE_NOOP("ExplainServer", "A newer version of it may.")},
    {"upgrade_required",
     QT_TRANSLATE_NOOP("ExplainServer", "The server wants a newer version of this program."),
     QT_TRANSLATE_NOOP("ExplainServer", "Update it. Your edits wait here until then.")},
    {"not_found", QT_TRANSLATE_NOOP("ExplainServer", "The server does not have this any more."),
     QT_TRANSLATE_NOOP("ExplainServer", "Somebody may have removed it meanwhile.")},
    {"other_account", QT_TRANSLATE_NOOP("ExplainServer", "This library belongs to another account: %1."),
     QT_TRANSLATE_NOOP("ExplainServer",
                       "Sign that one out first, or start the program with another --profile.")},
    {"other_library", QT_TRANSLATE_NOOP("ExplainServer", "This library is not that of “%1”."),
     QT_TRANSLATE_NOOP("ExplainServer",
                       "It was signed in for another workspace or account. Start the program with another "
                       "--profile to have both.")},
    {"rate_limited", QT_TRANSLATE_NOOP("ExplainServer", "The server was asked too often."),
     QT_TRANSLATE_NOOP("ExplainServer", "Wait a minute, then try again.")},
    {"busy", QT_TRANSLATE_NOOP("ExplainServer", "The server is busy."),
     QT_TRANSLATE_NOOP("ExplainServer", "Try again in a while.")},
};

const Word* find(std::string_view word) {
  for (const auto& one : kWords)
    if (one.word == word) return &one;
  return nullptr;
}

Explanation say(const Word& word, const Error& error) {
  QString sentence = Texts::tr(word.sentence);
  if (sentence.contains(QLatin1String("%1"))) sentence = sentence.arg(QString::fromStdString(error.subject));
  const bool again = error.code == ErrorCode::RateLimited || error.code == ErrorCode::ServerError;
  return {sentence, Texts::tr(word.advice), {}, again ? Remedy::TryAgain : Remedy::None};
}

std::optional<Explanation> ofInput(const Error& error) {
  if (error.subject == "address")
    return Explanation{
        Texts::tr("This is not an address that the program can sign in at."),
        Texts::tr(
            "Write https:// and the server's name, or paste the whole link of the invitation. http:// is "
            "taken only for this computer, as it would send the sign-in in clear."),
        {},
        Remedy::EditField};
  if (error.subject == "code")
    return Explanation{Texts::tr("The code of the invitation is missing."),
                       Texts::tr("It stands in the invitation and is used once."),
                       {},
                       Remedy::EditField};
  if (error.subject == "take")
    return Explanation{
        Texts::tr("This cannot be decided in that way."),
        Texts::tr("Take “mine”, “theirs” or “merged”; “file” is for one text that both changed."),
        {},
        Remedy::None};
  return std::nullopt;
}

Explanation unknownWord(const Error& error) {
  const auto said = QString::fromStdString(error.said);
  switch (error.code) {
    case ErrorCode::Credentials: return say(*find("token_invalid"), error);
    case ErrorCode::Forbidden: return say(*find("forbidden"), error);
    case ErrorCode::RateLimited: return say(*find("rate_limited"), error);
    case ErrorCode::NotFound:
      if (error.httpStatus == 0)
        return {Texts::tr("This library is on this computer alone."),
                Texts::tr("Sign in at a server first."),
                {},
                Remedy::None};
      return say(*find("not_found"), error);
    case ErrorCode::BadResponse:
      return {Texts::tr("The answer is not one of a server of AI Agent Generator."),
              Texts::tr("Check the address; a hotel or company network may also want you to sign in first."),
              said, Remedy::None};
    case ErrorCode::ServerError:
      return {Texts::tr("The server has a problem of its own (HTTP %1).").arg(error.httpStatus),
              Texts::tr("Try again in a while; the administrator finds the reason in its log."), said,
              Remedy::TryAgain};
    default: return {Texts::tr("The server refuses this."), {}, said, Remedy::None};
  }
}

}  // namespace

std::optional<Explanation> explainServer(const Error& error) {
  if (error.code == ErrorCode::InvalidInput) return ofInput(error);
  const bool other = error.providerCode == "other_account" || error.providerCode == "other_library";
  if (error.code == ErrorCode::Conflict && other) return say(*find(error.providerCode), error);
  if (error.subject != "server") return std::nullopt;
  const auto* word = find(error.providerCode);
  return word ? say(*word, error) : unknownWord(error);
}

}  // namespace aiagent::format
