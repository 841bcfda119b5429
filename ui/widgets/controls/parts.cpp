#include "ui/widgets/controls/parts.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/mnemonic.h"
#include "ui/widgets/controls/off_because.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

class Hairline final : public QWidget {
 public:
  Hairline(Qt::Orientation orientation, QWidget* parent) : QWidget(parent) {
    if (orientation == Qt::Horizontal) {
      setFixedHeight(1);
      setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    } else {
      setFixedWidth(1);
      setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    }
  }

 protected:
  void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokensFor(palette()).border); }
};

// Painted anew each time, so that it follows the palette, as a label's pixmap does not.
class Picture final : public QWidget {
 public:
  Picture(const QString& iconName, int scale, QWidget* parent)
      : QWidget(parent), m_icon(icon(iconName)), m_scale(scale) {
    resizeToText();
  }

 protected:
  void changeEvent(QEvent* event) override {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) resizeToText();
  }
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    m_icon.paint(&painter, rect());
  }

 private:
  void resizeToText() {
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize) * m_scale;
    setFixedSize(side, side);
  }
  QIcon m_icon;
  int m_scale;
};

// The parent's font is told anew after the program's has changed; a font of the widget's own is not.
class FontKeeper final : public QObject {
 public:
  FontKeeper(QWidget* widget, double scale, QFont::Weight weight)
      : QObject(widget), m_widget(widget), m_scale(scale), m_weight(weight) {
    widget->installEventFilter(this);
    follow();
  }

  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == m_widget && event->type() == QEvent::ParentChange) follow();
    if (watched == m_parent && event->type() == QEvent::FontChange) apply();
    return false;
  }

 private:
  void follow() {
    if (m_parent) m_parent->removeEventFilter(this);
    m_parent = m_widget->parentWidget();
    if (m_parent) m_parent->installEventFilter(this);
    apply();
  }
  void apply() {
    QFont font = m_parent ? m_parent->font() : QApplication::font();
    font.setPointSizeF(font.pointSizeF() * m_scale);
    font.setWeight(m_weight);
    m_widget->setFont(font);
  }

  QWidget* m_widget;
  QPointer<QWidget> m_parent;
  double m_scale;
  QFont::Weight m_weight;
};

// Sets the muted colour that belongs to the parent's palette. Guarded: setting it is a change of its own.
void mute(QWidget* widget) {
  QPalette colours = widget->parentWidget() ? widget->parentWidget()->palette() : QPalette();
  const QColor muted = tokensFor(colours).muted;
  if (widget->palette().color(QPalette::WindowText) == muted) return;
  colours.setColor(QPalette::WindowText, muted);
  widget->setPalette(colours);
}

class HintLabel final : public QLabel {
 public:
  HintLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    mute(this);
  }

 protected:
  void changeEvent(QEvent* event) override {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) mute(this);
  }
};

QLabel* heading(const QString& text, double scale, QFont::Weight weight, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  scaleFont(label, scale, weight);
  return label;
}

}  // namespace

ElidedLabel::ElidedLabel(QWidget* parent, Qt::TextElideMode mode) : QLabel(parent), m_mode(mode) {
  setTextFormat(Qt::PlainText);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  setAccessibleName(text);
  elide();
}

QSize ElidedLabel::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 3, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  elide();
}

void ElidedLabel::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::FontChange) elide();
}

void ElidedLabel::elide() {
  const QString oneLine = m_text.simplified();
  const QString shown = fontMetrics().elidedText(oneLine, m_mode, width());
  if (shown != text()) setText(shown);
  setToolTip(shown == oneLine ? QString() : m_text);
}

MetaLabel::MetaLabel(QWidget* parent) : ElidedLabel(parent) {
  scaleFont(this, 0.9);
  mute(this);
}

