// FindingPane: one finding of the linter: what is wrong, what to do, and the lines of the file around it.
#pragma once

#include <functional>
#include <optional>
#include <QScrollArea>

#include "ui/viewmodels/deployments/files_vm.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace aiagent::ui {

class FindingPane : public QScrollArea {
  Q_OBJECT

 public:
  explicit FindingPane(FilesVm& files, QWidget* parent = nullptr);

  void show(const cluster::lint::LintFinding& finding);
  const std::optional<cluster::lint::LintFinding>& shown() const { return m_finding; }
  // What opens a file; the system's editor without another.
  void setOpener(std::function<bool(const QString& path, int line)> opener) { m_opener = std::move(opener); }
  void copyFinding() const;

 Q_SIGNALS:
  void closed();
  void notOpened(const QString& place);  // nothing could be started; the place was copied

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void build();
  QWidget* buildButtons(QWidget* body);
  void renderExcerpt();
  void fitExcerpt();
  QString place() const;
  void open();

  FilesVm& m_files;
  std::optional<cluster::lint::LintFinding> m_finding;
  std::function<bool(const QString&, int)> m_opener;
  QLabel *m_icon = nullptr, *m_title = nullptr, *m_reason = nullptr, *m_repairTitle = nullptr,
         *m_repair = nullptr, *m_place = nullptr;
  QPlainTextEdit* m_excerpt = nullptr;
};

QString severityIcon(cluster::lint::LintSeverity severity);

}  // namespace aiagent::ui

Q_DECLARE_METATYPE(aiagent::cluster::lint::LintFinding)
