#include "ui/pages/ask_to_open.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>

namespace aiagent::ui {

void askToOpen(QWidget* parent, const QUrl& address) {
  auto* question =
      new QMessageBox(QMessageBox::Question, QCoreApplication::translate("AskToOpen", "Open this link?"),
                      address.toString(QUrl::FullyEncoded), QMessageBox::Open | QMessageBox::Cancel, parent);
  question->setAttribute(Qt::WA_DeleteOnClose);
  question->setTextFormat(Qt::PlainText);
  question->setDefaultButton(QMessageBox::Cancel);
  QObject::connect(question, &QMessageBox::finished, parent, [address](int answer) {
    if (answer == QMessageBox::Open) QDesktopServices::openUrl(address);
  });
  question->open();
}

}  // namespace aiagent::ui
