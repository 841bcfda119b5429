#include "core/services/upload_service.h"

#include <QtTest>

#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using testing::await;
using testing::ServiceFixture;

namespace {

domain::Upload uploadAt(const std::string& baseUrl) {
  return {.provider = "lab",
          .baseUrl = baseUrl,
          .remote = "file-1",
          .name = "book.txt",
          .sha256 = std::string(64, 'a'),
          .bytes = 1};
}

services::ProviderEnvironment environment() {
  services::ProviderEnvironment environment;
  environment.variable = [](const std::string&) { return base::SecretString("sk-new-place"); };
  return environment;
}

void saveLab(ServiceFixture& f) {
  const domain::Provider lab{.name = "lab",
                             .baseUrl = "https://new.invalid/v1",
                             .keySource = domain::KeySource::Environment,
                             .keyVariable = "LAB_KEY"};
  if (!await<domain::Provider>([&](auto done) { f.providers->save(lab, done); })) qFatal("not saved");
}

}  // namespace

class UploadServiceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void variablesKey_goesToTheProvidersOwnAddress() {
    ServiceFixture f(environment());
    saveLab(f);
    f.http->enqueue(testing::jsonAnswer(200, R"({"id":"file-1","deleted":true})"));
    QVERIFY(
        await<void>([&](auto done) { f.uploads->remove(uploadAt("https://new.invalid/v1"), done); }).ok());
    QCOMPARE(f.http->requests()[0].url, std::string("https://new.invalid/v1/files/file-1"));
    QCOMPARE(std::string(f.http->requests()[0].bearer.reveal()), std::string("sk-new-place"));
  }

  void variablesKey_neverGoesToAnAddressTheProviderHadBefore() {
    ServiceFixture f(environment());
    saveLab(f);
    const auto removed =
        await<void>([&](auto done) { f.uploads->remove(uploadAt("https://old.invalid/v1"), done); });
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, base::ErrorCode::Credentials);
    QVERIFY(f.http->requests().empty());
  }
};

QTEST_GUILESS_MAIN(UploadServiceTest)
#include "upload_service_test.moc"
