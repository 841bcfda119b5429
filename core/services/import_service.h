// ImportService: agents from files and to files. Reading, recognising and comparing go on beside the event
// loop; nothing is written before the person has seen the plan.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <QObject>
#include <QPointer>
#include <string>
#include <vector>

#include "core/authoring/formats/export.h"
#include "core/authoring/formats/plan.h"
#include "core/services/background_work.h"
#include "core/services/profile.h"

namespace aiagent::services {

enum class ImportChoice {
  Skip,
  New,      // also beside one that is there already: both are kept
  Replace,  // a new version of the existing agent; what the format has no place for stays as it is
};

// The choice that needs no asking: New what is new, Skip the rest.
ImportChoice usualChoice(authoring::PlanResult result);

struct ImportDecision {
  authoring::PlanItem item;
  ImportChoice choice = ImportChoice::Skip;
  std::string message;  // why there is a new version: "Imported from tickets.prompty"
};

struct ImportOutcome {
  std::vector<domain::AgentId> ids;     // of each decision; null: nothing was written
  std::vector<domain::AgentId> made;    // new agents
  std::vector<domain::Agent> replaced;  // as they were before
  std::vector<std::int64_t> revisions;  // of the replaced ones, as they are now
};

struct ExportRequest {
  std::vector<domain::AgentId> agents;  // empty: all, the archive too
  authoring::Format format = authoring::Format::OwnJson;
  // A folder, a .zip archive, or the file for what is one file; empty: nothing is written.
  std::filesystem::path target;
};

struct ExportReport {
  std::size_t agents = 0;
  authoring::Files files;               // as they went out
  std::vector<authoring::Loss> losses;  // of several agents with the name before the field
  std::filesystem::path target;         // the file or the folder
  // Folders in the target of agents that are not in the library; they were left as they are.
  std::vector<std::string> others;
};

using ExchangeJob = BackgroundJob;

// Every call returns at once; `done` comes once and later on this thread, and not after the service is gone.
class ImportService : public QObject {
  Q_OBJECT

 public:
  // On this thread. Of files that were looked at; 0 of 0 while it is not known how many there are.
  using Progress = std::function<void(std::size_t done, std::size_t all)>;

  explicit ImportService(Profile& profile, QObject* parent = nullptr);
  ~ImportService() override;

  // Who is named in versions and labels that come in.
  void setAuthor(std::string author) { m_author = std::move(author); }

  // Of files, folders and archives. NotFound, InvalidInput, Storage… as authoring::readPath; what is wrong
  // with a single file is told by its item.
  [[nodiscard]] std::unique_ptr<ExchangeJob> plan(std::vector<std::filesystem::path> paths,
                                                  authoring::ImportOptions options, Progress progress,
                                                  Done<authoring::ImportPlan> done);
  // The same of files that are read already; an archive among them is unpacked.
  [[nodiscard]] std::unique_ptr<ExchangeJob> planFiles(authoring::Files files,
                                                       authoring::ImportOptions options, Progress progress,
                                                       Done<authoring::ImportPlan> done);

  // All of it or nothing, in one transaction. Conflict (subject: the name): an agent that would be replaced
  // was changed after the plan was made. A draft of a replaced agent stays. Knowledge files that came along
  // are kept in the profile.
  void apply(std::vector<ImportDecision> decisions, Done<ImportOutcome> done);
  // Takes the new agents away and puts the replaced ones back; those that were changed since stay as they
  // are.
  void undo(ImportOutcome outcome, Done<void> done);

  // NotFound: an agent is not there. InvalidInput, Storage…: as authoring::exportAgents and writeFolder.
  [[nodiscard]] std::unique_ptr<ExchangeJob> exportAgents(ExportRequest request, Done<ExportReport> done);

 private:
  using Read = std::function<base::Result<authoring::Files>()>;

  std::unique_ptr<ExchangeJob> planWhat(Read read, authoring::ImportOptions options, Progress progress,
                                        Done<authoring::ImportPlan> done);
  void write(std::shared_ptr<std::vector<ImportDecision>> held, Done<ImportOutcome> done);
  Progress guardedProgress(Progress progress);

  Profile& m_profile;
  std::string m_author;
  BackgroundWork m_work;  // last: its tasks use the others
};

}  // namespace aiagent::services
