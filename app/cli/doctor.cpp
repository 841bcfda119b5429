#include "app/cli/doctor.h"

#include <filesystem>
#include <memory>
#include <QSslSocket>
#include <QStorageInfo>
#include <unordered_set>
#include <vector>

#include "core/store/connection.h"
#include "core/store/upload_repository.h"
#include "core/wire/record_json.h"
#include "ui/format/explain.h"
#include "ui/format/human.h"

namespace aiagent::cli {
namespace {

enum class Verdict { Good, Advice, Bad };

struct Finding {
  std::string check;  // stable word for scripts
  Verdict verdict;
  QString sentence;
};

constexpr qint64 kLittleSpace = 200 << 20;

const char* word(Verdict verdict) {
  return verdict == Verdict::Good ? "good" : verdict == Verdict::Advice ? "advice" : "bad";
}

Finding databaseFinding(Context& context) {
  const auto sound = context.profile().store().checkAndWait();
  if (sound) return {"database", Verdict::Good, sentence(QT_TRANSLATE_NOOP("cli", "The database is sound."))};
  return {"database", Verdict::Bad, format::explain(sound.error()).text()};
}

Finding openingFinding(Context& context) {
  const auto& report = context.profile().store().openReport();
  if (!report.damagedFile.empty()) return {"opening", Verdict::Bad, damageSentence(report)};
  if (report.uncleanExit)
    return {"opening", Verdict::Advice,
            sentence(QT_TRANSLATE_NOOP(
                "cli", "The program before this one did not end properly; nothing acknowledged was lost."))};
  return {"opening", Verdict::Good, sentence(QT_TRANSLATE_NOOP("cli", "The profile opened cleanly."))};
}

// Files that earlier programs put aside.
std::vector<Finding> damagedFileFindings(Context& context) {
  std::vector<Finding> findings;
  const auto& now = context.profile().store().openReport().damagedFile;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(context.profile().folder(), ignored)) {
    const auto name = entry.path().filename().string();
    if (!name.starts_with("profile.db.corrupt-") || name.ends_with("-wal") || name.ends_with("-shm") ||
        entry.path().filename() == now.filename())
      continue;
    findings.push_back(
        {"damaged-file", Verdict::Advice,
         sentence(
             QT_TRANSLATE_NOOP("cli",
                               "A damaged database of an earlier day is kept as %1. What could be read of it "
                               "was carried over; delete it when nothing is missing."))
             .arg(QString::fromStdString(entry.path().string()))});
  }
  return findings;
}

Finding placeFinding(Context& context) {
  const auto folder = QString::fromStdString(context.profile().folder().string());
  if (context.profile().store().openReport().onNetworkShare)
    return {"place", Verdict::Bad,
            sentence(QT_TRANSLATE_NOOP("cli",
                                       "%1 is on a network share, where SQLite cannot protect it. Move the "
                                       "profile to a local disk."))
                .arg(folder)};
  return {"place", Verdict::Good,
          sentence(QT_TRANSLATE_NOOP("cli", "Everything is kept in %1.")).arg(folder)};
}

Finding spaceFinding(Context& context) {
  const QStorageInfo disk(QString::fromStdString(context.profile().folder().string()));
  const auto free = format::bytes(disk.bytesAvailable());
  if (disk.isValid() && disk.bytesAvailable() < kLittleSpace)
    return {"space", Verdict::Bad,
            sentence(QT_TRANSLATE_NOOP("cli", "Only %1 are free on the disk of the profile. Make room."))
                .arg(free)};
  return {"space", Verdict::Good,
          sentence(QT_TRANSLATE_NOOP("cli", "%1 are free on the disk of the profile.")).arg(free)};
}

// Every knowledge file that is in use is read and held against its hash.
Finding knowledgeFinding(Context& context) {
  const auto used = context.profile().store().readAndWait<std::unordered_set<std::string>>(
      [](store::Connection& connection) { return store::blobsInUse(connection); });
  if (!used) return {"knowledge", Verdict::Bad, format::explain(used.error()).text()};
  std::int64_t missing = 0, altered = 0;
  for (const auto& hash : *used) {
    const auto whole = context.knowledge().blobs().verify(hash);
    if (whole) continue;
    ++(whole.error().code == base::ErrorCode::NotFound ? missing : altered);
  }
  if (missing + altered == 0)
    return {"knowledge", Verdict::Good, sentence(QT_TRANSLATE_NOOP("cli", "No knowledge file is missing."))};
  return {"knowledge", Verdict::Advice,
          sentence(QT_TRANSLATE_NOOP("cli",
                                     "Knowledge files of agents, versions or runs: %1 are missing, %2 were "
                                     "altered. Add them again with “agent knowledge”."))
              .arg(format::count(missing), format::count(altered))};
}

Finding tlsFinding() {
  if (QSslSocket::supportsSsl())
    return {"tls", Verdict::Good, sentence(QT_TRANSLATE_NOOP("cli", "Encrypted connections work."))};
  return {
      "tls", Verdict::Bad,
      sentence(QT_TRANSLATE_NOOP("cli", "No TLS library was found: https cannot work. Install OpenSSL 3."))};
}

class Doctor : public std::enable_shared_from_this<Doctor> {
 public:
  Doctor(Context& context, Finish finish) : m_context(context), m_finish(std::move(finish)) {}