void MetaLabel::changeEvent(QEvent* event) {
  ElidedLabel::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) mute(this);
}

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_title(sectionTitle({}, this)),
      m_sentence(hintLabel({}, this)),
      m_step(new QPushButton(this)) {
  m_step->setDefault(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
  column->setSpacing(kGapRelated);
  column->addStretch(2);
  column->addWidget(m_icon, 0, Qt::AlignHCenter);
  column->addWidget(m_title, 0, Qt::AlignHCenter);
  m_title->setWordWrap(true);
  m_title->setAlignment(Qt::AlignHCenter);
  m_sentence->setAlignment(Qt::AlignHCenter);
  column->addWidget(m_sentence);
  column->addSpacing(kGapInside);
  column->addWidget(m_step, 0, Qt::AlignHCenter);
  column->addStretch(3);
  connect(m_step, &QPushButton::clicked, this, &EmptyState::stepTaken);
}

void EmptyState::set(const QString& iconName, const QString& title, const QString& sentence,
                     const QString& step) {
  m_iconName = iconName;
  m_title->setText(title);
  m_sentence->setText(sentence);
  m_sentence->setVisible(!sentence.isEmpty());
  m_step->setText(step);
  m_step->setVisible(!step.isEmpty());
  drawIcon();
}

void EmptyState::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) drawIcon();
}

void EmptyState::drawIcon() {
  m_icon->setPixmap(icon(m_iconName).pixmap(QSize(44, 44), devicePixelRatioF(), QIcon::Disabled));
}

QWidget* picture(const QString& iconName, int scale, QWidget* parent) {
  return new Picture(iconName, scale, parent);
}

void scaleFont(QWidget* widget, double scale, QFont::Weight weight) {
  new FontKeeper(widget, scale, weight);
}

void keepLines(QPlainTextEdit* edit, int lines) {
  followFont(edit, [edit, lines] {
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines +
                         2 * int(edit->document()->documentMargin() + edit->frameWidth()));
  });
}

QLabel* pageTitle(const QString& text, QWidget* parent) {
  return heading(text, 1.4, QFont::Normal, parent);
}

QLabel* sectionTitle(const QString& text, QWidget* parent) {
  return heading(text, 1.1, QFont::DemiBold, parent);
}

QLabel* hintLabel(const QString& text, QWidget* parent) {
  return new HintLabel(text, parent);
}

QToolButton* iconButton(const QString& iconName, const QString& name, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setAutoRaise(true);
  button->setIcon(icon(iconName));
  button->setFocusPolicy(Qt::StrongFocus);
  describe(button, name, name);
  return button;
}

QToolButton* iconButton(QAction* action, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setAutoRaise(true);
  button->setDefaultAction(action);
  button->setToolButtonStyle(Qt::ToolButtonIconOnly);
  button->setFocusPolicy(Qt::StrongFocus);
  const auto rename = [button, action] {
    const QString name = withoutMnemonic(action->text());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    const QString usual = keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys);
    const QString reason = action->isEnabled() ? QString() : action->property(kOffBecause).toString();
    describe(button, name, reason.isEmpty() ? usual : reason);
  };
  QObject::connect(action, &QAction::changed, button, rename);
  rename();
  return button;
}

void describe(QWidget* widget, const QString& accessibleName, const QString& toolTip) {
  widget->setAccessibleName(accessibleName);
  if (!toolTip.isEmpty()) widget->setToolTip(toolTip);
}

void makeSearchField(QLineEdit* edit) {
  edit->setClearButtonEnabled(true);
  for (auto* button : edit->findChildren<QAbstractButton*>())
    button->setAccessibleName(EmptyState::tr("Clear"));
  edit->addAction(icon(QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
  for (auto* button : edit->findChildren<QAbstractButton*>())
    if (button->accessibleName().isEmpty()) button->setAccessibleName(EmptyState::tr("Search"));
}

QWidget* hairline(Qt::Orientation orientation, QWidget* parent) {
  return new Hairline(orientation, parent);
}

QFormLayout* formLayout(QWidget* parent) {
  auto* form = new QFormLayout(parent);
  form->setContentsMargins(0, 0, 0, 0);
  form->setHorizontalSpacing(12);
  form->setVerticalSpacing(kGapRelated);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  form->setLabelAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
  return form;
}

}  // namespace aiagent::ui
