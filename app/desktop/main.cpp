// aiagent: the window.
#include <cstdio>
#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

#include "app/backend/backend.h"
#include "app/desktop/desktop.h"
#include "core/base/process_start.h"
#include "ui/format/explain.h"
#include "ui/format/text.h"
#include "ui/viewmodels/settings_forms.h"
#include "ui/widgets/controls/icon.h"

namespace {

using namespace aiagent;

// Our own texts and Qt's ("Cancel", names of keys), in the chosen language or the system's.
void installTranslations(QApplication& application, const std::string& language) {
  const QLocale locale = language.empty() ? QLocale() : QLocale(format::text(language));
  QLocale::setDefault(locale);
  application.setLayoutDirection(locale.textDirection());
  const auto install = [&](const QString& name, const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
      QCoreApplication::installTranslator(translator);
  };
  install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(QStringLiteral("aiagent"), QStringLiteral(":/i18n"));
}

// The profile cannot be opened: there is nothing to show a page of.
int showFailure(QApplication& application, const base::Error& error) {
  installTranslations(application, {});
  const auto told = format::explain(error);
  QMessageBox box(QMessageBox::Critical, QCoreApplication::translate("main", "AI Agent Generator"),
                  told.sentence);
  box.setTextFormat(Qt::PlainText);
  box.setInformativeText(told.advice);
  QObject::connect(&box, &QDialog::finished, &application, &QApplication::quit);
  box.open();
  QApplication::exec();
  return 1;
}

struct Outcome {
  int status = 0;
  bool opensAnew = false;  // with the library of another workspace
};

// The window over the library in use, until it is closed.
Outcome runWindow(QApplication& application, const std::string& profile, const QString& invitation,
                  bool first) {
  auto backend = app::Backend::open(profile);
  if (!backend) return {.status = showFailure(application, backend.error())};
  if (first) installTranslations(application, ui::readAppearanceForm((*backend)->settings()).language);
  desktop::Desktop desktop(application, **backend);
  QObject::connect(&desktop, &desktop::Desktop::ended, &application, &QApplication::quit,
                   Qt::QueuedConnection);
  desktop.start(first ? invitation : QString());
  const int status = QApplication::exec();
  return {.status = status, .opensAnew = desktop.opensAnew()};
}

}  // namespace

int main(int argc, char** argv) {
  base::startProcess();
  QCoreApplication::setApplicationName(QStringLiteral("aiagent"));
  QCoreApplication::setApplicationVersion(QStringLiteral(AIAGENT_VERSION));
  QGuiApplication::setDesktopFileName(QStringLiteral("io.github.aiagent.AiAgent"));  // packaging/linux
  QApplication application(argc, argv);
  QGuiApplication::setApplicationDisplayName(QStringLiteral("AI Agent Generator"));
  QApplication::setQuitOnLastWindowClosed(false);  // it ends when all is written

  QCommandLineParser parser;
  parser.setApplicationDescription(QStringLiteral("Write, run and keep AI agents."));
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Folder that holds everything."),
                                   QStringLiteral("DIR"));
  parser.addOption(profile);
  parser.addPositionalArgument(QStringLiteral("link"), QStringLiteral("An invitation: aiagent://connect?…"),
                               QStringLiteral("[link]"));
  parser.process(application);
  const auto invitation = parser.positionalArguments().value(0);
  if (!invitation.isEmpty() && !services::parseInvitationLink(format::utf8(invitation))) {
    std::fprintf(stderr, "%s is not the link of an invitation.\n", qPrintable(invitation));
    return 2;
  }

  const auto folder = QFile::encodeName(parser.value(profile)).toStdString();
  Outcome outcome{.opensAnew = true};
  for (bool first = true; outcome.opensAnew; first = false)
    outcome = runWindow(application, folder, invitation, first);
  return outcome.status;
}
