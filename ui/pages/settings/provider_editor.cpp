#include "ui/pages/settings/provider_editor.h"

#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/sync.h"

namespace aiagent::ui {
namespace {

using domain::ApiKind;
using domain::KeySource;
using Key = ProvidersState::Key;
using Phase = ProvidersState::Test::Phase;

}  // namespace

ProviderEditor::ProviderEditor(ProvidersVm& providers, QWidget* parent)
    : SettingsSection(tr("Provider"), parent), m_providers(providers) {
  buildHead();
  buildAddress();
  buildKey();
  buildMore();
  column()->addStretch(1);
  bind();
  bindStrip();
  render();
}

void ProviderEditor::buildHead() {
  m_title = qobject_cast<QLabel*>(column()->itemAt(0)->widget());
  m_use = new QPushButton(tr("Use for Runs"), body());
  m_test = new QPushButton(body());
  m_discard = new QPushButton(tr("Discard"), body());
  m_save = new QPushButton(tr("Save"), body());
  m_save->setDefault(true);
  addHeadButtons({m_use, m_test, m_discard, m_save});
  m_state = hintLabel({}, body());
  column()->insertWidget(1, m_state);
  m_strip = new MessageStrip(body());
  m_testStrip = new MessageStrip(body());
  column()->addWidget(m_strip);
  column()->addWidget(m_testStrip);
}

void ProviderEditor::buildAddress() {
  auto* form = addGroup({});
  m_name = new QLineEdit(body());
  m_name->setPlaceholderText(tr("my-server"));
  form->addRow(fieldLabel(tr("&Name:"), m_name), m_name);
  m_nameHint = addHint(form);
  m_url = new QLineEdit(body());
  m_url->setPlaceholderText(QStringLiteral("https://api.openai.com/v1"));
  form->addRow(fieldLabel(tr("&Base URL:"), m_url), m_url);
  m_urlHint = addHint(form);
  m_api = new QComboBox(body());
  m_api->addItem(tr("Responses (OpenAI)"), int(ApiKind::Responses));
  m_api->addItem(tr("Chat Completions (compatible servers)"), int(ApiKind::Chat));
  m_api->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  form->addRow(fieldLabel(tr("&API:"), m_api), m_api);
}

void ProviderEditor::buildKey() {
  auto* form = addGroup(tr("Key"));
  m_source = new QComboBox(body());
  m_source->addItem(
      m_providers.hasKeyStore() ? tr("In the system's key store") : tr("In memory, until the program ends"),
      int(KeySource::KeyStore));
  m_source->addItem(tr("From an environment variable"), int(KeySource::Environment));
  m_source->addItem(tr("None"), int(KeySource::None));
  m_source->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  form->addRow(fieldLabel(tr("&Where:"), m_source), m_source);

  m_keyRow = new QWidget(body());
  m_key = new QLineEdit(m_keyRow);
  m_key->setEchoMode(QLineEdit::Password);
  m_key->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
  m_forget = new QPushButton(tr("Forget"), m_keyRow);
  m_forget->setAccessibleName(tr("Forget the key"));
  auto* row = new QHBoxLayout(m_keyRow);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kGapRelated);
  row->addWidget(m_key, 1);
  row->addWidget(m_forget);
  form->addRow(fieldLabel(tr("&Key:"), m_key), m_keyRow);
  m_variable = new QLineEdit(body());
  m_variable->setPlaceholderText(QStringLiteral("MY_SERVER_KEY"));
  form->addRow(fieldLabel(tr("&Variable:"), m_variable), m_variable);
  m_keyHint = addHint(form);
}

void ProviderEditor::buildMore() {
  auto* form = addGroup(tr("More"));
  m_model = new QComboBox(body());
  m_model->setEditable(true);
  m_model->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_model->setInsertPolicy(QComboBox::NoInsert);
  m_model->lineEdit()->setPlaceholderText(tr("none"));
  form->addRow(fieldLabel(tr("Default &model:"), m_model), m_model);
  addHint(form, tr("For agents that name no model. Test fills the list."));
  m_organization = new QLineEdit(body());
  form->addRow(fieldLabel(tr("&Organization:"), m_organization), m_organization);
  m_project = new QLineEdit(body());
  form->addRow(fieldLabel(tr("&Project:"), m_project), m_project);
  addHint(form, tr("Both may stay empty. OpenAI bills the key's own ones then."));
}

