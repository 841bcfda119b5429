#include "ui/pages/tool_call_card.h"

#include <algorithm>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using How = ToolCallForm::How;
using Job = ToolCallForm::Job;
using EndKind = ports::CommandEnd::Kind;

constexpr int kMostLines = 6;

QPlainTextEdit* codeBox(const QString& name, int lines, bool readOnly, QWidget* parent) {
  auto* box = new QPlainTextEdit(parent);
  box->setFont(fixedFont());
  box->setAccessibleName(name);
  box->setReadOnly(readOnly);
  box->setTabChangesFocus(true);
  keepLines(box, lines);
  return box;
}

int linesOf(const QString& text) {
  return std::clamp(int(text.count(QLatin1Char('\n'))) + 1, 1, kMostLines);
}

QString endText(const ports::CommandEnd& end) {
  switch (end.kind) {
    case EndKind::Exited: return ToolCallCard::tr("The command failed with exit code %1.").arg(end.exitCode);
    case EndKind::Crashed: return ToolCallCard::tr("The command crashed or was killed.");
    case EndKind::TimedOut: return ToolCallCard::tr("The command took longer than 30 seconds and was ended.");
    case EndKind::TooMuch: return ToolCallCard::tr("The command wrote more than 1 MiB and was ended.");
    case EndKind::NotStarted: return ToolCallCard::tr("There is no such program, or it may not be run.");
    case EndKind::Cancelled: break;
  }
  return {};
}

QString piecesText(const std::vector<std::string>& program) {
  QStringList pieces;
  for (const auto& piece : program) pieces << QStringLiteral("[%1]").arg(format::text(piece));
  return pieces.join(QLatin1Char(' '));
}

}  // namespace

ToolCallCard::ToolCallCard(ToolCallsVm& calls, std::size_t place, QWidget* parent)
    : Card(parent), m_calls(calls), m_place(place) {
  build();
  render();
}

void ToolCallCard::build() {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(kGapRelated, kGapRelated, kGapRelated, kGapRelated);
  column->setSpacing(kGapInside);
  const auto& call = form().call;
  const QString name = format::text(call.name);
  auto* title =
      sectionTitle(form().isApproval() ? tr("%1 on the server “%2”").arg(name, format::text(call.serverLabel))
                                       : tr("The model calls %1").arg(name),
                   this);
  title->setTextFormat(Qt::PlainText);
  title->setWordWrap(true);
  column->addWidget(title);
  auto* arguments = codeBox(tr("Arguments of %1").arg(name), linesOf(form().arguments), true, this);
  arguments->setPlainText(form().arguments);
  column->addWidget(arguments);
  if (form().isApproval())
    buildApproval(column);
  else
    buildAnswer(column);
}

void ToolCallCard::buildApproval(QVBoxLayout* column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(hintLabel(tr("May the server be called with this?"), this), 1);
  m_allow = new QPushButton(icon(QStringLiteral("checkmark")), tr("Allow"), this);
  m_refuse = new QPushButton(icon(QStringLiteral("window-close")), tr("Refuse"), this);
  for (auto* button : {m_allow, m_refuse}) {
    button->setCheckable(true);
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  column->addLayout(row);
  connect(m_allow, &QPushButton::clicked, this, [this] { m_calls.decide(m_place, true); });
  connect(m_refuse, &QPushButton::clicked, this, [this] { m_calls.decide(m_place, false); });
}

void ToolCallCard::buildAnswer(QVBoxLayout* column) {
  const QString name = format::text(form().call.name);
  m_how = new QComboBox(this);
  m_how->setAccessibleName(tr("How to answer %1").arg(name));
  m_how->addItem(tr("Type the result"), int(How::Typed));
  m_how->addItem(tr("Run a command on this computer"), int(How::Command));
  column->addWidget(m_how);
  m_answers = new QStackedWidget(this);
  m_typed = codeBox(tr("Result of %1").arg(name), 3, false, this);
  m_typed->setPlaceholderText(tr("JSON or text"));
  m_recorded = codeBox(tr("Recorded answer of %1").arg(name), 3, true, this);
  m_answers->addWidget(m_typed);
  m_answers->addWidget(m_recorded);
  m_answers->addWidget(buildCommand());
  column->addWidget(m_answers);
  m_record = new QCheckBox(tr("Record this answer"), this);
  m_record->setToolTip(tr("It is offered again when the tool is called with the same arguments"));
  column->addWidget(m_record);
  bindAnswer();
}

QWidget* ToolCallCard::buildCommand() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  m_command = new QLineEdit(page);
  m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  m_command->setAccessibleName(tr("Command for %1").arg(format::text(form().call.name)));
  m_command->setPlaceholderText(tr("/path/to/program and its arguments"));
  column->addWidget(m_command);
  m_pieces = hintLabel({}, page);
  m_pieces->setTextFormat(Qt::PlainText);
  m_pieces->setTextInteractionFlags(Qt::TextSelectableByMouse);
  column->addWidget(m_pieces);
  m_always = new QCheckBox(tr("Always allow exactly this command for this tool"), page);
  column->addWidget(m_always);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  m_end = hintLabel({}, page);
  m_end->setTextFormat(Qt::PlainText);
  m_run = new QPushButton(tr("Run the Command"), page);
  m_cancel = new QPushButton(tr("Cancel"), page);
  m_run->setAutoDefault(false);
  m_cancel->setAutoDefault(false);
  row->addWidget(m_end, 1);
  row->addWidget(m_cancel);
  row->addWidget(m_run);
  column->addLayout(row);
  m_output = codeBox(tr("Output of the command"), 3, true, page);
  column->addWidget(m_output);
  return page;
}

