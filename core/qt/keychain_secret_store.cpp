#include "core/qt/keychain_secret_store.h"

#include <qt6keychain/keychain.h>

#include <QFileInfo>
#include <QTimer>

#include "core/base/log.h"

namespace aiagent::qt {
namespace {

QString toQString(const std::string& text) {
  return QString::fromStdString(text);
}

struct Outcome {
  QKeychain::Error error = QKeychain::NoError;
  std::string detail;
  base::SecretString secret;  // of a read
};

// QtKeychain says OtherError both for "nobody provides org.freedesktop.secrets" and for real trouble; the
// texts are those of libsecret and QtDBus.
bool isAbsence(const Outcome& outcome) {
  if (outcome.error == QKeychain::NoBackendAvailable || outcome.error == QKeychain::NotImplemented)
    return true;
  if (outcome.error != QKeychain::OtherError) return false;
  for (const char* mark : {"not provided by any", "ServiceUnknown", "Could not connect", "Cannot autolaunch",
                           "Error connecting", "No such file"})
    if (outcome.detail.find(mark) != std::string::npos) return true;
  return false;
}

base::Error missing(const std::string& name) {
  return {.code = base::ErrorCode::NotFound, .detail = "no such secret", .subject = name};
}

base::Result<base::SecretString> toReadResult(Outcome outcome, const std::string& name) {
  if (outcome.error == QKeychain::NoError) return std::move(outcome.secret);
  if (outcome.error == QKeychain::EntryNotFound || isAbsence(outcome)) return missing(name);
  return base::Error{
      .code = base::ErrorCode::Credentials, .detail = "key store: " + outcome.detail, .subject = name};
}

void logRefusal(const char* event, const Outcome& outcome) {
  base::log(base::LogLevel::Warning, "secrets", event,
            {{"error", std::int64_t(outcome.error)}, {"detail", outcome.detail}});
}

}  // namespace

// Runs QtKeychain's jobs, each with a limit of time, and answers each exactly once.
class KeychainSecretStore::Jobs : public QObject {
 public:
  explicit Jobs(KeychainOptions options) : m_options(std::move(options)) {}

  using Done = std::function<void(Outcome)>;

  void read(const std::string& name, Done done) {
    start(new QKeychain::ReadPasswordJob(toQString(m_options.service)), name, std::move(done));
  }
  void write(const std::string& name, const base::SecretString& secret, Done done) {
    auto* job = new QKeychain::WritePasswordJob(toQString(m_options.service));
    job->setTextData(QString::fromUtf8(secret.reveal().data(), qsizetype(secret.reveal().size())));
    start(job, name, std::move(done));
  }
  void remove(const std::string& name, Done done) {
    start(new QKeychain::DeletePasswordJob(toQString(m_options.service)), name, std::move(done));
  }

 private:
  // The job deletes itself when it ends; one that never ends is left behind rather than torn out of its
  // backend.
  void start(QKeychain::Job* job, const std::string& name, Done done) {
    auto* turn = new QObject(this);  // gone once answered: what comes later finds nobody
    auto* limit = new QTimer(turn);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, turn, [turn, done] {
      turn->deleteLater();
      done({QKeychain::OtherError, "no answer within the limit of time", {}});
    });
    connect(job, &QKeychain::Job::finished, turn, [turn, limit, done](QKeychain::Job* ended) {
      if (!limit->isActive()) return;
      limit->stop();
      turn->deleteLater();
      done(outcomeOf(ended));
    });
    limit->start(m_options.answerTimeout);
    job->setKey(toQString(name));
    // On a later turn: a backend that fails at once says so inside start().
    QMetaObject::invokeMethod(
        job, [job] { job->start(); }, Qt::QueuedConnection);
  }

  static Outcome outcomeOf(QKeychain::Job* job) {
    Outcome outcome{job->error(), job->errorString().toStdString(), {}};
    if (const auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(job); reading && !job->error())
      outcome.secret = base::SecretString(reading->textData().toStdString());
    return outcome;
  }

  KeychainOptions m_options;
};

KeychainSecretStore::KeychainSecretStore(KeychainOptions options)
    : m_jobs(std::make_unique<Jobs>(std::move(options))) {}

KeychainSecretStore::~KeychainSecretStore() = default;

bool KeychainSecretStore::sessionHasKeyStore() {
#if defined(Q_OS_LINUX) || defined(Q_OS_FREEBSD)
  if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) return true;
  const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
  return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
#else
  return true;
#endif
}

void KeychainSecretStore::read(const std::string& name,
                               std::function<void(base::Result<base::SecretString>)> done) {
  if (m_memory.find(name) || !sessionHasKeyStore()) return m_memory.read(name, std::move(done));
  m_jobs->read(name, [name, done = std::move(done)](Outcome outcome) {
    done(toReadResult(std::move(outcome), name));
  });
}

void KeychainSecretStore::write(const std::string& name, base::SecretString secret,
                                std::function<void(base::Result<ports::SecretPersistence>)> done) {
  if (!sessionHasKeyStore()) return m_memory.write(name, std::move(secret), std::move(done));
  m_jobs->write(name, secret, [this, name, secret, done = std::move(done)](const Outcome& outcome) {
    if (outcome.error == QKeychain::NoError) {
      m_memory.forget(name);
      return done(ports::SecretPersistence::KeyStore);
    }
    logRefusal("write_refused", outcome);
    m_memory.keep(name, secret);
    done(ports::SecretPersistence::SessionOnly);
  });
}

void KeychainSecretStore::remove(const std::string& name, std::function<void(base::Result<void>)> done) {
  if (!sessionHasKeyStore()) return m_memory.remove(name, std::move(done));
  const bool wasInMemory = m_memory.forget(name);
  // Some backends say "deleted" for what was never there: ask first.
  m_jobs->read(name, [this, name, wasInMemory, done = std::move(done)](const Outcome& found) {
    if (found.error == QKeychain::EntryNotFound || isAbsence(found))
      return done(wasInMemory ? base::Result<void>() : missing(name));
    m_jobs->remove(name, [name, wasInMemory, done](const Outcome& outcome) {
      if (outcome.error == QKeychain::NoError || (wasInMemory && isAbsence(outcome))) return done({});
      if (outcome.error == QKeychain::EntryNotFound) return done(missing(name));
      done(base::Error{
          .code = base::ErrorCode::Credentials, .detail = "key store: " + outcome.detail, .subject = name});
    });
  });
}

}  // namespace aiagent::qt
