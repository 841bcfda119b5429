#include <QSignalSpy>

#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using domain::RunRecord;
using domain::RunStatus;
using testing::await;
using testing::Step;

namespace {

std::string sse(const std::string& json) {
  return "data: " + json + "\n\n";
}

std::string delta(const std::string& text) {
  return sse(
      R"({"type":"response.output_text.delta","sequence_number":3,"item_id":"m","output_index":0,"content_index":0,"delta":")" +
      text + "\"}");
}

const std::string kCreated =
    sse(R"({"type":"response.created","sequence_number":0,"response":{"id":"resp_1","status":"in_progress","model":"gpt-test","output":[]}})") +
    sse(R"({"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"type":"message","id":"m","role":"assistant","status":"in_progress","content":[]}})");

std::string completed(const std::string& text) {
  return sse(
      R"({"type":"response.completed","sequence_number":9,"response":{"id":"resp_1","status":"completed","model":"gpt-test","output":[{"type":"message","id":"m","role":"assistant","status":"completed","content":[{"type":"output_text","text":")" +
      text + R"(","annotations":[]}]}],"usage":{"input_tokens":11,"output_tokens":7,"total_tokens":18}}})");
}

domain::RunRequest requestFor(testing::ServiceFixture& f, std::string input = "hi") {
  domain::RunRequest request;
  request.content.name = "Greeter";
  request.content.prompt = "Greet.";
  request.model = "gpt-test";
  request.input = std::move(input);
  request.provider = {
      .name = "test", .baseUrl = "http://test.invalid/v1", .keySource = domain::KeySource::None};
  (void)f;
  return request;
}

