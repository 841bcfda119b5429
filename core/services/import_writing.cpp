#include "core/services/import_writing.h"

#include <algorithm>
#include <QFile>
#include <QSaveFile>
#include <unordered_set>

#include "core/authoring/formats/archive.h"
#include "core/authoring/formats/folder_reader.h"
#include "core/authoring/formats/readers.h"
#include "core/store/agent_repository.h"
#include "core/store/connection.h"
#include "core/store/import_repository.h"
#include "core/store/version_repository.h"

namespace aiagent::services {
namespace {

namespace fs = std::filesystem;
using authoring::Files;
using authoring::Format;
using domain::AgentContent;
using domain::AgentId;

std::string utf8(const fs::path& path) {
  const auto text = path.u8string();
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

// ---------------------------------------------------------------- import

bool carries(Format format, std::string_view field) {
  const auto& fields = authoring::carriedFields(format);
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool hasMadeUpName(const authoring::PlanItem& item) {
  return std::any_of(item.losses.begin(), item.losses.end(), [](const authoring::Loss& loss) {
    return loss.reason == authoring::LossReason::NameMadeUp;
  });
}

// A field is taken where the format has a place for it or the file says something all the same.
AgentContent replaced(AgentContent agent, const authoring::PlanItem& item) {
  const auto& next = item.imported->content;
  const auto take = [&](std::string_view field, auto AgentContent::*member) {
    if (carries(*item.format, field) || next.*member != AgentContent().*member) agent.*member = next.*member;
  };
  if (!hasMadeUpName(item)) take("name", &AgentContent::name);
  take("description", &AgentContent::description);
  take("prompt", &AgentContent::prompt);
  take("model", &AgentContent::model);
  take("parameters", &AgentContent::parameters);
  take("tools", &AgentContent::tools);
  take("outputSchema", &AgentContent::outputSchema);
  take("starters", &AgentContent::starters);
  take("tags", &AgentContent::tags);
  take("variables", &AgentContent::variables);
  take("cases", &AgentContent::cases);
  take("knowledge", &AgentContent::knowledge);
  return agent;
}

// What a history holds beyond its log: versions with a content.
std::vector<store::LabelledVersion> historyOf(const authoring::Imported& imported, base::WallTime now) {
  std::vector<store::LabelledVersion> history;
  for (const auto& entry : imported.versions) {
    if (!entry.content) continue;
    store::LabelledVersion one;
    one.version.id = entry.id;
    one.version.parents = entry.parents;
    one.version.author = entry.author;
    one.version.message = entry.message;
    one.version.created = entry.created.value_or(now);
    one.version.content = *entry.content;
    for (const auto& label : entry.labels)
      if (domain::checkLabelName(label)) one.labels.push_back(label);
    history.push_back(std::move(one));
  }
  return history;
}

base::Result<void> writeNew(store::Connection& connection, const std::vector<ImportDecision>& decisions,
                            const std::string& author, ImportOutcome& outcome) {
  std::vector<AgentContent> contents;
  std::vector<AgentId> ids;
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const auto& [item, choice, message] = decisions[i];
    if (choice != ImportChoice::New || !item.imported) continue;
    contents.push_back(item.imported->content);
    ids.push_back(item.existing.isNull() ? item.imported->id : AgentId{});
    at.push_back(i);
  }
  const auto made = store::importAgentsAs(connection, contents, ids);
  if (!made) return made.error();
  for (std::size_t i = 0; i < at.size(); ++i) {
    outcome.ids[at[i]] = (*made)[i];
    auto history = historyOf(*decisions[at[i]].item.imported, connection.clock().wallNow());
    if (history.empty()) continue;
    const auto adopted = store::adoptHistory(connection, (*made)[i], std::move(history), author);
    if (!adopted) return adopted.error();
  }
  outcome.made = *made;
  return {};
}

base::Result<void> replace(store::Connection& connection, const ImportDecision& decision,
                           const std::string& author, ImportOutcome& outcome) {
  const auto& item = decision.item;
  auto before = store::loadAgent(connection, item.existing);
  if (!before) return before.error();
  const auto after =
      store::updateAgent(connection, item.existing, replaced(before->content, item), item.existingRevision,
                         {.note = {.message = decision.message, .author = author}, .endsDraft = false});
  if (!after) return after.error();
  outcome.revisions.push_back(after->revision);
  outcome.replaced.push_back(std::move(*before));
  return {};
}

// ---------------------------------------------------------------- export

authoring::VersionEntry entryOf(const domain::VersionSummary& version) {
  authoring::VersionEntry entry;
  entry.id = version.id;
  entry.number = version.number;
  entry.hash = version.hash;
  entry.parents = version.parents;
  entry.author = version.author;
  entry.message = version.message;
  entry.created = version.created;
  entry.labels = version.labels;
  return entry;
}

// Oldest first. A format without a place for a history hears of it only where there is one to lose.
base::Result<std::vector<authoring::VersionEntry>> historyFor(store::Connection& connection, AgentId agent,
                                                              Format format) {
  const auto versions = store::listVersions(connection, agent);
  if (!versions) return versions.error();
  std::vector<authoring::VersionEntry> history;
  const bool kept = format == Format::OwnJson || format == Format::LibraryFolder;
  if (!kept && versions->size() < 2) return history;
  for (auto at = versions->rbegin(); at != versions->rend(); ++at) {
    history.push_back(entryOf(*at));
    if (format != Format::OwnJson) continue;
    auto whole = store::loadVersion(connection, at->id);
    if (!whole) return whole.error();
    history.back().content = std::move(whole->content);
  }
  return history;
}

base::Result<void> saveFile(const fs::path& path, const std::string& bytes) {
  const auto name = QString::fromStdString(utf8(path));
  QSaveFile file(name);
  const bool written = file.open(QIODevice::WriteOnly) &&
                       file.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size()) &&
                       file.commit();
  if (written) return {};
  auto code = base::ErrorCode::StorageFailed;
  if (file.error() == QFileDevice::PermissionsError || file.error() == QFileDevice::OpenError)
    code = base::ErrorCode::StorageReadOnly;
  if (file.error() == QFileDevice::ResourceError) code = base::ErrorCode::StorageFull;
  return base::Error{.code = code, .detail = file.errorString().toStdString(), .subject = utf8(path)};
}

bool isZipName(const fs::path& path) {
  auto ending = utf8(path.extension());
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  return ending == ".zip";
}

}  // namespace

base::Result<Files> readAll(const std::vector<fs::path>& paths) {
  Files all;
  std::unordered_set<std::string> taken;
  for (const auto& path : paths) {
    auto read = authoring::readPath(path);
    if (!read) return read.error();
    if (paths.size() == 1) return std::move(read->files);
    const auto clean = fs::absolute(path).lexically_normal();
    const auto name = utf8(clean.has_filename() ? clean.filename() : clean.parent_path().filename());
    const bool single = read->files.size() == 1 && read->files.front().path == name;
    auto folder = name;
    for (int number = 2; !taken.insert(folder).second; ++number) folder = name + '-' + std::to_string(number);
    for (auto& file : read->files)
      all.push_back({single && folder == name ? name : folder + '/' + file.path, std::move(file.bytes)});
  }
  return all;
}

base::Result<std::vector<authoring::ExistingAgent>> existingFor(store::Connection& connection,
                                                                const authoring::ImportResult& read) {
  std::unordered_set<AgentId> ids;
  std::unordered_set<std::string> names, slugs;
  for (const auto& item : read.items) {
    if (!item.imported) continue;
    ids.insert(item.imported->id);
    names.insert(item.imported->content.name);
    for (auto& form : authoring::shortForms(item.imported->content.name)) slugs.insert(std::move(form));
  }
  std::vector<authoring::ExistingAgent> existing;
  // agents in use before those of the archive: the first of a name counts
  for (const auto archive : {store::ArchiveFilter::ActiveOnly, store::ArchiveFilter::ArchivedOnly}) {
    const auto page = store::listAgents(connection, {.archive = archive});
    if (!page) return page.error();
    for (const auto& row : page->rows) {
      if (!ids.contains(row.id) && !names.contains(row.name) && !slugs.contains(authoring::slugOf(row.name)))
        continue;
      auto agent = store::loadAgent(connection, row.id);
      if (!agent) return agent.error();
      existing.push_back({agent->id, std::move(agent->content), agent->revision});
    }
  }
  return existing;
}

base::Result<ImportOutcome> writeImport(store::Connection& connection,
                                        const std::vector<ImportDecision>& decisions,
                                        const std::string& author) {
  ImportOutcome outcome;
  outcome.ids.resize(decisions.size());
  if (const auto made = writeNew(connection, decisions, author, outcome); !made) return made.error();
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const auto& item = decisions[i].item;
    if (decisions[i].choice != ImportChoice::Replace || !item.imported || item.existing.isNull()) continue;
    if (const auto written = replace(connection, decisions[i], author, outcome); !written)
      return written.error();
    outcome.ids[i] = item.existing;
  }
  return outcome;
}

