#include <QAbstractItemModelTester>

#include "tests/unit/services/service_fixture.h"
#include "ui/viewmodels/model_table.h"

using namespace aiagent;
using ui::ModelTable;

namespace {

constexpr char kTable[] = R"({"models":[
  {"id":"alpha","refused":["temperature"],
   "prices":[{"from":"2020-01-01","input":1,"output":8},{"from":"2025-01-01","input":2.5,"cached":0.0125,"output":10},{"from":"2999-01-01","input":9,"output":9}]},
  {"id":"beta-*"}]})";

}  // namespace

class ModelTableTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Through the person's own file, which is how a table comes in beside the shipped one.
  void init() {
    m_fixture = std::make_unique<testing::ServiceFixture>();
    QFile own(m_fixture->folder.filePath(QStringLiteral("models.json")));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write(kTable);
    own.close();
    m_models = std::make_unique<services::ModelService>(*m_fixture->profile, runs::shippedModelsJson());
    if (m_models->fileError()) QFAIL(m_models->fileError()->detail.c_str());
    m_table = std::make_unique<ModelTable>(*m_models, m_fixture->clock);
  }
  void cleanup() {
    m_table.reset();
    m_models.reset();
    m_fixture.reset();
  }

  void price_isTheOneInForceToday() {
    QCOMPARE(text(0, ModelTable::Model), QStringLiteral("alpha"));
    QCOMPARE(text(0, ModelTable::InputPrice), QStringLiteral("$2.50"));
    QCOMPARE(text(0, ModelTable::CachedPrice), QStringLiteral("$0.0125"));
    QCOMPARE(text(0, ModelTable::OutputPrice), QStringLiteral("$10.00"));
  }

  void whatIsUnknown_isADash_andSortsFirst() {
    QCOMPARE(text(1, ModelTable::InputPrice), QStringLiteral("–"));
    const auto key = [&](int row) {
      return m_table->index(row, ModelTable::InputPrice).data(ModelTable::SortRole).toDouble();
    };
    QVERIFY(key(1) < key(0));
  }

  void whatIsLearnt_appears_withoutAReset() {
    QAbstractItemModelTester tester(m_table.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(m_table.get(), &QAbstractItemModel::modelReset);
    QVERIFY(!text(0, ModelTable::Refused).contains(QStringLiteral("top_p")));
    m_models->learnRefusal("alpha", "top_p");
    QVERIFY(text(0, ModelTable::Refused).contains(QStringLiteral("temperature")));
    QVERIFY(text(0, ModelTable::Refused).contains(QStringLiteral("top_p")));
    QCOMPARE(resets.count(), 0);
  }

 private:
  QString text(int row, int column) const { return m_table->index(row, column).data().toString(); }
  std::unique_ptr<testing::ServiceFixture> m_fixture;
  std::unique_ptr<services::ModelService> m_models;
  std::unique_ptr<ModelTable> m_table;
};

QTEST_GUILESS_MAIN(ModelTableTest)
#include "model_table_test.moc"
