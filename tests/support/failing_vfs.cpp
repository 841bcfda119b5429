#include "tests/support/failing_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <new>
#include <vector>

namespace aiagent::test {
namespace {

struct PendingWrite {
  std::size_t offset = 0;
  std::string data;  // empty: truncated to offset
};

// A file's content as the program sees it, and what of it the disk does not have yet.
struct FileState {
  std::string path;
  std::string content;
  std::vector<PendingWrite> pending;
};

std::string readWhole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void writeWhole(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

void applyWrite(std::string& content, const PendingWrite& write) {
  if (write.data.empty()) {
    content.resize(write.offset);
    return;
  }
  content.resize(std::max(content.size(), write.offset + write.data.size()));
  std::copy(write.data.begin(), write.data.end(),
            content.begin() + static_cast<std::ptrdiff_t>(write.offset));
}

}  // namespace

struct FailingVfs::State {
  std::string name;
  sqlite3_vfs vfs{};
  sqlite3_vfs* base = nullptr;
  std::mutex mutex;
  std::map<std::string, std::shared_ptr<FileState>> files;
  int countdown = 0;  // 0: nothing is to fail
  Fault fault = Fault::WriteError;
  bool struck = false;
  bool dead = false;
  bool full = false;

  // What a writing operation is to answer; SQLITE_OK: do it.
  int strike() {
    if (dead) return SQLITE_IOERR;
    if (full) return SQLITE_FULL;
    if (countdown == 0 || --countdown > 0) return SQLITE_OK;
    struck = true;
    if (fault == Fault::WriteError) return SQLITE_IOERR_WRITE;
    if (fault == Fault::DiskFull) {
      full = true;
      return SQLITE_FULL;
    }
    dead = true;
    if (fault == Fault::TornPowerCut) tear();
    return SQLITE_IOERR;
  }

