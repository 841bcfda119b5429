// Text: the border between UTF-8 below and QString above.
#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace aiagent::format {

inline QString text(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}
inline std::string utf8(QStringView text) {
  const QByteArray bytes = text.toUtf8();
  return {bytes.constData(), std::size_t(bytes.size())};
}

}  // namespace aiagent::format