  void run() {
    m_findings = {openingFinding(m_context), databaseFinding(m_context),  placeFinding(m_context),
                  spaceFinding(m_context),   knowledgeFinding(m_context), tlsFinding()};
    for (auto& finding : damagedFileFindings(m_context)) m_findings.push_back(std::move(finding));
    m_context.providers().current([self = shared_from_this()](base::Result<domain::Provider> provider) {
      if (!provider) return self->close(provider.error());
      self->m_context.onInterrupt([self] { self->m_query.reset(); });  // ends with Cancelled
      self->m_query = self->m_context.providers().models(
          *provider, [self, provider = *provider](base::Result<std::vector<wire::ModelInfo>> models) {
            if (!models) return self->close(models.error());
            self->m_findings.push_back({"provider", Verdict::Good,
                                        sentence(QT_TRANSLATE_NOOP("cli", "The provider “%1” answers."))
                                            .arg(QString::fromStdString(provider.name))});
            self->print();
          });
    });
  }

 private:
  void close(const base::Error& error) {
    if (error.code == base::ErrorCode::Cancelled) return print(Exit::Interrupted);
    m_findings.push_back({"provider", Verdict::Advice, format::explain(error).text()});
    print();
  }

  void print(Exit whenSound = Exit::Done) {
    bool bad = false;
    std::string json = "[";
    for (const auto& finding : m_findings) {
      bad = bad || finding.verdict == Verdict::Bad;
      if (m_context.json())
        json += (json.size() > 1 ? "," : "") + std::string(R"({"check":)") + wire::quoted(finding.check) +
                R"(,"verdict":")" + word(finding.verdict) + R"(","message":)" +
                wire::quoted(finding.sentence.toStdString()) + "}";
      else
        m_context.printLine(QString::fromLatin1(finding.verdict == Verdict::Good     ? "ok      "
                                                : finding.verdict == Verdict::Advice ? "advice  "
                                                                                     : "BAD     ") +
                            finding.sentence);
    }
    if (m_context.json()) m_context.printLine(json + "]");
    m_finish(bad ? Exit::Storage : whenSound);
  }

  Context& m_context;
  Finish m_finish;
  std::vector<Finding> m_findings;
  std::unique_ptr<services::ModelQuery> m_query;
};

}  // namespace

QString damageSentence(const store::OpenReport& report) {
  return sentence(QT_TRANSLATE_NOOP(
                      "cli",
                      "The database was damaged: %1 records were saved into a new one, the old file is %2."))
      .arg(QString::number(report.salvagedRecords), QString::fromStdString(report.damagedFile.string()));
}

void runDoctor(Context& context, const Arguments&, Finish finish) {
  std::make_shared<Doctor>(context, std::move(finish))->run();
}

}  // namespace aiagent::cli
