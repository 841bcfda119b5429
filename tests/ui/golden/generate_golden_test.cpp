// What the Generate page looks like: a description, the fields as they come, a draft without a model, a
// failure.
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "tests/ui/golden/golden_window.h"
#include "tests/unit/services/generation_stream.h"
#include "ui/format/text.h"

using namespace aiagent;
using authoring::Field;
using tests::GoldenWindow;

namespace {

const char kEdits[] =
    R"({"edits":[{"find":"long verse","replace":"short verse","reason":"to be shorter"},)"
    R"({"find":"Be kind.","replace":"Be brief.","reason":"to be brief"}],"summary":"It is shorter."})";

void describe(GoldenWindow& f, const QString& text) {
  auto* box = f.named<QPlainTextEdit>(QStringLiteral("Describe what the agent should do"));
  box->setFocus();
  QTest::keyClicks(box, text);
}

void ask(GoldenWindow& f, const QString& text) {
  describe(f, text);
  QTest::keyClick(f.named<QPlainTextEdit>(QStringLiteral("Describe what the agent should do")),
                  Qt::Key_Return, Qt::ControlModifier);
}

bool isDone(GoldenWindow& f) {
  const auto& state = f.generate().generate().state();
  return !state.busy() && state.review.find(Field::Cases);
}

}  // namespace

class GenerateGoldenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() {
    if (m_all) QCOMPARE(tests::unusedGoldens(QStringLiteral("generate-")), QStringList());
    m_theme.reset();
  }

  void empty() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("generate"));
    f.shootBoth(QStringLiteral("generate-empty"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void reviewed() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("generate"));
    f.services.http->enqueue(testing::generationStream(testing::kPoet));
    ask(f, QStringLiteral("Poems about the weather, short and kind"));
    QVERIFY(QTest::qWaitFor([&] { return isDone(f); }));
    auto& generate = f.generate().generate();
    generate.accept(Field::Name);
    generate.edit(Field::Description, QStringLiteral("Writes short verse"));
    generate.reject(Field::Tools);
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("generate-reviewed"));
    f.shootSizes(QStringLiteral("generate-reviewed"), true);
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void streaming() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("generate"));
    f.services.http->enqueue(testing::generationStream(testing::kPoet.substr(0, 75), 8, false));
    ask(f, QStringLiteral("Poems"));
    QVERIFY(QTest::qWaitFor([&] { return f.generate().generate().state().writing == Field::Prompt; }));
    QTest::qWait(150);
    f.shoot(QStringLiteral("generate-streaming-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void drafted() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("generate"));
    describe(f, QStringLiteral("Sort support tickets by urgency, and write a polite answer to each email"));
    f.button<QPushButton>(QStringLiteral("Draft from Templates"))->click();
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("generate-drafted"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void offline_andWaiting() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("generate"));
    f.services.http->enqueue(testing::failure(base::ErrorCode::Timeout));
    ask(f, QStringLiteral("Poems"));
    QVERIFY(QTest::qWaitFor([&] { return f.generate().generate().state().error.has_value(); }));
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("generate-offline"));
    f.button<QPushButton>(QStringLiteral("Wait for Network"))->click();
    QVERIFY(QTest::qWaitFor([&] { return !f.generate().jobs().jobs().empty(); }));
    QTest::qWait(150);
    f.shoot(QStringLiteral("generate-waiting-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void improved() {
    GoldenWindow f(*m_theme);
    const auto agent = f.addAgent({.name = "Poet", .prompt = "Write long verse. Be kind."});
    f.open(QStringLiteral("generate"), tests::kLarge,
           QStringLiteral("improve:") + format::text(agent.id.toString()));
    f.services.http->enqueue(testing::generationStream(kEdits));
    auto* goal = f.named<QPlainTextEdit>(QStringLiteral("Goal"));
    QTest::keyClicks(goal, QStringLiteral("shorter"));
    QTest::keyClick(goal, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return f.generate().improve().state().improvement.has_value(); }));
    QTest::qWait(200);
    f.shootBoth(QStringLiteral("generate-improved"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
  bool m_all = QCoreApplication::arguments().size() == 1;
};

AIAGENT_GOLDEN_MAIN(GenerateGoldenTest)
#include "generate_golden_test.moc"
