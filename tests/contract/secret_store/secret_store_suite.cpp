#include "tests/contract/secret_store/secret_store_suite.h"

#include <optional>

#include "tests/support/http/wait_until.h"

namespace aiagent::testing {
namespace {

using base::ErrorCode;
using base::Result;

template <class T>
Result<T> waitFor(const std::shared_ptr<std::optional<Result<T>>>& answer) {
  if (*answer) return base::Error{.code = ErrorCode::Internal, .detail = "answered inside the call"};
  waitUntil([&] { return answer->has_value(); }, std::chrono::seconds(10));
  if (!*answer) return base::Error{.code = ErrorCode::Timeout, .detail = "no answer"};
  return **answer;
}

template <class T>
std::string describe(const char* what, const Result<T>& result) {
  std::string text = std::string(what) + ": ";
  if (result) return text + "ok";
  return text + std::string(toWord(result.error().code)) + " (" + result.error().detail + ")";
}

template <class T>
bool isNotFound(const Result<T>& result, const std::string& name) {
  return !result && result.error().code == ErrorCode::NotFound && result.error().subject == name;
}

}  // namespace

Result<std::string> readSecret(ports::SecretStore& store, const std::string& name) {
  const auto answer = std::make_shared<std::optional<Result<std::string>>>();
  store.read(name, [answer](Result<base::SecretString> secret) {
    if (secret)
      answer->emplace(std::string(secret->reveal()));
    else
      answer->emplace(secret.error());
  });
  return waitFor(answer);
}

Result<ports::SecretPersistence> writeSecret(ports::SecretStore& store, const std::string& name,
                                             const std::string& secret) {
  const auto answer = std::make_shared<std::optional<Result<ports::SecretPersistence>>>();
  store.write(name, base::SecretString(secret),
              [answer](auto result) { answer->emplace(std::move(result)); });
  return waitFor(answer);
}

Result<void> removeSecret(ports::SecretStore& store, const std::string& name) {
  const auto answer = std::make_shared<std::optional<Result<void>>>();
  store.remove(name, [answer](auto result) { answer->emplace(std::move(result)); });
  return waitFor(answer);
}

std::string checkSecretStore(ports::SecretStore& store, ports::SecretPersistence persistence) {
  const std::string name = "provider/openai@https://api.openai.com";
  const std::string secret = "sk-test-üñí-漢字-\"quoted\"-" + std::string(400, 'x');

  if (const auto read = readSecret(store, name); !isNotFound(read, name))
    return describe("read of nothing", read);
  if (const auto removed = removeSecret(store, name); !isNotFound(removed, name))
    return describe("remove of nothing", removed);

  for (const auto& value : {secret, std::string("second value")}) {  // the second replaces the first
    const auto written = writeSecret(store, name, value);
    if (!written) return describe("write", written);
    if (*written != persistence) return "write: the other persistence";
    const auto read = readSecret(store, name);
    if (!read) return describe("read back", read);
    if (*read != value) return "read back: another value";
  }
  if (const auto other = writeSecret(store, "other", "its own"); !other)
    return describe("write of another", other);
  if (const auto removed = removeSecret(store, name); !removed) return describe("remove", removed);
  if (const auto read = readSecret(store, name); !isNotFound(read, name))
    return describe("read after remove", read);
  if (const auto other = readSecret(store, "other"); !other || *other != "its own")
    return describe("the other secret", other);
  if (const auto removed = removeSecret(store, "other"); !removed)
    return describe("remove of the other", removed);
  return {};
}

}  // namespace aiagent::testing
