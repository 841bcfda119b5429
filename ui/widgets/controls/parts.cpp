#include "ui/widgets/controls/parts.h"

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/controls/icon.h"
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

// A label whose size and weight are relative to the application's font, also after that has changed.
class HeadingLabel final : public QLabel {
 public:
  HeadingLabel(const QString& text, double scale, QFont::Weight weight, QWidget* parent)
      : QLabel(text, parent), m_scale(scale), m_weight(weight) {
    setTextFormat(Qt::PlainText);
    restyle();
  }

 protected:
  void changeEvent(QEvent* event) override {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) restyle();
  }

 private:
  void restyle() {
    QFont font = parentWidget() ? parentWidget()->font() : QFont();
    font.setPointSizeF(font.pointSizeF() * m_scale);
    font.setWeight(m_weight);
    setFont(font);
  }
  double m_scale;
  QFont::Weight m_weight;
};

class HintLabel final : public QLabel {
 public:
  HintLabel(const QString& text, QWidget* parent) : QLabel(text, parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    restyle();
  }

 protected:
  void changeEvent(QEvent* event) override {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) restyle();
  }

 private:
  void restyle() {
    QPalette colours = parentWidget() ? parentWidget()->palette() : QPalette();
    colours.setColor(QPalette::WindowText, tokensFor(colours).muted);
    setPalette(colours);
  }
};

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
  restyle();
}

void MetaLabel::changeEvent(QEvent* event) {
  ElidedLabel::changeEvent(event);
  if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange)
    restyle();
}

void MetaLabel::restyle() {
  if (m_restyling) return;
  m_restyling = true;
  QPalette colours = parentWidget() ? parentWidget()->palette() : QPalette();
  colours.setColor(QPalette::WindowText, tokensFor(colours).muted);
  setPalette(colours);
  QFont small = parentWidget() ? parentWidget()->font() : QFont();
  small.setPointSizeF(small.pointSizeF() * 0.9);
  setFont(small);
  m_restyling = false;
}

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_title(sectionTitle({}, this)),
      m_sentence(hintLabel({}, this)),
      m_step(new QPushButton(this)) {
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

QLabel* pageTitle(const QString& text, QWidget* parent) {
  return new HeadingLabel(text, 1.4, QFont::Normal, parent);
}

QLabel* sectionTitle(const QString& text, QWidget* parent) {
  return new HeadingLabel(text, 1.1, QFont::DemiBold, parent);
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
    QString name = action->text();
    name.remove(QLatin1Char('&'));
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    describe(button, name, keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys));
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
