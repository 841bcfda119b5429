#include "ui/format/explain.h"

#include <array>
#include <QCoreApplication>
#include <string_view>
#include <utility>

#include "ui/format/explain_server.h"
#include "ui/format/human.h"

namespace aiagent::format {
namespace {

using base::Error;
using base::ErrorCode;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Explain)
};

QString subjectOf(const Error& error, const QString& otherwise) {
  return error.subject.empty() ? otherwise : QString::fromStdString(error.subject);
}

// ---------------------------------------------------------------- by family

constexpr char kKnowledge[] = "knowledge";

// "faq.md" of "knowledge.faq.md"; empty: the error is about no single file.
QString knowledgeFile(const Error& error) {
  return error.subject.rfind("knowledge.", 0) == 0 ? QString::fromStdString(error.subject.substr(10))
                                                   : QString();
}

Explanation knowledge(const Error& error) {
  const auto file = knowledgeFile(error);
  switch (error.code) {
    case ErrorCode::NotFound:
      return {Texts::tr("The file “%1” is not on this computer.").arg(file),
              Texts::tr("Attach it again, or take it out of the agent's knowledge."),
              {},
              Remedy::EditField};
    case ErrorCode::Conflict:
      return {Texts::tr("The kept copy of “%1” was altered, so it is not sent.").arg(file),
              Texts::tr("Attach it again."),
              {},
              Remedy::EditField};
    case ErrorCode::InvalidInput:
      return {
          Texts::tr("Chat Completions cannot search files."),
          Texts::tr("Send the files with the first message, or choose a provider with the Responses API."),
          {},
          Remedy::EditField};
    default: break;
  }
  if (error.subject == kKnowledge)
    return {Texts::tr("The provider takes no files under this address."),
            Texts::tr("Small files can be sent with the first message; OpenAI takes larger ones."),
            {},
            Remedy::EditField};
  return {Texts::tr("The provider could not read all of the files that are to be searched."),
          Texts::tr("Text, PDF and Office documents can be searched. Take out what is none of these."),
          {},
          Remedy::EditField};
}

bool isAboutKnowledge(const Error& error) {
  const bool told =
      error.code == ErrorCode::NotFound || error.code == ErrorCode::Conflict ||
      error.code == ErrorCode::RequestRejected ||
      (error.code == ErrorCode::InvalidInput && error.detail.find("vector store") != std::string::npos);
  return told && (error.subject == kKnowledge || error.subject.rfind("knowledge.", 0) == 0);
}

Explanation invalidInput(const Error& error) {
  if (error.detail == "missing variables")
    return {Texts::tr("These variables have no value: %1.").arg(subjectOf(error, {})),
            Texts::tr("Give each of them a value."),
            {},
            Remedy::EditField};
  if (error.subject == "model")
    return {Texts::tr("No model is chosen."),
            Texts::tr("Choose one for the agent, or a default model for the provider."),
            {},
            Remedy::ChooseModel};
  if (error.subject == "base-url")
    return {Texts::tr("The base URL is not an address this program can use."),
            Texts::tr("Write it with http:// or https://, for example https://api.openai.com/v1."),
            {},
            Remedy::EditField};
  if (error.subject == "run")
    return {Texts::tr("This run cannot be resumed."),
            Texts::tr("Only an interrupted run with the parameter “background” can; run it again instead."),
            {},
            Remedy::None};
  const auto field = fieldName(error.subject);
  if (error.detail == "empty" || error.detail == "no message")
    return {Texts::tr("%1 is empty.").arg(field), {}, {}, Remedy::EditField};
  if (error.detail == "too long" || error.detail == "over 64 MiB")
    return {Texts::tr("%1 is too long.").arg(field), {}, {}, Remedy::EditField};
  if (error.detail == "not UTF-8" || error.detail == "holds a zero byte")
    return {Texts::tr("%1 is not proper text.").arg(field),
            Texts::tr("It must be UTF-8 without zero bytes."),
            {},
            Remedy::EditField};
  if (error.detail == "cannot be opened" || error.detail == "cannot be read")
    return {Texts::tr("“%1” cannot be read.").arg(subjectOf(error, {})),
            Texts::tr("Check the path and your rights."),
            {},
            Remedy::None};
  if (error.detail == "too large")
    return {Texts::tr("“%1” is too large.").arg(subjectOf(error, {})),
            Texts::tr("A file may have 512 MB at most."),
            {},
            Remedy::None};
  if (error.detail == "file exists")
    return {Texts::tr("“%1” is there already.").arg(subjectOf(error, {})),
            Texts::tr("Choose another name; nothing was overwritten."),
            {},
            Remedy::None};
  return {Texts::tr("%1 has a value that does not fit.").arg(field),
          Texts::tr("Correct it; nothing was changed."),
          {},
          Remedy::EditField};
}

