// deployment lint
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/cli/command.h"
#include "core/cluster/lint/lint.h"
#include "core/wire/json_text.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

namespace fs = std::filesystem;
namespace lint = cluster::lint;

constexpr std::size_t kMostEntries = 200'000;  // of folders, also those that are no use
constexpr int kDeepestFolder = 32;

base::Error notReadable(const fs::path& path, const std::error_code& error) {
  const bool isGone = error == std::errc::no_such_file_or_directory;
  return {.code = isGone ? base::ErrorCode::NotFound : base::ErrorCode::InvalidInput,
          .detail = error.message(),
          .subject = path.string()};
}

// One byte more than the linter reads, so that it can tell what is too large.
base::Result<lint::LintFile> readFile(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string text(lint::kLargestFile + 1, '\0');
  if (!stream || stream.read(text.data(), std::streamsize(text.size())).bad())
    return base::Error{
        .code = base::ErrorCode::InvalidInput, .detail = "cannot be read", .subject = path.string()};
  text.resize(std::size_t(stream.gcount()));
  return lint::LintFile{path.lexically_normal().generic_string(), std::move(text)};
}

bool isPassedOver(const fs::path& folder) {
  const auto name = folder.filename();
  return name == "node_modules" || name == ".git";
}

// Links are never followed.
base::Result<void> gather(const fs::path& folder, std::vector<fs::path>& found) {
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  std::size_t seen = 0;
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (++seen > kMostEntries)
      return base::Error{
          .code = base::ErrorCode::InvalidInput, .detail = "too many files", .subject = folder.string()};
    const auto status = at->symlink_status(error);
    if (fs::is_directory(status) && (isPassedOver(at->path()) || at.depth() >= kDeepestFolder))
      at.disable_recursion_pending();
    if (fs::is_regular_file(status) && lint::isLinted(at->path().generic_string()))
      found.push_back(at->path());
  }
  if (error) return notReadable(folder, error);
  return {};
}

base::Result<std::vector<fs::path>> placesOf(const std::vector<std::string>& named) {
  std::vector<fs::path> found;
  for (const fs::path path : named) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status))
      return notReadable(path, std::make_error_code(std::errc::no_such_file_or_directory));
    if (!fs::is_directory(status)) {
      if (lint::isLinted(path.generic_string())) found.push_back(path);
      continue;
    }
    if (auto gathered = gather(path, found); !gathered) return gathered.error();
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

base::Result<std::vector<lint::LintFile>> filesOf(const std::vector<std::string>& named) {
  const auto places = placesOf(named);
  if (!places) return places.error();
  std::vector<lint::LintFile> files;
  for (const auto& place : *places) {
    // what is beyond the limit is told by its name alone
    if (files.size() >= lint::kMostFiles) {
      files.push_back({place.lexically_normal().generic_string(), {}});
      continue;
    }
    auto file = readFile(place);
    if (!file) return file.error();
    files.push_back(std::move(*file));
  }
  return files;
}

std::string toJson(const lint::LintFinding& finding) {
  wire::JsonArray arguments;
  for (const auto& argument : finding.arguments) arguments.text(argument);
  return wire::JsonObject()
      .text("id", finding.id)
      .text("severity", lint::toWord(finding.severity))
      .text("path", finding.path)
      .integer("line", finding.line)
      .raw("arguments", arguments.take())
      .text("reason", lint::reasonOf(finding))
      .text("repair", lint::repairOf(finding))
      .take();
}

std::string toLine(const lint::LintFinding& finding) {
  return finding.path + ":" + std::to_string(finding.line) + ": " +
         std::string(lint::toWord(finding.severity)) + " " + finding.id + " " + lint::reasonOf(finding) +
         " — " + lint::repairOf(finding);
}

void printFindings(Context& context, const std::vector<lint::LintFinding>& findings) {
  if (!context.json()) {
    for (const auto& finding : findings) context.printLine(toLine(finding));
    if (findings.empty()) context.message(sentence(QT_TRANSLATE_NOOP("cli", "Nothing was found.")));
    return;
  }
  wire::JsonArray array;
  for (const auto& finding : findings) array.raw(toJson(finding));
  context.printLine(array.take());
}

void lintDeployment(Context& context, const Arguments& arguments, Finish finish) {
  const auto files = filesOf(arguments.positionals);
  if (!files) return finishWith(context, files.error(), finish);
  if (files->empty()) {
    context.message(sentence(QT_TRANSLATE_NOOP(
        "cli", "There is no Dockerfile, manifest, workflow or other file of a deployment there.")));
    return finish(Exit::NotFound);
  }
  const auto findings = lint::lintDeployment(*files);
  if (arguments.has("sarif"))
    context.printLine(lint::toSarif(findings));
  else
    printFindings(context, findings);
  const bool isFaulty = std::any_of(findings.begin(), findings.end(), [](const lint::LintFinding& finding) {
    return finding.severity == lint::LintSeverity::Error;
  });
  finish(isFaulty ? Exit::InvalidInput : Exit::Done);
}

}  // namespace

std::vector<Command> deploymentCommands() {
  return {
      {{{"deployment", "lint"},
        QT_TRANSLATE_NOOP("cli",
                          "Look for faults in a deployment's files; exit status 4 when there is an error"),
        {{"PATH", true, true}},
        {{"sarif", "", QT_TRANSLATE_NOOP("cli", "Print SARIF 2.1.0, for code scanning")}}},
       lintDeployment},
  };
}

}  // namespace aiagent::cli
