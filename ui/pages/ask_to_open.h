// askToOpen: a web address is only ever opened after the person has seen it and said yes.
#pragma once

#include <QUrl>

class QWidget;

namespace aiagent::ui {

void askToOpen(QWidget* parent, const QUrl& address);

}  // namespace aiagent::ui
