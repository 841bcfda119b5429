#include "core/services/import_service.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "core/authoring/formats/archive.h"
#include "core/services/guarded.h"
#include "core/services/import_writing.h"
#include "core/wire/request_json.h"

namespace aiagent::services {
namespace {

using authoring::Files;
using authoring::ImportPlan;
using authoring::PlanResult;

constexpr std::size_t kMostReports = 200;  // of the progress of one import

base::Error cancelled() {
  return {.code = base::ErrorCode::Cancelled};
}

// What could not be written is refused in the plan already.
void refuseUnfit(ImportPlan& plan) {
  for (auto& item : plan.items) {
    if (!item.imported || item.result == PlanResult::Refused) continue;
    const auto fit = wire::checkJsonFields(item.imported->content);
    if (fit) continue;
    item.result = PlanResult::Refused;
    item.error = fit.error();
  }
}

base::Result<Files> unpacked(Files files) {
  if (files.size() != 1 || !authoring::isZip(files.front().bytes)) return files;
  return authoring::readZip(files.front().bytes);
}

}  // namespace

// A thread of its own, for reading and parsing take as long as they take.
class ImportService::Work {
 public:
  ~Work() { end(); }

  void begin(std::function<void()> task) { m_thread = std::thread(std::move(task)); }
  void end() {
    cancel();
    if (m_thread.joinable()) m_thread.join();
  }
  void cancel() { m_cancelled = true; }
  bool isCancelled() const { return m_cancelled; }

 private:
  std::atomic<bool> m_cancelled = false;
  std::thread m_thread;
};

class ImportService::Job : public ExchangeJob {
 public:
  explicit Job(std::weak_ptr<Work> work) : m_work(std::move(work)) {}
  ~Job() override {
    if (const auto work = m_work.lock()) work->cancel();
  }

 private:
  std::weak_ptr<Work> m_work;
};

ImportChoice usualChoice(PlanResult result) {
  return result == PlanResult::New ? ImportChoice::New : ImportChoice::Skip;
}

ImportService::ImportService(Profile& profile, QObject* parent) : QObject(parent), m_profile(profile) {}

ImportService::~ImportService() {
  for (const auto& work : m_work) work->cancel();
  for (const auto& work : m_work) work->end();
}

void ImportService::endWork(const Work* work) {
  std::erase_if(m_work, [work](const auto& one) { return one.get() == work; });
}

// The service joins the thread before it goes, so that `this` is there as long as the task runs; the
// completion is posted, and finds out by the guard.
template <class T>
std::unique_ptr<ExchangeJob> ImportService::start(std::function<base::Result<T>(Work&)> task, Done<T> done) {
  auto work = std::make_shared<Work>();
  m_work.push_back(work);
  auto& scheduler = m_profile.scheduler();
  auto end = guarded<T>(this, [this, raw = work.get(), done = std::move(done)](base::Result<T> outcome) {
    const bool stopped = raw->isCancelled();
    endWork(raw);
    if (done) done(stopped ? base::Result<T>(cancelled()) : std::move(outcome));
  });
  work->begin([raw = work.get(), &scheduler, task = std::move(task), end = std::move(end)] {
    auto outcome = std::make_shared<base::Result<T>>(task(*raw));
    scheduler.post([outcome, end] { end(std::move(*outcome)); });
  });
  return std::make_unique<Job>(work);
}

std::unique_ptr<ExchangeJob> ImportService::planWhat(Read read, authoring::ImportOptions options,
                                                     Progress progress, Done<ImportPlan> done) {
  const auto tell = guardedProgress(std::move(progress));
  return start<ImportPlan>(
      [this, read = std::move(read), options, tell](Work& work) mutable -> base::Result<ImportPlan> {
        auto files = read();
        if (!files) return files.error();
        options.progress = [&work, tell, told = std::size_t(0)](std::size_t at, std::size_t all) mutable {
          const auto step = at * kMostReports / std::max<std::size_t>(all, 1);
          if (step != told) tell(at, all);
          told = step;
          return !work.isCancelled();
        };
        auto agents = authoring::importFiles(*files, options);
        if (work.isCancelled()) return cancelled();
        const auto existing = m_profile.store().readAndWait<std::vector<authoring::ExistingAgent>>(
            [&agents](store::Connection& connection) { return existingFor(connection, agents); });
        if (!existing) return existing.error();
        auto plan = authoring::planOf(std::move(agents), *existing);
        refuseUnfit(plan);
        return plan;
      },
      std::move(done));
}

ImportService::Progress ImportService::guardedProgress(Progress progress) {
  return [guard = QPointer<ImportService>(this), &scheduler = m_profile.scheduler(),
          progress = std::move(progress)](std::size_t at, std::size_t all) {
    if (!progress) return;
    scheduler.post([guard, progress, at, all] {
      if (guard) progress(at, all);
    });
  };
}

std::unique_ptr<ExchangeJob> ImportService::plan(std::vector<std::filesystem::path> paths,
                                                 authoring::ImportOptions options, Progress progress,
                                                 Done<ImportPlan> done) {
  return planWhat([paths = std::move(paths)] { return readAll(paths); }, std::move(options),
                  std::move(progress), std::move(done));
}

std::unique_ptr<ExchangeJob> ImportService::planFiles(Files files, authoring::ImportOptions options,
                                                      Progress progress, Done<ImportPlan> done) {
  auto held = std::make_shared<Files>(std::move(files));
  return planWhat([held] { return unpacked(std::move(*held)); }, std::move(options), std::move(progress),
                  std::move(done));
}

void ImportService::apply(std::vector<ImportDecision> decisions, Done<ImportOutcome> done) {
  auto held = std::make_shared<std::vector<ImportDecision>>(std::move(decisions));
  m_profile.store().write<ImportOutcome>(
      [held, author = m_author](store::Connection& connection) {
        return writeImport(connection, *held, author);
      },
      guarded(this, std::move(done)));
}

void ImportService::undo(ImportOutcome outcome, Done<void> done) {
  m_profile.store().write<void>(
      [outcome = std::move(outcome), author = m_author](store::Connection& connection) {
        return undoImport(connection, outcome, author);
      },
      guarded(this, std::move(done)));
}

std::unique_ptr<ExchangeJob> ImportService::exportAgents(ExportRequest request, Done<ExportReport> done) {
  return start<ExportReport>(
      [this, request = std::move(request)](Work& work) -> base::Result<ExportReport> {
        const GoesOn goesOn = [&work] { return !work.isCancelled(); };
        const auto agents = m_profile.store().readAndWait<std::vector<authoring::AgentToExport>>(
            [&](store::Connection& connection) { return agentsToExport(connection, request, goesOn); });
        if (!agents) return agents.error();
        const bool one = agents->size() == 1 && request.format != authoring::Format::LibraryFolder;
        auto exported =
            one ? authoring::exportAgent(agents->front(), request.format)
                : authoring::exportAgents(*agents, request.format,
                                          {.url = {}, .version = {}, .knowledge = nullptr, .goesOn = goesOn});
        if (!exported) return exported.error();
        ExportReport report{.agents = agents->size(),
                            .files = std::move(exported->files),
                            .losses = std::move(exported->losses),
                            .target = {},
                            .others = {}};
        if (request.target.empty()) return report;
        auto written = writeExport(report.files, request, goesOn);
        if (!written) return written.error();
        report.target = std::move(written->target);
        report.others = std::move(written->others);
        return report;
      },
      std::move(done));
}

}  // namespace aiagent::services
