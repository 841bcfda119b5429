// Knowledge files on their way to the rehearsal model over HTTP: with the message, uploaded, searched; used
// again, gone there, stopped midway, deleted.
#include <fstream>
#include <QTemporaryDir>
#include <QtTest>

#include "core/qt/memory_secret_store.h"
#include "core/qt/qt_http_client.h"
#include "core/qt/qt_scheduler.h"
#include "core/qt/rehearsal_server.h"
#include "core/runs/shipped_models.h"
#include "core/services/knowledge_service.h"
#include "core/services/run_service.h"
#include "core/services/upload_service.h"
#include "core/store/connection.h"
#include "core/store/upload_repository.h"

using namespace aiagent;
using domain::KnowledgeFile;
using domain::KnowledgeUse;

namespace {

struct Fixture {
  Fixture()
      : server(clock, {.responder = {.pace = {.tokensPerSecond = 0, .firstToken = base::Milliseconds(1)}}}) {
    if (!server.start()) qFatal("no server");
    auto opened = services::Profile::open(folder.path().toStdString(), scheduler, clock);
    if (!opened) qFatal("no profile");
    profile = std::move(*opened);
    models = std::make_unique<services::ModelService>(*profile, runs::shippedModelsJson());
    knowledge = std::make_unique<services::KnowledgeService>(*profile);
    providers =
        std::make_unique<services::ProviderService>(*profile, http, secrets, services::ProviderEnvironment{});
    uploads = std::make_unique<services::UploadService>(*profile, http, *providers);
    runs = std::make_unique<services::RunService>(*profile, http, *providers, *models);
    providers->setRehearsalUrl(server.baseUrl());
  }

