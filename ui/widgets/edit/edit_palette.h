// The colours of the editors. The theme hands them in; fromPalette() is for where there is no theme.
#pragma once

#include <QColor>
#include <QPalette>

namespace aiagent::widgets {

struct EditPalette {
  QColor variable;  // {{names}} that have a value or a default
  QColor variableBackground;
  QColor unknown;  // {{names}} that have none
  QColor unknownBackground;
  QColor lineNumber;
  QColor currentLine;
  QColor error;
  QColor keyword, string, number, comment, key;

  bool operator==(const EditPalette&) const = default;

  static EditPalette fromPalette(const QPalette& palette);
};

}  // namespace aiagent::widgets
