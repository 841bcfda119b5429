// ReadFile: how the cluster services get at the files that a kubeconfig names, so that tests need none.
#pragma once

#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/services/background.h"

namespace aiagent::services {

// Gives the whole file, on the calling thread, later or at once. NotFound when there is none, InvalidInput
// when it is larger than any file of this kind, StorageFailed otherwise; the subject is the path.
using ReadFile = std::function<void(std::string path, std::function<void(base::Result<std::string>)>)>;

// Reads on `background`'s thread, because such files may lie on a network folder; silent once `owner` is
// gone.
ReadFile readFileBeside(Background& background, QObject* owner);

// The same, waiting for it. At most 1 MiB.
base::Result<std::string> readSmallFile(const std::string& path);

// Writes a file that only its owner may read, in a folder that only its owner may enter, and puts it in place
// in one step. StorageFailed, subject: the path.
base::Result<void> writePrivateFile(const std::string& path, const std::string& text);

}  // namespace aiagent::services
