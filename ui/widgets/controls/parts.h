// Small parts that pages are put together from, so that headings, gaps and empty states look the same
// everywhere.
#pragma once

#include <QLabel>
#include <QString>
#include <QWidget>

class QAction;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace aiagent::ui {

inline constexpr int kGapInside = 4;    // inside a control
inline constexpr int kGapRelated = 8;   // between related controls
inline constexpr int kGapGroups = 16;   // between groups
inline constexpr int kPageMargin = 24;  // around a page

// One line that gives way: cut with "…" when there is no room, whole in the tooltip.
class ElidedLabel : public QLabel {
  Q_OBJECT

 public:
  explicit ElidedLabel(QWidget* parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);
  void setFullText(const QString& text);
  const QString& fullText() const { return m_text; }
  QSize minimumSizeHint() const override;

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void elide();
  QString m_text;
  Qt::TextElideMode m_mode;
};

// A label in the muted colour, 0.9 of the body size; follows changes of palette and font.
class MetaLabel : public ElidedLabel {
  Q_OBJECT

 public:
  explicit MetaLabel(QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
};

// What an empty pane says: one sentence and the first step.
class EmptyState : public QWidget {
  Q_OBJECT

 public:
  explicit EmptyState(QWidget* parent = nullptr);
  // An empty `step` shows no button.
  void set(const QString& iconName, const QString& title, const QString& sentence, const QString& step = {});

 Q_SIGNALS:
  void stepTaken();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void drawIcon();
  QString m_iconName;
  QLabel* m_icon;
  QLabel* m_title;
  QLabel* m_sentence;
  QPushButton* m_step;
};

// An icon that is looked at and nothing else: it cannot be pressed and says nothing to a screen reader.
// `scale` is that of the icons in rows and buttons, which grow with the text.
QWidget* picture(const QString& iconName, int scale, QWidget* parent);

// Keeps a widget's font in proportion to its parent's, also when the text size is changed while it is shown.
void scaleFont(QWidget* widget, double scale, QFont::Weight weight = QFont::Normal);
// Keeps a field as high as so many lines of its font.
void keepLines(QPlainTextEdit* edit, int lines);

// Headings: a page's at 1.4, a section's at 1.1 semi-bold, by setting the label's font.
QLabel* pageTitle(const QString& text, QWidget* parent);
QLabel* sectionTitle(const QString& text, QWidget* parent);
// Muted, wrapping explanation under a control.
QLabel* hintLabel(const QString& text, QWidget* parent);

// An icon-only button that speaks: accessible name and tooltip (with the action's shortcut) come along.
QToolButton* iconButton(const QString& iconName, const QString& name, QWidget* parent);
QToolButton* iconButton(QAction* action, QWidget* parent);
void describe(QWidget* widget, const QString& accessibleName, const QString& toolTip = {});

// Turns a line edit into a search field: an icon before the text, a button that empties it, both with names.
void makeSearchField(QLineEdit* edit);

// A thin line of the border colour.
QWidget* hairline(Qt::Orientation orientation, QWidget* parent);

// A form whose labels stand beside their fields where there is room and above them where there is not.
QFormLayout* formLayout(QWidget* parent);

}  // namespace aiagent::ui
