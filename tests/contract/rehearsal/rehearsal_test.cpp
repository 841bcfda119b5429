// The rehearsal server speaks OpenAI's API: judged by OpenAI's OpenAPI document and by OpenAI's client for
// Node. AIAGENT_SHARED_DIR names the folder that holds openai-spec/; without it that is sought beside the
// source tree.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "core/qt/qt_http_client.h"
#include "core/qt/rehearsal_server.h"
#include "core/rehearsal/json_text.h"
#include "core/rehearsal/schema_sample.h"
#include "tests/contract/rehearsal/cases.h"
#include "tests/support/http/recorder.h"
#include "tests/support/http/wait_until.h"

using namespace aiagent;
using namespace aiagent::testing;
using namespace std::chrono_literals;

namespace {

const base::SystemClock kClock;

QString fromEnvironment(const char* name, const QString& otherwise) {
  return qEnvironmentVariableIsEmpty(name) ? otherwise : qEnvironmentVariable(name);
}

QString sourceFolder() {
  return fromEnvironment("AIAGENT_SOURCE_DIR", QStringLiteral("."));
}
QString specFolder() {
  return fromEnvironment("AIAGENT_SHARED_DIR", sourceFolder() + QStringLiteral("/../shared")) +
         QStringLiteral("/openai-spec");
}
QString nodeFolder() {
  return fromEnvironment("AIAGENT_NODE_DIR", QDir::tempPath() + QStringLiteral("/aiagent_node_rehearsal"));
}

struct Ended {
  int code = -1;
  QByteArray output;
};

// Lets the event loop run meanwhile, since the server asked lives on this thread.
Ended run(const QString& program, const QStringList& arguments, const QByteArray& input = {}) {
  QProcess process;
  process.setWorkingDirectory(nodeFolder());
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(program, arguments);
  process.write(input);
  process.closeWriteChannel();
  if (!waitUntil([&] { return process.state() == QProcess::NotRunning; }, 240s)) {
    process.kill();
    process.waitForFinished();
    return {-1, "did not end: " + process.readAll()};
  }
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

// "" when the npm packages are there; else why not.
QString fetchPackages(const QStringList& packages) {
  if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
    return QStringLiteral("node is not installed");
  QDir().mkpath(nodeFolder());
  QStringList missing;
  for (const auto& package : packages)
    if (!QFile::exists(nodeFolder() + QStringLiteral("/node_modules/") + package)) missing << package;
  if (missing.isEmpty()) return {};
  if (QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty())
    return QStringLiteral("npm is not installed");
  QFile manifest(nodeFolder() + QStringLiteral("/package.json"));
  if (!manifest.exists() && manifest.open(QIODevice::WriteOnly))
    manifest.write("{\"name\":\"contract\",\"private\":true,\"type\":\"module\"}");
  manifest.close();
  const auto installed =
      run(QStringLiteral("npm"),
          QStringList{QStringLiteral("install"), QStringLiteral("--no-audit"), QStringLiteral("--no-fund")} +
              packages);
  if (installed.code == 0) return {};
  return QStringLiteral("npm cannot install ") + missing.join(u' ');
}

// Beside the packages, where node finds them.
QString placed(const QString& file) {
  const auto target = nodeFolder() + u'/' + QFileInfo(file).fileName();
  QFile::remove(target);
  QFile::copy(file, target);
  return target;
}

}  // namespace

class RehearsalContract : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<qt::RehearsalServer> m_server;
  qt::QtHttpClient m_client;

