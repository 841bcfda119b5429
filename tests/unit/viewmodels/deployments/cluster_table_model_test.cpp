// ClusterTableModel against a plain reference: after any row of changes it shows what a table made anew
// would, in the same order, and a view that follows its signals never loses what was selected.
#include <algorithm>
#include <map>
#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include "ui/viewmodels/deployments/cluster_table_model.h"

using namespace aiagent;
using cluster::VerdictKind;
using ui::CellKind;
using ui::ClusterRow;
using ui::ClusterTableModel;

namespace {

constexpr int kNameColumn = 0, kNumberColumn = 1, kAgeColumn = 2;

std::vector<ui::ClusterColumn> columns() {
  return {{QStringLiteral("Name"), CellKind::Text},
          {QStringLiteral("Restarts"), CellKind::Number},
          {QStringLiteral("Age"), CellKind::Age},
          {QStringLiteral("Verdict"), CellKind::Verdict}};
}

ClusterRow row(int id, const std::string& name, int number, VerdictKind kind = VerdictKind::Healthy) {
  ClusterRow made;
  made.id = "uid-" + std::to_string(id);
  made.name = name;
  made.cells = {name, std::to_string(number), std::string(), std::string()};
  made.keys = {0.0, double(number), double(1'700'000'000 + number), double(int(kind))};
  made.verdict.kind = kind;
  made.hasVerdict = true;
  return made;
}

QStringList names(const ClusterTableModel& model) {
  QStringList all;
  for (int i = 0; i < model.rowCount(); ++i) all << QString::fromStdString(model.rowAt(i)->id);
  return all;
}

// What is shown, worked out the slow way.
struct Reference {
  std::map<std::string, ClusterRow> rows;
  std::string filter;
  bool problemsOnly = false;
  int column = kNameColumn;
  bool down = false;

  bool isShown(const ClusterRow& one) const {
    if (problemsOnly && one.verdict.kind == VerdictKind::Healthy) return false;
    return filter.empty() || one.name.find(filter) != std::string::npos;
  }
  bool before(const ClusterRow& a, const ClusterRow& b) const {
    if (column == kNameColumn && a.name != b.name) return (a.name < b.name) != down;
    const auto key = [this](const ClusterRow& one) {
      const double own = one.keys[std::size_t(column)];
      return column == kAgeColumn ? -own : own;
    };
    if (column != kNameColumn && key(a) != key(b)) return (key(a) < key(b)) != down;
    return a.name != b.name ? a.name < b.name : a.id < b.id;
  }
  QStringList shown() const {
    std::vector<const ClusterRow*> all;
    for (const auto& [id, one] : rows)
      if (isShown(one)) all.push_back(&one);
    std::sort(all.begin(), all.end(), [this](const auto* a, const auto* b) { return before(*a, *b); });
    QStringList ids;
    for (const auto* one : all) ids << QString::fromStdString(one->id);
    return ids;
  }
};

}  // namespace

class ClusterTableModelTest : public QObject {
  Q_OBJECT

 private:
  // One step of a random history; `all`: the whole table is told at once.
  static void step(QRandomGenerator& random, Reference& plain, ClusterTableModel& model, bool all) {
    std::vector<ClusterRow> changed;
    std::vector<std::string> removed;
    const int many = random.bounded(10) == 0 ? 60 : 4;  // above and below what is sorted in one go
    std::map<std::string, bool> seen;
    for (int i = random.bounded(many); i >= 0; --i) {
      auto one = row(random.bounded(80), "pod-" + std::to_string(random.bounded(40)), random.bounded(9),
                     random.bounded(3) == 0 ? VerdictKind::Failed : VerdictKind::Healthy);
      if (!seen.emplace(one.id, true).second) continue;
      const bool goes = random.bounded(3) == 0;
      if (goes && plain.rows.erase(one.id) > 0) removed.push_back(one.id);
      if (goes) continue;
      plain.rows[one.id] = one;
      changed.push_back(std::move(one));
    }
    if (!all) return model.apply(std::move(changed), removed);
    std::vector<ClusterRow> whole;
    for (const auto& [id, one] : plain.rows) whole.push_back(one);
    model.update(std::move(whole));
  }

  static void look(QRandomGenerator& random, Reference& plain, ClusterTableModel& model) {
    const int what = random.bounded(12);
    if (what == 0) {
      plain.filter = random.bounded(2) == 0 ? "" : "pod-1";
      model.setFilter(QString::fromStdString(plain.filter));
    } else if (what == 1) {
      model.setProblemsOnly(plain.problemsOnly = random.bounded(2) == 0);
    } else if (what == 2) {
      plain.column = random.bounded(3);
      plain.down = random.bounded(2) == 0;
      model.sort(plain.column, plain.down ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
  }

 private Q_SLOTS:
  void anyChanges_showWhatATableMadeAnewWould_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed) QTest::newRow(qPrintable(QString::number(seed))) << seed;
  }
  void anyChanges_showWhatATableMadeAnewWould() {
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Reference plain;
    ClusterTableModel model(columns());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 150; ++i) {
      step(random, plain, model, random.bounded(5) == 0);
      look(random, plain, model);
      QCOMPARE(names(model), plain.shown());
      QCOMPARE(model.total(), plain.rows.size());
    }
    QCOMPARE(resets.count(), 0);
  }

  void selectedRow_isFollowed_whereverItGoes() {
    QRandomGenerator random(7);
    Reference plain;
    ClusterTableModel model(columns());
    auto held = row(1'000, "pod-20", 5);
    plain.rows[held.id] = held;
    model.apply({held}, {});
    const QPersistentModelIndex followed = model.index(model.indexOf(held.id), 0);
    for (int i = 0; i < 300; ++i) {
      step(random, plain, model, random.bounded(5) == 0);
      if (random.bounded(4) == 0)
        model.sort(random.bounded(3), random.bounded(2) == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
      QVERIFY(followed.isValid());
      QCOMPARE(followed.data(ClusterTableModel::IdRole).toString(), QStringLiteral("uid-1000"));
    }
  }

  void sameRowsAgain_tellNothing() {
    ClusterTableModel model(columns());
    model.apply({row(1, "a", 1), row(2, "b", 2)}, {});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.apply({row(1, "a", 1)}, {"uid-unknown"});
    model.update({row(1, "a", 1), row(2, "b", 2)});
    QCOMPARE(changes.count(), 0);
  }

  void ages_countFromTheServersTime() {
    ClusterTableModel model(columns());
    model.apply({row(1, "a", 0)}, {});
    model.setNow(base::wallTimeFromMillis(1'700'000'090'000));
    QCOMPARE(model.index(0, kAgeColumn).data().toString(), QStringLiteral("90s"));
  }

  void numbers_standAtTheTrailingEdge_andSortByTheirValue() {
    ClusterTableModel model(columns());
    model.apply({row(1, "a", 10), row(2, "b", 9)}, {});
    model.sort(kNumberColumn, Qt::AscendingOrder);
    QCOMPARE(names(model), QStringList({QStringLiteral("uid-2"), QStringLiteral("uid-1")}));
    QVERIFY(model.index(0, kNumberColumn).data(Qt::TextAlignmentRole).toInt() & Qt::AlignTrailing);
  }
};

QTEST_APPLESS_MAIN(ClusterTableModelTest)
#include "cluster_table_model_test.moc"