  // Every second write reached the disk, the last of them by half.
  void tear() {
    for (auto& [path, file] : files) {
      std::string durable = readWhole(path);
      for (std::size_t i = 0; i < file->pending.size(); i += 2) {
        auto write = file->pending[i];
        const bool last = i + 2 >= file->pending.size();
        if (last && write.data.size() > 1) write.data.resize(write.data.size() / 2);
        applyWrite(durable, write);
      }
      if (!file->pending.empty()) writeWhole(path, durable);
    }
  }
};

namespace {

using State = FailingVfs::State;

struct File {
  sqlite3_file base;
  State* state;
  FileState* content;  // null: a temporary file without a name, passed through
  sqlite3_file* real;
};

File* fileOf(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
sqlite3_file* realOf(sqlite3_file* file) {
  return fileOf(file)->real;
}

int closeFile(sqlite3_file* file) {
  auto* real = realOf(file);
  const int code = real->pMethods != nullptr ? real->pMethods->xClose(real) : SQLITE_OK;
  std::free(real);
  return code;
}

int readFile(sqlite3_file* file, void* data, int amount, sqlite3_int64 offset) {
  auto* self = fileOf(file);
  if (self->content == nullptr) return self->real->pMethods->xRead(self->real, data, amount, offset);
  const std::lock_guard lock(self->state->mutex);
  const auto& content = self->content->content;
  const auto at = static_cast<std::size_t>(offset);
  const auto wanted = static_cast<std::size_t>(amount);
  const std::size_t there = at < content.size() ? std::min(wanted, content.size() - at) : 0;
  if (there > 0) std::memcpy(data, content.data() + at, there);
  if (there == wanted) return SQLITE_OK;
  std::memset(static_cast<char*>(data) + there, 0, wanted - there);
  return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
  auto* self = fileOf(file);
  if (self->content == nullptr) return self->real->pMethods->xWrite(self->real, data, amount, offset);
  const std::lock_guard lock(self->state->mutex);
  if (const int code = self->state->strike(); code != SQLITE_OK) return code;
  PendingWrite write{static_cast<std::size_t>(offset),
                     std::string(static_cast<const char*>(data), static_cast<std::size_t>(amount))};
  applyWrite(self->content->content, write);
  self->content->pending.push_back(std::move(write));
  return SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
  auto* self = fileOf(file);
  if (self->content == nullptr) return self->real->pMethods->xTruncate(self->real, size);
  const std::lock_guard lock(self->state->mutex);
  if (const int code = self->state->strike(); code != SQLITE_OK) return code;
  PendingWrite cut{static_cast<std::size_t>(size), {}};
  applyWrite(self->content->content, cut);
  self->content->pending.push_back(std::move(cut));
  return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int flags) {
  auto* self = fileOf(file);
  if (self->content == nullptr) return self->real->pMethods->xSync(self->real, flags);
  const std::lock_guard lock(self->state->mutex);
  if (const int code = self->state->strike(); code != SQLITE_OK) return code;
  if (!self->content->pending.empty()) writeWhole(self->content->path, self->content->content);
  self->content->pending.clear();
  return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
  auto* self = fileOf(file);
  if (self->content == nullptr) return self->real->pMethods->xFileSize(self->real, size);
  const std::lock_guard lock(self->state->mutex);
  *size = static_cast<sqlite3_int64>(self->content->content.size());
  return SQLITE_OK;
}

int lockFile(sqlite3_file* f, int level) {
  return realOf(f)->pMethods->xLock(realOf(f), level);
}
int unlockFile(sqlite3_file* f, int level) {
  return realOf(f)->pMethods->xUnlock(realOf(f), level);
}
int checkLock(sqlite3_file* f, int* out) {
  return realOf(f)->pMethods->xCheckReservedLock(realOf(f), out);
}
int control(sqlite3_file* f, int op, void* arg) {
  // Hints about size and chunks are for the real file alone, which is written at a sync.
  if (op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
  return realOf(f)->pMethods->xFileControl(realOf(f), op, arg);
}
int sectorSize(sqlite3_file* f) {
  return realOf(f)->pMethods->xSectorSize(realOf(f));
}
// Nothing is promised: a sector may be torn, writes may be reordered.
int characteristics(sqlite3_file*) {
  return 0;
}
int shmMap(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return realOf(f)->pMethods->xShmMap(realOf(f), page, size, extend, out);
}
int shmLock(sqlite3_file* f, int offset, int n, int flags) {
  return realOf(f)->pMethods->xShmLock(realOf(f), offset, n, flags);
}
void shmBarrier(sqlite3_file* f) {
  realOf(f)->pMethods->xShmBarrier(realOf(f));
}
int shmUnmap(sqlite3_file* f, int remove) {
  return realOf(f)->pMethods->xShmUnmap(realOf(f), remove);
}

constexpr sqlite3_io_methods kMethods = {2,          closeFile,  readFile,        writeFile,  truncateFile,
                                         syncFile,   fileSize,   lockFile,        unlockFile, checkLock,
                                         control,    sectorSize, characteristics, shmMap,     shmLock,
                                         shmBarrier, shmUnmap,   nullptr,         nullptr};

FileState* contentOf(State& state, const char* path) {
  const std::lock_guard lock(state.mutex);
  auto& content = state.files[path];
  if (!content) content = std::make_shared<FileState>(FileState{path, readWhole(path), {}});
  return content.get();
}

State& stateOf(sqlite3_vfs* vfs) {
  return *static_cast<State*>(vfs->pAppData);
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
  State& state = stateOf(vfs);
  auto* self = new (file) File{};
  self->state = &state;
  self->real = static_cast<sqlite3_file*>(std::calloc(1, static_cast<std::size_t>(state.base->szOsFile)));
  if (self->real == nullptr) return SQLITE_NOMEM;
  const int code = state.base->xOpen(state.base, name, self->real, flags, outFlags);
  if (code != SQLITE_OK) {
    std::free(self->real);
    return code;
  }
  self->base.pMethods = &kMethods;
  self->content = name != nullptr ? contentOf(state, name) : nullptr;
  return SQLITE_OK;
}

// Directory changes count as durable at once.
int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
  State& state = stateOf(vfs);
  {
    const std::lock_guard lock(state.mutex);
    if (state.dead) return SQLITE_IOERR_DELETE;
    if (const auto found = state.files.find(name); found != state.files.end()) {
      found->second->content.clear();
      found->second->pending.clear();
    }
  }
  return state.base->xDelete(state.base, name, syncFolder);
}

}  // namespace

FailingVfs::FailingVfs() : m_state(std::make_shared<State>()) {
  static std::atomic<int> count{0};
  m_state->name = "failing-" + std::to_string(++count);
  m_state->base = sqlite3_vfs_find(nullptr);
  m_state->vfs = *m_state->base;
  m_state->vfs.pNext = nullptr;
  m_state->vfs.zName = m_state->name.c_str();
  m_state->vfs.szOsFile = sizeof(File);
  m_state->vfs.pAppData = m_state.get();
  m_state->vfs.xOpen = openFile;
  m_state->vfs.xDelete = deleteFile;
  // The other functions are the default's, which find their own data through the default's pAppData.
  m_state->vfs.xAccess = [](sqlite3_vfs* v, const char* name, int flags, int* out) {
    return stateOf(v).base->xAccess(stateOf(v).base, name, flags, out);
  };
  m_state->vfs.xFullPathname = [](sqlite3_vfs* v, const char* name, int size, char* out) {
    return stateOf(v).base->xFullPathname(stateOf(v).base, name, size, out);
  };
  sqlite3_vfs_register(&m_state->vfs, 0);
}

FailingVfs::~FailingVfs() {
  sqlite3_vfs_unregister(&m_state->vfs);
}

const std::string& FailingVfs::name() const {
  return m_state->name;
}

void FailingVfs::failAt(int operation, Fault fault) {
  const std::lock_guard lock(m_state->mutex);
  m_state->countdown = operation;
  m_state->fault = fault;
  m_state->struck = false;
}

bool FailingVfs::struck() const {
  const std::lock_guard lock(m_state->mutex);
  return m_state->struck;
}

void FailingVfs::repair() {
  const std::lock_guard lock(m_state->mutex);
  m_state->countdown = 0;
  m_state->full = false;
}

void FailingVfs::restart() {
  const std::lock_guard lock(m_state->mutex);
  m_state->files.clear();
  m_state->countdown = 0;
  m_state->dead = m_state->full = false;
}

}  // namespace aiagent::test
