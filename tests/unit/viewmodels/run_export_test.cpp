#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/clock.h"
#include "ui/format/text.h"
#include "ui/viewmodels/run_export.h"
#include "ui/viewmodels/write_file.h"

using namespace aiagent;
using ui::ExportFormat;

namespace {

domain::RunRecord run(const std::string& input, const std::string& answer) {
  domain::RunRecord made;
  made.request.content.name = "Triage";
  made.request.model = "gpt-5";
  made.created = base::wallTimeFromMillis(1'795'500'000'000);
  made.status = domain::RunStatus::Completed;
  domain::Message person;
  person.parts.push_back({domain::PartKind::Text, input, {}, {}});
  domain::Message agent;
  agent.role = domain::Role::Assistant;
  agent.parts.push_back({domain::PartKind::Text, answer, {}, {}});
  made.messages = {person, agent};
  return made;
}

}  // namespace

class RunExportTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void markdown_keepsTheAnswersOwnMarkdown() {
    const auto text =
        format::text(ui::exportRuns({run("hi", "**bold**"), run("more", "yes")}, ExportFormat::Markdown));
    QVERIFY(text.startsWith(QStringLiteral("# Triage\n")));
    QVERIFY(text.contains(QStringLiteral("## You\n\nhi\n\n## Triage\n\n**bold**\n")));
    QVERIFY(text.indexOf(QStringLiteral("more")) > text.indexOf(QStringLiteral("**bold**")));
    QVERIFY(text.endsWith(QLatin1Char('\n')));
  }

  void markdown_toolCallWithBackticks_staysInItsFence() {
    auto made = run("hi", "");
    made.messages[1].parts = {{domain::PartKind::ToolCall, "```\nx", "lookup", "c1"}};
    const auto text = format::text(ui::exportRuns({made}, ExportFormat::Markdown));
    QVERIFY(text.contains(QStringLiteral("Tool call “lookup”\n\n````\n```\nx\n````")));
  }

  void markdown_failedRun_saysWhy() {
    auto made = run("hi", "Half");
    made.status = domain::RunStatus::Interrupted;
    made.error = domain::RunError{.code = base::ErrorCode::Interrupted};
    const auto text = format::text(ui::exportRuns({made}, ExportFormat::Markdown));
    QVERIFY(text.contains(QStringLiteral("> The connection was interrupted")));
    QVERIFY(text.contains(QStringLiteral("interrupted*")));
  }

  void json_isAnArrayOfTheRuns() {
    const auto json = ui::exportRuns({run("hi", "one"), run("more", "two")}, ExportFormat::Json);
    QJsonParseError error;
    const auto parsed = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(parsed.array().size(), 2);
    QCOMPARE(parsed.array()[1].toObject().value(QStringLiteral("text")).toString(), QStringLiteral("two"));
  }

  void nothing_exportsToNothing() { QCOMPARE(ui::exportRuns({}, ExportFormat::Json), std::string()); }

  void fileName_data() {
    QTest::addColumn<QString>("agent");
    QTest::addColumn<QString>("name");
    QTest::newRow("words") << "Release Notes!"
                           << "release-notes-2026-11-24.md";
    QTest::newRow("path") << "../../etc/passwd"
                          << "etc-passwd-2026-11-24.md";
    QTest::newRow("script") << QStringLiteral("工单 分类") << QStringLiteral("工单-分类-2026-11-24.md");
    QTest::newRow("nothing") << "///"
                             << "2026-11-24.md";
    QTest::newRow("none") << ""
                          << "conversation-2026-11-24.md";
  }
  void fileName() {
    QFETCH(QString, agent);
    QFETCH(QString, name);
    auto made = run("hi", "yes");
    made.request.content.name = format::utf8(agent);
    QCOMPARE(ui::exportFileName(made, ExportFormat::Markdown), name);
  }

  void writeFile_replacesWhatWasThere() {
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("out.md"));
    for (const std::string text : {"first and longer", "second"}) {
      std::optional<base::Result<void>> written;
      ui::writeFile(
          this, path, [&] { return std::string(text); },
          [&](base::Result<void> outcome) { written = outcome; });
      QTRY_VERIFY(written.has_value());
      QVERIFY(written->ok());
      QFile file(path);
      QVERIFY(file.open(QIODevice::ReadOnly));
      QCOMPARE(file.readAll(), QByteArray::fromStdString(text));
    }
  }

  void writeFile_intoNoFolder_isAnError() {
    std::optional<base::Result<void>> written;
    ui::writeFile(
        this, QStringLiteral("/no/such/folder/x.md"), [] { return std::string("text"); },
        [&](base::Result<void> outcome) { written = outcome; });
    QTRY_VERIFY(written.has_value());
    QVERIFY(!written->ok());
    QCOMPARE(written->error().subject, std::string("/no/such/folder/x.md"));
  }
};

QTEST_GUILESS_MAIN(RunExportTest)
#include "run_export_test.moc"
