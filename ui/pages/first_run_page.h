// FirstRunPage: three ways to begin with a model, one to join a team's library, and a quiet one to do so
// later. Never blocks anything.
#pragma once

#include <vector>

#include "ui/pages/page.h"
#include "ui/viewmodels/first_run_vm.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace aiagent::ui {

class MessageStrip;

class FirstRunPage : public Page {
  Q_OBJECT

 public:
  FirstRunPage(services::ProviderService& providers, FirstRunOptions options, QWidget* parent = nullptr);

  FirstRunVm& firstRun() { return m_firstRun; }
  QList<QWidget*> panes() const override;

 Q_SIGNALS:
  // What was chosen is set up; with Skip nothing was.
  void chosen(aiagent::ui::FirstRunChoice choice);

 protected:
  void hideEvent(QHideEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Card {
    QWidget* widget = nullptr;
    QVBoxLayout* column = nullptr;
    QVBoxLayout* body = nullptr;  // between the sentence and the button
    QPushButton* button = nullptr;
  };
  struct ServerRow {
    QRadioButton* choice = nullptr;
    QLabel* about = nullptr;
  };
  void build();
  Card addCard(const QString& iconName, const QString& title, const QString& sentence);
  void buildKey();
  void buildLocal();
  void buildRehearsal();
  void buildTeam();
  void bind();
  void render();
  void renderKey();
  void renderKeyStrip();
  void renderLocal();
  void renderServer(std::size_t row);
  void fillModels();
  int chosenServer() const;
  void useServer();
  void arrange();

  FirstRunVm m_firstRun;
  QGridLayout* m_cards = nullptr;
  int m_columns = 0;
  MessageStrip* m_strip = nullptr;
  Card m_keyCard, m_localCard, m_rehearsalCard, m_teamCard;
  QLineEdit* m_key = nullptr;
  QLabel* m_keyHint = nullptr;
  QPushButton* m_getKey = nullptr;
  MessageStrip* m_keyStrip = nullptr;
  std::vector<ServerRow> m_servers;
  QPushButton* m_again = nullptr;
  QLabel* m_modelLabel = nullptr;
  QComboBox* m_model = nullptr;
  QStringList m_shownModels;
  QPushButton* m_skip = nullptr;
  QPushButton* m_import = nullptr;
};

}  // namespace aiagent::ui