base::Result<void> undoImport(store::Connection& connection, const ImportOutcome& outcome,
                              const std::string& author) {
  for (const auto id : outcome.made) {
    const auto agent = store::loadAgent(connection, id);
    if (!agent || agent->revision != 1) continue;  // gone already, or somebody's work by now
    if (auto removed = store::deleteAgent(connection, id); !removed) return removed;
  }
  for (std::size_t i = 0; i < outcome.replaced.size(); ++i) {
    const auto& before = outcome.replaced[i];
    const auto restored = store::updateAgent(connection, before.id, before.content, outcome.revisions[i],
                                             {.note = {.author = author}, .endsDraft = false});
    const bool changedSince = !restored && (restored.error().code == base::ErrorCode::Conflict ||
                                            restored.error().code == base::ErrorCode::NotFound);
    if (!restored && !changedSince) return restored.error();
  }
  return {};
}

base::Result<std::vector<authoring::AgentToExport>> agentsToExport(store::Connection& connection,
                                                                   const ExportRequest& request,
                                                                   const GoesOn& goesOn) {
  auto ids = request.agents;
  if (ids.empty()) {
    const auto page = store::listAgents(
        connection, {.archive = store::ArchiveFilter::All, .order = store::AgentOrder::NameAscending});
    if (!page) return page.error();
    for (const auto& row : page->rows) ids.push_back(row.id);
  }
  std::vector<authoring::AgentToExport> agents;
  agents.reserve(ids.size());
  for (const auto id : ids) {
    if (!goesOn()) return base::Error{.code = base::ErrorCode::Cancelled};
    auto agent = store::loadAgent(connection, id);
    if (!agent) return agent.error();
    auto history = historyFor(connection, id, request.format);
    if (!history) return history.error();
    agents.push_back({std::move(agent->content), id, std::move(*history)});
  }
  return agents;
}

