#include "core/services/cluster/log_spill.h"

#include <atomic>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <utility>

namespace aiagent::services {
namespace {

std::string newName() {
  static std::atomic<int> last{0};
  return "log-" + std::to_string(QCoreApplication::applicationPid()) + '-' + std::to_string(++last) + ".txt";
}

// What a program left behind that was ended from without. Whoever still writes has written within a day.
void removeLeftOvers(const QString& folder) {
  const auto day = QDateTime::currentDateTime().addDays(-1);
  const auto files = QDir(folder).entryInfoList({QStringLiteral("log-*.txt")}, QDir::Files);
  for (const auto& file : files)
    if (file.lastModified() < day) QFile::remove(file.absoluteFilePath());
}

}  // namespace

struct LogSpill::Wrote {
  std::string file;
  std::uint64_t bytes = 0;
  bool good = false;
};

// Touched by one piece of work at a time; its end removes the file.
struct LogSpill::Writer {
  explicit Writer(std::string inFolder) : folder(QString::fromStdString(inFolder)) {}
  ~Writer() {
    if (file.isOpen()) file.remove();
  }
  bool open() {
    if (file.isOpen()) return true;
    if (!QDir().mkpath(folder)) return false;
    removeLeftOvers(folder);
    file.setFileName(folder + QLatin1Char('/') + QString::fromStdString(newName()));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return false;
    return file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
  }
  Wrote write(const std::string& text) {
    if (!open()) return {};
    const bool good = file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.flush();
    return {file.fileName().toStdString(), good ? text.size() : 0, good};
  }
  const QString folder;
  QFile file;
};

LogSpill::LogSpill(std::string folder, std::uint64_t most, Background& background)
    : m_background(background),
      m_writer(std::make_shared<Writer>(folder)),
      m_folder(std::move(folder)),
      m_most(most) {}

LogSpill::~LogSpill() = default;

void LogSpill::add(std::string_view line) {
  if (m_folder.empty() || m_failed || m_taken + line.size() > m_most) {
    ++m_dropped;
    return;
  }
  m_taken += line.size();
  m_waiting += line;
  ++m_waitingLines;
  write();
}

void LogSpill::write() {
  if (m_writing || m_waiting.empty()) return;
  m_writing = true;
  const auto lines = std::exchange(m_waitingLines, 0);
  const auto work = [writer = m_writer, text = std::exchange(m_waiting, {})] { return writer->write(text); };
  m_background.run<Wrote>("spill", this, work, [this, lines](Wrote wrote) {
    m_writing = false;
    m_written += wrote.bytes;
    if (!wrote.file.empty()) m_file = wrote.file;
    if (!wrote.good) m_failed = true, m_dropped += lines;
    m_waiting.empty() ? Q_EMIT idle() : write();
  });
}

}  // namespace aiagent::services
