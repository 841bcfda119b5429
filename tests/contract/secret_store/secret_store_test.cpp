// The contract of ports::SecretStore over both stores. The real one runs in processes of its own, each in a
// session made for it, so that no test ever meets the key store of the person who runs it.
#include <cstdio>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "core/qt/keychain_secret_store.h"
#include "core/qt/memory_secret_store.h"
#include "tests/contract/secret_store/secret_store_suite.h"

using namespace aiagent;
using namespace aiagent::testing;
using ports::SecretPersistence;

namespace {

// A bus that knows no services: nobody provides a key store, and none can be started.
constexpr char kEmptyBus[] =
    "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n"
    " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>\n"
    "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow "
    "eavesdrop=\"true\"/>\n"
    "<allow own=\"*\"/></policy></busconfig>\n";

constexpr char kUnlocked[] =
    "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null && exec \"$0\" "
    "\"$@\"";
constexpr char kKeptAndLocked[] =  // keeps a secret, then locks the collection that holds it
    "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null && \"$0\" "
    "--child keep && "
    "dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets "
    "org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null "
    "&& "
    "exec \"$0\" \"$@\"";

int fail(const std::string& fault) {
  std::fprintf(stderr, "%s\n", fault.c_str());
  return 1;
}

// What a child does, by its word; 0 when all is as it must be.
int runChild(const QString& word) {
  qt::KeychainSecretStore store({.service = "aiagent-test", .answerTimeout = base::Milliseconds(3000)});
  if (word == u"keystore") {
    const auto fault = checkSecretStore(store, SecretPersistence::KeyStore);
    if (!fault.empty()) return fail(fault);
    // A second store, as after a restart, finds what the first one kept.
    if (!writeSecret(store, "kept", "over the restart")) return fail("write");
    qt::KeychainSecretStore second({.service = "aiagent-test"});
    const auto kept = readSecret(second, "kept");
    return kept && *kept == "over the restart" ? 0 : fail("not kept");
  }
  if (word == u"session") {
    QElapsedTimer clock;
    clock.start();
    const auto fault = checkSecretStore(store, SecretPersistence::SessionOnly);
    if (!fault.empty()) return fail(fault);
    return clock.elapsed() < 3000 ? 0 : fail("took " + std::to_string(clock.elapsed()) + " ms");
  }
  if (word == u"keep") {
    const auto kept = writeSecret(store, "kept", "behind the lock");
    return kept && *kept == SecretPersistence::KeyStore ? 0 : fail("not kept");
  }
  if (word == u"locked") {
    const auto read = readSecret(store, "kept");
    // There is nobody to unlock it. libsecret then says the same as for a secret that is not there.
    if (read || read.error().code != base::ErrorCode::NotFound || read.error().subject != "kept")
      return fail("read of a locked secret: " + (read ? *read : read.error().detail));
    const auto written = writeSecret(store, "new", "value");
    if (!written || *written != SecretPersistence::SessionOnly) return fail("write into a locked key store");
    const auto back = readSecret(store, "new");
    return back && *back == "value" ? 0 : fail("not kept for the session");
  }
  return fail("unknown word");
}

}  // namespace

class SecretStoreTest : public QObject {
  Q_OBJECT

 private:
  struct Ended {
    int code = -1;
    QString output;
  };

  // A clean environment: no bus, no display, a home of its own.
  static QProcessEnvironment environmentIn(const QTemporaryDir& home) {
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"})
      if (qEnvironmentVariableIsSet(name))
        environment.insert(QString::fromUtf8(name), qEnvironmentVariable(name));
    return environment;
  }

  static Ended run(const QStringList& command) {
    QTemporaryDir home;
    QProcess process;
    process.setProcessEnvironment(environmentIn(home));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.first(), command.sliced(1));
    if (!process.waitForFinished(60'000)) {
      process.kill();
      process.waitForFinished();
      return {-1, QStringLiteral("did not end: ") + QString::fromUtf8(process.readAll())};
    }
    auto output = QString::fromUtf8(process.readAll());
    output.remove(QRegularExpression(QStringLiteral(
        "(?m)^(dbus-daemon\\[|discover_other_daemon).*(\\n|$)")));  // the bus speaks for itself
    return {process.exitCode(), output};
  }

  static QString missing(const QStringList& programs) {
    for (const auto& program : programs)
      if (QStandardPaths::findExecutable(program).isEmpty())
        return program + QStringLiteral(" is not installed");
    return {};
  }

  static QStringList child(const char* word) {
    return {QCoreApplication::applicationFilePath(), QStringLiteral("--child"), QString::fromUtf8(word)};
  }
  static QStringList inSession(const char* script, const char* word) {
    return QStringList{QStringLiteral("dbus-run-session"), QStringLiteral("--"), QStringLiteral("sh"),
                       QStringLiteral("-c"), QString::fromUtf8(script)} +
           child(word);
  }

 private Q_SLOTS:
  void memory() {
    qt::MemorySecretStore store;
    QCOMPARE(checkSecretStore(store, SecretPersistence::SessionOnly), std::string());
  }

  void memory_destroyedStore_dropsItsAnswers() {
    bool answered = false;
    {
      qt::MemorySecretStore store;
      store.read("a", [&](const auto&) { answered = true; });
    }
    QTest::qWait(20);
    QVERIFY(!answered);
  }

  void keystore_unlocked() {
    if (const auto reason =
            missing({QStringLiteral("dbus-run-session"), QStringLiteral("gnome-keyring-daemon")});
        !reason.isEmpty())
      QSKIP(reason.toUtf8().constData());
    const auto ended = run(inSession(kUnlocked, "keystore"));
    QVERIFY2(ended.code == 0, ended.output.toUtf8().constData());
    QCOMPARE(ended.output, QString());
  }

  void keystore_locked_writesStayInMemory() {
    if (const auto reason = missing({QStringLiteral("dbus-run-session"), QStringLiteral("dbus-send"),
                                     QStringLiteral("gnome-keyring-daemon")});
        !reason.isEmpty())
      QSKIP(reason.toUtf8().constData());
    const auto ended = run(inSession(kKeptAndLocked, "locked"));
    QVERIFY2(ended.code == 0, ended.output.toUtf8().constData());
  }

  void keystore_absent_staysInMemory() {
    if (const auto reason = missing({QStringLiteral("dbus-run-session")}); !reason.isEmpty())
      QSKIP(reason.toUtf8().constData());
    QTemporaryDir folder;
    QFile config(folder.filePath(QStringLiteral("bus.conf")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(kEmptyBus);
    config.close();
    const auto ended =
        run(QStringList{QStringLiteral("dbus-run-session"),
                        QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--")} +
            child("session"));
    QVERIFY2(ended.code == 0, ended.output.toUtf8().constData());
    QCOMPARE(ended.output, QString());
  }

  void noBus_staysInMemory_atOnce_andPrintsNothing() {
    QElapsedTimer clock;
    clock.start();
    const auto ended = run(child("session"));
    QVERIFY2(ended.code == 0, ended.output.toUtf8().constData());
    QCOMPARE(ended.output, QString());
  }
};

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const auto arguments = application.arguments();
  if (arguments.value(1) == u"--child") return runChild(arguments.value(2));
  SecretStoreTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "secret_store_test.moc"