// Starts a run and waits for its end.
RunRecord runToEnd(testing::ServiceFixture& f, const domain::RunRequest& request) {
  std::optional<RunRecord> over;
  const auto connection = QObject::connect(f.runs.get(), &services::RunService::finished,
                                           [&](const RunRecord& run) { over = run; });
  const auto id = await<domain::RunId>([&](auto done) { f.runs->start(request, done); });
  if (!id) qFatal("not started: %s", id.error().subject.c_str());
  if (!QTest::qWaitFor([&] { return over.has_value(); }, 20'000)) qFatal("the run never ended");
  QObject::disconnect(connection);
  return *over;
}

}  // namespace

class RunServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void stream_isToldPieceByPieceAndKept() {
    testing::ServiceFixture f;
    f.http->enqueue(testing::eventStream({kCreated, delta("Hel"), delta("lo"), completed("Hello")},
                                         {{"x-request-id", "req_1"}}));
    std::string told;
    connect(f.runs.get(), &services::RunService::appended,
            [&](const domain::RunId&, std::size_t, std::size_t, const std::string& text) { told += text; });
    const auto run = runToEnd(f, requestFor(f));
    QCOMPARE(told, std::string("Hello"));
    QCOMPARE(run.status, RunStatus::Completed);
    QCOMPARE(run.requestId, std::string("req_1"));
    QCOMPARE(*run.usage.output, 7);
    QVERIFY(*await<RunRecord>([&](auto done) { f.runs->load(run.id, done); }) == run);
    QVERIFY(f.runs->liveRuns().empty());
  }

  void missingVariable_isNamedAndNothingIsSentOrKept() {
    testing::ServiceFixture f;
    auto request = requestFor(f);
    request.content.prompt = "For {{team}}.";
    const auto id = await<domain::RunId>([&](auto done) { f.runs->start(request, done); });
    QCOMPARE(id.error().subject, std::string("team"));
    QVERIFY(f.http->requests().empty());
    QVERIFY(await<store::RunPage>([&](auto done) { f.runs->list({}, done); })->rows.empty());
  }

  void noModel_isToldBeforeAnythingIsSent() {
    testing::ServiceFixture f;
    auto request = requestFor(f);
    request.model.clear();
    QCOMPARE(await<domain::RunId>([&](auto done) { f.runs->start(request, done); }).error().subject,
             std::string("model"));
  }

  void cancel_closesTheConnectionAtOnceAndKeepsTheText() {
    testing::ServiceFixture f;
    f.http->enqueue({Step::head(200, {{"content-type", "text/event-stream"}}),
                     Step::bytes(kCreated + delta("half ")), Step::hang()});
    std::optional<RunRecord> over;
    connect(f.runs.get(), &services::RunService::finished, [&](const RunRecord& run) { over = run; });
    const auto id = *await<domain::RunId>([&](auto done) { f.runs->start(requestFor(f), done); });
    QTRY_VERIFY(f.runs->live(id) && f.runs->live(id)->text() == "half ");
    f.runs->cancel(id);
    QCOMPARE(f.http->open(), 0);
    QTRY_VERIFY(over);
    QCOMPARE(over->status, RunStatus::Cancelled);
    QCOMPARE(over->text(), std::string("half "));
  }

  void cutStream_isInterruptedAndNotSentAgain() {
    testing::ServiceFixture f;
    f.http->enqueue(testing::brokenStream({kCreated, delta("one ")}, {.code = base::ErrorCode::Interrupted}));
    const auto run = runToEnd(f, requestFor(f));
    QCOMPARE(run.status, RunStatus::Interrupted);
    QCOMPARE(run.text(), std::string("one "));
    QCOMPARE(f.http->requests().size(), 1u);
  }

  void rateLimit_isWaitedForAndTold() {
    testing::ServiceFixture f;
    f.http->enqueue(testing::jsonAnswer(
        429,
        R"({"error":{"message":"slow","type":"rate_limit_error","param":null,"code":"rate_limit_exceeded"}})",
        {{"retry-after-ms", "50"}}));
    f.http->enqueue(testing::eventStream({kCreated, delta("ok"), completed("ok")}));
    QSignalSpy waiting(f.runs.get(), &services::RunService::waiting);
    const auto run = runToEnd(f, requestFor(f));
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(run.status, RunStatus::Completed);
    QCOMPARE(run.retries, 1);
  }

  void rejectedParameter_isLearntAndTheRunRepeatedWithoutIt() {
    testing::ServiceFixture f;
    auto request = requestFor(f);
    request.content.parameters.set("temperature", 0.5);
    f.http->enqueue(testing::jsonAnswer(
        400,
        R"({"error":{"message":"Unsupported parameter","type":"invalid_request_error","param":"temperature","code":null}})"));
    const auto run = runToEnd(f, request);
    QCOMPARE(run.status, RunStatus::Failed);
    QCOMPARE(run.error->subject, std::string("temperature"));
    QVERIFY(f.models->catalog().refuses("gpt-test", "temperature", request.content.parameters));
    f.http->enqueue(testing::eventStream({kCreated, delta("ok"), completed("ok")}));
    QVERIFY(await<domain::RunId>([&](auto done) { f.runs->repeat(run.id, "temperature", done); }).ok());
    QTRY_COMPARE(f.http->requests().size(), 2u);
    QCOMPARE(f.http->requests()[1].body.find("temperature"), std::string::npos);
  }

  void conversation_replaysEarlierTurns() {
    testing::ServiceFixture f;
    f.http->enqueue(testing::eventStream({kCreated, delta("first answer"), completed("first answer")}));
    const auto first = runToEnd(f, requestFor(f, "first question"));
    f.http->enqueue(testing::eventStream({kCreated, delta("second answer"), completed("second answer")}));
    auto request = requestFor(f, "second question");
    request.parent = first.id;
    const auto second = runToEnd(f, request);
    const auto& body = f.http->requests()[1].body;
    QVERIFY(body.find("first question") < body.find("first answer"));
    QVERIFY(body.find("first answer") < body.find("second question"));
    QVERIFY(second.requestJson.find("first answer") == std::string::npos);
    QCOMPARE(await<std::vector<RunRecord>>([&](auto done) { f.runs->conversation(second.id, done); })->size(),
             2u);
  }

  void serverThatDoesNotStream_isReadAllTheSame() {
    testing::ServiceFixture f;
    f.http->enqueue(testing::jsonAnswer(
        200,
        R"({"id":"resp_2","object":"response","status":"completed","model":"m","output":[{"type":"message","id":"m","role":"assistant","content":[{"type":"output_text","text":"whole"}]}]})"));
    const auto run = runToEnd(f, requestFor(f));
    QCOMPARE(run.status, RunStatus::Completed);
    QCOMPARE(run.text(), std::string("whole"));
  }

  void chatServerThatDoesNotStream_isReadAllTheSame() {
    testing::ServiceFixture f;
    f.http->enqueue(testing::jsonAnswer(
        200,
        R"({"id":"c1","object":"chat.completion","model":"llama","choices":[{"index":0,"message":{"role":"assistant","content":"whole"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}})"));
    auto request = requestFor(f);
    request.provider.api = domain::ApiKind::Chat;
    const auto run = runToEnd(f, request);
    QCOMPARE(run.status, RunStatus::Completed);
    QCOMPARE(run.text(), std::string("whole"));
    QCOMPARE(run.modelAnswered, std::string("llama"));
    QCOMPARE(*run.usage.output, 2);
    QVERIFY(!run.usage.estimated);
  }

  void chatServerThatDoesNotStream_andAnswersNoCompletion_isABadAnswer() {
    testing::ServiceFixture f;
    auto request = requestFor(f);
    request.provider.api = domain::ApiKind::Chat;
    f.http->enqueue(testing::jsonAnswer(200, R"({"portal":"please sign in"})"));
    const auto nothing = runToEnd(f, request);
    QCOMPARE(nothing.status, RunStatus::Failed);
    QCOMPARE(nothing.error->code, base::ErrorCode::BadResponse);
    f.http->enqueue(testing::jsonAnswer(200, R"({"error":{"message":"no such model"}})"));
    const auto failed = runToEnd(f, request);
    QCOMPARE(failed.status, RunStatus::Failed);
    QCOMPARE(failed.error->said, std::string("no such model"));
  }

  void html_isToldAsAWebPage() {
    testing::ServiceFixture f;
    f.http->enqueue(testing::jsonAnswer(200, "<html>", {{"content-type", "text/html"}}));
    const auto run = runToEnd(f, requestFor(f));
    QCOMPARE(run.status, RunStatus::Failed);
    QCOMPARE(run.error->code, base::ErrorCode::BadResponse);
  }

  void chat_speaksTheOtherApi() {
    testing::ServiceFixture f;
    auto request = requestFor(f);
    request.provider.api = domain::ApiKind::Chat;
    f.http->enqueue(testing::eventStream(
        {sse(R"({"id":"c","object":"chat.completion.chunk","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Hi"}}]})"),
         sse(R"({"id":"c","object":"chat.completion.chunk","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"),
         sse("[DONE]")}));
    const auto run = runToEnd(f, request);
    QCOMPARE(f.http->requests()[0].url, std::string("http://test.invalid/v1/chat/completions"));
    QCOMPARE(run.text(), std::string("Hi"));
    QCOMPARE(run.status, RunStatus::Completed);
  }

  void backgroundRun_isResumedFromWhereItStopped() {
    testing::ServiceFixture f;
    auto request = requestFor(f);
    request.content.parameters.set("background", true);
    f.http->enqueue(testing::brokenStream({kCreated, delta("one ")}, {.code = base::ErrorCode::Interrupted}));
    const auto cut = runToEnd(f, request);
    QCOMPARE(cut.status, RunStatus::Interrupted);
    f.http->enqueue(testing::eventStream({delta("two"), completed("one two")}));
    std::optional<RunRecord> over;
    connect(f.runs.get(), &services::RunService::finished, [&](const RunRecord& run) { over = run; });
    QVERIFY(await<domain::RunId>([&](auto done) { f.runs->resume(cut.id, done); }).ok());
    QTRY_VERIFY(over);
    QCOMPARE(f.http->requests()[1].method, std::string("GET"));
    QCOMPARE(f.http->requests()[1].url,
             std::string("http://test.invalid/v1/responses/resp_1?stream=true&starting_after=3"));
    QCOMPARE(over->status, RunStatus::Completed);
    QCOMPARE(over->text(), std::string("one two"));
  }

  void ordinaryRun_cannotBeResumed() {
    testing::ServiceFixture f;
    f.http->enqueue(testing::brokenStream({kCreated, delta("one ")}, {.code = base::ErrorCode::Interrupted}));
    const auto cut = runToEnd(f, requestFor(f));
    QCOMPARE(await<domain::RunId>([&](auto done) { f.runs->resume(cut.id, done); }).error().code,
             base::ErrorCode::InvalidInput);
  }

  void uploadThatFails_isTriedAgainLikeTheRequestItself() {
    testing::ServiceFixture f;
    auto request = requestFor(f);
    const std::string large(std::size_t(runs::kLargestInline) + 1, 'x');
    const auto blob = f.knowledge->blobs().addBytes(large);
    request.content.knowledge = {{"book.txt", "text/plain", blob->sha256, blob->bytes}};
    f.http->enqueue(testing::jsonAnswer(503, R"({"error":{"message":"busy"}})", {{"retry-after-ms", "5"}}));
    f.http->enqueue(testing::failure(base::ErrorCode::ConnectionFailed));
    f.http->enqueue(testing::jsonAnswer(200, R"({"id":"file-1","bytes":1048577})"));
    f.http->enqueue(testing::eventStream({kCreated, completed("Read")}));
    QSignalSpy waits(f.runs.get(), &services::RunService::waiting);
    const auto run = runToEnd(f, request);
    QCOMPARE(run.status, RunStatus::Completed);
    QCOMPARE(run.retries, 2);
    QCOMPARE(waits.size(), 2);
    const auto& sent = f.http->requests();
    QCOMPARE(sent.size(), std::size_t(4));
    QCOMPARE(sent[2].url, std::string("http://test.invalid/v1/files"));
    QCOMPARE(sent[2].bodyFile, f.knowledge->blobs().pathOf(blob->sha256));
    QVERIFY(sent[3].body.find(R"("file_id":"file-1")") != std::string::npos);
  }

  void providerWithoutFiles_isTold() {
    testing::ServiceFixture f;
    auto request = requestFor(f);
    const auto blob = f.knowledge->blobs().addBytes("hi");
    request.content.knowledge = {
        {"a.md", "text/markdown", blob->sha256, blob->bytes, domain::KnowledgeUse::FileSearch}};
    f.http->enqueue(testing::jsonAnswer(404, "{}"));
    const auto run = runToEnd(f, request);
    QCOMPARE(run.status, RunStatus::Failed);
    QCOMPARE(run.error->code, base::ErrorCode::RequestRejected);
    QCOMPARE(run.error->subject, std::string("knowledge"));
  }

  void shutDown_waitsUntilEverythingIsKept() {
    testing::ServiceFixture f;
    f.http->enqueue({Step::head(200, {{"content-type", "text/event-stream"}}),
                     Step::bytes(kCreated + delta("kept")), Step::hang()});
    const auto id = *await<domain::RunId>([&](auto done) { f.runs->start(requestFor(f), done); });
    QTRY_VERIFY(f.runs->live(id) && f.runs->live(id)->text() == "kept");
    bool over = false;
    f.runs->shutDown([&] { over = true; });
    QTRY_VERIFY(over);
    QCOMPARE(await<RunRecord>([&](auto done) { f.runs->load(id, done); })->text(), std::string("kept"));
  }
};

QTEST_GUILESS_MAIN(RunServiceTest)
#include "run_service_test.moc"
