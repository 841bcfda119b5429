#include "ui/pages/settings/network_section.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/error_strip.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

using format::text;
using format::utf8;

constexpr int kMostPort = 65535;
constexpr int kCertificateRows = 3;

QString modeHint(ProxyMode mode) {
  switch (mode) {
    case ProxyMode::System:
      return NetworkSection::tr("What the desktop's own settings say, a configuration script included.");
    case ProxyMode::None: return NetworkSection::tr("Every server is reached directly.");
    case ProxyMode::Manual: return {};
    case ProxyMode::Environment:
      return NetworkSection::tr(
          "What https_proxy, http_proxy, all_proxy and no_proxy said when the program was started.");
  }
  return {};
}

}  // namespace

NetworkSection::NetworkSection(NetworkVm& network, QWidget* parent)
    : SettingsSection(tr("Network"), parent), m_network(network) {
  buildHead();
  buildProxy();
  buildCertificates();
  column()->addStretch(1);
  bind();
  render();
}

void NetworkSection::buildHead() {
  m_test = new QPushButton(body());
  m_discard = new QPushButton(tr("Discard"), body());
  m_apply = new QPushButton(tr("Apply"), body());
  m_apply->setDefault(true);
  addHeadButtons({m_test, m_discard, m_apply});
  m_strip = new MessageStrip(body());
  column()->addWidget(m_strip);
}

void NetworkSection::buildProxy() {
  auto* form = addGroup(tr("Proxy"));
  m_mode = new QComboBox(body());
  m_mode->addItem(tr("As the system"), int(ProxyMode::System));
  m_mode->addItem(tr("None"), int(ProxyMode::None));
  m_mode->addItem(tr("This one"), int(ProxyMode::Manual));
  m_mode->addItem(tr("From the environment"), int(ProxyMode::Environment));
  m_mode->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  form->addRow(fieldLabel(tr("&Use:"), m_mode), m_mode);
  m_modeHint = addHint(form);

  buildManual();
}

void NetworkSection::buildManual() {
  m_kind = new QComboBox(body());
  m_kind->addItems({tr("HTTP"), tr("SOCKS 5")});
  m_kind->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  m_host = new QLineEdit(body());
  m_host->setPlaceholderText(tr("proxy.example.com"));
  m_port = new QSpinBox(body());
  m_port->setRange(0, kMostPort);
  m_port->setSpecialValueText(QStringLiteral(" "));
  m_port->setGroupSeparatorShown(false);
  m_port->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  m_user = new QLineEdit(body());
  m_passwordRow = new QWidget(body());
  m_password = new QLineEdit(m_passwordRow);
  m_password->setEchoMode(QLineEdit::Password);
  m_forget = new QPushButton(tr("Forget"), m_passwordRow);
  m_forget->setAccessibleName(tr("Forget the proxy's password"));
  auto* passwordRow = new QHBoxLayout(m_passwordRow);
  passwordRow->setContentsMargins(0, 0, 0, 0);
  passwordRow->setSpacing(kGapRelated);
  passwordRow->addWidget(m_password, 1);
  passwordRow->addWidget(m_forget);
  m_bypass = new QLineEdit(body());
  m_bypass->setPlaceholderText(tr("localhost, .example.com, 10.0.0.0/8"));
  form()->addRow(fieldLabel(tr("&Kind:"), m_kind), m_kind);
  form()->addRow(fieldLabel(tr("&Host:"), m_host), m_host);
  m_hostHint = addHint(form());
  form()->addRow(fieldLabel(tr("P&ort:"), m_port), m_port);
  form()->addRow(fieldLabel(tr("User &name:"), m_user), m_user);
  form()->addRow(fieldLabel(tr("Pass&word:"), m_password), m_passwordRow);
  m_passwordHint = addHint(form());
  form()->addRow(fieldLabel(tr("&Not for:"), m_bypass), m_bypass);
  m_bypassHint = addHint(form());
}

