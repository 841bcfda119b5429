// The parts of an import and an export that know the store and the disk. They wait, so none is for the GUI
// thread.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/services/import_service.h"

namespace aiagent::services {

// Of several roots each has its own folder.
base::Result<authoring::Files> readAll(const std::vector<std::filesystem::path>& paths);

// The agents that the import may be about: those of its ids and names.
base::Result<std::vector<authoring::ExistingAgent>> existingFor(store::Connection& connection,
                                                                const authoring::ImportResult& read);

base::Result<ImportOutcome> writeImport(store::Connection& connection,
                                        const std::vector<ImportDecision>& decisions,
                                        const std::string& author);
base::Result<void> undoImport(store::Connection& connection, const ImportOutcome& outcome,
                              const std::string& author);

// Each asks `goesOn` between two agents or files, and ends with Cancelled where it says no.
using GoesOn = std::function<bool()>;
base::Result<std::vector<authoring::AgentToExport>> agentsToExport(store::Connection& connection,
                                                                   const ExportRequest& request,
                                                                   const GoesOn& goesOn);
struct WrittenExport {
  std::filesystem::path target;  // the folder or the file
  std::vector<std::string> others;
};
base::Result<WrittenExport> writeExport(const authoring::Files& files, const ExportRequest& request,
                                        const GoesOn& goesOn);

}  // namespace aiagent::services
