// The parts of the view-models that need no service: diffs of lists and fuzzy matching.
#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include "ui/viewmodels/fuzzy.h"
#include "ui/viewmodels/rows_model.h"

using namespace aiagent::ui;

namespace {

struct Row {
  int id = 0;
  QString text;
  bool operator==(const Row&) const = default;
};

class Rows : public RowsModel<Row> {
 public:
  QVariant data(const QModelIndex& index, int role) const override {
    return role == Qt::DisplayRole ? row(index.row()).text : QVariant();
  }
};

std::vector<Row> list(std::initializer_list<int> ids) {
  std::vector<Row> rows;
  for (const int id : ids) rows.push_back({id, QString::number(id)});
  return rows;
}

// Keeps a copy of a model's rows by its signals alone, as a view does.
class Follower {
 public:
  explicit Follower(QAbstractItemModel& model) : m_model(model) {
    QObject::connect(&model, &QAbstractItemModel::rowsInserted,
                     [this](const QModelIndex&, int first, int last) {
                       for (int row = first; row <= last; ++row) m_texts.insert(row, textAt(row));
                     });
    QObject::connect(
        &model, &QAbstractItemModel::rowsRemoved,
        [this](const QModelIndex&, int first, int last) { m_texts.remove(first, last - first + 1); });
    QObject::connect(&model, &QAbstractItemModel::dataChanged,
                     [this](const QModelIndex& first, const QModelIndex& last) {
                       for (int row = first.row(); row <= last.row(); ++row) m_texts[row] = textAt(row);
                     });
    QObject::connect(&model, &QAbstractItemModel::layoutChanged, [this] {
      for (int row = 0; row < m_texts.size(); ++row) m_texts[row] = textAt(row);
    });
  }
  const QStringList& texts() const { return m_texts; }

 private:
  QString textAt(int row) const { return m_model.index(row, 0).data().toString(); }
  QAbstractItemModel& m_model;
  QStringList m_texts;
};

QStringList textsOf(const std::vector<Row>& rows) {
  QStringList texts;
  for (const auto& row : rows) texts << row.text;
  return texts;
}

}  // namespace

class PureTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rows_randomUpdates_followersSeeTheSame() {
    Rows rows;
    QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Follower follower(rows);
    QSignalSpy resets(&rows, &QAbstractItemModel::modelReset);
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
      std::vector<int> ids;
      for (int id = 0; id < 12; ++id)
        if (random.bounded(3) != 0) ids.push_back(id);
      for (std::size_t i = ids.size(); i > 1; --i)
        if (random.bounded(2) == 0) std::swap(ids[i - 1], ids[std::size_t(random.bounded(int(i)))]);
      std::vector<Row> next;
      for (const int id : ids) next.push_back({id, QStringLiteral("%1:%2").arg(id).arg(random.bounded(2))});
      rows.update(next);
      QCOMPARE(rows.rows(), next);
      QCOMPARE(follower.texts(), textsOf(next));
    }
    QCOMPARE(resets.count(), 0);
  }

  void rows_unchangedUpdate_tellsNothing() {
    Rows rows;
    rows.update(list({1, 2, 3}));
    QSignalSpy changed(&rows, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&rows, &QAbstractItemModel::rowsInserted);
    QSignalSpy layout(&rows, &QAbstractItemModel::layoutChanged);
    rows.update(list({1, 2, 3}));
    QCOMPARE(changed.count() + inserted.count() + layout.count(), 0);
  }

  void rows_reorder_persistentIndexesFollowTheirRows() {
    Rows rows;
    rows.update(list({1, 2, 3, 4}));
    const QPersistentModelIndex three(rows.index(2));
    rows.update(list({3, 1, 9, 4}));
    QVERIFY(three.isValid());
    QCOMPARE(three.row(), 0);
    QCOMPARE(three.data().toString(), QStringLiteral("3"));
  }

  void rows_filterToFew_removesInRanges() {
    Rows rows;
    std::vector<Row> many;
    for (int id = 0; id < 1000; ++id) many.push_back({id, {}});
    rows.update(many);
    QSignalSpy removed(&rows, &QAbstractItemModel::rowsRemoved);
    rows.update({many[500]});
    QCOMPARE(removed.count(), 2);
  }

  void fuzzy_charactersInOrder_match() {
    QVERIFY(fuzzyMatch(QStringLiteral("sdr"), QStringLiteral("Save draft")).score > 0);
    QCOMPARE(fuzzyMatch(QStringLiteral("xyz"), QStringLiteral("Save draft")).score, 0);
    QCOMPARE(fuzzyMatch(QStringLiteral("fa"), QStringLiteral("af")).score, 0);
  }

  void fuzzy_wordBeginnings_beatTheMiddleOfWords() {
    const auto initials = fuzzyMatch(QStringLiteral("na"), QStringLiteral("New agent"));
    const auto middle = fuzzyMatch(QStringLiteral("na"), QStringLiteral("Internal"));
    QVERIFY(initials.score > middle.score);
    QCOMPARE(initials.positions, (std::vector<int>{0, 4}));
  }

  void fuzzy_wholeWord_beatsScatteredCharacters() {
    QVERIFY(fuzzyMatch(QStringLiteral("run"), QStringLiteral("Run")).score >
            fuzzyMatch(QStringLiteral("run"), QStringLiteral("Return unit")).score);
  }

  void fuzzy_caseAndAccents_areIgnored() {
    QVERIFY(fuzzyMatch(QStringLiteral("uber"), QStringLiteral("Über uns")).score > 0);
    QVERIFY(fuzzyMatch(QStringLiteral("ÜB"), QStringLiteral("uber")).score > 0);
  }

  void fuzzy_jumpThatWouldMissTheRest_isTakenBack() {
    QVERIFY(fuzzyMatch(QStringLiteral("ab"), QStringLiteral("xab a")).score > 0);
  }
};

QTEST_GUILESS_MAIN(PureTest)
#include "pure_test.moc"
