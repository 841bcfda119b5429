#include "ui/pages/first_run_page.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHideEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/format/explain.h"
#include "ui/pages/ask_to_open.h"
#include "ui/pages/card.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

constexpr int kCardIcon = 2;    // times an icon in a row
constexpr int kLeastCard = 32;  // characters
constexpr int kWidest = 160;    // characters, all cards
constexpr char kAnyway[] = "anyway";

QUrl keyPage() {
  return QUrl(QStringLiteral("https://platform.openai.com/api-keys"));
}

}  // namespace

FirstRunPage::FirstRunPage(services::ProviderService& providers, FirstRunOptions options, QWidget* parent)
    : Page(parent), m_firstRun(providers, std::move(options)) {
  build();
  buildKey();
  buildLocal();
  buildRehearsal();
  buildTeam();
  bind();
  arrange();
  setTabOrder(m_teamCard.button, m_skip);  // made first, met last
  render();
}

// ---------------------------------------------------------------- building

void FirstRunPage::build() {
  setAccessibleName(tr("Begin"));
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll);
  auto* ground = new QWidget(scroll);
  auto* inner = new QWidget(ground);
  followFont(inner, [inner] { inner->setMaximumWidth(inner->fontMetrics().averageCharWidth() * kWidest); });
  auto* centre = new QHBoxLayout(ground);
  centre->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
  centre->addStretch(1);
  centre->addWidget(inner, 100);
  centre->addStretch(1);
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapRelated);
  column->addStretch(2);
  auto* title = pageTitle(tr("How do you want to begin?"), inner);
  title->setAlignment(Qt::AlignHCenter);
  column->addWidget(title);
  auto* hint = hintLabel(tr("It can be changed at any time in the settings."), inner);
  hint->setAlignment(Qt::AlignHCenter);
  column->addWidget(hint);
  column->addSpacing(kGapGroups);
  m_strip = new MessageStrip(inner);
  column->addWidget(m_strip);
  m_cards = new QGridLayout;
  m_cards->setSpacing(kGapGroups);
  column->addLayout(m_cards);
  column->addSpacing(kGapGroups);
  m_skip = new QPushButton(tr("Not now: look around first"), inner);
  m_skip->setFlat(true);
  column->addWidget(m_skip, 0, Qt::AlignHCenter);
  m_import = new QPushButton(tr("Bring agents from OpenAI, promptfoo, Prompty, Langfuse, Markdown…"), inner);
  m_import->setFlat(true);
  column->addWidget(m_import, 0, Qt::AlignHCenter);
  column->addStretch(3);
  scroll->setWidget(ground);
}

FirstRunPage::Card FirstRunPage::addCard(const QString& iconName, const QString& title,
                                         const QString& sentence) {
  Card card;
  card.widget = new ui::Card(m_skip->parentWidget());
  card.widget->setAccessibleName(title);
  followFont(card.widget, [widget = card.widget] {
    widget->setMinimumWidth(widget->fontMetrics().averageCharWidth() * kLeastCard);
  });
  card.column = new QVBoxLayout(card.widget);
  card.column->setContentsMargins(kGapGroups, kGapGroups, kGapGroups, kGapGroups);
  card.column->setSpacing(kGapRelated);
  card.widget->setAccessibleDescription(sentence);
  card.column->addWidget(picture(iconName, kCardIcon, card.widget), 0, Qt::AlignHCenter);
  auto* heading = sectionTitle(title, card.widget);
  heading->setAlignment(Qt::AlignHCenter);
  heading->setWordWrap(true);
  card.column->addWidget(heading);
  auto* text = hintLabel(sentence, card.widget);
  text->setAlignment(Qt::AlignHCenter);
  card.column->addWidget(text);
  card.body = new QVBoxLayout;
  card.body->setSpacing(kGapRelated);
  card.body->setContentsMargins(0, kGapRelated, 0, 0);
  card.column->addLayout(card.body);
  card.column->addStretch(1);
  card.button = new QPushButton(card.widget);
  card.column->addWidget(card.button);
  return card;
}

void FirstRunPage::buildKey() {
  m_keyCard = addCard(QStringLiteral("lock"), tr("Use a key"),
                      tr("Runs go to OpenAI and are billed to your account there."));
  auto* parent = m_keyCard.widget;
  m_key = new QLineEdit(parent);
  m_key->setEchoMode(QLineEdit::Password);
  m_key->setPlaceholderText(tr("sk-…"));
  m_key->setAccessibleName(tr("OpenAI API key"));
  m_key->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
  m_keyHint = hintLabel({}, parent);
  m_keyHint->setAlignment(Qt::AlignHCenter);
  m_getKey = new QPushButton(icon(QStringLiteral("globe")), tr("Get a Key…"), parent);
  m_getKey->setFlat(true);
  m_getKey->setToolTip(keyPage().toString());
  m_keyStrip = new MessageStrip(parent);
  m_keyCard.body->addWidget(m_key);
  m_keyCard.body->addWidget(m_keyHint);
  m_keyCard.body->addWidget(m_getKey, 0, Qt::AlignHCenter);
  m_keyCard.body->addWidget(m_keyStrip);
}

