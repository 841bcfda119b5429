// Writes a file beside the event loop, whole or not at all.
#pragma once

#include <functional>
#include <QObject>
#include <QString>
#include <string>

#include "core/base/result.h"

namespace aiagent::ui {

// What `make` gives, on a thread of its own; it must not throw, nor touch what others change. `done` comes on
// the thread of `owner`, and not after `owner` is gone. StorageFull, StorageReadOnly or StorageFailed with
// the path as subject.
void writeFile(QObject* owner, const QString& path, std::function<std::string()> make,
               std::function<void(base::Result<void>)> done);

}  // namespace aiagent::ui
