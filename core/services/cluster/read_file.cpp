#include "core/services/cluster/read_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace aiagent::services {
namespace {

constexpr qint64 kLargest = 1 << 20;

base::Error failure(base::ErrorCode code, const std::string& path, std::string detail) {
  return {.code = code, .detail = std::move(detail), .subject = path};
}

}  // namespace

base::Result<std::string> readSmallFile(const std::string& path) {
  const auto name = QString::fromStdString(path);
  if (!QFileInfo::exists(name)) return failure(base::ErrorCode::NotFound, path, "no such file");
  if (!QFileInfo(name).isFile()) return failure(base::ErrorCode::StorageFailed, path, "no file");
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly))
    return failure(base::ErrorCode::StorageFailed, path, file.errorString().toStdString());
  const auto bytes = file.read(kLargest + 1);
  if (bytes.size() > kLargest) return failure(base::ErrorCode::InvalidInput, path, "too large");
  return bytes.toStdString();
}

ReadFile readFileBeside(Background& background, QObject* owner) {
  // Each is of a kind of its own: none may be dropped for a newer one.
  return [&background, owner, number = std::make_shared<int>(0)](
             std::string path, std::function<void(base::Result<std::string>)> done) {
    background.run<base::Result<std::string>>(
        "cluster file " + std::to_string(++*number), owner,
        [path = std::move(path)] { return readSmallFile(path); }, std::move(done));
  };
}

base::Result<void> writePrivateFile(const std::string& path, const std::string& text) {
  const QFileInfo place(QString::fromStdString(path));
  const auto folder = place.absolutePath();
  constexpr auto kOwner = QFile::ReadOwner | QFile::WriteOwner;
  if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, kOwner | QFile::ExeOwner))
    return failure(base::ErrorCode::StorageFailed, path, "no folder");
  QSaveFile file(place.absoluteFilePath());
  if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwner) ||
      file.write(text.data(), qint64(text.size())) != qint64(text.size()) || !file.commit())
    return failure(base::ErrorCode::StorageFailed, path, file.errorString().toStdString());
  return {};
}

}  // namespace aiagent::services
