// EditorPane: everything a person can edit about an agent.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/viewmodels/agent_vm.h"
#include "ui/viewmodels/model_list_vm.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace aiagent::ui {

class CommandRegistry;
class EmptyState;
class MessageStrip;
class MetaLabel;
class ParameterForm;
class TextPusher;

class EditorPane : public QWidget {
  Q_OBJECT

 public:
  EditorPane(AgentVm& agent, ModelListVm& models, CommandRegistry& registry, QWidget* parent = nullptr);

  void focusName();  // with all of it selected: a new agent
  void focusPrompt();
  void focusModel();
  void focusField(const QString& field);  // by the name errors use, or a parameter's
  void setKnownTags(const QStringList& tags);
  // Without a first step of its own where the library beside it offers the same.
  void setEmptyLibrary(bool empty);
  void pushAll();  // hands over text that waits for a pause in typing

 Q_SIGNALS:
  void newWanted();
  void libraryWanted();

 private:
  enum Section { Parameters, Tools, Output, Starters };

  void build();
  QWidget* buildHeader();
  QWidget* buildFacts();
  QWidget* buildPrompt();
  QWidget* buildSections();
  void addCommands(CommandRegistry& registry);
  void bind();
  void bindFields();
  void render();
  void renderFields(bool fresh);
  void renderMarks();
  void renderStrip();
  void renderModels();
  void showSection(int section);
  void onStrip(const QString& button);

  AgentVm& m_agent;
  ModelListVm& m_models;
  QStackedWidget* m_stack = nullptr;
  EmptyState* m_empty = nullptr;
  QLineEdit* m_name = nullptr;
  QLabel* m_draftMark = nullptr;
  QPushButton* m_save = nullptr;
  QToolButton* m_more = nullptr;
  MessageStrip* m_strip = nullptr;
  QPlainTextEdit* m_description = nullptr;
  QLineEdit* m_tags = nullptr;
  QComboBox* m_model = nullptr;
  MetaLabel* m_promptMeta = nullptr;
  QPlainTextEdit* m_prompt = nullptr;
  QSplitter* m_split = nullptr;
  std::vector<QToolButton*> m_sectionButtons;
  QStackedWidget* m_sections = nullptr;
  ParameterForm* m_parameters = nullptr;
  QPlainTextEdit* m_tools = nullptr;
  QPlainTextEdit* m_schema = nullptr;
  QPlainTextEdit* m_starters = nullptr;
  QLabel* m_toolsProblem = nullptr;
  QLabel* m_schemaProblem = nullptr;
  std::vector<TextPusher*> m_pushers;
  bool m_rendering = false;
  bool m_fresh = false;
  domain::AgentId m_shown;
};

}  // namespace aiagent::ui