void NetworkSection::buildCertificates() {
  column()->addSpacing(kGapRelated);
  column()->addWidget(sectionTitle(tr("Certificates"), body()));
  column()->addWidget(hintLabel(
      tr("Trusted beside those of the system. A company that inspects traffic gives out such a file (PEM)."),
      body()));
  m_certificates = new QListWidget(body());
  m_certificates->setAccessibleName(tr("Certificate files"));
  m_certificates->setWordWrap(true);
  m_certificates->setFixedHeight(kCertificateRows * (fontMetrics().height() * 2 + kGapRelated));
  column()->addWidget(m_certificates);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  auto* add = new QPushButton(icon(QStringLiteral("list-add")), tr("Add File…"), body());
  m_removeCertificate = new QPushButton(icon(QStringLiteral("list-remove")), tr("Take Out"), body());
  row->addWidget(add);
  row->addWidget(m_removeCertificate);
  row->addStretch(1);
  column()->addLayout(row);
  connect(add, &QPushButton::clicked, this, &NetworkSection::chooseCertificate);
}

void NetworkSection::bind() {
  connect(m_mode, &QComboBox::currentIndexChanged, this, [this] {
    const auto mode = static_cast<ProxyMode>(m_mode->currentData().toInt());
    m_network.edit([mode](NetworkForm& form) { form.mode = mode; });
  });
  connect(m_kind, &QComboBox::currentIndexChanged, this,
          [this](int index) { m_network.edit([index](NetworkForm& form) { form.socks = index == 1; }); });
  const auto bindText = [this](QLineEdit* edit, std::string NetworkForm::*field) {
    connect(edit, &QLineEdit::textEdited, this, [this, field](const QString& typed) {
      m_network.edit([&](NetworkForm& form) { form.*field = utf8(typed); });
    });
  };
  bindText(m_host, &NetworkForm::host);
  bindText(m_user, &NetworkForm::user);
  bindText(m_bypass, &NetworkForm::bypass);
  connect(m_port, &QSpinBox::valueChanged, this,
          [this](int port) { m_network.edit([port](NetworkForm& form) { form.port = port; }); });
  connect(m_password, &QLineEdit::textEdited, &m_network, &NetworkVm::typePassword);
  connect(&m_network, &NetworkVm::passwordTaken, m_password, &QLineEdit::clear);
  connect(m_forget, &QPushButton::clicked, &m_network, &NetworkVm::forgetPassword);
  connect(m_apply, &QPushButton::clicked, &m_network, &NetworkVm::apply);
  connect(m_discard, &QPushButton::clicked, &m_network, &NetworkVm::discard);
  connect(m_test, &QPushButton::clicked, this, [this] {
    if (m_network.state().test == NetworkState::Test::Running)
      m_network.cancelTest();
    else
      m_network.test();
  });
  connect(m_strip, &MessageStrip::dismissed, &m_network, &NetworkVm::clearMessages);
  connect(m_strip, &MessageStrip::triggered, this, [this](const QString& button) {
    if (button == QLatin1String(kCopyDetails) && m_network.state().error)
      copyDetails(*m_network.state().error);
    if (remedyOf(button) == format::Remedy::TryAgain) m_network.test();
    followRemedy(button);
  });
  connect(m_certificates, &QListWidget::currentRowChanged, this,
          [this](int row) { syncEnabled(m_removeCertificate, row >= 0); });
  connect(m_removeCertificate, &QPushButton::clicked, this,
          [this] { m_network.removeCertificate(m_certificates->currentRow()); });
  connect(&m_network, &NetworkVm::stateChanged, this, &NetworkSection::render);
}

void NetworkSection::chooseCertificate() {
  auto* dialog = new QFileDialog(this, tr("Add Certificates"), {},
                                 tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFiles);
  connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
    for (const auto& file : files) m_network.addCertificate(file);
  });
  dialog->open();
}

