// The part of SyncService that asks the server: pages, and edits.
#include <utility>

#include "core/authoring/content/shared_merge.h"
#include "core/services/blob_exchange.h"
#include "core/services/guarded.h"
#include "core/services/sync_service.h"

namespace aiagent::services {
namespace {

constexpr char kPullPath[] = "/v1/rpc/sync_pull";
// Requests that follow each other without the machine, so without a look at what others did. More only while
// answers tell that nobody else wrote.
constexpr int kMostInARow = 8;

store::AgentMerge merged(const domain::SharedAgent& base, const domain::SharedAgent& mine,
                         const domain::SharedAgent& theirs) {
  auto merge = authoring::mergeShared(base, mine, theirs);
  store::AgentMerge result{.agent = std::move(merge.agent), .fields = {}};
  for (const auto& conflict : merge.conflicts) result.fields.push_back(conflict.field);
  return result;
}

}  // namespace

// ---- pages

void SyncService::perform(const sync::Pull&) {
  withLock([this] {
    readPosition([this](base::Result<store::SyncPosition> position) {
      if (!position) return fail(sync::troubleOf(position.error()));
      askPage({.client = position->client,
               .space = position->binding.workspace,
               .epoch = position->epochToAsk(),
               .cursor = position->from(),
               .floor = position->floor,
               .least = position->head,
               .ownBrief = position->replacing.empty()});
    });
  });
}

void SyncService::askPage(const wire::PullRequest& request) {
  auto body = wire::toJson(request);
  const auto then = [this, request](const ServerAnswer& answer) { take(request, answer); };
  const auto ahead = std::exchange(m_ahead, nullptr);
  if (!ahead || ahead->body != body) return ask(kPullPath, std::move(body), then);
  if (!m_machine) return;
  ahead->heard = asking(body.size(), then);
  if (ahead->answer) ahead->heard(*ahead->answer);
}

// While a page is written here the server makes the next one. It is used if it is what is asked for then.
void SyncService::askAhead(wire::PullRequest request, const ServerAnswer& answer) {
  const auto page = wire::pageHeadFrom(answer.body);
  if (!page || page->complete) return;
  if (page->from == 0) request.floor = page->floor;
  request.epoch = page->epoch;
  request.cursor = page->to;
  request.least = page->head;
  m_ahead = std::make_shared<PageAhead>(PageAhead{.body = wire::toJson(request), .answer = {}, .heard = {}});
  m_account.request("POST", kPullPath, m_ahead->body,
                    guarded<ServerAnswer>(this, [ahead = m_ahead](base::Result<ServerAnswer> next) {
                      ahead->answer = std::move(next);
                      if (const auto heard = std::exchange(ahead->heard, nullptr)) heard(*ahead->answer);
                    }));
}

void SyncService::take(const wire::PullRequest& request, const ServerAnswer& answer) {
  askAhead(request, answer);
  m_library.store().write<store::Applied>(
      [body = answer.body](store::Connection& connection) -> base::Result<store::Applied> {
        const auto page = wire::pullReplyFrom(body);
        return page ? store::takePage(connection, *page, merged) : page.error();
      },
      guarded<store::Applied>(this, [this](base::Result<store::Applied> applied) {
        if (!applied) return fail(sync::troubleOf(applied.error()));
        if (applied->complete) exchangeFiles({});
        if (applied->conflicts + applied->recovered + applied->lost > 0) Q_EMIT inboxChanged();
        tell(sync::Pulled{applied->complete, applied->digestFits, applied->rewound, applied->pushFirst});
        if (applied->complete) reloadStatus();
      }));
}

// ---- edits

// A few requests in a row are one push for the machine. While the server works on one, the next is planned
// and the answer to the one before is written; still one is answered before the next is sent.
void SyncService::perform(const sync::Push&) {
  withLock([this] {
    m_run = {.number = m_run.number + 1};
    plan(store::planPush, [this](base::Result<Batch> batch) {
      if (!batch) return fail(sync::troubleOf(batch.error()));
      exchangeFiles(batch->plan.wantedBlobs);
      m_run.told.waitsForFiles = !batch->plan.wantedBlobs.empty();
      if (batch->plan.mutations.empty()) return tell(m_run.told);
      send(std::move(*batch));
      planNext();
    });
  });
}

void SyncService::plan(Planning planning, std::function<void(base::Result<Batch>)> then) {
  m_library.store().write<Batch>(
      [planning, known = m_blobs->known()](store::Connection& connection) -> base::Result<Batch> {
        auto planned =
            planning(connection, {}, [&](const std::string& hash) { return known->contains(hash); });
        if (!planned) return planned.error();
        auto position = store::syncPosition(connection);
        if (!position) return position.error();
        return Batch{std::move(*planned), std::move(*position)};
      },
      guarded<Batch>(this, std::move(then)));
}

void SyncService::send(Batch batch) {
  m_run.told.sent += int(batch.plan.mutations.size());
  m_run.more = batch.plan.more;
  ++m_run.requests;
  const wire::PushRequest request{.client = batch.position.client,
                                  .space = batch.position.binding.workspace,
                                  .epoch = batch.position.epoch,
                                  .cursor = batch.position.from(),
                                  .floor = batch.position.floor,
                                  .mutations = std::move(batch.plan.mutations)};
  ask("/v1/rpc/sync_push", wire::toJson(request), [this](const ServerAnswer& answer) { answered(answer); });
}

void SyncService::planNext() {
  if (!m_run.more || (m_run.requests >= kMostInARow && !m_run.told.caughtUp)) return;
  m_run.planning = true;
  plan(store::planAhead, [this, number = m_run.number](base::Result<Batch> batch) {
    if (number != m_run.number) return;
    m_run.planning = false;
    if (batch && !batch->plan.mutations.empty()) m_run.next = std::move(*batch);
    if (const auto answer = std::exchange(m_run.answer, std::nullopt)) answered(*answer);
  });
}

void SyncService::answered(const ServerAnswer& answer) {
  if (m_run.planning) {
    m_run.answer = answer;
    return;
  }
  auto next = std::exchange(m_run.next, std::nullopt);
  const bool last = !next || m_run.told.pullWanted;
  if (!last) send(std::move(*next));
  settle(answer, last);
  if (!last) planNext();
}

void SyncService::settle(const ServerAnswer& answer, bool last) {
  m_library.store().write<store::Settled>(
      [body = answer.body](store::Connection& connection) -> base::Result<store::Settled> {
        const auto reply = wire::pushReplyFrom(body);
        return reply ? store::settlePush(connection, *reply) : reply.error();
      },
      guarded<store::Settled>(this,
                              [this, last, number = m_run.number](base::Result<store::Settled> settled) {
                                if (settled && settled->rejected > 0) Q_EMIT inboxChanged();
                                if (number != m_run.number) return;
                                if (settled && settled->pullWanted) m_run.told.pullWanted = true;
                                m_run.told.caughtUp = settled && settled->caughtUp;
                                if (!settled) return endRun(sync::troubleOf(settled.error()));
                                if (last) endRun(std::nullopt);
                                reloadStatus();
                              }));
}

// What could not be written is told once nothing is under way: its answer comes again.
void SyncService::endRun(std::optional<sync::Trouble> trouble) {
  ++m_run.number;
  if (!trouble) return tell(m_run.told);
  forgetRequest();
  fail(*trouble);
}

}  // namespace aiagent::services