void ToolCallCard::bindAnswer() {
  connect(m_how, &QComboBox::activated, this,
          [this] { m_calls.setHow(m_place, How(m_how->currentData().toInt())); });
  connect(m_typed, &QPlainTextEdit::textChanged, this,
          [this] { m_calls.setTyped(m_place, m_typed->toPlainText()); });
  connect(m_command, &QLineEdit::textEdited, this,
          [this](const QString& text) { m_calls.setCommand(m_place, text); });
  connect(m_command, &QLineEdit::returnPressed, this, [this] { m_run->setFocus(Qt::TabFocusReason); });
  connect(m_always, &QCheckBox::clicked, this, [this](bool on) { m_calls.setAlways(m_place, on); });
  connect(m_run, &QPushButton::clicked, this, [this] { m_calls.runCommand(m_place); });
  connect(m_cancel, &QPushButton::clicked, this, [this] { m_calls.cancelCommand(m_place); });
  connect(m_record, &QCheckBox::clicked, this, [this](bool on) { m_calls.setRecord(m_place, on); });
}

void ToolCallCard::render() {
  if (form().isApproval()) return renderApproval();
  const auto& call = form();
  const bool offered = m_how->findData(int(How::Recorded)) >= 0;
  if (call.recorded && !offered) m_how->insertItem(1, tr("Recorded for these arguments"), int(How::Recorded));
  syncIndex(m_how, m_how->findData(int(call.how)));
  if (m_answers->currentIndex() != int(call.how)) m_answers->setCurrentIndex(int(call.how));
  // A stack is as high as its highest page: those that are not shown take no room.
  for (int i = 0; i < m_answers->count(); ++i)
    m_answers->widget(i)->setSizePolicy(QSizePolicy::Preferred, i == m_answers->currentIndex()
                                                                    ? QSizePolicy::Preferred
                                                                    : QSizePolicy::Ignored);
  syncText(m_typed, call.typed);
  syncText(m_recorded, call.recorded.value_or(QString()));
  syncChecked(m_record, call.record);
  syncVisible(m_record, call.how != How::Recorded);
  renderCommand();
}

void ToolCallCard::renderApproval() {
  syncChecked(m_allow, form().approved == true);
  syncChecked(m_refuse, form().approved == false);
}

void ToolCallCard::renderCommand() {
  const auto& call = form();
  const bool running = call.job == Job::Running;
  syncText(m_command, call.command);
  syncHint(m_pieces,
           call.program.empty()
               ? tr("No shell reads it. The arguments come as JSON on its standard input.")
               : tr("Runs %1, with the arguments on its standard input.").arg(piecesText(call.program)));
  syncChecked(m_always, call.always);
  syncEnabled(m_always, !call.program.empty() && !running);
  syncEnabled(m_command, !running);
  const bool hadFocus = m_run->hasFocus() || m_cancel->hasFocus();
  syncVisible(m_run, !running);
  syncVisible(m_cancel, running);
  if (hadFocus) (running ? m_cancel : m_run)->setFocus(Qt::OtherFocusReason);
  syncEnabled(m_run, !call.program.empty());
  syncText(m_run, call.always ? tr("Run and Always Allow") : tr("Run Once"));
  QString end;
  if (running) end = tr("Running…");
  if (call.job == Job::Done) end = tr("Done. Its output is the result:");
  if (call.fault) end = endText(*call.fault);
  syncText(m_end, end);
  QString output = call.output;
  if (call.fault) output = format::text(call.fault->errors.empty() ? call.fault->output : call.fault->errors);
  syncText(m_output, output.left(20'000));
  syncVisible(m_output, !output.isEmpty() && !running);
}

void ToolCallCard::focusAnswer() {
  QWidget* field = m_allow;
  if (!form().isApproval()) field = form().how == How::Typed ? static_cast<QWidget*>(m_typed) : m_how;
  field->setFocus(Qt::OtherFocusReason);
}

}  // namespace aiagent::ui