Explanation rejected(const Error& error) {
  if (error.httpStatus == 404 && error.subject.empty())
    return {Texts::tr("The provider does not know this model or address."),
            Texts::tr("Choose another model, or check the base URL."),
            {},
            Remedy::ChooseModel};
  if (error.subject == "model")
    return {Texts::tr("The provider does not know this model."),
            Texts::tr("Choose another one."),
            {},
            Remedy::ChooseModel};
  if (!error.subject.empty() && error.subject != "input" && error.subject != "instructions")
    return {Texts::tr("The provider refuses “%1” for this model.").arg(subjectOf(error, {})),
            Texts::tr("Take it away, or choose another model."),
            {},
            Remedy::RemoveParameter};
  return {Texts::tr("The provider refuses this request."), {}, {}, Remedy::None};
}

Explanation badResponse(const Error& error) {
  if (error.subject.rfind("text/html", 0) == 0)
    return {Texts::tr("A web page came back instead of an answer."),
            Texts::tr("A hotel or company network may want you to sign in first, or the base URL is that of "
                      "a web site."),
            {},
            Remedy::OpenProviderSettings};
  return {Texts::tr("The answer could not be read."),
          Texts::tr("Check that the address is that of an OpenAI-compatible API."),
          {},
          Remedy::OpenProviderSettings};
}

Explanation serverError(const Error& error) {
  if (error.httpStatus == 0)
    return {Texts::tr("The provider reported an error while it answered."),
            Texts::tr("What arrived is kept. Trying again often helps."),
            {},
            Remedy::TryAgain};
  return {Texts::tr("The provider has a problem of its own (HTTP %1).").arg(error.httpStatus),
          Texts::tr("Try again in a while."),
          {},
          Remedy::TryAgain};
}

Explanation rateLimited(const Error& error) {
  const auto advice = error.retryAfter ? Texts::tr("It asks to wait %1.").arg(duration(*error.retryAfter))
                                       : Texts::tr("Try again in a while.");
  return {Texts::tr("The provider's rate limit is reached."), advice, {}, Remedy::TryAgain};
}

Explanation network(const Error& error) {
  const auto host = subjectOf(error, Texts::tr("the provider"));
  switch (error.code) {
    case ErrorCode::ConnectionFailed:
      return {
          Texts::tr("No connection to %1.").arg(host),
          Texts::tr("Could not reach it: check the network and the base URL, or whether the server runs."),
          {},
          Remedy::TryAgain};
    case ErrorCode::Timeout:
      return {Texts::tr("The provider sent nothing for too long."),
              Texts::tr("Trying again often helps."),
              {},
              Remedy::TryAgain};
    case ErrorCode::TlsFailed:
      return {Texts::tr("The certificate of %1 is not trusted.").arg(host),
              Texts::tr("If your company inspects traffic, add its certificate under Settings, Network."),
              {},
              Remedy::OpenNetworkSettings};
    case ErrorCode::ProxyRefused:
      return {Texts::tr("The proxy wants a user name and password (407)."),
              Texts::tr("Give them under Settings, Network."),
              {},
              Remedy::OpenNetworkSettings};
    default:
      return {Texts::tr("The connection was interrupted before the answer was complete."),
              Texts::tr("What arrived is kept."),
              {},
              Remedy::TryAgain};
  }
}