void NetworkSection::render() {
  const auto& state = m_network.state();
  const bool testing = state.test == NetworkState::Test::Running;
  const bool changed = state.dirty || state.passwordTyped;
  syncEnabled(m_apply, state.canApply());
  syncVisible(m_discard, changed);
  syncText(m_test, testing ? tr("Stop Testing") : changed ? tr("Apply and Test") : tr("Test"));
  syncEnabled(m_test, testing || !changed || state.canApply());
  renderProxy();
  renderCertificates();
  renderStrip();
}

void NetworkSection::renderProxy() {
  const auto& state = m_network.state();
  const auto& form = state.form;
  syncIndex(m_mode, m_mode->findData(int(form.mode)));
  syncHint(m_modeHint, modeHint(form.mode));
  const bool manual = form.mode == ProxyMode::Manual;
  for (QWidget* field :
       {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_host), static_cast<QWidget*>(m_port),
        static_cast<QWidget*>(m_user), m_passwordRow, static_cast<QWidget*>(m_bypass)})
    syncRow(this->form(), field, manual);
  syncIndex(m_kind, form.socks ? 1 : 0);
  syncText(m_host, text(form.host));
  syncText(m_user, text(form.user));
  syncText(m_bypass, text(form.bypass));
  syncValue(m_port, form.port);
  // An empty field is not told off before it was touched.
  const auto hostHint = !state.dirty                  ? QString()
                        : state.hostProblem.isEmpty() ? state.portProblem
                                                      : state.hostProblem;
  syncHint(m_hostHint, hostHint);
  syncHint(m_bypassHint, manual ? state.bypassProblem : QString());
  m_password->setPlaceholderText(state.hasPassword ? tr("kept; type to replace it") : QString());
  syncVisible(m_forget, state.hasPassword);
  const bool gone = manual && state.passwordSurvives && !*state.passwordSurvives;
  const auto passwordHint =
      state.passwordAskedAgain && manual
          ? tr("The proxy has changed. The password of the old one is not sent there: give it again.")
      : gone ? tr("There is no key store here: the password is kept only until the program ends.")
             : QString();
  syncHint(m_passwordHint, passwordHint);
}

void NetworkSection::renderCertificates() {
  const auto& rows = m_network.state().certificates;
  syncEnabled(m_removeCertificate, m_certificates->currentRow() >= 0 && !rows.empty());
  if (rows == m_shownCertificates) return;
  m_shownCertificates = rows;
  const int current = m_certificates->currentRow();
  m_certificates->clear();
  for (const auto& row : rows) {
    const auto about = row.problem.isEmpty() ? row.owners : row.problem;
    auto* item = new QListWidgetItem(
        icon(row.problem.isEmpty() ? QStringLiteral("checkmark") : QStringLiteral("data-error")),
        about.isEmpty() ? row.path : row.path + QLatin1Char('\n') + about, m_certificates);
    item->setToolTip(row.path);
  }
  m_certificates->setCurrentRow(std::min(current, int(rows.size()) - 1));
}

void NetworkSection::renderStrip() {
  const auto& state = m_network.state();
  StripMessage message;
  if (state.error)
    message = errorHere(*state.error, format::Remedy::OpenNetworkSettings);
  else if (state.test == NetworkState::Test::Running)
    message = {.sentence = state.tested.isEmpty() ? tr("Testing…")
                                                  : tr("Asking “%1” for its models…").arg(state.tested),
               .closable = false};
  else if (state.test == NetworkState::Test::Passed)
    message = {.kind = StripKind::Positive,
               .sentence = tr("“%1” was reached and answered.").arg(state.tested)};
  else if (state.applied)
    message = {.kind = StripKind::Positive, .sentence = tr("Applied. Requests go this way from now on.")};
  syncStrip(m_strip, message);
}

}  // namespace aiagent::ui
