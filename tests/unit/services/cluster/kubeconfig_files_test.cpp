#include "core/services/cluster/kubeconfig_files.h"

#include "core/qt/qt_command_runner.h"
#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using testing::ClusterFixture;

namespace {

std::string write(const ClusterFixture& f, const char* name, const QByteArray& text) {
  QFile file(f.folder.filePath(QString::fromLatin1(name)));
  if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
  file.write(text);
  return file.fileName().toStdString();
}

}  // namespace

class KubeconfigFilesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void missingFiles_areSkipped_butNotTheNamedOne() {
    ClusterFixture f;
    const auto one = write(f, "one", "current-context: a\n");
    const auto gone = f.folder.filePath(QStringLiteral("gone")).toStdString();
    const auto listed = services::loadKubeconfig({"", gone + ":" + one, "/nowhere", "/"});
    QVERIFY(listed.ok());
    QCOMPARE(listed->currentContext, std::string("a"));
    const auto named = services::loadKubeconfig({gone, one, "/nowhere", "/"});
    QVERIFY(!named);
    QCOMPARE(named.error().code, base::ErrorCode::NotFound);
    QCOMPARE(named.error().subject, gone);
    QVERIFY(services::loadKubeconfig({"", "", "/nowhere", "/"})->empty());
  }

  void whatCannotBeRead_isNamed() {
    ClusterFixture f;
    const auto folder = f.folder.path().toStdString();
    QCOMPARE(services::loadKubeconfig({folder, "", "", "/"}).error().subject, folder);
    const auto large = write(f, "large", QByteArray((1 << 20) + 1, '#'));
    QCOMPARE(services::loadKubeconfig({"", large, "", "/"}).error().code, base::ErrorCode::InvalidInput);
  }

  void loginPath_isFoundAmongWhatScriptsPrint() {
    ClusterFixture f;
    f.commands.enqueue({.output = "Welcome!\n<aiagent-path>/opt/bin:/bin</aiagent-path>\nbye"});
    std::optional<std::string> path;
    const auto running =
        services::askLoginPath(f.commands, "/bin/bash", [&](std::string told) { path = told; });
    QVERIFY(QTest::qWaitFor([&] { return path.has_value(); }));
    QCOMPARE(*path, std::string("/opt/bin:/bin"));
    QCOMPARE(f.commands.started().at(0).program.front(), std::string("/bin/bash"));
  }

  void loginPath_ofARealShell_isItsPath() {
    qt::QtCommandRunner runner;
    std::optional<std::string> path;
    const auto running = services::askLoginPath(runner, "/bin/sh", [&](std::string told) { path = told; });
    QVERIFY(QTest::qWaitFor([&] { return path.has_value(); }, 10'000));
    QVERIFY(path->find("/bin") != std::string::npos);
  }

  void privateFile_isItsOwnersAlone() {
    ClusterFixture f;
    const auto path = f.folder.filePath(QStringLiteral("a/b/config")).toStdString();
    QVERIFY(services::writePrivateFile(path, "one").ok());
    QVERIFY(services::writePrivateFile(path, "two").ok());
    QCOMPARE(*services::readSmallFile(path), std::string("two"));
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(QString::fromStdString(path)) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(f.folder.filePath(QStringLiteral("a/b"))) & others, QFile::Permissions());
  }

  void readingBeside_comesLater() {
    ClusterFixture f;
    QObject owner;
    services::Background background(f.scheduler);
    const auto read = services::readFileBeside(background, &owner);
    std::vector<std::string> texts;
    for (const char* name : {"one", "two", "three"})
      read(write(f, name, name), [&](base::Result<std::string> text) { texts.push_back(*text); });
    QVERIFY(texts.empty());
    QVERIFY(QTest::qWaitFor([&] { return texts.size() == 3; }));
    QCOMPARE(texts, (std::vector<std::string>{"one", "two", "three"}));
  }
};

QTEST_GUILESS_MAIN(KubeconfigFilesTest)
#include "kubeconfig_files_test.moc"
