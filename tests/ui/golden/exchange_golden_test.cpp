// What bringing agents in and taking them out looks like.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/golden/golden_window.h"
#include "ui/format/text.h"

using namespace aiagent;
using tests::GoldenWindow;
using Phase = ui::ImportState::Phase;

class ExchangeGoldenTest : public QObject {
  Q_OBJECT

 private:
  // In a folder of its own each, as a file is named in what is said of it.
  QString write(const QString& name, const QByteArray& bytes) {
    const QString path = m_files.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no file");
    return path;
  }

  // One of each result, with losses and a long name.
  QString mixture() {
    return QStringList{
        write(QStringLiteral("new/AGENTS.md"), "# Newcomer\n\nYou help {% if x %}kindly{% endif %}.\n"),
        write(QStringLiteral("triage/AGENTS.md"), "# Triage\n\nYou sort them well.\n"),
        write(QStringLiteral("same/AGENTS.md"), "# Same\n\nYou stay.\n"),
        write(QStringLiteral("broken.json"), "{\"format\":"),
        write(QStringLiteral("long.prompty"),
              "---\nname: An agent with a name that is much longer than any column could ever be, and which "
              "goes on\nmodel:\n  api: chat\n  configuration:\n    type: azure_openai\n    azure_endpoint: "
              "${env:ENDPOINT}\n    azure_deployment: gpt-5\n---\nsystem:\nYou help.\n")}
        .join(QLatin1Char('\n'));
  }

  static bool waitFor(GoldenWindow& f, Phase phase) {
    const bool came = QTest::qWaitFor([&] { return f.importing().import().state().phase == phase; });
    QTest::qWait(150);
    return came;
  }

  // Folders of this machine are somewhere else on the next one.
  static void forget(GoldenWindow& f, const QString& folder) {
    for (auto* label : f.window->findChildren<QLabel*>())
      if (label->text().contains(folder))
        label->setText(label->text().replace(folder, QStringLiteral("/home/you/agents")));
  }

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() {
    if (m_all) {
      QCOMPARE(tests::unusedGoldens(QStringLiteral("import-")), QStringList());
      QCOMPARE(tests::unusedGoldens(QStringLiteral("export-")), QStringList());
    }
    m_theme.reset();
  }

  void empty() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("import"));
    f.shootBoth(QStringLiteral("import-empty"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void plannedAndDone() {
    GoldenWindow f(*m_theme);
    f.addAgent({.name = "Triage", .prompt = "You sort tickets."});
    f.addAgent({.name = "Same", .prompt = "You stay."});
    f.open(QStringLiteral("import"), tests::kLarge, mixture());
    QVERIFY(waitFor(f, Phase::Planned));
    f.shootBoth(QStringLiteral("import-planned"));
    f.shootSizes(QStringLiteral("import-planned"), true);
    f.importing().import().apply();
    QVERIFY(waitFor(f, Phase::Done));
    f.shoot(QStringLiteral("import-done-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void refused() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("import"), tests::kLarge,
           write(QStringLiteral("cut.zip"), QByteArray("PK\x03\x04 cut off", 12)));
    QVERIFY(QTest::qWaitFor([&] { return f.importing().import().state().error.has_value(); }));
    QTest::qWait(150);
    forget(f, m_files.path());
    f.shoot(QStringLiteral("import-refused-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void exported() {
    GoldenWindow f(*m_theme);
    const auto agent = f.addAgent({.name = "Triage",
                                   .description = "Sorts tickets",
                                   .prompt = "You sort.",
                                   .starters = {"Printer on fire"}});
    f.open(QStringLiteral("export"), tests::kLarge, format::text(agent.id.toString()));
    QVERIFY(
        QTest::qWaitFor([&] { return f.exporting().exporting().state().name == QLatin1String("Triage"); }));
    f.shootBoth(QStringLiteral("export-usual"));
    auto& exporting = f.exporting().exporting();
    exporting.setFormat(authoring::Format::AgentsMd);
    exporting.exportTo(m_files.filePath(QStringLiteral("AGENTS.md")));
    QVERIFY(QTest::qWaitFor([&] { return !exporting.state().target.isEmpty(); }));
    QTest::qWait(150);
    forget(f, m_files.path());
    f.shoot(QStringLiteral("export-losses-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

 private:
  QTemporaryDir m_files;
  std::unique_ptr<ui::Theme> m_theme;
  bool m_all = QCoreApplication::arguments().size() == 1;
};

AIAGENT_GOLDEN_MAIN(ExchangeGoldenTest)
#include "exchange_golden_test.moc"
