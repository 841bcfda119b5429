// The view of a deployment's files over a folder of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>

#include "tests/unit/services/service_fixture.h"
#include "ui/pages/deployments/files_view.h"
#include "ui/pages/deployments/finding_pane.h"

namespace aiagent::testing {

class FilesFixture {
 public:
  // Stands still, so that ages do.
  struct Clock : base::Clock {
    base::Instant now() const override { return system.now(); }
    base::WallTime wallNow() const override { return wall; }
    base::SystemClock system;
    base::WallTime wall = base::wallTimeFromMillis(1'795'416'000'000);
  };

  FilesFixture() { make(); }
  ~FilesFixture() { view.reset(); }

  // Anew, as a program that starts.
  void make() {
    view.reset();
    vm = std::make_unique<ui::FilesVm>(*services.settings, services.scheduler, clock,
                                       std::chrono::milliseconds(20));
  }

  void write(const char* path, const QByteArray& text) {
    const auto whole = folder.filePath(QLatin1String(path));
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("not written: %s", path);
  }
  // Two files with faults.
  void writeFaulty() {
    write("Dockerfile", "FROM node:16-alpine\nWORKDIR /app\nCOPY . .\nCMD [\"npm\", \"start\"]\n");
    write("kubernetes/service.yaml",
          "apiVersion: v1\nkind: Service\nmetadata:\n  name: <b>web</b>\nspec:\n  ports:\n    - port: 80\n");
  }
  // A file without any.
  void writeSound() { write("docker-compose.yml", "services:\n  app:\n    image: app\n"); }

  ui::FilesView& show(QSize size = {1000, 620}) {
    view = std::make_unique<ui::FilesView>(*vm);
    view->resize(size);
    view->show();
    view->activateWindow();
    if (!QTest::qWaitForWindowActive(view.get())) qFatal("the window is not active");
    return *view;
  }
  bool until(ui::FilesState::Stage stage) {
    return QTest::qWaitFor([&] { return vm->state().stage == stage && !vm->state().checking; }, 20'000);
  }
  bool openChecked(QSize size = {1000, 620}) {
    vm->choose(folder.path());
    show(size);
    return until(ui::FilesState::Stage::Checked);
  }

  QTreeWidget& table() { return *view->table(); }
  // "Dockerfile – …" with its findings' rules; a line a group.
  QStringList rows() {
    QStringList all;
    for (int i = 0; i < table().topLevelItemCount(); ++i) {
      const auto* group = table().topLevelItem(i);
      QStringList rules;
      for (int j = 0; j < group->childCount(); ++j) rules << group->child(j)->text(1);
      all << group->text(0) + QStringLiteral(": ") + rules.join(QLatin1Char(' '));
    }
    return all;
  }
  QTreeWidgetItem* row(const char* rule) {
    for (int i = 0; i < table().topLevelItemCount(); ++i)
      for (int j = 0; j < table().topLevelItem(i)->childCount(); ++j)
        if (table().topLevelItem(i)->child(j)->text(1) == QLatin1String(rule))
          return table().topLevelItem(i)->child(j);
    return nullptr;
  }
  bool shows(const QString& text) const {
    for (auto* label : view->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(text)) return true;
    return false;
  }
  template <class Widget>
  Widget* named(const QString& name) {
    for (auto* widget : view->findChildren<Widget*>())
      if (widget->isVisible() && widget->accessibleName() == name) return widget;
    qFatal("nothing visible is called %s", qPrintable(name));
  }
  QPushButton* button(const QString& text) {
    for (auto* one : view->findChildren<QPushButton*>())
      if (one->isVisible() && one->text().remove(QLatin1Char('&')) == text) return one;
    return nullptr;
  }

  ServiceFixture services;
  QTemporaryDir folder;
  Clock clock;
  std::unique_ptr<ui::FilesVm> vm;
  std::unique_ptr<ui::FilesView> view;
};

}  // namespace aiagent::testing
