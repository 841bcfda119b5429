#include "ui/viewmodels/provider_form.h"

#include <QCoreApplication>
#include <QUrl>

#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using format::text;
using format::utf8;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(ProviderForm)
};

QString nameProblem(const QString& name, bool taken) {
  if (name.isEmpty()) return {};
  if (taken) return Texts::tr("There is a provider of this name already.");
  if (utf8(name) == domain::kRehearsalProvider) return Texts::tr("This name belongs to the rehearsal model.");
  const bool fits = domain::normalised({.name = utf8(name), .baseUrl = domain::kOpenAiBaseUrl}).ok();
  return fits ? QString()
              : Texts::tr("Use lower-case letters, digits, “-”, “_” and “.”, at most 64 of them.");
}

// What a person most likely left out, said before they press anything.
QString urlProblem(const QString& typed) {
  const auto url = typed.trimmed();
  if (url.isEmpty()) return {};
  const bool web = url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                   url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
  if (!web) return Texts::tr("The address begins with https:// (or http:// on this computer).");
  if (url.contains(QLatin1Char('?')) || url.contains(QLatin1Char('#')))
    return Texts::tr("The address must not hold “?” or “#”.");
  const QUrl parsed(url, QUrl::StrictMode);
  if (!parsed.userInfo().isEmpty())
    return Texts::tr("Leave user name and password out; the key has its own field.");
  if (parsed.host().isEmpty() || !parsed.isValid())
    return Texts::tr("There is no valid host name in the address.");
  if (parsed.path().endsWith(QLatin1String("/responses")) ||
      parsed.path().endsWith(QLatin1String("/chat/completions")))
    return Texts::tr("Leave out the last part: the address usually ends with /v1.");
  return {};
}

}  // namespace

ProviderForm toForm(const domain::Provider& provider) {
  return {.name = text(provider.name),
          .baseUrl = text(provider.baseUrl),
          .api = provider.api,
          .keySource = provider.keySource,
          .keyVariable = text(provider.keyVariable),
          .organization = text(provider.organization),
          .project = text(provider.project),
          .defaultModel = text(provider.defaultModel)};
}

domain::Provider toProvider(const ProviderForm& form) {
  return {.name = utf8(form.name.trimmed()),
          .baseUrl = utf8(form.baseUrl.trimmed()),
          .api = form.api,
          .keySource = form.keySource,
          .keyVariable = utf8(form.keyVariable.trimmed()),
          .organization = utf8(form.organization.trimmed()),
          .project = utf8(form.project.trimmed()),
          .defaultModel = utf8(form.defaultModel.trimmed())};
}

ProviderProblems problemsOf(const ProviderForm& form, bool nameTaken) {
  ProviderProblems problems;
  problems.name = nameProblem(form.name.trimmed(), nameTaken);
  problems.baseUrl = urlProblem(form.baseUrl);
  const auto provider = domain::normalised(toProvider(form));
  problems.complete = provider.ok() && problems.name.isEmpty() && problems.baseUrl.isEmpty();
  const bool plain = form.baseUrl.trimmed().startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
  if (problems.baseUrl.isEmpty() && plain && form.keySource != domain::KeySource::None &&
      !domain::isLoopbackUrl(utf8(form.baseUrl.trimmed())))
    problems.caution = Texts::tr(
        "With http:// the key travels unencrypted and can be read on the way. Use https:// where you can.");
  return problems;
}

}  // namespace aiagent::ui