base::Result<WrittenExport> writeExport(const Files& files, const ExportRequest& request,
                                        const GoesOn& goesOn) {
  const auto& target = request.target;
  std::error_code error;
  const bool folderThere = fs::is_directory(target, error);
  const auto asFile = [&](const std::string& bytes) -> base::Result<WrittenExport> {
    if (!goesOn()) return base::Error{.code = base::ErrorCode::Cancelled};
    if (const auto saved = saveFile(target, bytes); !saved) return saved.error();
    return WrittenExport{target, {}};
  };
  if (isZipName(target) && !folderThere) {
    const auto archive = authoring::writeZip(files);
    return archive ? asFile(*archive) : archive.error();
  }
  if (files.size() == 1 && !folderThere && request.format != Format::LibraryFolder)
    return asFile(files.front().bytes);
  if (fs::exists(target, error) && !folderThere)
    return base::Error{.code = base::ErrorCode::InvalidInput, .detail = "no folder", .subject = utf8(target)};
  std::vector<std::string> stale;
  WrittenExport written{target, {}};
  if (request.format == Format::LibraryFolder && folderThere)
    if (const auto there = authoring::readPath(target)) {
      stale = authoring::staleFiles(there->files, files);
      if (request.agents.empty()) written.others = authoring::otherAgents(there->files, files);
    }
  const auto done = authoring::writeFolder(target, files, stale, goesOn);
  return done ? base::Result<WrittenExport>(std::move(written)) : done.error();
}

}  // namespace aiagent::services