void ProviderEditor::bind() {
  const auto bindText = [this](QLineEdit* edit, QString ProviderForm::*field) {
    connect(edit, &QLineEdit::textEdited, this, [this, field](const QString& typed) {
      m_providers.edit([&](ProviderForm& form) { form.*field = typed; });
    });
  };
  bindText(m_name, &ProviderForm::name);
  bindText(m_url, &ProviderForm::baseUrl);
  bindText(m_variable, &ProviderForm::keyVariable);
  bindText(m_organization, &ProviderForm::organization);
  bindText(m_project, &ProviderForm::project);
  connect(m_model, &QComboBox::editTextChanged, this, [this](const QString& typed) {
    m_providers.edit([&](ProviderForm& form) { form.defaultModel = typed; });
  });
  connect(m_api, &QComboBox::currentIndexChanged, this, [this] {
    const auto api = static_cast<ApiKind>(m_api->currentData().toInt());
    m_providers.edit([api](ProviderForm& form) { form.api = api; });
  });
  connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
    const auto source = static_cast<KeySource>(m_source->currentData().toInt());
    m_providers.edit([source](ProviderForm& form) { form.keySource = source; });
  });
  connect(m_key, &QLineEdit::textEdited, &m_providers, &ProvidersVm::typeKey);
  connect(&m_providers, &ProvidersVm::keyTaken, m_key, &QLineEdit::clear);
  connect(m_forget, &QPushButton::clicked, &m_providers, &ProvidersVm::forgetKey);
  connect(m_use, &QPushButton::clicked, &m_providers, &ProvidersVm::useSelected);
  connect(m_discard, &QPushButton::clicked, &m_providers, &ProvidersVm::discard);
  connect(m_save, &QPushButton::clicked, &m_providers, &ProvidersVm::save);
  connect(m_test, &QPushButton::clicked, this, [this] {
    if (m_providers.state().test.phase == Phase::Running)
      m_providers.cancelTest();
    else
      m_providers.test();
  });
  for (auto* edit : {m_name, m_url, m_variable, m_organization, m_project, m_key})
    connect(edit, &QLineEdit::returnPressed, &m_providers, &ProvidersVm::save);
  connect(&m_providers, &ProvidersVm::stateChanged, this, &ProviderEditor::render);
}

void ProviderEditor::bindStrip() {
  for (auto* strip : {m_strip, m_testStrip}) {
    connect(strip, &MessageStrip::dismissed, &m_providers, &ProvidersVm::clearError);
    connect(strip, &MessageStrip::triggered, this, [this](const QString& button) {
      const auto& state = m_providers.state();
      const auto& error = state.test.error ? state.test.error : state.error;
      if (button == QLatin1String(kCopyDetails) && error) copyDetails(*error);
      if (remedyOf(button) == format::Remedy::TryAgain) m_providers.test();
      if (remedyOf(button) == format::Remedy::EditField) m_url->setFocus(Qt::OtherFocusReason);
      followRemedy(button);
    });
  }
}

void ProviderEditor::focusFirst() {
  (m_name->isVisible() ? m_name : m_url)->setFocus(Qt::OtherFocusReason);
}

// ---------------------------------------------------------------- rendering

void ProviderEditor::render() {
  renderHead();
  renderAddress();
  renderKey();
  renderMore();
  renderStrip();
  renderTest();
}

void ProviderEditor::renderHead() {
  const auto& state = m_providers.state();
  bool current = false;
  for (const auto& row : state.rows) current = current || (row.current && row.name == state.selected);
  const bool running = state.test.phase == Phase::Running;
  const bool changed = state.dirty || state.keyTyped;
  syncText(m_title, state.adding ? tr("New provider") : state.selected);
  syncHint(m_state, state.readOnly ? tr("Rehearsal: no model involved. It answers on this computer from the "
                                        "agent's own fields; nothing is sent anywhere.")
                    : current      ? tr("Runs go here.")
                                   : QString());
  syncVisible(m_use, !state.adding && !current && !state.selected.isEmpty());
  syncVisible(m_discard, changed || state.adding);
  syncVisible(m_save, !state.readOnly);
  syncEnabled(m_save, state.canSave());
  syncText(m_test, running ? tr("Stop Testing") : changed ? tr("Save and Test") : tr("Test"));
  syncEnabled(m_test, running || (changed ? state.canSave() : !state.selected.isEmpty()));
}

