#include "core/services/generation_service.h"

#include <QSignalSpy>
#include <QtTest>

#include "core/services/generation_queue.h"
#include "core/wire/record_json.h"
#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using aiagent::testing::await;
using aiagent::testing::ServiceFixture;
using authoring::Field;
using domain::GenerationStatus;
using domain::RunId;

namespace {

const std::string kAnswer =
    R"({"name":"Poet","description":"Writes verse","prompt":"Write about {{topic}}.",)"
    R"("variables":[{"name":"topic","type":"string","description":"what of","example":"rain","choices":[]}],)"
    R"("model":"fast","effort":null,"verbosity":null,"tools":[],"outputSchema":null,)"
    R"("starters":["Write"],"cases":[]})";

std::string sse(const std::string& json) {
  return "data: " + json + "\n\n";
}

// An answer whose text comes in pieces of `size` bytes.
std::vector<std::string> streamOf(const std::string& text, std::size_t size) {
  std::vector<std::string> pieces = {
      sse(R"({"type":"response.created","sequence_number":0,"response":{"id":"r","status":"in_progress","model":"m","output":[]}})") +
      sse(R"({"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"type":"message","id":"m","role":"assistant","status":"in_progress","content":[]}})")};
  for (std::size_t at = 0; at < text.size(); at += size)
    pieces.push_back(sse(
        R"({"type":"response.output_text.delta","sequence_number":3,"item_id":"m","output_index":0,"content_index":0,"delta":)" +
        wire::quoted(text.substr(at, size)) + "}"));
  pieces.push_back(sse(
      R"({"type":"response.completed","sequence_number":9,"response":{"id":"r","status":"completed","model":"m","output":[{"type":"message","id":"m","role":"assistant","status":"completed","content":[{"type":"output_text","text":)" +
      wire::quoted(text) + R"(,"annotations":[]}]}]}})"));
  return pieces;
}

services::GenerationTarget target() {
  return {{.name = "test", .baseUrl = "http://test.invalid/v1", .keySource = domain::KeySource::None}, "m"};
}

struct Told {
  explicit Told(services::GenerationService& service) {
    QObject::connect(&service, &services::GenerationService::happened, &service,
                     [this](const RunId&, const authoring::GenerationAction& action) {
                       if (const auto* done = std::get_if<authoring::FieldDone>(&action))
                         fields.push_back(done->field);
                       if (const auto* whole = std::get_if<authoring::Completed>(&action))
                         agent = whole->agent;
                       if (const auto* fault = std::get_if<authoring::GenerationFailed>(&action))
                         failure = *fault;
                     });
  }
  std::vector<Field> fields;
  std::optional<authoring::GeneratedAgent> agent;
  std::optional<authoring::GenerationFailed> failure;
};

}  // namespace

class GenerationServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void generate_tellsFieldsAsTheyComeAndLeavesARun() {
    ServiceFixture f;
    Told told(*f.generations);
    f.http->enqueue(testing::eventStream(streamOf(kAnswer, 7)));
    const auto run = await<RunId>(
        [&](auto done) { f.generations->generate({.brief = {.description = "poems"}}, target(), done); });
    QVERIFY(run.ok());
    QTRY_VERIFY(told.agent);
    QCOMPARE(told.agent->prompt, std::string("Write about {{topic}}."));
    const std::vector<Field> first(told.fields.begin(), told.fields.begin() + 4);
    QCOMPARE(first, (std::vector<Field>{Field::Name, Field::Description, Field::Prompt, Field::Variables}));
    QVERIFY(!f.generations->live(*run));
    const auto kept = await<domain::RunRecord>([&](auto done) { f.runs->load(*run, done); });
    QCOMPARE(kept->status, domain::RunStatus::Completed);
    QVERIFY(kept->request.agent.isNull());
    QCOMPARE(services::GenerationService::read(*kept).agent().name, std::string("Poet"));
  }

  void cancelledGeneration_keepsWhatWasDone() {
    ServiceFixture f;
    Told told(*f.generations);
    auto script = testing::eventStream({streamOf(kAnswer, 60)[0], streamOf(kAnswer, 60)[1]});
    script.back() = testing::Step::hang();
    f.http->enqueue(std::move(script));
    const auto run = await<RunId>(
        [&](auto done) { f.generations->generate({.brief = {.description = "poems"}}, target(), done); });
    QTRY_VERIFY(!told.fields.empty());
    f.generations->cancel(*run);
    QTRY_VERIFY(told.failure);
    QCOMPARE(told.failure->kind, authoring::FailureKind::Cancelled);
    QCOMPARE(told.failure->kept.name, std::string("Poet"));
  }

  void improve_givesTheEditsOrSaysWhyNot() {
    ServiceFixture f;
    domain::AgentContent content;
    content.name = "Poet";
    content.prompt = "Write long verse.";
    f.http->enqueue(testing::eventStream(streamOf(
        R"({"edits":[{"find":"long","replace":"short","reason":"as asked"}],"summary":"shorter"})", 9)));
    const auto good = await<authoring::Improvement>(
        [&](auto done) { f.generations->improve(content, "shorter", target(), done); });
    QVERIFY(good.ok());
    QCOMPARE(good->edits.size(), 1u);
    f.http->enqueue(testing::failure(base::ErrorCode::TlsFailed));
    const auto bad = await<authoring::Improvement>(
        [&](auto done) { f.generations->improve(content, "shorter", target(), done); });
    QCOMPARE(bad.error().code, base::ErrorCode::TlsFailed);
  }

  void jobAskedForOffline_waitsAndComesBackReady() {
    ServiceFixture f;
    services::GenerationQueue queue(*f.profile, *f.agents, *f.providers, *f.runs, *f.generations,
                                    {.firstTry = std::chrono::milliseconds(10)});
    QVERIFY(await<domain::Provider>([&](auto done) {
              f.providers->save({.name = "test",
                                 .baseUrl = "http://test.invalid/v1",
                                 .keySource = domain::KeySource::None,
                                 .defaultModel = "m"},
                                done);
            }).ok());
    QVERIFY(await<void>([&](auto done) { f.providers->use("test", done); }).ok());
    bool online = false;
    f.http->answer = [&](const ports::HttpRequest& request) {
      if (!online) return testing::failure(base::ErrorCode::ConnectionFailed);
      if (QByteArray::fromStdString(request.url).endsWith("/models"))
        return testing::jsonAnswer(200, R"({"data":[{"id":"m"}]})");
      return testing::eventStream(streamOf(kAnswer, 50));
    };
    queue.start();
    const auto job =
        await<domain::GenerationJob>([&](auto done) { queue.add({.description = "poems"}, done); });
    QVERIFY(job.ok());
    const auto status = [&] {
      const auto jobs = *await<std::vector<domain::GenerationJob>>([&](auto done) { queue.list(done); });
      return jobs.empty() ? GenerationStatus::Failed : jobs.front().status;
    };
    QTRY_VERIFY(f.http->requests().size() >= 2);
    QVERIFY(status() != GenerationStatus::Ready);
    // Attempts that reached nobody are no runs.
    QVERIFY(await<store::RunPage>([&](auto done) { f.runs->list({}, done); })->rows.empty());
    online = true;
    queue.tryNow();
    QTRY_COMPARE(status(), GenerationStatus::Ready);
    const auto jobs = *await<std::vector<domain::GenerationJob>>([&](auto done) { queue.list(done); });
    const auto run = await<domain::RunRecord>([&](auto done) { f.runs->load(jobs.front().run, done); });
    QCOMPARE(services::GenerationService::read(*run).agent().name, std::string("Poet"));
    QVERIFY(await<void>([&](auto done) { queue.remove(jobs.front().id, done); }).ok());
    QCOMPARE(await<std::vector<domain::GenerationJob>>([&](auto done) { queue.list(done); })->size(), 0u);
  }

  void jobThatIsRefused_failsWithTheReasonAndCanBeTriedAgain() {
    ServiceFixture f;
    services::GenerationQueue queue(*f.profile, *f.agents, *f.providers, *f.runs, *f.generations,
                                    {.firstTry = std::chrono::milliseconds(10)});
    QVERIFY(await<domain::Provider>([&](auto done) {
              f.providers->save(
                  {.name = "test", .baseUrl = "http://test.invalid/v1", .keySource = domain::KeySource::None},
                  done);
            }).ok());
    QVERIFY(await<void>([&](auto done) { f.providers->use("test", done); }).ok());
    f.http->answer = [](const ports::HttpRequest&) { return testing::jsonAnswer(200, R"({"data":[]})"); };
    queue.start();
    QVERIFY(await<domain::GenerationJob>([&](auto done) { queue.add({.description = "x"}, done); }).ok());
    std::vector<domain::GenerationJob> jobs;
    QTRY_VERIFY((jobs = *await<std::vector<domain::GenerationJob>>([&](auto done) { queue.list(done); }),
                 jobs.front().status == GenerationStatus::Failed));
    QCOMPARE(jobs.front().error->subject, std::string("model"));  // the provider has no default
    QVERIFY(await<void>([&](auto done) { queue.retry(jobs.front(), done); }).ok());
  }
};

QTEST_GUILESS_MAIN(GenerationServiceTest)
#include "generation_service_test.moc"
