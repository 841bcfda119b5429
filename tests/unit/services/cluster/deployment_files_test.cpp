#include "core/services/cluster/deployment_files.h"

#include <filesystem>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace aiagent;
namespace lint = cluster::lint;

class DeploymentFilesTest : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> m_folder;

  std::string root() const { return m_folder->path().toStdString(); }
  void write(const char* path, const QByteArray& text) {
    const auto whole = m_folder->filePath(QLatin1String(path));
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
  }
  std::vector<lint::LintFile> read() {
    const auto found = services::findDeploymentFiles({root()});
    if (!found) qFatal("nothing was found");
    return *services::readDeploymentFiles(*found, root());
  }
  QStringList names() {
    QStringList all;
    for (const auto& file : read()) all << QString::fromStdString(file.path);
    return all;
  }

 private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void folder_givesWhatTheLinterReads_namedFromIt() {
    write("Dockerfile", "FROM a\n");
    write("k8s/b.yaml", "a: 1\n");
    write("README.md", "x");
    write("node_modules/x/Dockerfile", "FROM b\n");
    write(".git/c.yaml", "a: 1\n");
    write(".github/workflows/d.yml", "on: push\n");
    QCOMPARE(names(), QStringList({QStringLiteral(".github/workflows/d.yml"), QStringLiteral("Dockerfile"),
                                   QStringLiteral("k8s/b.yaml")}));
    QCOMPARE(read()[1].text, std::string("FROM a\n"));
  }

  void links_areNotFollowed_norRoundInCircles() {
    write("k8s/a.yaml", "a: 1\n");
    std::filesystem::create_directory_symlink(root(), root() + "/k8s/again");
    std::filesystem::create_symlink("/etc/hostname", root() + "/b.yaml");
    QCOMPARE(names(), QStringList{QStringLiteral("k8s/a.yaml")});
  }

  void largeFile_isPassedOverUnread() {
    write("a.yaml", QByteArray(int(lint::kLargestFile) + 1, ' '));
    const auto files = read();
    QVERIFY(files[0].passedOver && files[0].text.empty());
    QCOMPARE(lint::lintDeployment(files)[0].id, std::string("READ-002"));
  }

  void fileThatMayNotBeRead_saysWhy() {
    write("a.yaml", "a: 1\n");
    std::filesystem::permissions(root() + "/a.yaml", std::filesystem::perms::none);
    if (QFile(m_folder->filePath(QStringLiteral("a.yaml"))).open(QIODevice::ReadOnly))
      QSKIP("this user may read everything");
    const auto findings = lint::lintDeployment(read());
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings[0].id, std::string("READ-003"));
  }

  void fileThatWentAway_saysWhy() {
    write("a.yaml", "a: 1\n");
    const auto found = services::findDeploymentFiles({root()});
    QVERIFY(found.ok());
    QFile::remove(m_folder->filePath(QStringLiteral("a.yaml")));
    QVERIFY(!(*services::readDeploymentFiles(*found))[0].fault.empty());
  }

  void folderThatIsNotThere_isNotFound() {
    const auto found = services::findDeploymentFiles({root() + "/gone"});
    QVERIFY(!found.ok());
    QCOMPARE(found.error().code, base::ErrorCode::NotFound);
  }

  void stopped_endsWithCancelled() {
    write("a.yaml", "a: 1\n");
    const services::FileWork stopping{.stopped = [] { return true; }};
    QCOMPARE(services::findDeploymentFiles({root()}, stopping).error().code, base::ErrorCode::Cancelled);
    const auto found = services::findDeploymentFiles({root()});
    QCOMPARE(services::readDeploymentFiles(*found, {}, stopping).error().code, base::ErrorCode::Cancelled);
  }

  void changedFile_makesAnotherList() {
    write("a.yaml", "a: 1\n");
    const auto before = services::findDeploymentFiles({root()});
    QVERIFY(*before == *services::findDeploymentFiles({root()}));
    write("a.yaml", "a: 12\n");
    QVERIFY(!(*before == *services::findDeploymentFiles({root()})));
  }
};

QTEST_GUILESS_MAIN(DeploymentFilesTest)
#include "deployment_files_test.moc"
