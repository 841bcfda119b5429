#include "ui/viewmodels/write_file.h"

#include <memory>
#include <QSaveFile>
#include <QThread>

#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

base::Result<void> writeNow(const QString& path, const std::string& text) {
  QSaveFile file(path);
  const auto failed = [&](base::ErrorCode code) {
    return base::Error{
        .code = code, .detail = file.errorString().toStdString(), .subject = format::utf8(path)};
  };
  if (!file.open(QIODevice::WriteOnly)) return failed(base::ErrorCode::StorageReadOnly);
  if (file.write(text.data(), qint64(text.size())) != qint64(text.size()) || !file.commit())
    return failed(file.error() == QFileDevice::ResourceError ? base::ErrorCode::StorageFull
                                                             : base::ErrorCode::StorageFailed);
  return {};
}

}  // namespace

void writeFile(QObject* owner, const QString& path, std::function<std::string()> make,
               std::function<void(base::Result<void>)> done) {
  const auto outcome = std::make_shared<base::Result<void>>();
  auto* thread =
      QThread::create([outcome, path, make = std::move(make)] { *outcome = writeNow(path, make()); });
  QObject::connect(thread, &QThread::finished, owner, [outcome, done = std::move(done)] { done(*outcome); });
  QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
  thread->start();
}

}  // namespace aiagent::ui
