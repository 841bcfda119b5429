#include "core/services/knowledge_delivery.h"

#include "core/base/log.h"
#include "core/store/blob_store.h"
#include "core/store/connection.h"
#include "core/store/upload_repository.h"
#include "core/wire/answer_json.h"
#include "core/wire/file_json.h"

namespace aiagent::services {
namespace {

using domain::KnowledgeFile;
using domain::UploadKind;

constexpr std::size_t kLongestAnswer = 1u << 20;
constexpr base::Milliseconds kAnswerTimeout{60'000};

base::Result<runs::KnowledgePlan> planFor(store::Connection& connection, const runs::KnowledgeNeeds& needs,
                                          const std::string& baseUrl, const std::string& searchedHash) {
  runs::KnowledgePlan plan;
  const auto add = [&](const std::vector<KnowledgeFile>& files,
                       std::vector<runs::RemoteNeed>& all) -> base::Result<void> {
    for (const auto& file : files) {
      auto known = store::findUpload(connection, baseUrl, UploadKind::File, file.sha256);
      if (!known) return known.error();
      all.push_back({file, std::move(*known)});
    }
    return {};
  };
  if (auto added = add(needs.byId, plan.named); !added) return added.error();
  if (auto added = add(needs.searched, plan.searched); !added) return added.error();
  if (!needs.searched.empty()) {
    auto known = store::findUpload(connection, baseUrl, UploadKind::VectorStore, searchedHash);
    if (!known) return known.error();
    plan.knownStore = std::move(*known);
  }
  return plan;
}

bool isSuccess(int status) {
  return status >= 200 && status < 300;
}

}  // namespace

struct KnowledgeDelivery::Answer {
  int status = 0;
  std::string contentType;
  std::string body;
};

KnowledgeDelivery::KnowledgeDelivery(Profile& profile, ports::HttpClient& http, DeliverySetup setup,
                                     Progress progress, Done<wire::SentKnowledge> done)
    : m_profile(profile),
      m_http(http),
      m_setup(std::move(setup)),
      m_progress(std::move(progress)),
      m_done(std::move(done)),
      m_needs(runs::needsOf(m_setup.knowledge)) {}

KnowledgeDelivery::~KnowledgeDelivery() {
  *m_alive = false;
  m_exchange.reset();
}

void KnowledgeDelivery::start() {
  const auto& baseUrl = m_setup.access.provider.baseUrl;
  if (m_setup.access.provider.name == domain::kRehearsalProvider)
    m_profile.store().write<void>(
        [baseUrl](store::Connection& connection) {
          return store::deleteUploadsElsewhere(connection, domain::kRehearsalProvider, baseUrl);
        },
        {});
  m_profile.store().read<runs::KnowledgePlan>(
      [needs = m_needs, baseUrl](store::Connection& connection) {
        return planFor(connection, needs, baseUrl, runs::searchedHash(needs.searched));
      },
      [this, alive = std::weak_ptr<bool>(m_alive)](base::Result<runs::KnowledgePlan> plan) {
        if (const auto still = alive.lock(); !still || !*still) return;
        if (!plan) return finish(plan.error());
        begin(std::move(*plan));
      });
}

void KnowledgeDelivery::begin(runs::KnowledgePlan plan) {
  m_machine = std::make_unique<runs::KnowledgeMachine>(std::move(plan));
  for (const auto& action : m_machine->start(m_profile.clock().now())) act(action);
}

void KnowledgeDelivery::feed(const runs::KnowledgeEvent& event) {
  const std::weak_ptr<bool> alive = m_alive;
  for (const auto& action : m_machine->on(event, m_profile.clock().now())) {
    act(action);
    if (const auto still = alive.lock(); !still || !*still) return;  // its owner has what it wanted
  }
}

void KnowledgeDelivery::act(const runs::KnowledgeAction& action) {
  if (const auto* check = std::get_if<runs::CheckFile>(&action)) {
    m_progress({.stage = KnowledgeProgress::Stage::Checking});
    send(requestTo("GET", "/files/" + check->id), [this](const Answer&) { feed(runs::FileThere{}); });
  } else if (const auto* uploadFile = std::get_if<runs::UploadFile>(&action)) {
    upload(*uploadFile);
  } else if (const auto* gone = std::get_if<runs::ForgetFile>(&action)) {
    forget(gone->id);
  } else if (const auto* asked = std::get_if<runs::CheckStore>(&action)) {
    send(requestTo("GET", "/vector_stores/" + asked->id),
         [this](const Answer& answer) { takeStore(answer); });
  } else if (const auto* make = std::get_if<runs::MakeStore>(&action)) {
    auto request = requestTo("POST", "/vector_stores");
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = wire::vectorStoreBody(m_setup.agentName, make->files, kUploadLife);
    m_progress({.stage = KnowledgeProgress::Stage::Indexing, .of = std::int64_t(make->files.size())});
    send(std::move(request), [this](const Answer& answer) { takeStore(answer); });
  } else if (const auto* goneStore = std::get_if<runs::ForgetStore>(&action)) {
    forget(goneStore->id);
  } else if (const auto* poll = std::get_if<runs::Poll>(&action)) {
    m_timer = m_profile.scheduler().after(poll->after, [this] { feed(runs::PollTimerFired{}); });
  } else if (const auto* indexing = std::get_if<runs::TellIndexing>(&action)) {
    m_progress({.stage = KnowledgeProgress::Stage::Indexing, .number = indexing->done, .of = indexing->of});
  } else if (const auto* ready = std::get_if<runs::KnowledgeReady>(&action)) {
    m_progress({.stage = KnowledgeProgress::Stage::Done});
    wire::SentKnowledge sent{{}, ready->store};
    for (const auto& file : m_needs.inlined)
      sent.files.push_back({file.name, file.mediaType, file.sha256, {}});
    for (std::size_t i = 0; i < m_needs.byId.size(); ++i) {
      const auto& file = m_needs.byId[i];
      sent.files.push_back({file.name, file.mediaType, file.sha256, ready->named[i]});
    }
    finish(std::move(sent));
  } else if (const auto* failed = std::get_if<runs::KnowledgeFailed>(&action)) {
    finish(failed->error);
  }
}

ports::HttpRequest KnowledgeDelivery::requestTo(std::string method, const std::string& path) const {
  ports::HttpRequest request;
  request.method = std::move(method);
  request.url = m_setup.access.provider.baseUrl + path;
  request.headers = providerHeaders(m_setup.access.provider);
  request.bearer = m_setup.access.key;
  request.connectTimeout = m_setup.connectTimeout;
  request.headTimeout = kAnswerTimeout;
  return request;
}

void KnowledgeDelivery::upload(const runs::UploadFile& upload) {
  const auto& file = upload.file;
  const store::BlobStore blobs(m_profile.folder());
  if (!blobs.has(file.sha256, file.bytes))
    return finish(base::Error{
        .code = base::ErrorCode::NotFound, .detail = "blob", .subject = "knowledge." + file.name});
  const auto form =
      wire::uploadForm(file.name, file.mediaType,
                       "aiagent-" + m_profile.ids().make<domain::MessageId>().toString(), kUploadLife);
  auto request = requestTo("POST", "/files");
  request.headers.emplace_back("Content-Type", form.contentType);
  request.body = form.before;
  request.bodyFile = blobs.pathOf(file.sha256);
  request.bodyEnd = form.after;
  KnowledgeProgress progress{.stage = KnowledgeProgress::Stage::Uploading,
                             .name = file.name,
                             .number = std::int64_t(upload.number),
                             .of = std::int64_t(upload.of),
                             .bytes = file.bytes};
  m_progress(progress);
  send(
      std::move(request),
      [this, file](const Answer& answer) {
        const auto remote = wire::fileFromJson(answer.body);
        if (!remote) return feed(runs::StepFailed{remote.error()});
        keep(UploadKind::File, remote->id, file.name, file.sha256, file.bytes, remote->expires);
        feed(runs::FileUploaded{remote->id});
      },
      [this, progress](std::int64_t done, std::int64_t) mutable {
        progress.done = std::min(done, progress.bytes);
        m_progress(progress);
      });
}

void KnowledgeDelivery::takeStore(const Answer& answer) {
  const auto remote = wire::vectorStoreFromJson(answer.body);
  if (!remote) return feed(runs::StepFailed{remote.error()});
  keep(UploadKind::VectorStore, remote->id, m_setup.agentName, runs::searchedHash(m_needs.searched),
       remote->bytes, remote->expires);
  feed(runs::StoreTold{remote->id, remote->status, remote->completed, remote->failed});
}

// 404 is an answer of its own; every other failure ends the delivery.
void KnowledgeDelivery::send(ports::HttpRequest request, std::function<void(const Answer&)> take,
                             std::function<void(std::int64_t, std::int64_t)> sent) {
  const auto answer = std::make_shared<Answer>();
  ports::HttpHandlers handlers;
  handlers.head = [answer](const ports::HttpHead& head) {
    answer->status = head.status;
    answer->contentType = head.header("content-type");
  };
  handlers.bytes = [answer](std::string_view bytes) {
    if (answer->body.size() + bytes.size() <= kLongestAnswer) answer->body.append(bytes);
  };
  const auto isAlive = [alive = std::weak_ptr<bool>(m_alive)] {
    const auto still = alive.lock();
    return still && *still;
  };
  handlers.done = [this, isAlive, answer, take = std::move(take)](base::Result<void> end) {
    if (!isAlive()) return;
    if (!end) return feed(runs::StepFailed{end.error()});
    if (answer->status == 404 || answer->status == 405) return feed(runs::NotThere{});
    if (!isSuccess(answer->status))
      return feed(runs::StepFailed{wire::errorFromAnswer(answer->status, answer->contentType, answer->body)});
    take(*answer);
  };
  if (sent)
    handlers.sent = [isAlive, sent = std::move(sent)](std::int64_t done, std::int64_t all) {
      if (isAlive()) sent(done, all);
    };
  // The exchange before this one may be telling its end.
  const auto before = std::shared_ptr<ports::HttpExchange>(std::move(m_exchange));
  if (before) m_profile.scheduler().post([before] {});
  m_exchange = m_http.send(std::move(request), std::move(handlers));
}

void KnowledgeDelivery::keep(UploadKind kind, std::string remote, std::string name, std::string sha256,
                             std::int64_t bytes, std::optional<base::WallTime> expires) {
  domain::Upload upload{.provider = m_setup.access.provider.name,
                        .baseUrl = m_setup.access.provider.baseUrl,
                        .kind = kind,
                        .remote = std::move(remote),
                        .agent = m_setup.agent,
                        .name = std::move(name),
                        .sha256 = std::move(sha256),
                        .bytes = bytes,
                        .created = m_profile.clock().wallNow(),
                        .expires = expires};
  m_profile.store().write<void>(
      [upload](store::Connection& connection) { return store::saveUpload(connection, upload); },
      [](base::Result<void> kept) {
        if (!kept) base::logError("knowledge", "upload_not_noted", kept.error());
      });
}

void KnowledgeDelivery::forget(const std::string& remote) {
  m_profile.store().write<void>(
      [remote, baseUrl = m_setup.access.provider.baseUrl](store::Connection& connection) {
        return store::deleteUpload(connection, baseUrl, remote);
      },
      {});
}

void KnowledgeDelivery::finish(base::Result<wire::SentKnowledge> result) {
  const auto done = std::move(m_done);  // may destroy this
  done(std::move(result));
}

}  // namespace aiagent::services
