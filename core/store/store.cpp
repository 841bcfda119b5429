#include "core/store/store.h"

#include "core/base/check.h"
#include "core/store/engine.h"
#include "core/store/sql_error.h"

namespace aiagent::store {

base::Result<std::unique_ptr<Store>> Store::open(StoreOptions options) {
  CHECK(options.clock != nullptr && options.ids != nullptr);
  auto opened = openProfile(options);
  if (!opened) return opened.error();
  return guarded([&]() -> base::Result<std::unique_ptr<Store>> {
    auto engine = std::make_unique<Engine>(std::move(options), std::move(*opened));
    return std::unique_ptr<Store>(new Store(std::move(engine)));
  });
}

Store::Store(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) {}
Store::~Store() = default;

const OpenReport& Store::openReport() const {
  return m_engine->report();
}
const std::filesystem::path& Store::profile() const {
  return m_engine->paths().profile;
}
base::UuidSource& Store::ids() const {
  return *m_engine->options().ids;
}
const base::Clock& Store::clock() const {
  return *m_engine->options().clock;
}
bool Store::indexing() const {
  return m_engine->indexing();
}

void Store::submitWrite(Job job, End end) {
  m_engine->writer().submit(m_engine->asTransaction(std::move(job)), m_engine->delivered(std::move(end)));
}

void Store::submitRead(Job job, End end) {
  m_engine->reader().submit(m_engine->asSnapshot(std::move(job)), m_engine->delivered(std::move(end)));
}

void Store::submitSearch(Job job, End end) {
  m_engine->searcher().submitInstead(m_engine->asSnapshot(std::move(job)),
                                     m_engine->delivered(std::move(end)));
}

base::Result<void> Store::runWriteAndWait(Job job) {
  return m_engine->writer().runAndWait(m_engine->asTransaction(std::move(job)));
}

base::Result<void> Store::runReadAndWait(Job job) {
  return m_engine->reader().runAndWait(m_engine->asSnapshot(std::move(job)));
}

void Store::backUp(std::filesystem::path target,
                   std::function<void(base::Result<std::filesystem::path>)> done) {
  auto made = std::make_shared<std::filesystem::path>();
  auto job = [this, target = std::move(target), made](Connection& connection) -> base::Result<void> {
    auto file = m_engine->backUp(connection, target);
    if (!file) return file.error();
    *made = *file;
    return {};
  };
  m_engine->maintenance().submit(
      std::move(job), m_engine->delivered([made, done = std::move(done)](const base::Result<void>& end) {
        if (done) done(end ? base::Result<std::filesystem::path>(*made) : end.error());
      }));
}

base::Result<std::filesystem::path> Store::backUpAndWait(std::filesystem::path target) {
  std::filesystem::path made;
  const auto end = m_engine->maintenance().runAndWait([&](Connection& connection) -> base::Result<void> {
    auto file = m_engine->backUp(connection, target);
    if (!file) return file.error();
    made = *file;
    return {};
  });
  if (!end) return end.error();
  return made;
}

base::Result<void> Store::checkAndWait() {
  return m_engine->maintenance().runAndWait(
      [&](Connection& connection) { return m_engine->check(connection); });
}

}  // namespace aiagent::store