void ProviderEditor::renderAddress() {
  const auto& state = m_providers.state();
  syncRow(form(), m_name, state.adding);
  syncText(m_name, state.form.name);
  syncHint(m_nameHint, state.problems.name);
  syncText(m_url, state.form.baseUrl);
  syncHint(m_urlHint, state.problems.baseUrl.isEmpty() ? state.problems.caution : state.problems.baseUrl);
  syncIndex(m_api, m_api->findData(int(state.form.api)));
  for (QWidget* widget :
       {static_cast<QWidget*>(m_url), static_cast<QWidget*>(m_api), static_cast<QWidget*>(m_source)})
    syncEnabled(widget, !state.readOnly);
}

void ProviderEditor::renderKey() {
  const auto& state = m_providers.state();
  const auto source = state.form.keySource;
  syncIndex(m_source, m_source->findData(int(source)));
  syncRow(form(), m_keyRow, source == KeySource::KeyStore);
  syncRow(form(), m_variable, source == KeySource::Environment);
  if (!state.keyTyped && !m_key->text().isEmpty()) m_key->clear();  // another provider's
  const auto placeholder = state.keyTyped && m_key->text().isEmpty() ? tr("typed, not saved yet")
                           : state.key == Key::Kept                  ? tr("kept; type to replace it")
                                                                     : QString();
  if (m_key->placeholderText() != placeholder) m_key->setPlaceholderText(placeholder);
  syncVisible(m_forget, state.key == Key::Kept && !state.adding);
  syncText(m_variable, state.form.keyVariable);
  syncHint(m_keyHint, keyHint());
}

QString ProviderEditor::keyHint() const {
  const auto& state = m_providers.state();
  if (state.fromEnvironment && state.form.keySource == KeySource::Environment)
    return tr("The program was started with OPENAI_API_KEY, which goes before any key kept here.");
  if (state.form.keySource == KeySource::Environment)
    return tr("Read when the program is started, and kept nowhere.");
  if (state.form.keySource == KeySource::None) return tr("For servers that want none.");
  if (state.key == Key::AskedAgain)
    return tr("The address has changed. The key of the old one is not sent there: give it again.");
  if (state.key == Key::Unreadable)
    return tr("The key store is locked or does not answer. Unlock it, or give the key again.");
  if (state.keySurvives && !*state.keySurvives)
    return tr("The key store did not take the key: it is kept only until the program ends.");
  if (!m_providers.hasKeyStore())
    return tr(
        "There is no key store here: the key is kept only until the program ends. To give it at every start, "
        "use an environment variable.");
  if (state.key == Key::Kept) return tr("It is never shown again, and is in no file of this program.");
  return tr("It goes to the system's key store, and to no file of this program.");
}

void ProviderEditor::renderMore() {
  const auto& state = m_providers.state();
  if (m_shownModels != state.models) {
    m_shownModels = state.models;
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    m_model->addItems(state.models);
    m_model->setEditText(state.form.defaultModel);
  }
  syncEditText(m_model, state.form.defaultModel);
  syncText(m_organization, state.form.organization);
  syncText(m_project, state.form.project);
  for (QWidget* widget : {static_cast<QWidget*>(m_model), static_cast<QWidget*>(m_organization),
                          static_cast<QWidget*>(m_project)})
    syncEnabled(widget, !state.readOnly);
}

void ProviderEditor::renderStrip() {
  const auto& state = m_providers.state();
  const auto& error = state.listError ? state.listError : state.error;
  syncStrip(m_strip, error ? errorHere(*error, format::Remedy::OpenProviderSettings) : StripMessage());
}

void ProviderEditor::renderTest() {
  const auto& state = m_providers.state();
  const auto& test = state.test;
  StripMessage message;
  if (test.provider != state.selected || state.adding)
    message = {};
  else if (test.phase == Phase::Running)
    message = {.sentence = tr("Asking %1 for its models…").arg(state.form.baseUrl), .closable = false};
  else if (test.phase == Phase::Passed)
    message = {.kind = StripKind::Positive,
               .sentence = test.models == 0   ? tr("Address and key are right, but no model is offered.")
                           : test.models == 1 ? tr("Address and key are right. One model is offered.")
                                              : tr("Address and key are right. %n models are offered.",
                                                   nullptr, test.models)};
  else if (test.phase == Phase::Failed && test.error)
    message = errorHere(*test.error, format::Remedy::OpenProviderSettings);
  syncStrip(m_testStrip, message);
}

}  // namespace aiagent::ui