void FirstRunPage::buildLocal() {
  m_localCard = addCard(QStringLiteral("network-server"), tr("Use a local server"),
                        tr("Ollama, LM Studio, llama.cpp or vLLM on this computer. Nothing leaves it."));
  auto* parent = m_localCard.widget;
  for (const auto& server : m_firstRun.state().servers) {
    ServerRow row;
    row.choice = new QRadioButton(server.title, parent);
    row.about = hintLabel({}, parent);
    row.about->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto* line = new QHBoxLayout;
    line->setSpacing(kGapRelated);
    line->addWidget(row.choice);
    line->addWidget(row.about, 1);
    m_localCard.body->addLayout(line);
    connect(row.choice, &QRadioButton::toggled, this, &FirstRunPage::render);
    m_servers.push_back(row);
  }
  m_model = new QComboBox(parent);
  m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_modelLabel = new QLabel(tr("&Model:"), parent);
  m_modelLabel->setBuddy(m_model);
  m_model->setAccessibleName(tr("Model"));
  m_localCard.body->addWidget(m_modelLabel);
  m_localCard.body->addWidget(m_model);
  m_again = new QPushButton(tr("Look Again"), parent);
  m_again->setFlat(true);
  m_localCard.body->addWidget(m_again, 0, Qt::AlignHCenter);
}

void FirstRunPage::buildRehearsal() {
  m_rehearsalCard =
      addCard(QStringLiteral("media-playback-start"), tr("Rehearse"),
              tr("See the whole way without a key and without a network. Rehearsal: no model involved. The "
                 "answers are put together on this computer from the agent's own fields."));
  m_rehearsalCard.button->setText(tr("Rehearse"));
}

void FirstRunPage::buildTeam() {
  m_teamCard = addCard(QStringLiteral("system-users"), tr("Join a team's library"),
                       tr("Agents that are shared through your team's server. You need an invitation: a "
                          "link, or an address and a code."));
  m_teamCard.button->setText(tr("Enter the Invitation…"));
}

// ---------------------------------------------------------------- binding

void FirstRunPage::bind() {
  const auto useKey = [this] {
    if (m_firstRun.state().key == FirstRunState::Key::Checking)
      m_firstRun.cancelKey();
    else
      m_firstRun.useKey(m_key->text());
  };
  connect(m_keyCard.button, &QPushButton::clicked, this, useKey);
  connect(m_key, &QLineEdit::returnPressed, this, useKey);
  connect(m_key, &QLineEdit::textChanged, this, &FirstRunPage::render);
  connect(m_getKey, &QPushButton::clicked, this, [this] { askToOpen(this, keyPage()); });
  connect(m_keyStrip, &MessageStrip::triggered, this, [this](const QString& button) {
    if (button == QLatin1String(kAnyway)) m_firstRun.useKeyAnyway();
  });
  connect(m_localCard.button, &QPushButton::clicked, this, &FirstRunPage::useServer);
  connect(m_again, &QPushButton::clicked, &m_firstRun, &FirstRunVm::probe);
  connect(m_rehearsalCard.button, &QPushButton::clicked, &m_firstRun, &FirstRunVm::rehearse);
  connect(m_teamCard.button, &QPushButton::clicked, this,
          [this] { Q_EMIT pageRequested(QStringLiteral("settings"), QStringLiteral("server:code")); });
  connect(m_skip, &QPushButton::clicked, &m_firstRun, &FirstRunVm::skip);
  connect(m_import, &QPushButton::clicked, this,
          [this] { Q_EMIT pageRequested(QStringLiteral("import"), QStringLiteral("choose")); });
  connect(m_strip, &MessageStrip::dismissed, &m_firstRun, &FirstRunVm::clearError);
  connect(&m_firstRun, &FirstRunVm::keyTaken, m_key, &QLineEdit::clear);
  connect(&m_firstRun, &FirstRunVm::chosen, this, &FirstRunPage::chosen);
  connect(&m_firstRun, &FirstRunVm::stateChanged, this, &FirstRunPage::render);
}

int FirstRunPage::chosenServer() const {
  for (std::size_t row = 0; row < m_servers.size(); ++row)
    if (m_servers[row].choice->isChecked() && m_servers[row].choice->isEnabled()) return int(row);
  return -1;
}

void FirstRunPage::useServer() {
  if (m_firstRun.state().probing()) return m_firstRun.cancelProbe();
  const int server = chosenServer();
  if (server < 0) return m_firstRun.probe();
  m_firstRun.useServer(server, m_model->currentText());
}

QList<QWidget*> FirstRunPage::panes() const {
  return {m_keyCard.widget, m_localCard.widget, m_rehearsalCard.widget, m_teamCard.widget};
}

