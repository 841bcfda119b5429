#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using domain::Provider;
using testing::await;

namespace {

services::ProviderEnvironment withKey(const char* url = "") {
  services::ProviderEnvironment environment;
  environment.openAiKey = base::SecretString("sk-environment-key");
  environment.openAiBaseUrl = url;
  environment.openAiOrganization = "org-1";
  environment.openAiProject = "proj-1";
  return environment;
}

Provider provider(std::string name, std::string url) {
  Provider made;
  made.name = std::move(name);
  made.baseUrl = std::move(url);
  return made;
}

using Models = std::vector<wire::ModelInfo>;

base::Result<Models> awaitModels(testing::ServiceFixture& f, const Provider& asked) {
  std::unique_ptr<services::ModelQuery> query;
  return await<Models>([&](auto done) { query = f.providers->models(asked, done); });
}

}  // namespace

class ProviderServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void current_byDefault_isOpenAi() {
    testing::ServiceFixture f;
    const auto current = *await<Provider>([&](auto done) { f.providers->current(done); });
    QCOMPARE(current.name, std::string("openai"));
    QCOMPARE(current.baseUrl, std::string("https://api.openai.com/v1"));
  }

  void environment_describesOpenAi() {
    testing::ServiceFixture f(withKey("http://127.0.0.1:1/v1"));
    const auto current = *await<Provider>([&](auto done) { f.providers->current(done); });
    QCOMPARE(current.baseUrl, std::string("http://127.0.0.1:1/v1"));
    const auto access =
        *await<services::ProviderAccess>([&](auto done) { f.providers->access(current, done); });
    QCOMPARE(std::string(access.key.reveal()), std::string("sk-environment-key"));
    QCOMPARE(services::providerHeaders(current),
             (ports::Headers{{"OpenAI-Organization", "org-1"}, {"OpenAI-Project", "proj-1"}}));
  }

  void use_anotherProvider_isRememberedAndRemoveForgetsIt() {
    testing::ServiceFixture f(withKey());
    QVERIFY(await<Provider>([&](auto done) {
              f.providers->save(provider("local", "http://127.0.0.1:11434/v1/"), done);
            }).ok());
    QVERIFY(await<void>([&](auto done) { f.providers->use("local", done); }).ok());
    QCOMPARE(await<Provider>([&](auto done) { f.providers->current(done); })->baseUrl,
             std::string("http://127.0.0.1:11434/v1"));
    QVERIFY(await<void>([&](auto done) { f.providers->remove("local", done); }).ok());
    QCOMPARE(await<Provider>([&](auto done) { f.providers->current(done); })->name, std::string("openai"));
  }

  void use_unknownProvider_isNotFound() {
    testing::ServiceFixture f;
    QCOMPARE(await<void>([&](auto done) { f.providers->use("nobody", done); }).error().code,
             base::ErrorCode::NotFound);
  }

  void key_afterAChangeOfOrigin_isAskedForAgain() {
    testing::ServiceFixture f;
    const auto first = provider("team", "https://one.example/v1");
    QVERIFY(await<ports::SecretPersistence>([&](auto done) {
              f.providers->setKey(first, base::SecretString("k"), done);
            }).ok());
    QVERIFY(*await<bool>(
        [&](auto done) { f.providers->hasKey(provider("team", "https://one.example/v2"), done); }));
    const auto moved = await<services::ProviderAccess>(
        [&](auto done) { f.providers->access(provider("team", "https://evil.example/v1"), done); });
    QCOMPARE(moved.error().code, base::ErrorCode::Credentials);
    QCOMPARE(moved.error().subject, std::string("team"));
  }

  void models_sendsTheKeyAndReadsTheList() {
    testing::ServiceFixture f(withKey("http://test.invalid/v1"));
    f.http->enqueue(testing::jsonAnswer(
        200, R"({"object":"list","data":[{"id":"b","object":"model"},{"id":"a","object":"model"}]})"));
    const auto current = *await<Provider>([&](auto done) { f.providers->current(done); });
    const auto models = *awaitModels(f, current);
    QCOMPARE(models.size(), 2u);
    QCOMPARE(models[0].id, std::string("a"));
    QCOMPARE(f.http->requests()[0].url, std::string("http://test.invalid/v1/models"));
    QCOMPARE(std::string(f.http->requests()[0].bearer.reveal()), std::string("sk-environment-key"));
  }

  void models_htmlAnswer_isNoModelList() {
    testing::ServiceFixture f(withKey());
    f.http->enqueue(testing::jsonAnswer(200, "<html>sign in</html>", {{"content-type", "text/html"}}));
    const auto current = *await<Provider>([&](auto done) { f.providers->current(done); });
    const auto models = awaitModels(f, current);
    QCOMPARE(models.error().code, base::ErrorCode::BadResponse);
  }

  void models_serviceDestroyedMeanwhile_closesTheConnection() {
    testing::ServiceFixture f(withKey());
    f.http->enqueue({testing::Step::hang()});
    const auto current = *await<Provider>([&](auto done) { f.providers->current(done); });
    std::vector<base::ErrorCode> ends;
    const auto query = f.providers->models(
        current, [&](base::Result<Models> models) { ends.push_back(models.error().code); });
    QTRY_COMPARE(f.http->open(), 1);
    f.runs.reset();
    f.providers.reset();
    QCOMPARE(f.http->open(), 0);
    QCOMPARE(ends, std::vector{base::ErrorCode::Cancelled});
  }

  void models_queryDestroyed_closesTheConnectionAndTellsOnce() {
    testing::ServiceFixture f(withKey());
    f.http->enqueue({testing::Step::hang()});
    const auto current = *await<Provider>([&](auto done) { f.providers->current(done); });
    std::vector<base::ErrorCode> ends;
    auto query = f.providers->models(
        current, [&](base::Result<Models> models) { ends.push_back(models.error().code); });
    QTRY_COMPARE(f.http->open(), 1);
    query.reset();
    QCOMPARE(f.http->open(), 0);
    QCOMPARE(ends, std::vector{base::ErrorCode::Cancelled});
  }

  void models_queryDestroyedBeforeTheKeyIsThere_sendsNothing() {
    testing::ServiceFixture f(withKey());
    const auto current = *await<Provider>([&](auto done) { f.providers->current(done); });
    std::vector<base::ErrorCode> ends;
    auto query = f.providers->models(
        current, [&](base::Result<Models> models) { ends.push_back(models.error().code); });
    QVERIFY(ends.empty());
    query.reset();
    QCOMPARE(ends, std::vector{base::ErrorCode::Cancelled});
    // The key comes before what is asked for after it.
    (void)await<services::ProviderAccess>([&](auto done) { f.providers->access(current, done); });
    QVERIFY(f.http->requests().empty());
  }

  void models_completionDestroysTheQuery_isFine() {
    testing::ServiceFixture f(withKey());
    f.http->enqueue(testing::jsonAnswer(200, R"({"data":[{"id":"a"}]})"));
    const auto current = *await<Provider>([&](auto done) { f.providers->current(done); });
    std::unique_ptr<services::ModelQuery> query;
    int ends = 0;
    query = f.providers->models(current, [&](base::Result<Models> models) {
      QVERIFY(models.ok());
      ++ends;
      query.reset();
    });
    QTRY_COMPARE(ends, 1);
    QVERIFY(!query);
  }

  void rehearsal_isListedWhileItRuns() {
    testing::ServiceFixture f;
    QCOMPARE(await<Provider>([&](auto done) { f.providers->find("rehearsal", done); }).error().code,
             base::ErrorCode::NotFound);
    f.providers->setRehearsalUrl("http://127.0.0.1:4242/v1");
    QCOMPARE(await<Provider>([&](auto done) { f.providers->find("rehearsal", done); })->baseUrl,
             std::string("http://127.0.0.1:4242/v1"));
  }
};

QTEST_GUILESS_MAIN(ProviderServiceTest)
#include "provider_service_test.moc"
