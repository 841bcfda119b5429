// LogSpill: lines that a log has no room for any more, in a file beside. Written beside the event loop.
#pragma once

#include <cstdint>
#include <memory>
#include <QObject>
#include <string>

#include "core/base/result.h"
#include "core/services/background.h"

namespace aiagent::services {

// The file is readable by its owner alone and removed at the end; those of programs that were killed go when
// a day old, as soon as another one is made. Once it is full, or the disk is, what comes is dropped and
// counted. Call from the scheduler's thread.
class LogSpill : public QObject {
  Q_OBJECT

 public:
  // An empty folder: nothing is kept. It is made where it is missing.
  LogSpill(std::string folder, std::uint64_t most, Background& background);
  ~LogSpill() override;

  // With its newline.
  void add(std::string_view line);

  // Its bytes, in the order they came; "": none was made.
  const std::string& file() const { return m_file; }
  std::uint64_t written() const { return m_written; }  // bytes that are in the file
  std::uint64_t dropped() const { return m_dropped; }  // lines
  bool isIdle() const { return m_waiting.empty() && !m_writing; }

 Q_SIGNALS:
  void idle();

 private:
  struct Writer;
  struct Wrote;
  void write();

  Background& m_background;
  std::shared_ptr<Writer> m_writer;
  const std::string m_folder;
  const std::uint64_t m_most;
  std::string m_file, m_waiting;
  std::uint64_t m_waitingLines = 0, m_taken = 0, m_written = 0, m_dropped = 0;
  bool m_writing = false, m_failed = false;
};

}  // namespace aiagent::services
