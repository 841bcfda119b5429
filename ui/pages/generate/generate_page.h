// GeneratePage: from a description to an agent, field by field; and edits of an agent's prompt for a goal.
#pragma once

#include <vector>

#include "ui/pages/page.h"
#include "ui/viewmodels/generate_vm.h"
#include "ui/viewmodels/generation_jobs_vm.h"
#include "ui/viewmodels/improve_vm.h"
#include "ui/viewmodels/model_list_vm.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace aiagent::ui {

class CommandRegistry;
class ExamplesEdit;
class FieldRow;
class ImproveView;
class JobsView;
class LanguageCombo;
class MessageStrip;
class MetaLabel;

struct GeneratePageSetup {
  services::AgentService& agents;
  services::ProviderService& providers;
  services::ModelService& models;
  services::RunService& runs;
  services::GenerationService& generations;
  services::GenerationQueue& queue;
  services::SettingsService& settings;
  CommandRegistry& registry;
};

class GeneratePage : public Page {
  Q_OBJECT

 public:
  explicit GeneratePage(GeneratePageSetup setup, QWidget* parent = nullptr);

  void go(const QString& target) override;  // "improve:<agent>", "basis:<agent>"
  QList<QWidget*> panes() const override;
  void setReadOnly(const QString& reason) override {
    m_readOnly = reason;
    renderEnd();
  }
  void flush(std::function<void()> done) override;

  GenerateVm& generate() { return m_generate; }
  ImproveVm& improve() { return m_improve; }
  GenerationJobsVm& jobs() { return m_jobs; }

 Q_SIGNALS:
  // The agent's editor is to merge it into its draft.
  void draftWanted(const aiagent::ui::DraftProposal& proposal);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void build();
  QWidget* buildForm();
  QWidget* buildImprove();
  QWidget* buildDescription(QWidget* parent);
  QWidget* buildMore(QWidget* parent);
  QWidget* buildActions(QWidget* parent);
  QWidget* buildSource(QWidget* parent);
  QWidget* buildEnd(QWidget* parent);
  void bind();
  void addCommands();
  void render();
  void renderDescription();
  void renderBases();
  void renderStrip();
  void renderSource();
  void renderEnd();
  void onStrip(const QString& button);
  void generateOrStop();
  bool isFormFree(const QString& description) const;
  void review(const domain::GenerationJob& job);

  GeneratePageSetup m_setup;
  GenerateVm m_generate;
  ImproveVm m_improve;
  GenerationJobsVm m_jobs;
  ModelListVm m_modelList;
  QStackedWidget* m_stack = nullptr;
  QWidget* m_form = nullptr;
  QWidget* m_describePane = nullptr;
  QWidget* m_fieldsPane = nullptr;
  QPlainTextEdit* m_description = nullptr;
  QToolButton* m_moreButton = nullptr;
  QWidget* m_more = nullptr;
  ExamplesEdit* m_examples = nullptr;
  LanguageCombo* m_language = nullptr;
  QComboBox* m_basis = nullptr;
  QComboBox* m_model = nullptr;
  MetaLabel* m_provider = nullptr;
  QPushButton* m_offline = nullptr;
  QPushButton* m_run = nullptr;
  MessageStrip* m_strip = nullptr;
  QWidget* m_source = nullptr;
  QLabel* m_sourceText = nullptr;
  QComboBox* m_templates = nullptr;
  std::vector<FieldRow*> m_rows;
  QWidget* m_end = nullptr;
  QPushButton* m_startOver = nullptr;
  QPushButton* m_acceptAll = nullptr;
  QPushButton* m_create = nullptr;
  JobsView* m_jobsView = nullptr;
  JobsView* m_improveJobs = nullptr;  // the same beside the edits
  ImproveView* m_improveView = nullptr;
  QString m_readOnly;
};

}  // namespace aiagent::ui