  std::string ask(const RehearsalCase& asked) {
    ports::HttpRequest request;
    request.method = asked.method;
    request.url = m_server->baseUrl() + asked.path;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = asked.body;
    Recorder seen;
    const auto exchange = m_client.send(std::move(request), seen.handlers());
    waitUntil([&] { return bool(seen.done); });
    return seen.bytes;
  }
  static QString documentFile() { return specFolder() + QStringLiteral("/openapi-2.3.0-excerpt.json"); }
  // One line of what whole.mjs reads.
  static std::string pair(std::string schema, const std::string& value) {
    std::replace(schema.begin(), schema.end(), '\n', ' ');
    return "{\"schema\":" + schema + ",\"value\":" + value + "}\n";
  }
  static Ended validate(const QString& document, const std::string& lines) {
    const auto script = placed(sourceFolder() + QStringLiteral("/tests/contract/rehearsal/whole.mjs"));
    return run(QStringLiteral("node"), {script, document}, QByteArray::fromStdString(lines));
  }
  static QString missingDocument() {
    if (!QFile::exists(specFolder() + QStringLiteral("/check.mjs")))
      return QStringLiteral("OpenAI's document is not at hand (AIAGENT_SHARED_DIR)");
    return fetchPackages({QStringLiteral("ajv"), QStringLiteral("ajv-formats")});
  }

 private Q_SLOTS:
  void initTestCase() {
    qt::RehearsalOptions options;
    options.responder.pace = {.tokensPerSecond = 0, .firstToken = 0ms};
    m_server = std::make_unique<qt::RehearsalServer>(kClock, options);
    QVERIFY(m_server->start());
  }

  void streams_fitTheDocument_data() {
    QTest::addColumn<int>("index");
    int index = 0;
    for (const auto& asked : streamedCases()) QTest::addRow("%s", asked.name.c_str()) << index++;
  }
  void streams_fitTheDocument() {
    QFETCH(int, index);
    if (const auto reason = missingDocument(); !reason.isEmpty()) QSKIP(reason.toUtf8().constData());
    const auto asked = streamedCases().at(std::size_t(index));
    const auto stream = ask(asked);
    placed(documentFile());
    const auto script = placed(specFolder() + QStringLiteral("/check.mjs"));
    const auto api = asked.isChat() ? QStringLiteral("chat") : QStringLiteral("responses");
    const auto ended = run(QStringLiteral("node"), {script, QStringLiteral("stream"), api},
                           QByteArray::fromStdString(stream));
    QVERIFY2(ended.code == 0, ended.output.left(2000).constData());
    QVERIFY2(ended.output.contains(", 0 faults"), ended.output.constData());
  }

  void wholeAnswers_fitTheDocument() {
    if (const auto reason = missingDocument(); !reason.isEmpty()) QSKIP(reason.toUtf8().constData());
    std::string lines;
    for (const auto& asked : wholeCases()) lines += pair(rehearsal::quoted(asked.schema), ask(asked));
    const auto ended = validate(documentFile(), lines);
    QVERIFY2(ended.code == 0, ended.output.left(4000).constData());
  }

  void samples_satisfyTheirSchemas() {
    if (const auto reason = fetchPackages({QStringLiteral("ajv"), QStringLiteral("ajv-formats")});
        !reason.isEmpty())
      QSKIP(reason.toUtf8().constData());
    std::string lines;
    for (const auto& schema : sampledSchemas())
      lines += pair(schema, rehearsal::sampleForSchema(schema, "hint"));
    QFile empty(nodeFolder() + QStringLiteral("/no_document.json"));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.write("{}");
    empty.close();
    const auto ended = validate(empty.fileName(), lines);
    QVERIFY2(ended.code == 0, ended.output.left(4000).constData());
  }

  void openAisOwnClient_isSatisfied() {
    if (const auto reason = fetchPackages({QStringLiteral("openai")}); !reason.isEmpty())
      QSKIP(reason.toUtf8().constData());
    placed(sourceFolder() + QStringLiteral("/tests/contract/openai_calls.mjs"));
    const auto script = placed(sourceFolder() + QStringLiteral("/tests/contract/rehearsal/sdk.mjs"));
    const auto ended = run(QStringLiteral("node"), {script, QString::fromStdString(m_server->baseUrl())});
    QVERIFY2(ended.code == 0, ended.output.left(4000).constData());
    QCOMPARE(ended.output.trimmed(), QByteArray("ok"));
  }
};

QTEST_GUILESS_MAIN(RehearsalContract)
#include "rehearsal_test.moc"
