// What the Runs page looks like.
#include <QApplication>
#include <QTest>

#include "tests/ui/golden/golden_window.h"
#include "tests/ui/golden/pseudo_locale.h"
#include "ui/format/text.h"
#include "ui/pages/runs/run_details_pane.h"

using namespace aiagent;
using domain::RunStatus;
using tests::GoldenWindow;

namespace {

// Runs of every kind, newest first.
std::vector<domain::RunRecord> keepSamples(GoldenWindow& f) {
  std::vector<domain::RunRecord> runs;
  const auto add = [&](int minutes, const char* input, const char* answer, RunStatus status) -> auto& {
    runs.push_back(f.sampleRun(minutes, input, answer));
    runs.back().status = status;
    return runs.back();
  };
  add(3, "The printer is on fire",
      "**Urgent**: a fire stops all work.\n\n1. Call the fire brigade\n2. Leave the "
      "building\n\n```python\nprint('help')\n```",
      RunStatus::Completed);
  auto& failed = add(25, "Where is my invoice, the one from March that was sent to the old address?", "",
                     RunStatus::Failed);
  failed.error = domain::RunError{.code = base::ErrorCode::RequestRejected,
                                  .subject = "temperature",
                                  .said = "Unsupported parameter: 'temperature'",
                                  .httpStatus = 400};
  failed.request.content.parameters.set("temperature", 0.5);
  failed.request.content.parameters.set("reasoning.effort", std::string("low"));
  failed.usage = {};
  failed.costNanoUsd.reset();
  add(180, "Write a very long story", "Once upon a time", RunStatus::Interrupted);
  add(60 * 26, "Stop there", "Half of it", RunStatus::Cancelled);
  auto& limit = add(60 * 24 * 9, "Summarise this", "It begins well", RunStatus::Incomplete);
  limit.error = domain::RunError{.code = base::ErrorCode::OutputLimit};
  auto& offline = add(60 * 24 * 400, "Is anybody there?", "", RunStatus::Failed);
  offline.error = domain::RunError{.code = base::ErrorCode::ConnectionFailed, .subject = "lab.example"};
  offline.usage = {};
  for (const auto& run : runs) f.keep(run);
  return runs;
}

void openRun(GoldenWindow& f, const domain::RunId& id) {
  f.runs().go(format::text(id.toString()));
  if (!QTest::qWaitFor([&] {
        const auto& state = f.runs().runs().state();
        return state.detail == ui::RunsState::Detail::Ready && state.selected == id && state.whole;
      }))
    qFatal("the run does not open");
  QTest::qWait(150);
}

}  // namespace

class RunsGoldenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() {
    if (m_all) QCOMPARE(tests::unusedGoldens(QStringLiteral("runs-")), QStringList());
    m_theme.reset();
  }

  void empty() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("runs"));
    f.shootBoth(QStringLiteral("runs-empty"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void usual() {
    GoldenWindow f(*m_theme);
    const auto runs = keepSamples(f);
    f.open(QStringLiteral("runs"));
    openRun(f, runs[0].id);
    f.shootBoth(QStringLiteral("runs-conversation"));
    f.shootSizes(QStringLiteral("runs-conversation"), true);
    f.runs().details()->showTab(1);
    f.shootBoth(QStringLiteral("runs-facts"));
    f.runs().details()->showTab(2);
    f.shootBoth(QStringLiteral("runs-request"));
    f.shootSizes(QStringLiteral("runs-request"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void failed() {
    GoldenWindow f(*m_theme);
    const auto runs = keepSamples(f);
    f.open(QStringLiteral("runs"));
    openRun(f, runs[1].id);
    f.shootBoth(QStringLiteral("runs-failed"));
    f.shootSizes(QStringLiteral("runs-failed"));
    f.runs().details()->showTab(1);
    f.shoot(QStringLiteral("runs-failed-facts-light"));
    f.runs().details()->showTab(0);
    openRun(f, runs[5].id);
    f.shootBoth(QStringLiteral("runs-offline"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void deleted_andNothingFound() {
    GoldenWindow f(*m_theme);
    const auto runs = keepSamples(f);
    f.open(QStringLiteral("runs"));
    openRun(f, runs[2].id);
    f.shoot(QStringLiteral("runs-interrupted-light"));
    f.runs().runs().remove();
    QVERIFY(QTest::qWaitFor([&] { return f.runs().runs().rows()->rowCount() == 5; }));
    QTest::qWait(150);
    f.shoot(QStringLiteral("runs-deleted-light"));
    f.runs().runs().setSearch(QStringLiteral("nothing like it"));
    QVERIFY(QTest::qWaitFor([&] { return f.runs().runs().state().list == ui::RunsState::List::NoMatch; }));
    QTest::qWait(150);
    f.shoot(QStringLiteral("runs-nothing-found-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void full() {
    GoldenWindow f(*m_theme);
    for (int i = 250; i > 0; --i) f.keep(f.sampleRun(i * 13, "Question " + std::to_string(i), "An answer"));
    domain::RunId last;
    for (int i = 30; i > 0; --i) {
      auto run = f.sampleRun(i, "What about number " + std::to_string(i) + "?",
                             "An answer of\n\nseveral\n\nparagraphs");
      run.request.parent = last;
      f.keep(run);
      last = run.id;
    }
    f.open(QStringLiteral("runs"));
    openRun(f, last);
    f.shoot(QStringLiteral("runs-full-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void longWords() {
    GoldenWindow f(*m_theme);
    const std::string word =
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    auto run = f.sampleRun(1, word + word + word,
                           word + word + word + word + "\n\n```\n" + word + word + word + "\n```\n");
    run.request.content.name = word + " " + word;
    run.request.model = "accounts/example/models/a-model-whose-name-is-longer-than-any-field-that-shows-it";
    run.modelAnswered = run.request.model;
    run.request.variables = {{"a_rather_long_name_of_a_variable", word + word}};
    f.keep(run);
    f.open(QStringLiteral("runs"));
    openRun(f, run.id);
    f.shootBoth(QStringLiteral("runs-long"));
    f.runs().details()->showTab(1);
    f.window->resize(tests::kMiddle);
    f.shoot(QStringLiteral("runs-long-facts-middle"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void pseudoLocale() {
    tests::PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    {
      GoldenWindow f(*m_theme);
      const auto runs = keepSamples(f);
      f.open(QStringLiteral("runs"));
      openRun(f, runs[1].id);
      f.shoot(QStringLiteral("runs-failed-pseudo"));
      openRun(f, runs[0].id);
      f.runs().details()->showTab(1);
      f.shoot(QStringLiteral("runs-facts-pseudo"));
      f.runs().details()->showTab(2);
      f.shoot(QStringLiteral("runs-request-pseudo"));
      m_faults = f.faults();
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCoreApplication::removeTranslator(&pseudo);
    QCOMPARE(pseudo.missing(), QStringList());
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(QLatin1Char('\n'))));
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
  QStringList m_faults;
  bool m_all = QCoreApplication::arguments().size() == 1;
};

AIAGENT_GOLDEN_MAIN(RunsGoldenTest)
#include "runs_golden_test.moc"
