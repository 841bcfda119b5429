#include "core/qt/request_body_device.h"

#include <algorithm>
#include <cstring>

namespace aiagent::qt {

RequestBodyDevice::RequestBodyDevice(std::string body, QObject* parent)
    : QIODevice(parent), m_body(std::move(body)) {
  open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

RequestBodyDevice::RequestBodyDevice(std::string body, const std::filesystem::path& file, std::string end,
                                     QObject* parent)
    : QIODevice(parent), m_body(std::move(body)), m_file(file), m_end(std::move(end)) {
  if (m_file.open(QIODevice::ReadOnly)) m_fileSize = m_file.size();
  open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool RequestBodyDevice::seek(qint64 position) {
  // An empty body leaves no trace of having been read: its request counts as sent.
  const bool untouched = pos() == 0 && size() > 0;
  return untouched && position == 0 && QIODevice::seek(0);
}

qint64 RequestBodyDevice::readData(char* data, qint64 most) {
  const qint64 at = pos();
  const qint64 fileAt = at - qint64(m_body.size()), endAt = fileAt - m_fileSize;
  const auto copy = [&](const std::string& text, qint64 from) {
    const auto count = std::min(most, qint64(text.size()) - from);
    std::memcpy(data, text.data() + from, std::size_t(count));
    return count;
  };
  if (most <= 0 || at >= size()) return -1;
  if (fileAt < 0) return copy(m_body, at);
  if (endAt >= 0) return copy(m_end, endAt);
  if (m_file.pos() != fileAt && !m_file.seek(fileAt)) return -1;
  const auto count = m_file.read(data, std::min(most, m_fileSize - fileAt));
  return count > 0 ? count : -1;
}

}  // namespace aiagent::qt
