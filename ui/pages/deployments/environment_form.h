// EnvironmentForm: makes or changes an environment: what it is called, where its cluster is, what belongs to
// it.
#pragma once

#include <QScrollArea>

#include "ui/viewmodels/deployments/deployments_vm.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace aiagent::ui {

class MessageStrip;

class EnvironmentForm : public QScrollArea {
  Q_OBJECT

 public:
  explicit EnvironmentForm(DeploymentsVm& deployments, QWidget* parent = nullptr);

  // A null id makes a new one.
  void begin(const domain::Environment& environment);
  bool isNew() const { return m_environment.id.isNull(); }

 Q_SIGNALS:
  void ended();  // it was kept, or the person left it

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void buildHead(QVBoxLayout* column);
  void buildFields(QVBoxLayout* column);
  void buildPrometheus(QFormLayout* form);
  bool isInside() const;  // Prometheus is a Service of the cluster
  void fillPrometheus(const std::string& address);
  void renderPrometheus();
  std::string readPrometheus() const;
  QLineEdit* addField(QFormLayout* form, const QString& label, const QString& example, QLabel** hint);
  void bind();
  void fill(const domain::Environment& environment);
  domain::Environment read() const;
  void askContexts();
  void takeContexts(const ContextChoices& choices);
  void chooseKubeconfig();
  void importFile();
  void save();
  void tellWrong(const base::Error& error);
  void render();

  DeploymentsVm& m_deployments;
  domain::Environment m_environment;
  int m_asked = 0;  // counts askContexts(): an older answer is not taken
  bool m_saving = false;
  MessageStrip* m_strip = nullptr;
  QLabel* m_title = nullptr;
  QPushButton* m_save = nullptr;
  QPushButton* m_import = nullptr;
  QPushButton* m_cancel = nullptr;
  QLineEdit* m_name = nullptr;
  QComboBox* m_stage = nullptr;
  QLineEdit* m_kubeconfig = nullptr;
  QComboBox* m_context = nullptr;
  QComboBox* m_prometheusPlace = nullptr;
  QLabel* m_contextHint = nullptr;
  QLineEdit* m_nameSpace = nullptr;
  QLineEdit* m_api = nullptr;
  QLineEdit* m_prometheus = nullptr;
  QLineEdit* m_repository = nullptr;
  QLabel* m_nameHint = nullptr;
  QLabel* m_nameSpaceHint = nullptr;
  QLabel* m_apiHint = nullptr;
  QLabel* m_prometheusHint = nullptr;
  QLabel* m_repositoryHint = nullptr;
};

}  // namespace aiagent::ui
