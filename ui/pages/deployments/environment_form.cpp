#include "ui/pages/deployments/environment_form.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/cluster/signals/google_metrics.h"
#include "ui/format/cluster_words.h"
#include "ui/format/text.h"
#include "ui/pages/deployments/verdict_look.h"
#include "ui/pages/settings/field_hint.h"
#include "ui/pages/settings/settings_section.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/font_follower.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using base::ErrorCode;
using domain::Environment;
using domain::EnvironmentStage;
using format::text;
using format::utf8;

constexpr int kWidest = 80;                      // characters
constexpr char kServiceScheme[] = "service://";  // domain::clusterServiceFrom()
constexpr std::size_t kMostProblems = 3;

}  // namespace

EnvironmentForm::EnvironmentForm(DeploymentsVm& deployments, QWidget* parent)
    : QScrollArea(parent), m_deployments(deployments) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setFocusPolicy(Qt::NoFocus);
  auto* ground = new QWidget(this);
  auto* inner = new QWidget(ground);
  auto* column = new QVBoxLayout(inner);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapGroups);
  followFont(inner, [inner] { inner->setMaximumWidth(inner->fontMetrics().averageCharWidth() * kWidest); });
  setWidget(ground);
  buildHead(column);
  buildFields(column);
  column->addStretch(1);
  auto* row = new QHBoxLayout(ground);
  row->setContentsMargins(kPageMargin, kGapGroups, kPageMargin, kPageMargin);
  row->addWidget(inner, 1);
  row->addStretch(0);
  bind();
}

// ---------------------------------------------------------------- building

void EnvironmentForm::buildHead(QVBoxLayout* column) {
  auto* parent = column->parentWidget();
  m_title = pageTitle({}, parent);
  m_import = new QPushButton(tr("&Import from an Env File…"), parent);
  m_import->setAutoDefault(false);
  m_cancel = new QPushButton(tr("Cancel"), parent);
  m_save = new QPushButton(tr("Save"), parent);
  m_save->setDefault(true);
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(m_title, 1);
  row->addWidget(m_import);
  row->addWidget(m_cancel);
  row->addWidget(m_save);
  column->addLayout(row);
  m_strip = new MessageStrip(parent);
  column->addWidget(m_strip);
}

QLineEdit* EnvironmentForm::addField(QFormLayout* form, const QString& label, const QString& example,
                                     QLabel** hint) {
  auto* edit = new QLineEdit(widget());
  edit->setPlaceholderText(example);
  form->addRow(fieldLabel(label, edit), edit);
  if (hint) {
    *hint = new FieldHint({}, widget());
    (*hint)->hide();
    form->addRow(QString(), *hint);
  }
  return edit;
}

void EnvironmentForm::buildFields(QVBoxLayout* column) {
  auto* parent = column->parentWidget();
  auto* form = formLayout(nullptr);
  column->addLayout(form);
  m_name = addField(form, tr("&Name:"), QStringLiteral("production"), &m_nameHint);
  m_stage = new QComboBox(parent);
  for (const auto stage :
       {EnvironmentStage::Production, EnvironmentStage::Staging, EnvironmentStage::Development})
    m_stage->addItem(stageName(stage), int(stage));
  m_stage->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  form->addRow(fieldLabel(tr("S&tage:"), m_stage), m_stage);
  form->addRow(QString(),
               new FieldHint(tr("Its colour, and how much is asked before anything in it changes."), parent));
  m_kubeconfig = new QLineEdit(parent);
  m_kubeconfig->setPlaceholderText(tr("KUBECONFIG and ~/.kube/config"));
  auto* choose = new QPushButton(tr("Choose…"), parent);
  choose->setAccessibleName(tr("Choose a kubeconfig"));
  connect(choose, &QPushButton::clicked, this, &EnvironmentForm::chooseKubeconfig);
  auto* file = new QHBoxLayout;
  file->setSpacing(kGapRelated);
  file->addWidget(m_kubeconfig, 1);
  file->addWidget(choose);
  form->addRow(fieldLabel(tr("&Kubeconfig:"), m_kubeconfig), file);
  m_context = new QComboBox(parent);
  m_context->setEditable(true);
  m_context->setInsertPolicy(QComboBox::NoInsert);
  m_context->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  form->addRow(fieldLabel(tr("Conte&xt:"), m_context), m_context);
  m_contextHint = new FieldHint({}, parent);
  form->addRow(QString(), m_contextHint);
  m_nameSpace = addField(form, tr("Names&pace:"), tr("that of the context"), &m_nameSpaceHint);
  m_api = addField(form, tr("Hosted &API:"), QStringLiteral("https://api.example.com"), &m_apiHint);
  buildPrometheus(form);
  m_repository =
      addField(form, tr("Pipeline’s rep&ository:"), QStringLiteral("owner/name"), &m_repositoryHint);
}