Explanation account(const Error& error) {
  switch (error.code) {
    case ErrorCode::Billing:
      return {Texts::tr("The account has no credit or has reached its quota or spend limit."),
              Texts::tr("Trying again will not help: see the billing page of the provider."),
              {},
              Remedy::OpenBillingPage};
    case ErrorCode::Forbidden:
      return {Texts::tr("The key may not do this."),
              Texts::tr("Ask the administrator of the account."),
              {},
              Remedy::OpenProviderSettings};
    default:
      if (error.httpStatus == 0)
        return {Texts::tr("There is no API key for “%1”.").arg(subjectOf(error, Texts::tr("the provider"))),
                Texts::tr("Set OPENAI_API_KEY, give a key in the settings, or rehearse without one."),
                {},
                Remedy::OpenProviderSettings};
      return {Texts::tr("The provider does not accept the API key."),
              Texts::tr("Check the key, or give another one."),
              {},
              Remedy::OpenProviderSettings};
  }
}

Explanation storage(const Error& error) {
  switch (error.code) {
    case ErrorCode::StorageFull:
      return {Texts::tr("The disk is full, so nothing could be saved."),
              Texts::tr("Make room and save again; your text is still here."),
              {},
              Remedy::TryAgain};
    case ErrorCode::StorageReadOnly:
      return {Texts::tr("The profile folder cannot be written."),
              Texts::tr("Check its rights, or choose another with --profile."),
              {},
              Remedy::OpenProfileFolder};
    case ErrorCode::StorageDamaged:
      return {Texts::tr("The database is damaged."),
              Texts::tr("Restart the program: it keeps the damaged file and carries over what can be read."),
              {},
              Remedy::OpenProfileFolder};
    case ErrorCode::StorageNewer:
      return {Texts::tr("This profile belongs to a newer version of the program."),
              Texts::tr("Update the program; nothing was changed."),
              {},
              Remedy::None};
    default:
      return {Texts::tr("Saving failed."),
              Texts::tr("Try again; your text is still here."),
              {},
              Remedy::TryAgain};
  }
}

Explanation answer(const Error& error) {
  if (error.code == ErrorCode::OutputLimit)
    return {Texts::tr("The answer ended at its limit of output tokens."),
            Texts::tr("Raise max_output_tokens, or lower the reasoning effort."),
            {},
            Remedy::RaiseOutputLimit};
  return {Texts::tr("The model or its filter declined to answer."),
          Texts::tr("Put the request another way."),
          {},
          Remedy::None};
}

Explanation record(const Error& error) {
  switch (error.code) {
    case ErrorCode::NotFound:
      return {Texts::tr("There is no “%1”.").arg(subjectOf(error, {})), {}, {}, Remedy::None};
    case ErrorCode::Ambiguous:
      return {Texts::tr("“%1” fits more than one.").arg(subjectOf(error, {})),
              Texts::tr("Use the id."),
              {},
              Remedy::None};
    default:
      return {Texts::tr("It was changed elsewhere meanwhile."),
              Texts::tr("Look at the newer state before you save yours."),
              {},
              Remedy::None};
  }
}

