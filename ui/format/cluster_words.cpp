#include "ui/format/cluster_words.h"

#include <QCoreApplication>

#include "ui/format/action_words.h"
#include "ui/format/text.h"

namespace aiagent::format {
namespace {

using base::ErrorCode;
using cluster::ConfigFault;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(ClusterWords)
};

// "text", "true or false", "a list", "a record", as the reader names them.
QString kindOfValue(const std::string& word) {
  if (word == "true or false") return Texts::tr("true or false");
  if (word == "a list") return Texts::tr("a list");
  return word == "a record" ? Texts::tr("a record") : Texts::tr("text");
}

QString authProviderGone(const std::string& name) {
  const auto successor = cluster::successorOfAuthProvider(name);
  if (successor.empty())
    return Texts::tr("The auth-provider “%1” was removed from Kubernetes; a plugin (exec) takes its place.")
        .arg(text(name));
  return Texts::tr(
             "The auth-provider “%1” was removed from Kubernetes; install %2 and let the user's exec run it.")
      .arg(text(name), text(successor));
}

// Of one that needs no value.
QString plainSentence(ConfigFault fault) {
  switch (fault) {
    case ConfigFault::NoName: return Texts::tr("This entry has no name.");
    case ConfigFault::NameTwice: return Texts::tr("This name comes twice.");
    case ConfigFault::BadBase64: return Texts::tr("This is not Base64.");
    case ConfigFault::NoServer: return Texts::tr("This cluster has no server.");
    case ConfigFault::BadProxy: return Texts::tr("A proxy must be an http, https or socks5 address.");
    case ConfigFault::InsecureWithAuthority:
      return Texts::tr("A certificate authority and skipping its check exclude each other.");
    case ConfigFault::DataAndFile: return Texts::tr("The data is used, and the file beside it is not.");
    case ConfigFault::CertificateWithoutKey: return Texts::tr("This certificate has no key.");
    case ConfigFault::SeveralMethods: return Texts::tr("A token and a password exclude each other.");
    case ConfigFault::ExecWithAuthProvider:
      return Texts::tr("A plugin and an auth-provider exclude each other.");
    case ConfigFault::ExecWithoutCommand: return Texts::tr("This plugin has no command.");
    case ConfigFault::ExecWithoutApiVersion: return Texts::tr("This plugin has no apiVersion.");
    case ConfigFault::ExecWithoutMode: return Texts::tr("This plugin has no interactiveMode.");
    case ConfigFault::ExecVariableWithoutName: return Texts::tr("A variable of this plugin has no name.");
    case ConfigFault::ImpersonationWithoutUser:
      return Texts::tr("A uid, groups or extra fields are to be impersonated, but no user.");
    case ConfigFault::NoUser: return Texts::tr("This context names no user.");
    case ConfigFault::NoCluster: return Texts::tr("This context names no cluster.");
    case ConfigFault::NoContext: return Texts::tr("No context is current; choose one.");
    case ConfigFault::Empty: return Texts::tr("There is no kubeconfig.");
    default: return {};
  }
}

QString ownSentence(const cluster::ConfigProblem& problem) {
  const auto value = text(problem.value);
  switch (problem.fault) {
    case ConfigFault::Unreadable: return Texts::tr("This is neither YAML nor JSON (%1).").arg(value);
    case ConfigFault::NotKubeconfig: return Texts::tr("This is no kubeconfig, but “%1”.").arg(value);
    case ConfigFault::WrongType:
      return Texts::tr("Another kind of value is needed here: %1.").arg(kindOfValue(problem.value));
    case ConfigFault::BadServer: return Texts::tr("“%1” is no http or https address.").arg(value);
    case ConfigFault::ExecApiVersion:
      return Texts::tr("The version “%1” of the plugin is not supported any more.").arg(value);
    case ConfigFault::ExecMode: return Texts::tr("“%1” is no interactiveMode.").arg(value);
    case ConfigFault::AuthProviderGone: return authProviderGone(problem.value);
    case ConfigFault::UnknownUser: return Texts::tr("There is no user “%1”.").arg(value);
    case ConfigFault::UnknownCluster: return Texts::tr("There is no cluster “%1”.").arg(value);
    case ConfigFault::BadNamespace:
      return Texts::tr("“%1” cannot be a namespace: letters a–z, digits and hyphens, at most 63.").arg(value);
    case ConfigFault::UnknownContext: return Texts::tr("There is no context “%1”.").arg(value);
    default: return plainSentence(problem.fault);
  }
}

Explanation ofPlugin(const base::Error& error) {
  const auto program = text(error.subject);
  const auto& word = error.providerCode;
  if (word == "exec_denied")
    return {Texts::tr("The program “%1” may not run.").arg(program),
            Texts::tr("Allow it by its path if you trust this kubeconfig."),
            {},
            Remedy::None};
  if (word == "exec_not_found")
    return {Texts::tr("The program “%1”, which this kubeconfig needs, was not found.").arg(program),
            Texts::tr("Install it, or add its folder to PATH."),
            {},
            Remedy::None};
  if (word == "exec_interactive")
    return {Texts::tr("The program “%1” wants to ask questions, which is not possible here.").arg(program),
            Texts::tr("Sign in with it in a terminal, and set its interactiveMode to IfAvailable."),
            {},
            Remedy::None};
  if (word == "exec_timeout")
    return {Texts::tr("The program “%1” took too long.").arg(program),
            Texts::tr("Run it once in a terminal; it may wait for a sign-in."),
            {},
            Remedy::TryAgain};
  if (error.code == ErrorCode::BadResponse)
    return {Texts::tr("What the program “%1” answered is no credential.").arg(program), {}, {}, Remedy::None};
  return {Texts::tr("The program “%1” gave no credential.").arg(program),
          Texts::tr("Run it once in a terminal; it may wait for a sign-in."),
          {},
          Remedy::TryAgain};
}

Explanation ofCode(const base::Error& error) {
  const auto subject = text(error.subject);
  switch (error.code) {
    case ErrorCode::Credentials:
      if (error.subject == "google")
        return {Texts::tr("Google's Prometheus needs a sign-in at Google, which this context does not have."),
                Texts::tr("Use a context that signs in with gke-gcloud-auth-plugin."),
                {},
                Remedy::None};
      return {Texts::tr("The cluster does not take this sign-in."),
              Texts::tr("Sign in anew, or check the user of this context."),
              {},
              Remedy::None};
    case ErrorCode::Forbidden:
      return {Texts::tr("The cluster does not allow this."),
              Texts::tr("Ask its administrator for the right."),
              {},
              Remedy::None};
    case ErrorCode::NotFound:
      if (error.httpStatus == 0)
        return {Texts::tr("The file “%1” is missing.").arg(subject), {}, {}, Remedy::None};
      return {Texts::tr("The cluster does not have this."), {}, {}, Remedy::None};
    case ErrorCode::ConnectionFailed:
      return {Texts::tr("No connection to the cluster at %1.").arg(subject),
              Texts::tr("Check the network or VPN, and the server in the kubeconfig."),
              {},
              Remedy::TryAgain};
    case ErrorCode::TlsFailed:
      return {Texts::tr("The connection to %1 cannot be trusted.").arg(subject),
              Texts::tr("Check the certificate authority in the kubeconfig, and this computer's clock."),
              {},
              Remedy::None};
    case ErrorCode::Timeout:
      return {Texts::tr("The cluster sent nothing for too long."),
              Texts::tr("Trying again often helps."),
              {},
              Remedy::TryAgain};
    case ErrorCode::RateLimited:
    case ErrorCode::ServerError:
      return {Texts::tr("The cluster cannot answer now (HTTP %1).").arg(error.httpStatus),
              Texts::tr("Try again in a while."),
              {},
              Remedy::TryAgain};
    case ErrorCode::Conflict:
    case ErrorCode::RequestRejected:
      return {Texts::tr("The cluster refuses this request (HTTP %1).").arg(error.httpStatus),
              {},
              {},
              Remedy::None};
    case ErrorCode::BadResponse:
      if (error.subject == "size")
        return {Texts::tr("The cluster's answer is larger than this program reads."), {}, {}, Remedy::None};
      return {Texts::tr("What answered is no Kubernetes API server."),
              Texts::tr("Check the server in the kubeconfig."),
              {},
              Remedy::None};
    default: return explain(error);
  }
}

}  // namespace

QString sentenceFor(const cluster::ConfigProblem& problem) {
  const auto sentence = ownSentence(problem);
  if (problem.file.empty()) return sentence;
  if (problem.place.empty()) return QStringLiteral("%1: %2").arg(text(problem.file), sentence);
  return Texts::tr("%1 in %2: %3").arg(text(problem.place), text(problem.file), sentence);
}

Explanation explainCluster(const base::Error& error) {
  if (error.code == ErrorCode::InvalidInput && error.subject.rfind("tls.", 0) == 0)
    return {Texts::tr("The certificates or the key of this context cannot be read."),
            Texts::tr("They must be PEM, with an RSA or EC key."),
            {},
            Remedy::None};
  if (error.providerCode == "never_read")
    return {Texts::tr("Secrets are never listed or read here, whatever the cluster allows."),
            {},
            {},
            Remedy::None};
  if (auto ofAction = explainAction(error); !ofAction.sentence.isEmpty()) return ofAction;
  auto explanation = error.providerCode.rfind("exec_", 0) == 0 ? ofPlugin(error) : ofCode(error);
  explanation.quotation = text(error.said);
  return explanation;
}

}  // namespace aiagent::format
