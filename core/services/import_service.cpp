#include "core/services/import_service.h"

#include <algorithm>

#include "core/authoring/formats/archive.h"
#include "core/services/guarded.h"
#include "core/services/import_writing.h"
#include "core/store/blob_store.h"
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

// The plan outlives the files: it takes along what it will write.
void takeAttachments(const Files& files, authoring::ImportResult& read) {
  for (auto& item : read.items) {
    if (!item.imported) continue;
    for (auto& attachment : item.imported->attachments) {
      if (attachment.path.empty()) continue;
      const auto at = std::ranges::find(files, attachment.path, &authoring::File::path);
      if (at != files.end()) attachment.bytes = at->bytes;
    }
  }
}

bool hasAttachments(const std::vector<ImportDecision>& decisions) {
  return std::ranges::any_of(decisions, [](const ImportDecision& decision) {
    return decision.choice != ImportChoice::Skip && decision.item.imported &&
           !decision.item.imported->attachments.empty();
  });
}

base::Result<void> keepAttachments(const store::BlobStore& blobs,
                                   const std::vector<ImportDecision>& decisions) {
  for (const auto& decision : decisions) {
    if (decision.choice == ImportChoice::Skip || !decision.item.imported) continue;
    for (const auto& attachment : decision.item.imported->attachments)
      if (const auto kept = blobs.addBytes(attachment.bytes); !kept) return kept.error();
  }
  return {};
}

base::Result<Files> unpacked(Files files) {
  if (files.size() != 1 || !authoring::isZip(files.front().bytes)) return files;
  return authoring::readZip(files.front().bytes);
}

}  // namespace

ImportChoice usualChoice(PlanResult result) {
  return result == PlanResult::New ? ImportChoice::New : ImportChoice::Skip;
}

ImportService::ImportService(Profile& profile, QObject* parent)
    : QObject(parent), m_profile(profile), m_work(this, profile.scheduler()) {}

ImportService::~ImportService() = default;

std::unique_ptr<ExchangeJob> ImportService::planWhat(Read read, authoring::ImportOptions options,
                                                     Progress progress, Done<ImportPlan> done) {
  const auto tell = guardedProgress(std::move(progress));
  return m_work.start<ImportPlan>(
      [this, read = std::move(read), options,
       tell](BackgroundWork::Task& work) mutable -> base::Result<ImportPlan> {
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
        takeAttachments(*files, agents);
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
  if (!hasAttachments(*held)) return write(std::move(held), std::move(done));
  const auto job = std::make_shared<std::unique_ptr<BackgroundJob>>();
  *job = m_work.start<void>([held, blobs = store::BlobStore(m_profile.folder())](
                                BackgroundWork::Task&) { return keepAttachments(blobs, *held); },
                            [this, held, job, done = std::move(done)](base::Result<void> kept) {
                              if (!kept) return done(kept.error());
                              write(held, done);
                            });
}

// The bytes are there before a row names them.
void ImportService::write(std::shared_ptr<std::vector<ImportDecision>> held, Done<ImportOutcome> done) {
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
  return m_work.start<ExportReport>(
      [this, request = std::move(request)](BackgroundWork::Task& work) -> base::Result<ExportReport> {
        const GoesOn goesOn = [&work] { return !work.isCancelled(); };
        const auto agents = m_profile.store().readAndWait<std::vector<authoring::AgentToExport>>(
            [&](store::Connection& connection) { return agentsToExport(connection, request, goesOn); });
        if (!agents) return agents.error();
        authoring::ExportOptions options;
        options.knowledge = [blobs =
                                 store::BlobStore(m_profile.folder())](const domain::KnowledgeFile& file) {
          auto bytes = blobs.read(file.sha256);
          return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
        };
        const bool one = agents->size() == 1 && request.format != authoring::Format::LibraryFolder;
        options.goesOn = goesOn;
        auto exported = one ? authoring::exportAgent(agents->front(), request.format, options)
                            : authoring::exportAgents(*agents, request.format, options);
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
