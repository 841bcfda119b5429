#include "ui/viewmodels/uploads_vm.h"

#include <algorithm>

#include "core/runs/model_catalog.h"
#include "ui/viewmodels/while_alive.h"

namespace aiagent::ui {
namespace {

using domain::Upload;
using domain::UploadKind;

// The table's prices are OpenAI's own.
bool hasPrice(const Upload& upload) {
  return upload.kind == UploadKind::VectorStore &&
         domain::originOf(upload.baseUrl) == domain::originOf(domain::kOpenAiBaseUrl);
}

}  // namespace

UploadsVm::UploadsVm(services::UploadService& uploads, services::AgentService& agents,
                     services::ModelService& models, QObject* parent)
    : QObject(parent), m_uploads(uploads), m_agents(agents), m_models(models) {
  connect(&uploads, &services::UploadService::changed, this, &UploadsVm::load);
}

void UploadsVm::load() {
  m_uploads.list(whileAlive(this, [this](base::Result<std::vector<Upload>> uploads) {
    if (uploads) return show(std::move(*uploads));
    change([&](UploadsState& state) {
      state.loaded = true;
      state.error = uploads.error();
    });
  }));
}

void UploadsVm::show(std::vector<Upload> uploads) {
  const auto& price = m_models.catalog().storage();
  change([&](UploadsState& state) {
    const auto before = std::move(state.rows);
    state.loaded = true;
    state.error.reset();
    state.rows.clear();
    state.storeBytes = 0;
    state.nanoUsdMonth.reset();
    for (auto& upload : uploads) {
      const auto old =
          std::ranges::find(before, upload.remote, [](const UploadRow& row) { return row.upload.remote; });
      UploadRow row = old == before.end() ? UploadRow{} : *old;
      row.upload = std::move(upload);
      if (hasPrice(row.upload) && price) {
        state.storeBytes += row.upload.bytes;
        auto full = *price;
        full.freeGib = 0;
        row.nanoUsdMonth = runs::storageNanoUsdPerMonth(full, row.upload.bytes);
      }
      state.rows.push_back(std::move(row));
    }
    if (!price) return;
    state.nanoUsdMonth = runs::storageNanoUsdPerMonth(*price, state.storeBytes);
    state.freeBytes = std::int64_t(price->freeGib * double(1 << 30));
    state.priceFrom = price->from;
  });
  nameAgents();
}

void UploadsVm::nameAgents() {
  std::set<domain::AgentId> asked;
  for (const auto& row : m_state.rows)
    if (!row.upload.agent.isNull() && row.agentName.empty()) asked.insert(row.upload.agent);
  for (const auto& id : asked)
    m_agents.load(id, whileAlive(this, [this, id](base::Result<services::AgentWithDraft> found) {
                    if (!found) return;
                    change([&](UploadsState& state) {
                      for (auto& row : state.rows)
                        if (row.upload.agent == id) row.agentName = found->agent.content.name;
                    });
                  }));
}

void UploadsVm::remove(const std::vector<std::string>& ids) {
  std::vector<Upload> chosen;
  for (const auto& id : ids)
    if (const auto* row = rowOf(m_state, id); row && !row->deleting) chosen.push_back(row->upload);
  std::ranges::stable_sort(chosen, {}, [](const Upload& upload) { return upload.kind; });
  m_toRemove.insert(m_toRemove.begin(), chosen.begin(), chosen.end());
  change([&](UploadsState& state) {
    for (const auto& upload : chosen)
      if (auto* row = rowOf(state, upload.remote)) {
        row->deleting = true;
        row->error.reset();
      }
  });
  if (!m_removing) removeNext();
}

void UploadsVm::removeNext() {
  m_removing = !m_toRemove.empty();
  if (!m_removing) return;
  const auto upload = m_toRemove.back();
  m_toRemove.pop_back();
  m_uploads.remove(upload, whileAlive(this, [this, upload](base::Result<void> removed) {
                     change([&](UploadsState& state) {
                       auto* row = rowOf(state, upload.remote);
                       if (!row) return;
                       row->deleting = false;
                       if (!removed) row->error = removed.error();
                     });
                     removeNext();
                   }));
}

UploadRow* UploadsVm::rowOf(UploadsState& state, const std::string& remote) {
  const auto at =
      std::ranges::find(state.rows, remote, [](const UploadRow& row) { return row.upload.remote; });
  return at == state.rows.end() ? nullptr : &*at;
}

void UploadsVm::clearErrors() {
  change([](UploadsState& state) {
    state.error.reset();
    for (auto& row : state.rows) row.error.reset();
  });
}

void UploadsVm::change(const std::function<void(UploadsState&)>& edit) {
  auto next = m_state;
  edit(next);
  if (next == m_state) return;
  m_state = std::move(next);
  Q_EMIT stateChanged();
}

}  // namespace aiagent::ui