// Most have no address of their own: those are reached through the API server, as the person who asks.
void EnvironmentForm::buildPrometheus(QFormLayout* form) {
  m_prometheusPlace = new QComboBox(widget());
  m_prometheusPlace->setAccessibleName(tr("Where Prometheus is"));
  m_prometheusPlace->addItem(tr("Address"));
  m_prometheusPlace->addItem(tr("Service in the cluster"));
  m_prometheus = new QLineEdit(widget());
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(m_prometheusPlace);
  row->addWidget(m_prometheus, 1);
  form->addRow(fieldLabel(tr("P&rometheus:"), m_prometheus), row);
  m_prometheusHint = new FieldHint({}, widget());
  m_prometheusHint->hide();
  form->addRow(QString(), m_prometheusHint);
  connect(m_prometheusPlace, &QComboBox::currentIndexChanged, this, &EnvironmentForm::renderPrometheus);
  connect(m_prometheus, &QLineEdit::textChanged, this, &EnvironmentForm::renderPrometheus);
}

void EnvironmentForm::renderPrometheus() {
  m_prometheus->setPlaceholderText(isInside() ? QStringLiteral("monitoring/prometheus:9090")
                                              : QStringLiteral("https://prometheus.example.com"));
  if (isInside())
    return syncHint(m_prometheusHint, tr("Its namespace, service and port. It is asked through the API "
                                         "server, which takes the right to get services/proxy."));
  const bool ofGoogle = cluster::isGooglePrometheus(utf8(m_prometheus->text().trimmed()));
  syncHint(m_prometheusHint,
           ofGoogle ? tr("It is asked with the token that gke-gcloud-auth-plugin gives. A kubeconfig that "
                         "calls the cluster "
                         "gke_PROJECT_LOCATION_NAME keeps those of the project's other clusters apart.")
                    : QString());
}

bool EnvironmentForm::isInside() const {
  return m_prometheusPlace->currentIndex() == 1;
}

void EnvironmentForm::fillPrometheus(const std::string& address) {
  const auto whole = text(address);
  const bool inside = whole.startsWith(QLatin1String(kServiceScheme));
  m_prometheusPlace->setCurrentIndex(inside ? 1 : 0);
  m_prometheus->setText(inside ? whole.mid(qsizetype(std::size(kServiceScheme)) - 1) : whole);
  renderPrometheus();
}

std::string EnvironmentForm::readPrometheus() const {
  const auto typed = m_prometheus->text().trimmed();
  return isInside() && !typed.isEmpty() ? kServiceScheme + utf8(typed) : utf8(typed);
}

void EnvironmentForm::bind() {
  connect(m_save, &QPushButton::clicked, this, &EnvironmentForm::save);
  connect(m_cancel, &QPushButton::clicked, this, &EnvironmentForm::ended);
  connect(m_import, &QPushButton::clicked, this, &EnvironmentForm::importFile);
  connect(m_kubeconfig, &QLineEdit::editingFinished, this, &EnvironmentForm::askContexts);
  connect(m_name, &QLineEdit::textChanged, this, &EnvironmentForm::render);
  for (auto* edit : {m_name, m_nameSpace, m_api, m_prometheus, m_repository})
    connect(edit, &QLineEdit::returnPressed, this, &EnvironmentForm::save);
  connect(m_strip, &MessageStrip::dismissed, m_strip, &MessageStrip::clear);
}

void EnvironmentForm::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return Q_EMIT ended();
  QScrollArea::keyPressEvent(event);
}

// ---------------------------------------------------------------- the environment

void EnvironmentForm::begin(const Environment& environment) {
  m_environment = environment;
  m_saving = false;
  m_strip->clear();
  for (auto* hint : {m_nameHint, m_nameSpaceHint, m_apiHint, m_repositoryHint}) hint->hide();
  fill(environment);
  askContexts();
  render();
  m_name->setFocus(Qt::OtherFocusReason);
  m_name->selectAll();
}

void EnvironmentForm::fill(const Environment& environment) {
  m_name->setText(text(environment.name));
  m_stage->setCurrentIndex(m_stage->findData(int(environment.stage)));
  m_kubeconfig->setText(text(environment.kubeconfig));
  m_context->setEditText(text(environment.context));
  m_nameSpace->setText(text(environment.nameSpace));
  m_api->setText(text(environment.api));
  fillPrometheus(environment.prometheus);
  m_repository->setText(text(environment.repository));
}

Environment EnvironmentForm::read() const {
  return {.id = m_environment.id,
          .name = utf8(m_name->text()),
          .stage = EnvironmentStage(m_stage->currentData().toInt()),
          .kubeconfig = utf8(m_kubeconfig->text()),
          .context = utf8(m_context->currentText().trimmed()),
          .nameSpace = utf8(m_nameSpace->text()),
          .api = utf8(m_api->text()),
          .prometheus = readPrometheus(),
          .repository = utf8(m_repository->text())};
}