  template <class T, class Call>
  base::Result<T> await(Call call) {
    auto outcome = std::make_shared<std::optional<base::Result<T>>>();
    call(services::Done<T>([outcome](base::Result<T> result) { outcome->emplace(std::move(result)); }));
    if (!QTest::qWaitFor([&] { return outcome->has_value(); }, 20'000)) qFatal("a completion never came");
    return std::move(**outcome);
  }

  std::filesystem::path file(const std::string& name, const std::string& bytes) {
    const auto path = std::filesystem::path(folder.path().toStdString()) / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  KnowledgeFile attach(const std::string& name, const std::string& bytes,
                       KnowledgeUse use = KnowledgeUse::InputFile) {
    std::unique_ptr<services::BackgroundJob> job;
    auto files = await<std::vector<KnowledgeFile>>(
        [&](auto done) { job = knowledge->attach({file(name, bytes)}, {}, done); });
    if (!files) qFatal("not attached");
    files->front().use = use;
    return files->front();
  }

  domain::RunRequest request(std::vector<KnowledgeFile> files) {
    domain::RunRequest request;
    request.content.name = "Reader";
    request.content.prompt = "Read.";
    request.content.knowledge = std::move(files);
    request.model = domain::kRehearsalModel;
    request.input = "What do you know?";
    request.provider =
        *await<domain::Provider>([&](auto done) { providers->find(domain::kRehearsalProvider, done); });
    return request;
  }

  domain::RunRecord run(const domain::RunRequest& request) {
    std::optional<domain::RunRecord> over;
    const auto connection = QObject::connect(runs.get(), &services::RunService::finished,
                                             [&](const domain::RunRecord& run) { over = run; });
    const auto id = await<domain::RunId>([&](auto done) { runs->start(request, done); });
    if (!id) qFatal("not started: %s", id.error().subject.c_str());
    if (!QTest::qWaitFor([&] { return over.has_value(); }, 30'000)) qFatal("the run never ended");
    QObject::disconnect(connection);
    return *over;
  }

  std::vector<domain::Upload> listed() {
    return *await<std::vector<domain::Upload>>([&](auto done) { uploads->list(done); });
  }
  base::Result<void> remove(const domain::Upload& upload) {
    return await<void>([&](auto done) { uploads->remove(upload, done); });
  }

  QTemporaryDir folder;
  base::SystemClock clock;
  qt::QtScheduler scheduler;
  qt::QtHttpClient http;
  qt::MemorySecretStore secrets;
  qt::RehearsalServer server;
  std::unique_ptr<services::Profile> profile;
  std::unique_ptr<services::ModelService> models;
  std::unique_ptr<services::KnowledgeService> knowledge;
  std::unique_ptr<services::ProviderService> providers;
  std::unique_ptr<services::UploadService> uploads;
  std::unique_ptr<services::RunService> runs;
};

bool says(const domain::RunRecord& run, const char* text) {
  return run.text().find(text) != std::string::npos;
}

const std::string kLarge(std::size_t(runs::kLargestInline) + 1, 'x');

}  // namespace

class KnowledgeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void smallFile_goesWithTheMessageAndIsNotInTheKeptRequest() {
    Fixture f;
    const auto run = f.run(f.request({f.attach("notes.md", "The code is 4711.")}));
    QCOMPARE(run.status, domain::RunStatus::Completed);
    QVERIFY(says(run, "`notes.md`, 17 bytes, with the message itself"));
    QVERIFY(run.requestJson.find("sha256") != std::string::npos);
    QVERIFY(run.requestJson.find("base64") == std::string::npos);
    QVERIFY(f.listed().empty());
  }

  void largeFile_isUploadedOnceAndUsedAgain() {
    Fixture f;
    QSignalSpy preparing(f.runs.get(), &services::RunService::preparing);
    const auto request = f.request({f.attach("book.txt", kLarge)});
    const auto first = f.run(request);
    QCOMPARE(first.status, domain::RunStatus::Completed);
    QVERIFY(says(first, "uploaded before as `file-"));
    QVERIFY(!preparing.isEmpty());
    const auto uploads = f.listed();
    QCOMPARE(uploads.size(), std::size_t(1));
    QCOMPARE(uploads[0].bytes, std::int64_t(kLarge.size()));
    QVERIFY(uploads[0].expires.has_value());
    QVERIFY(first.requestJson.find(uploads[0].remote) != std::string::npos);
    QCOMPARE(f.run(request).status, domain::RunStatus::Completed);
    QCOMPARE(f.listed(), uploads);
  }

  void fileThatIsGoneThere_isUploadedAgain() {
    Fixture f;
    const auto request = f.request({f.attach("book.txt", kLarge)});
    f.run(request);
    const auto before = f.listed();
    // Behind the program's back.
    const auto kept = before[0];
    QVERIFY(f.remove(kept).ok());
    QVERIFY(f.await<void>([&](auto done) {
               f.profile->store().write<void>(
                   [&](store::Connection& connection) { return store::saveUpload(connection, kept); }, done);
             }).ok());
    const auto run = f.run(request);
    QCOMPARE(run.status, domain::RunStatus::Completed);
    const auto after = f.listed();
    QCOMPARE(after.size(), std::size_t(1));
    QVERIFY(after[0].remote != kept.remote);
  }

  void searchedFiles_comeIntoOneStoreThatIsUsedAgain() {
    Fixture f;
    const auto request = f.request({f.attach("a.md", "Alpha", KnowledgeUse::FileSearch),
                                    f.attach("b.md", "Beta", KnowledgeUse::FileSearch)});
    const auto run = f.run(request);
    QCOMPARE(run.status, domain::RunStatus::Completed);
    QVERIFY(says(run, "A vector store with 2 files"));
    QVERIFY(says(run, "`a.md`"));
    const auto uploads = f.listed();
    QCOMPARE(uploads.size(), std::size_t(3));
    QCOMPARE(f.run(request).status, domain::RunStatus::Completed);
    QCOMPARE(f.listed().size(), std::size_t(3));
    for (const auto& upload : uploads) QVERIFY(f.remove(upload).ok());
    QVERIFY(f.listed().empty());
  }

  void cancelledWhileTheStoreIsMade_endsAtOnce() {
    Fixture f;
    std::vector<KnowledgeFile> files;
    for (int i = 0; i < 8; ++i)
      files.push_back(
          f.attach("f" + std::to_string(i), "text " + std::to_string(i), KnowledgeUse::FileSearch));
    std::optional<domain::RunRecord> over;
    QObject::connect(f.runs.get(), &services::RunService::finished,
                     [&](const domain::RunRecord& run) { over = run; });
    bool indexing = false;
    QObject::connect(f.runs.get(), &services::RunService::preparing,
                     [&](const domain::RunId&, const domain::KnowledgeProgress& progress) {
                       indexing = indexing || progress.stage == domain::KnowledgeProgress::Stage::Indexing;
                     });
    const auto request = f.request(files);
    const auto id = f.await<domain::RunId>([&](auto done) { f.runs->start(request, done); });
    QTRY_VERIFY_WITH_TIMEOUT(indexing, 20'000);
    f.runs->cancel(*id);
    QTRY_VERIFY(over);
    QCOMPARE(over->status, domain::RunStatus::Cancelled);
    QVERIFY(f.runs->liveRuns().empty());
    // What was uploaded until then is used by the next.
    QCOMPARE(f.run(request).status, domain::RunStatus::Completed);
  }

  void missingFile_isToldBeforeAnythingIsSent() {
    Fixture f;
    auto file = f.attach("notes.md", "hi");
    const auto request = f.request({file});
    std::filesystem::remove(f.knowledge->blobs().pathOf(file.sha256));
    const auto id = f.await<domain::RunId>([&](auto done) { f.runs->start(request, done); });
    QVERIFY(!id.ok());
    QCOMPARE(id.error().code, base::ErrorCode::NotFound);
    QCOMPARE(id.error().subject, std::string("knowledge.notes.md"));
  }

  void alteredFile_isNotSent() {
    Fixture f;
    auto file = f.attach("notes.md", "good");
    std::ofstream(f.knowledge->blobs().pathOf(file.sha256), std::ios::trunc) << "evil";
    const auto run = f.run(f.request({file}));
    QCOMPARE(run.status, domain::RunStatus::Failed);
    QCOMPARE(run.error->code, base::ErrorCode::Conflict);
    QCOMPARE(run.error->subject, std::string("knowledge.notes.md"));
  }

  void chat_getsTextAsTextAndNoVectorStore() {
    Fixture f;
    auto request = f.request({f.attach("notes.md", "The code is 4711.")});
    request.provider.api = domain::ApiKind::Chat;
    const auto run = f.run(request);
    QCOMPARE(run.status, domain::RunStatus::Completed);
    QVERIFY(says(run, "The code is 4711."));
    request.content.knowledge[0].use = KnowledgeUse::FileSearch;
    const auto refused = f.await<domain::RunId>([&](auto done) { f.runs->start(request, done); });
    QCOMPARE(refused.error().subject, std::string("knowledge"));
  }
};

QTEST_GUILESS_MAIN(KnowledgeTest)
#include "knowledge_test.moc"
