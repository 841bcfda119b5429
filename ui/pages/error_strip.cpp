#include "ui/pages/error_strip.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QStringList>

#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

constexpr char kRemedy[] = "remedy/";

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(ErrorStrip)
};

// Only what is fit to be passed on: no log detail, no prompt, keys already masked.
QString detailsOf(const base::Error& error) {
  QStringList lines{QStringLiteral("error: ") + format::text(base::toWord(error.code))};
  if (error.httpStatus != 0) lines << QStringLiteral("status: ") + QString::number(error.httpStatus);
  if (!error.providerCode.empty())
    lines << QStringLiteral("provider code: ") + format::text(error.providerCode);
  if (!error.subject.empty()) lines << QStringLiteral("about: ") + format::text(error.subject);
  if (!error.said.empty()) lines << QStringLiteral("said: ") + format::text(error.said);
  lines << QStringLiteral("program: AI Agent Generator " AIAGENT_VERSION);
  return lines.join(QLatin1Char('\n'));
}

}  // namespace

StripMessage errorMessage(const base::Error& error, bool detailsToo) {
  const auto told = format::explain(error);
  const QString sentence =
      told.advice.isEmpty() ? told.sentence : told.sentence + QLatin1Char(' ') + told.advice;
  StripMessage message{.kind = StripKind::Negative, .sentence = sentence, .quotation = told.quotation};
  if (told.remedy != format::Remedy::None)
    message.buttons.push_back({QLatin1String(kRemedy) + QString::number(int(told.remedy)),
                               format::remedyLabel(told.remedy, error)});
  if (detailsToo && (error.httpStatus != 0 || !error.said.empty()))
    message.buttons.push_back({QLatin1String(kCopyDetails), Texts::tr("Copy Details")});
  return message;
}

format::Remedy remedyOf(const QString& buttonId) {
  if (!buttonId.startsWith(QLatin1String(kRemedy))) return format::Remedy::None;
  return static_cast<format::Remedy>(buttonId.mid(qsizetype(sizeof kRemedy) - 1).toInt());
}

void copyDetails(const base::Error& error) {
  QGuiApplication::clipboard()->setText(detailsOf(error));
}

}  // namespace aiagent::ui