void EnvironmentForm::askContexts() {
  const int asked = ++m_asked;
  m_deployments.askContexts(m_kubeconfig->text().trimmed(), [this, asked](const ContextChoices& choices) {
    if (asked == m_asked) takeContexts(choices);
  });
}

// What is typed or chosen stays; a new environment begins with the current context.
void EnvironmentForm::takeContexts(const ContextChoices& choices) {
  const auto typed = m_context->currentText();
  const QSignalBlocker quiet(m_context);
  m_context->clear();
  QString current;
  for (const auto& context : choices.contexts) {
    m_context->addItem(context.name);
    m_context->setItemData(m_context->count() - 1, context.server, Qt::ToolTipRole);
    if (context.isCurrent) current = context.name;
  }
  m_context->setEditText(typed.isEmpty() && isNew() ? current : typed);
  QStringList lines;
  if (choices.error) lines << format::explainCluster(*choices.error).text();
  for (std::size_t i = 0; i < std::min(choices.problems.size(), kMostProblems); ++i)
    lines << format::sentenceFor(choices.problems[i]);
  if (choices.problems.size() > kMostProblems)
    lines << tr("and %n more", nullptr, int(choices.problems.size() - kMostProblems));
  if (lines.isEmpty()) lines << tr("%n contexts are there.", nullptr, int(choices.contexts.size()));
  syncHint(m_contextHint, lines.join(QLatin1Char('\n')));
}

void EnvironmentForm::chooseKubeconfig() {
  const auto file = QFileDialog::getOpenFileName(this, tr("Choose a kubeconfig"), QDir::homePath());
  if (file.isEmpty()) return;
  m_kubeconfig->setText(file);
  askContexts();
}

void EnvironmentForm::importFile() {
  const auto file = QFileDialog::getOpenFileName(this, tr("Import an env file"), QString(),
                                                 tr("Env files (*.env .env*);;All files (*)"));
  if (file.isEmpty()) return;
  m_deployments.readEnvFile(file, [this](base::Result<Environment> read) {
    if (!read) return tellWrong(read.error());
    auto merged = *read;
    merged.id = m_environment.id;
    const auto here = this->read();
    // What the file does not tell stays as it is typed.
    if (merged.kubeconfig.empty()) merged.kubeconfig = here.kubeconfig;
    if (merged.context.empty()) merged.context = here.context;
    if (merged.nameSpace.empty()) merged.nameSpace = here.nameSpace;
    if (merged.prometheus.empty()) merged.prometheus = here.prometheus;
    if (merged.repository.empty()) merged.repository = here.repository;
    fill(merged);
    m_strip->tell(
        {.kind = StripKind::Positive,
         .sentence = tr("Taken from the file: the name, the stage and the addresses. Its secrets were "
                        "not looked at.")});
  });
}

void EnvironmentForm::save() {
  if (!m_save->isEnabled()) return;
  m_saving = true;
  render();
  m_deployments.save(read(), [this](base::Result<Environment> kept) {
    m_saving = false;
    render();
    if (!kept) return tellWrong(kept.error());
    Q_EMIT ended();
  });
}

void EnvironmentForm::tellWrong(const base::Error& error) {
  struct Wrong {
    const char* field;
    QLabel* hint;
    QWidget* edit;
    QString sentence;
  };
  const std::array wrongs = {
      Wrong{"name", m_nameHint, m_name,
            error.code == ErrorCode::Conflict ? tr("Another environment is called so.")
                                              : tr("A name of at most 64 characters is needed.")},
      Wrong{"namespace", m_nameSpaceHint, m_nameSpace,
            tr("A namespace has letters a–z, digits and hyphens, at most 63.")},
      Wrong{"api", m_apiHint, m_api, tr("An http or https address is needed, without a password in it.")},
      Wrong{"prometheus", m_prometheusHint, m_prometheus,
            isInside() ? tr("A namespace, a service and its port are needed: monitoring/prometheus:9090.")
                       : tr("An http or https address is needed, without a password in it.")},
      Wrong{"repository", m_repositoryHint, m_repository, tr("An owner and a name are needed: owner/name.")}};
  for (const auto& wrong : wrongs) {
    const bool isIt = error.subject == wrong.field;
    syncHint(wrong.hint, isIt ? wrong.sentence : QString());
    if (isIt) wrong.edit->setFocus(Qt::OtherFocusReason);
    if (isIt) return;
  }
  if (error.code == ErrorCode::InvalidInput)
    return m_strip->tell(
        {.kind = StripKind::Negative,
         .sentence = tr("“%1” is no env file: lines of NAME=value are needed.").arg(text(error.subject))});
  m_strip->tell({.kind = StripKind::Negative, .sentence = format::explain(error).text()});
}

void EnvironmentForm::render() {
  syncText(m_title, isNew() ? tr("New environment") : tr("Change “%1”").arg(text(m_environment.name)));
  syncEnabled(m_save, !m_saving && !m_name->text().trimmed().isEmpty());
}

}  // namespace aiagent::ui
