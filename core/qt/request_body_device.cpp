#include "core/qt/request_body_device.h"

#include <algorithm>
#include <cstring>

namespace aiagent::qt {

RequestBodyDevice::RequestBodyDevice(std::string body, QObject* parent)
    : QIODevice(parent), m_body(std::move(body)) {
  open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool RequestBodyDevice::seek(qint64 position) {
  // An empty body leaves no trace of having been read: its request counts as sent.
  const bool untouched = pos() == 0 && !m_body.empty();
  return untouched && position == 0 && QIODevice::seek(0);
}

qint64 RequestBodyDevice::readData(char* data, qint64 most) {
  const auto count = std::min(most, size() - pos());
  if (count <= 0) return -1;
  std::memcpy(data, m_body.data() + pos(), std::size_t(count));
  return count;
}

}  // namespace aiagent::qt
