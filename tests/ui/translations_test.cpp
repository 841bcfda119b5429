// What functions outside of every class say, in German: they name the context that their texts are kept
// under.
#include <QApplication>
#include <QTest>
#include <QTranslator>

#include "core/domain/parameters.h"
#include "ui/format/human.h"
#include "ui/format/names.h"
#include "ui/format/text.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/transcript_messages.h"

using namespace aiagent;

namespace {

QString titleOf(ui::ChatMessage::Kind kind) {
  return ui::toTranscriptMessage({.id = QStringLiteral("1"), .kind = kind, .name = QStringLiteral("x")}, 0)
      .title;
}

// Everything those functions can say, in the language that is installed.
QStringList allTexts() {
  using Kind = ui::ChatMessage::Kind;
  QStringList texts;
  for (const auto& spec : domain::knownParameters()) {
    const auto name = format::text(spec.name);
    texts << format::parameterHelp(name);
    if (spec.kind != domain::ParameterKind::Word || spec.words.empty()) texts << format::parameterRange(name);
  }
  for (const auto role : {domain::Role::User, domain::Role::Tool, domain::Role::System})
    texts << format::roleName(role);
  texts << format::apiKind(domain::ApiKind::Chat);
  for (const auto kind : {Kind::Person, Kind::Reasoning, Kind::ToolCall, Kind::ToolResult, Kind::Refusal})
    texts << titleOf(kind);
  const base::Error error{
      .code = base::ErrorCode::RequestRejected, .subject = "x", .said = "no", .httpStatus = 400};
  const auto message = ui::errorMessage(error);
  texts << message.sentence;
  for (const auto& button : message.buttons) texts << button.text;
  texts << format::duration(std::chrono::hours(2)) +
               format::relativeTime({}, base::WallTime(std::chrono::seconds(5)));
  return texts;
}

}  // namespace

class TranslationsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void freeFunctions_speakEveryLanguage_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("Simplified Chinese") << QStringLiteral("zh_CN");
  }
  void freeFunctions_speakEveryLanguage() {
    QFETCH(QString, language);
    const auto english = allTexts();
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/i18n/aiagent_") + language));
    QCoreApplication::installTranslator(&translator);
    const auto translated = allTexts();
    QCoreApplication::removeTranslator(&translator);
    QCOMPARE(translated.size(), english.size());
    // "true oder false" holds the English words, and a unit may be the same; but no whole text stays.
    QStringList plain;
    for (qsizetype i = 0; i < english.size(); ++i)
      if (translated[i] == english[i]) plain << english[i];
    QCOMPARE(plain, QStringList());
  }

  void german_isWhatTheFileSays() {
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/i18n/aiagent_de")));
    QCoreApplication::installTranslator(&translator);
    QCOMPARE(format::roleName(domain::Role::User), QStringLiteral("Ich"));
    QCOMPARE(titleOf(ui::ChatMessage::Kind::Refusal), QStringLiteral("Abgelehnt"));
    QCOMPARE(format::parameterRange(QStringLiteral("store")), QStringLiteral("true oder false"));
    QCoreApplication::removeTranslator(&translator);
  }
};

QTEST_MAIN(TranslationsTest)
#include "translations_test.moc"