// Who has gone elsewhere waits for no answer; a window that is minimised is no such case.
void FirstRunPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  if (event->spontaneous()) return;
  m_firstRun.cancelKey();
  m_firstRun.cancelProbe();
}

void FirstRunPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  arrange();
}

// All side by side where each gets the room its text needs, else two and two, else one above the other.
void FirstRunPage::arrange() {
  const QList<QWidget*> cards = panes();
  const auto fits = [&](int columns) {
    const int gaps = (columns - 1) * kGapGroups + 2 * kPageMargin;
    return width() >= columns * m_keyCard.widget->minimumWidth() + gaps;
  };
  const int columns = fits(4) ? 4 : fits(2) ? 2 : 1;
  if (columns == m_columns) return;
  m_columns = columns;
  for (auto* card : cards) m_cards->removeWidget(card);
  for (int i = 0; i < int(cards.size()); ++i) {
    m_cards->addWidget(cards[i], i / columns, i % columns);
    m_cards->setColumnStretch(i, i < columns ? 1 : 0);
  }
}

// ---------------------------------------------------------------- rendering

void FirstRunPage::render() {
  const auto& state = m_firstRun.state();
  renderKey();
  renderKeyStrip();
  renderLocal();
  syncEnabled(m_rehearsalCard.button, !state.busy);
  syncStrip(m_strip, state.error ? errorMessage(*state.error, false) : StripMessage());
}

void FirstRunPage::renderKey() {
  const auto& state = m_firstRun.state();
  const bool checking = state.key == FirstRunState::Key::Checking;
  syncText(m_keyHint, state.hasKeyStore
                          ? tr("It goes to the system's key store, and to no file of this program.")
                          : tr("There is no key store here: the key is kept only until the program ends."));
  syncText(m_keyCard.button, checking ? tr("Cancel") : tr("Check and Use"));
  syncEnabled(m_keyCard.button, checking || (!m_key->text().trimmed().isEmpty() && !state.busy));
  syncEnabled(m_key, !checking);
}

void FirstRunPage::renderKeyStrip() {
  const auto& state = m_firstRun.state();
  StripMessage message;
  if (state.key == FirstRunState::Key::Checking) {
    message = {.sentence = tr("Asking the provider…"), .closable = false};
  } else if (state.keyError) {
    const auto told = format::explain(*state.keyError);
    message = {.kind = StripKind::Negative, .sentence = told.sentence, .quotation = told.quotation};
    if (state.key == FirstRunState::Key::Unreachable)
      message.buttons = {{QLatin1String(kAnyway), tr("Use It Anyway")}};
  }
  syncStrip(m_keyStrip, message);
}

void FirstRunPage::renderLocal() {
  const auto& state = m_firstRun.state();
  for (std::size_t row = 0; row < m_servers.size(); ++row) renderServer(row);
  if (state.foundServer() && chosenServer() < 0)
    for (std::size_t row = 0; row < m_servers.size() && chosenServer() < 0; ++row)
      if (state.servers[row].phase == LocalServer::Phase::Answered) m_servers[row].choice->setChecked(true);
  fillModels();
  const int server = chosenServer();
  syncText(m_localCard.button, state.probing() ? tr("Cancel")
                               : server >= 0   ? tr("Use %1").arg(state.servers[std::size_t(server)].title)
                               : state.probed  ? tr("Look Again")
                                               : tr("Look for Servers"));
  syncEnabled(m_localCard.button, !state.busy);
  syncVisible(m_again, server >= 0 && !state.probing());
}

void FirstRunPage::renderServer(std::size_t row) {
  const auto& server = m_firstRun.state().servers[row];
  const bool answered = server.phase == LocalServer::Phase::Answered;
  auto& [choice, about] = m_servers[row];
  QString text;
  switch (server.phase) {
    case LocalServer::Phase::Unasked: break;
    case LocalServer::Phase::Asking: text = tr("asking…"); break;
    case LocalServer::Phase::Answered:
      text = server.models.isEmpty()     ? tr("has no model yet")
             : server.models.size() == 1 ? tr("1 model")
                                         : tr("%n models", nullptr, int(server.models.size()));
      break;
    case LocalServer::Phase::Silent:
      text = server.error ? tr("something else answers there") : tr("not running");
      break;
  }
  syncHint(about, text);
  syncVisible(choice, m_firstRun.state().probed);
  syncEnabled(choice, answered);
  choice->setAccessibleDescription(text);
  if (choice->toolTip() != server.baseUrl) choice->setToolTip(server.baseUrl);
}

void FirstRunPage::fillModels() {
  const int server = chosenServer();
  const auto models = server < 0 ? QStringList() : m_firstRun.state().servers[std::size_t(server)].models;
  syncVisible(m_model, !models.isEmpty());
  syncVisible(m_modelLabel, !models.isEmpty());
  if (models == m_shownModels) return;
  m_shownModels = models;
  m_model->clear();
  m_model->addItems(models);
}

}  // namespace aiagent::ui
