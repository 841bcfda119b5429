#include "tests/simulation/client.h"

#include "core/authoring/content/shared_merge.h"
#include "core/store/connection.h"
#include "core/store/sql.h"
#include "core/store/sync_rows.h"
#include "core/store/version_rows.h"
#include "core/wire/sync_message.h"

namespace aiagent::simulation {
namespace {

namespace fs = std::filesystem;
using base::Result;
using store::Connection;

store::AgentMerge merge(const domain::SharedAgent& base, const domain::SharedAgent& mine,
                        const domain::SharedAgent& theirs) {
  auto merged = authoring::mergeShared(base, mine, theirs);
  store::AgentMerge result{.agent = std::move(merged.agent), .fields = {}};
  for (const auto& conflict : merged.conflicts) result.fields.push_back(conflict.field);
  return result;
}

template <class T>
T sound(Result<T> result, const char* what) {
  if (!result)
    throw Violation("store", std::string(what) + ": " + result.error().detail + ' ' + result.error().subject);
  return std::move(*result);
}

void sound(const Result<void>& result, const char* what) {
  if (!result)
    throw Violation("store", std::string(what) + ": " + result.error().detail + ' ' + result.error().subject);
}

void replaceFolder(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

std::string allOf(Connection& connection, const char* sql) {
  std::string texts;
  store::Query row(connection, sql);
  while (row.next()) texts += row.text(0) + '\n';
  return texts;
}

std::string agentsOf(Connection& connection) {
  std::vector<domain::AgentId> ids;
  {
    store::Query row(connection, "SELECT id FROM agent ORDER BY number");
    while (row.next()) ids.push_back(row.id<domain::AgentId>(0));
  }
  std::string texts;
  for (const auto id : ids)
    texts += id.toString() + ' ' + store::fieldsJson(store::readShared(connection, id)) + '\n';
  return texts;
}

}  // namespace

Client::Client(ClientOptions options)
    : m_options(std::move(options)),
      m_random(m_options.seed * 1'000 + std::uint64_t(m_options.number)),
      m_ahead(m_options.seed * 1'000 + 500 + std::uint64_t(m_options.number)),
      m_idBits(m_options.seed * 1'000 + 500 + std::uint64_t(m_options.number)) {
  replaceFolder(m_options.blank, m_options.folder);
  openStore();
}

Client::~Client() = default;

void Client::openStore() {
  if (m_store) return;
  m_ids = std::make_unique<base::UuidSource>(m_clock, [this] { return m_idBits.next(); });
  m_store = std::make_unique<test::TempStore>(m_options.folder, [this](store::StoreOptions& options) {
    options.clock = &m_clock;
    options.ids = m_ids.get();
    options.maintenanceAfter = std::chrono::hours(24);
    options.changed = {};
  });
  if (!m_store->isOpen()) throw Violation("I16", "the store does not open: " + m_store->openError().detail);
}

void Client::bind(const store::SyncBinding& binding) {
  sound(m_store->write([&](Connection& c) { return store::bindSync(c, binding); }), "bind");
}

void Client::start() {
  openStore();
  online = true;
  m_machine = std::make_unique<sync::SyncMachine>(sync::MachineOptions{.seed = m_random.next()});
  perform(m_machine->start());
}

// The files are set aside as they are while the store is open, and are what is found at the next opening.
void Client::stop() {
  const auto aside = m_options.folder.string() + ".crash";
  if (m_store) replaceFolder(m_options.folder, aside);
  m_machine.reset();
  m_work.reset();
  m_exchange.reset();
  m_timer.reset();
  m_early.reset();
  if (!m_store) return;
  m_store.reset();
  replaceFolder(aside, m_options.folder);
  fs::remove_all(aside);
}

void Client::copyProfile() {
  m_copy = m_options.folder.string() + ".copy";
  replaceFolder(m_options.folder, m_copy);
}

void Client::putBack() {
  replaceFolder(m_copy, m_options.folder);
}

void Client::jumpTo(base::Milliseconds off) {
  m_clock.advance(off - m_off);
  m_off = off;
}

void Client::tell(const sync::Event& event) {
  perform(m_machine->on(event, m_clock.now()));
}

void Client::perform(const std::vector<sync::Action>& actions) {
  for (const auto& action : actions) {
    if (const auto* timer = std::get_if<sync::ArmTimer>(&action)) {
      if (timer->delay <= base::Milliseconds(0)) throw Violation("I19", "a timer of no length");
      m_timer = timer->delay;
    } else if (m_work || m_exchange) {
      throw Violation("machine", "two things at a time");
    } else {
      m_work = action;
    }
  }
  const auto phase = m_machine->state().phase;
  const bool stopped =
      phase == sync::Phase::SignIn || phase == sync::Phase::Revoked || phase == sync::Phase::Upgrade;
  if (!m_work && !m_exchange && !m_timer && !stopped)
    throw Violation("I12", "nothing to do and no timer is armed");
}

std::string Client::work() {
  const auto action = *m_work;
  m_work.reset();
  if (std::holds_alternative<sync::Pull>(action)) return beginPull(), "pull";
  if (std::holds_alternative<sync::Push>(action)) return beginPush();
  if (const auto* replace = std::get_if<sync::Replace>(&action)) {
    sound(m_store->write([&](Connection& c) { return store::beginReplacing(c, replace->reason); }),
          "replace");
    tell(sync::Done{});
    return "replace (" + replace->reason + ')';
  }
  sound(m_store->write([](Connection& c) { return store::mintClient(c); }), "mint");
  tell(sync::Done{});
  return "mint";
}

store::SyncPosition Client::position() {
  return sound(m_store->read([](Connection& c) { return store::syncPosition(c); }), "position");
}

void Client::beginPull() {
  const auto at = position();
  const int limits[] = {1, 2, 4, 2'000, 2'000, 2'000};
  const wire::PullRequest request{.client = at.client,
                                  .space = at.binding.workspace,
                                  .epoch = at.epochToAsk(),
                                  .cursor = at.from(),
                                  .floor = at.floor,
                                  .limit = limits[m_random.below(6)],
                                  .ownBrief = at.replacing.empty()};
  m_exchange = Exchange{.call = {.push = false, .person = person(), .request = wire::toJson(request)}};
}

std::string Client::beginPush() {
  const store::PushLimits limits{.mutations = m_random.chance(30) ? 1 : 50};
  const auto plan = sound(m_store->write([&](Connection& c) { return store::planPush(c, limits); }), "plan");
  const auto count = plan.mutations.size();
  if (count == 0) {
    tell(sync::Pushed{.sent = 0, .waitsForFiles = !plan.wantedBlobs.empty()});
    return "push nothing";
  }
  // Now and then more is planned while that is under way.
  if (m_ahead.chance(m_options.ahead))
    sound(m_store->write([&](Connection& c) { return store::planAhead(c, limits); }), "plan ahead");
  const auto at = position();
  wire::PushRequest request{.client = at.client,
                            .space = at.binding.workspace,
                            .epoch = at.epoch,
                            .cursor = at.from(),
                            .floor = at.floor,
                            .mutations = plan.mutations};
  m_exchange = Exchange{.call = {.push = true, .person = person(), .request = wire::toJson(request)},
                        .more = plan.more};
  return "push " + std::to_string(count);
}

void Client::done(const sync::Event& event) {
  m_exchange.reset();
  tell(event);
}

void Client::fail(sync::Trouble trouble) {
  done(sync::Failed{std::move(trouble)});
}

std::string Client::receive() {
  const auto answer = *m_exchange->answer;
  const bool push = m_exchange->call.push;
  const auto failed = [this](sync::Trouble trouble) {
    const auto told = "failed: " + trouble.reason;
    fail(std::move(trouble));
    return told;
  };
  if (answer.status != 200) return failed(sync::troubleOf(answer.status, answer.body, std::nullopt));
  if (push) {
    auto reply = wire::pushReplyFrom(answer.body);
    return reply ? receivePush(std::move(*reply)) : failed(sync::troubleOf(reply.error()));
  }
  const auto page = wire::pullReplyFrom(answer.body);
  return page ? receivePull(*page) : failed(sync::troubleOf(page.error()));
}

// Planted: the first half, after which a crash may come.
void Client::saveCursorEarly(const wire::PullReply& page) {
  m_early = page;
  sound(m_store->write([&](Connection& c) -> Result<void> {
    store::Query(c, "UPDATE sync_state SET cursor=?1").bind(page.to).run();
    return {};
  }),
        "cursor");
}

// Why the rows here are not those of the server.
std::string Client::misfit(const wire::PullReply& page) {
  const auto told = m_store->read([&](Connection& c) -> Result<std::string> {
    const auto kept = store::syncPosition(c)->digest;
    auto text = std::to_string(kept.live) + " rows of " + std::to_string(page.digest.live);
    store::Query row(c, "SELECT type, hex(record) FROM sync_row WHERE version=0 AND deleted=0");
    while (row.next()) text += ", not told of " + row.text(0) + ' ' + row.text(1);
    return text;
  });
  return *told;
}

std::string Client::receivePull(const wire::PullReply& page) {
  const auto before = position();
  const bool plain = before.replacing.empty() && before.stageCursor == 0 && page.complete;
  if (m_options.plant == Plant::EarlyCursor && plain && !m_early && page.to > before.cursor)
    return saveCursorEarly(page), "cursor saved early";
  const bool first = before.replacing.empty() && before.stageCursor == 0 &&
                     (before.cursor == 0 || before.pulled == base::WallTime{});
  const auto shown = page.complete || first ? std::string() : seen();
  const auto applied = m_store->write([&](Connection& c) {
    if (m_early) store::Query(c, "UPDATE sync_state SET cursor=?1").bind(page.from).run();
    return store::takePage(c, page, merge);
  });
  m_early.reset();
  if (!applied) {
    fail(sync::troubleOf(applied.error()));
    return "page refused: " + applied.error().subject + applied.error().detail;
  }
  if (!shown.empty() && !applied->complete && shown != seen())
    throw Violation("I6", "an incomplete page changed what is seen");
  if (applied->complete && !applied->digestFits) digestMissed = true;
  const auto told = "rows " + std::to_string(page.rows.size()) + " to " + std::to_string(page.to) +
                    (applied->complete ? "" : " (more)") +
                    (applied->digestFits ? "" : " and does not fit: " + misfit(page)) +
                    (applied->rewound ? " rewound" : "");
  done(sync::Pulled{.complete = applied->complete,
                    .digestFits = applied->digestFits,
                    .rewound = applied->rewound,
                    .pushFirst = applied->pushFirst});
  return told;
}

// Planted: what was rejected is forgotten.
void Client::dropSilently(wire::PushReply& reply) {
  sound(m_store->write([&](Connection& c) -> Result<void> {
    for (const auto& result : reply.results) {
      if (result.state != wire::MutationState::Rejected || result.code == "exists") continue;
      store::Query(c, "DELETE FROM sync_pending WHERE record=(SELECT record FROM sync_outbox WHERE n=?1)")
          .bind(result.number)
          .run();
      store::Query(c, "DELETE FROM sync_outbox WHERE n=?1").bind(result.number).run();
    }
    return {};
  }),
        "drop");
}

std::string Client::receivePush(wire::PushReply reply) {
  if (m_options.plant == Plant::SilentOutbox) dropSilently(reply);
  const auto settled = m_store->write([&](Connection& c) { return store::settlePush(c, reply); });
  if (!settled) {
    fail(sync::troubleOf(settled.error()));
    return "not settled";
  }
  std::string told = "settled";
  for (const auto& result : reply.results)
    told += ' ' + std::to_string(result.number) + (result.duplicate ? "=dup:" : "=") +
            std::to_string(int(result.state)) + result.code;
  done(sync::Pushed{.sent = int(reply.results.size()),
                    .pullWanted = settled->pullWanted,
                    .caughtUp = settled->caughtUp,
                    .more = m_exchange->more});
  return told;
}

void Client::fireTimer() {
  m_clock.advance(*m_timer);
  m_timer.reset();
  tell(sync::TimerFired{});
}

bool Client::atRest() const {
  return m_machine && !m_work && !m_exchange && m_machine->atRest() &&
         m_machine->state().phase == sync::Phase::UpToDate;
}

std::string Client::seen() {
  return sound(m_store->read([](Connection& c) { return Result<std::string>(agentsOf(c)); }), "agents");
}

std::string Client::texts() {
  return sound(m_store->read([](Connection& c) -> Result<std::string> {
    auto texts = agentsOf(c);
    std::vector<domain::VersionId> versions;
    {
      store::Query row(c, "SELECT id FROM agent_version");
      while (row.next()) versions.push_back(row.id<domain::VersionId>(0));
    }
    for (const auto id : versions) texts += wire::toJson(wire::toFields(*store::readVersion(c, id))) + '\n';
    texts += allOf(c,
                   "SELECT coalesce(mine, '') || ' ' || coalesce(theirs, '') || ' ' || coalesce(base, '') "
                   "FROM sync_inbox");
    texts += allOf(c, "SELECT coalesce(parked, '') || extra FROM sync_row");
    return texts;
  }),
               "texts");
}

void Client::checkFile() {
  const auto checked = (*m_store)->checkAndWait();
  if (!checked) throw Violation("I16", "damaged: " + checked.error().detail);
}

}  // namespace aiagent::simulation
