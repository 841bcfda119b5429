// ProvidersVm: where runs go. The list, and one provider of it being looked at or edited in place.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <set>
#include <vector>

#include "core/base/secret_string.h"
#include "core/services/provider_service.h"
#include "ui/viewmodels/provider_form.h"

namespace aiagent::ui {

struct ProviderRow {
  QString name;
  QString baseUrl;
  bool current = false;  // runs go there
  bool edited = false;   // has changes that are not saved
  bool operator==(const ProviderRow&) const = default;
};

struct ProvidersState {
  enum class Key {
    Unknown,    // being looked up
    NotWanted,  // this provider takes none, or it comes from the environment (see fromEnvironment)
    Missing,
    Kept,
    AskedAgain,  // the address has changed: the key of the old one is not sent there
    Unreadable,  // the key store is there, but it did not hand the key over
  };
  struct Test {
    enum class Phase { Idle, Running, Passed, Failed };
    Phase phase = Phase::Idle;
    QString provider;  // name of the one tested
    int models = 0;    // Passed: how many it offers
    std::optional<base::Error> error;
    bool operator==(const Test&) const = default;
  };

  bool loaded = false;
  std::optional<base::Error> listError;
  std::vector<ProviderRow> rows;
  bool adding = false;  // the form is that of a new provider
  QString selected;     // name; "" with adding or when there is none
  ProviderForm form;
  ProviderProblems problems;
  bool readOnly = false;  // the rehearsal model: described by the program itself
  bool removable = false;
  bool fromEnvironment = false;  // the key comes from OPENAI_API_KEY, which this program was started with
  bool dirty = false;            // the form differs from what is kept
  bool keyTyped = false;         // a key waits for Save
  bool saving = false;
  Key key = Key::Unknown;
  // How the key was kept when it was saved last: false, there is no key store and it ends with the program.
  std::optional<bool> keySurvives;
  Test test;
  QStringList models;  // that the selected provider told of, for its default model
  QString removed;     // waits for its undo; "": none
  std::optional<base::Error> error;

  bool operator==(const ProvidersState&) const = default;
  bool canSave() const { return !readOnly && problems.complete && (dirty || keyTyped) && !saving; }
};

class ProvidersVm : public QObject {
  Q_OBJECT

 public:
  static constexpr base::Milliseconds kUndoTime{10'000};

  ProvidersVm(services::ProviderService& providers, bool hasKeyStore, QObject* parent = nullptr);
  // Carries out what waits for its undo.
  ~ProvidersVm() override;

  const ProvidersState& state() const { return m_state; }
  bool hasKeyStore() const { return m_hasKeyStore; }

  void start();
  void select(const QString& name);  // what was typed for another provider is kept for later
  void add();
  void edit(const std::function<void(ProviderForm&)>& edit);
  // The typed key, held until save() or discard(). It can never be read back.
  void typeKey(const QString& key);
  void save();
  void discard();
  void forgetKey();
  void useSelected();
  // Saves first when there is something to save: what is tested is what will be used.
  void test();
  void cancelTest();
  void remove();
  void undo();
  void endUndo();
  void clearError();
  void flush(std::function<void()> done);

 Q_SIGNALS:
  void stateChanged();
  void keyTaken();  // the typed key was kept: its field is to be emptied

 private:
  // What was typed for a provider and not saved. "" is the new one.
  struct Unsaved {
    ProviderForm form;
    base::SecretString key;
  };

  void change(const std::function<void(ProvidersState&)>& edit);
  void reload();
  void takeList(std::vector<domain::Provider> all, const QString& current);
  void showForm();
  void derive(ProvidersState& state) const;
  const domain::Provider* kept(const QString& name) const;
  void lookForKey();
  void takeKey(const base::Result<bool>& has);
  void saveThen(std::function<void()> then);
  void keepKey(const domain::Provider& provider, const QString& slot, std::function<void()> then);
  void saved(const domain::Provider& provider, const QString& slot);
  void runTest();
  void dropTest();
  void endTest(const base::Result<std::vector<wire::ModelInfo>>& models);
  void fail(const base::Error& error);

  services::ProviderService& m_providers;
  bool m_hasKeyStore;
  ProvidersState m_state;
  std::vector<domain::Provider> m_kept;
  std::map<QString, Unsaved> m_unsaved;
  std::set<QString> m_hidden;  // removed, or about to be: not listed
  QTimer m_refresh, m_undoEnd;
  bool m_started = false;
  int m_listGeneration = 0, m_keyGeneration = 0, m_testGeneration = 0;
  std::unique_ptr<services::ModelQuery> m_testQuery;
};

}  // namespace aiagent::ui
