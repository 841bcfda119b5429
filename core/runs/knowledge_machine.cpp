#include "core/runs/knowledge_machine.h"

#include <algorithm>
#include <utility>

#include "core/base/sha256.h"

namespace aiagent::runs {
namespace {

using domain::KnowledgeFile;

constexpr base::Milliseconds kLongestPause{5'000};
constexpr base::Milliseconds kLongestIndexing{10 * 60'000};

base::Error failure(base::ErrorCode code, std::string detail) {
  return {.code = code, .detail = std::move(detail), .subject = "knowledge"};
}

}  // namespace

KnowledgeNeeds needsOf(const std::vector<KnowledgeFile>& knowledge) {
  KnowledgeNeeds needs;
  std::int64_t inlined = 0;
  for (const auto& file : knowledge) {
    if (file.use == domain::KnowledgeUse::FileSearch) {
      needs.searched.push_back(file);
    } else if (file.bytes <= kLargestInline && inlined + file.bytes <= kMostInline) {
      inlined += file.bytes;
      needs.inlined.push_back(file);
    } else {
      needs.byId.push_back(file);
    }
  }
  return needs;
}

std::string searchedHash(const std::vector<KnowledgeFile>& searched) {
  std::vector<std::string> hashes;
  for (const auto& file : searched) hashes.push_back(file.sha256);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  base::Sha256 hash;
  for (const auto& each : hashes) hash.add(each);
  return hash.hex();
}

KnowledgeMachine::KnowledgeMachine(KnowledgePlan plan) : m_store(std::move(plan.knownStore)) {
  const auto addAll = [this](const std::vector<RemoteNeed>& needs, std::vector<std::string>& hashes) {
    for (const auto& need : needs) {
      hashes.push_back(need.file.sha256);
      const bool known = std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return entry.file.sha256 == need.file.sha256;
      });
      if (!known) m_entries.push_back({need.file, need.known});
    }
  };
  addAll(plan.named, m_named);
  addAll(plan.searched, m_searched);
  std::sort(m_searched.begin(), m_searched.end());
  m_searched.erase(std::unique(m_searched.begin(), m_searched.end()), m_searched.end());
}

std::vector<KnowledgeAction> KnowledgeMachine::start(base::Instant now) {
  Actions actions;
  if (m_phase != Phase::New) return actions;
  m_now = now;
  if (m_searched.empty() || m_store.empty()) {
    m_store.clear();
    goOn(actions);
  } else {
    m_phase = Phase::CheckingStore;
    actions.emplace_back(CheckStore{m_store});
  }
  return actions;
}

std::vector<KnowledgeAction> KnowledgeMachine::on(const KnowledgeEvent& event, base::Instant now) {
  Actions actions;
  if (m_phase == Phase::New || m_phase == Phase::Over) return actions;
  m_now = now;
  std::visit([&](const auto& each) { take(each, actions); }, event);
  return actions;
}

// A file only for the store is of no concern while the store is good.
KnowledgeMachine::Entry* KnowledgeMachine::firstUnsure() {
  for (auto& entry : m_entries) {
    const bool named = std::find(m_named.begin(), m_named.end(), entry.file.sha256) != m_named.end();
    if (!entry.sure && (named || !m_storeSure)) return &entry;
  }
  return nullptr;
}

void KnowledgeMachine::goOn(Actions& actions) {
  if (auto* entry = firstUnsure()) {
    m_current = std::size_t(entry - m_entries.data());
    if (!entry->id.empty()) {
      m_phase = Phase::CheckingFile;
      actions.emplace_back(CheckFile{entry->id});
      return;
    }
    m_phase = Phase::Uploading;
    const auto open = std::count_if(m_entries.begin(), m_entries.end(),
                                    [](const Entry& each) { return !each.sure && each.id.empty(); });
    const auto number = ++m_uploads;
    actions.emplace_back(UploadFile{entry->file, number, number + std::size_t(open) - 1});
    return;
  }
  if (m_searched.empty() || m_storeSure) return ready(actions);
  MakeStore make;
  for (const auto& hash : m_searched)
    for (const auto& entry : m_entries)
      if (entry.file.sha256 == hash) make.files.push_back(entry.id);
  m_phase = Phase::MakingStore;
  actions.emplace_back(std::move(make));
}

void KnowledgeMachine::take(const FileThere&, Actions& actions) {
  if (m_phase != Phase::CheckingFile) return;
  m_entries[m_current].sure = true;
  goOn(actions);
}

void KnowledgeMachine::take(const FileUploaded& event, Actions& actions) {
  if (m_phase != Phase::Uploading) return;
  m_entries[m_current].id = event.id;
  m_entries[m_current].sure = true;
  goOn(actions);
}

void KnowledgeMachine::take(const StoreTold& event, Actions& actions) {
  if (m_phase == Phase::CheckingStore) {
    const bool whole = event.completed >= std::int64_t(m_searched.size());
    if (event.status == "in_progress") return poll(event, actions);
    if (event.status != "completed" || !whole) return dropStore(actions);
    m_storeSure = true;
    return goOn(actions);
  }
  if (m_phase != Phase::MakingStore && m_phase != Phase::Polling) return;
  if (m_phase == Phase::MakingStore) m_pollingSince = m_now;
  m_store = event.id;
  if (event.status == "in_progress") return poll(event, actions);
  if (event.status != "completed" || event.completed < std::int64_t(m_searched.size()))
    return fail({.code = base::ErrorCode::RequestRejected,
                 .detail = "files could not be read",
                 .subject = "knowledge.",
                 .httpStatus = 422},
                actions);
  m_storeSure = true;
  goOn(actions);
}

void KnowledgeMachine::poll(const StoreTold& event, Actions& actions) {
  if (m_phase == Phase::CheckingStore) m_pollingSince = m_now;
  m_phase = Phase::Polling;
  if (m_now - m_pollingSince > kLongestIndexing)
    return fail(failure(base::ErrorCode::Timeout, "the vector store was not made in time"), actions);
  actions.emplace_back(TellIndexing{event.completed, std::int64_t(m_searched.size())});
  actions.emplace_back(Poll{m_pause});
  m_pause = std::min(base::Milliseconds(m_pause.count() * 3 / 2), kLongestPause);
}

void KnowledgeMachine::take(const PollTimerFired&, Actions& actions) {
  if (m_phase == Phase::Polling) actions.emplace_back(CheckStore{m_store});
}

void KnowledgeMachine::dropStore(Actions& actions) {
  actions.emplace_back(ForgetStore{m_store});
  m_store.clear();
  goOn(actions);
}

void KnowledgeMachine::take(const NotThere&, Actions& actions) {
  switch (m_phase) {
    case Phase::CheckingStore: return dropStore(actions);
    case Phase::CheckingFile:
      actions.emplace_back(ForgetFile{m_entries[m_current].id});
      m_entries[m_current].id.clear();
      return goOn(actions);
    case Phase::MakingStore:
    case Phase::Polling:
      // A file went between its check and the making, or the store itself: looked at once more.
      if (std::exchange(m_madeAgain, true)) break;
      if (m_phase == Phase::Polling) actions.emplace_back(ForgetStore{m_store});
      for (auto& entry : m_entries) entry.sure = false;
      m_store.clear();
      return goOn(actions);
    default: break;
  }
  fail({.code = base::ErrorCode::RequestRejected,
        .detail = "no files taken",
        .subject = "knowledge",
        .httpStatus = 404},
       actions);
}

void KnowledgeMachine::take(const StepFailed& event, Actions& actions) {
  fail(event.error, actions);
}

void KnowledgeMachine::fail(base::Error error, Actions& actions) {
  m_phase = Phase::Over;
  actions.emplace_back(KnowledgeFailed{std::move(error)});
}

void KnowledgeMachine::ready(Actions& actions) {
  m_phase = Phase::Over;
  KnowledgeReady ready{{}, m_store};
  for (const auto& hash : m_named)
    for (const auto& entry : m_entries)
      if (entry.file.sha256 == hash) {
        ready.named.push_back(entry.id);
        break;
      }
  actions.emplace_back(std::move(ready));
}

}  // namespace aiagent::runs