Explanation ofCode(const Error& error) {
  switch (error.code) {
    case ErrorCode::Internal:
      return {Texts::tr("Something went wrong in the program."),
              Texts::tr("Please report it with the log file."),
              {},
              Remedy::TryAgain};
    case ErrorCode::Cancelled: return {Texts::tr("Stopped."), {}, {}, Remedy::None};
    case ErrorCode::InvalidInput: return invalidInput(error);
    case ErrorCode::NotFound:
    case ErrorCode::Ambiguous:
    case ErrorCode::Conflict: return record(error);
    case ErrorCode::Credentials:
    case ErrorCode::Forbidden:
    case ErrorCode::Billing: return account(error);
    case ErrorCode::RateLimited: return rateLimited(error);
    case ErrorCode::ServerError: return serverError(error);
    case ErrorCode::ConnectionFailed:
    case ErrorCode::Timeout:
    case ErrorCode::Interrupted:
    case ErrorCode::TlsFailed:
    case ErrorCode::ProxyRefused: return network(error);
    case ErrorCode::BadResponse: return badResponse(error);
    case ErrorCode::RequestRejected: return rejected(error);
    case ErrorCode::ContentRefused:
    case ErrorCode::OutputLimit: return answer(error);
    case ErrorCode::StorageFull:
    case ErrorCode::StorageReadOnly:
    case ErrorCode::StorageDamaged:
    case ErrorCode::StorageNewer:
    case ErrorCode::StorageFailed: return storage(error);
  }
  return {};
}

}  // namespace

Explanation explain(const Error& error) {
  if (auto server = explainServer(error)) return *server;
  auto explanation = isAboutKnowledge(error) ? knowledge(error) : ofCode(error);
  explanation.quotation = QString::fromStdString(error.said);
  return explanation;
}

QString Explanation::text() const {
  QString all = sentence;
  if (!quotation.isEmpty()) all += QLatin1Char(' ') + Texts::tr("It said: “%1”").arg(quotation);
  if (!advice.isEmpty()) all += QLatin1Char(' ') + advice;
  return all;
}

QString remedyLabel(Remedy remedy, const Error& error) {
  switch (remedy) {
    case Remedy::None: return {};
    case Remedy::TryAgain: return Texts::tr("Try Again");
    case Remedy::OpenProviderSettings: return Texts::tr("Provider Settings…");
    case Remedy::OpenNetworkSettings: return Texts::tr("Network Settings…");
    case Remedy::RemoveParameter: return Texts::tr("Run Without %1").arg(subjectOf(error, {}));
    case Remedy::ChooseModel: return Texts::tr("Choose a Model…");
    case Remedy::EditField:
      return knowledgeFile(error).isEmpty() ? Texts::tr("Correct It") : Texts::tr("Attach Again…");
    case Remedy::RaiseOutputLimit: return Texts::tr("Raise the Limit…");
    case Remedy::OpenProfileFolder: return Texts::tr("Open Profile Folder");
    case Remedy::OpenBillingPage: return Texts::tr("Open Billing Page");
  }
  return {};
}

QString fieldName(const std::string& subject) {
  static const std::array<std::pair<std::string_view, const char*>, 15> kNames = {{
      {"name", QT_TRANSLATE_NOOP("Explain", "The name")},
      {"description", QT_TRANSLATE_NOOP("Explain", "The description")},
      {"prompt", QT_TRANSLATE_NOOP("Explain", "The prompt")},
      {"model", QT_TRANSLATE_NOOP("Explain", "The model")},
      {"tag", QT_TRANSLATE_NOOP("Explain", "A tag")},
      {"starter", QT_TRANSLATE_NOOP("Explain", "A conversation starter")},
      {"tools", QT_TRANSLATE_NOOP("Explain", "The list of tools")},
      {"output-schema", QT_TRANSLATE_NOOP("Explain", "The output schema")},
      {"knowledge", QT_TRANSLATE_NOOP("Explain", "The knowledge")},
      {"input", QT_TRANSLATE_NOOP("Explain", "The message")},
      {"base-url", QT_TRANSLATE_NOOP("Explain", "The base URL")},
      {"api", QT_TRANSLATE_NOOP("Explain", "The kind of API")},
      {"key-from-env", QT_TRANSLATE_NOOP("Explain", "The name of the environment variable")},
      {"key-stdin", QT_TRANSLATE_NOOP("Explain", "The key")},
      {"-", QT_TRANSLATE_NOOP("Explain", "Standard input")},
  }};
  for (const auto& [name, title] : kNames)
    if (name == subject) return Texts::tr(title);
  return QStringLiteral("“%1”").arg(QString::fromStdString(subject));
}

}  // namespace aiagent::format
