#include "core/services/cluster/certificate_probe.h"

#include <QSignalSpy>

#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using namespace std::chrono_literals;
using base::ErrorCode;
using cluster::VerdictKind;
using ports::TlsGreeting;
using ports::TlsProblem;

namespace {

// Answers in the next turn with what the test says of that host; hosts without an answer hang.
class FakeProbe final : public ports::TlsProbe {
 public:
  explicit FakeProbe(ports::Scheduler& scheduler) : m_scheduler(scheduler) {}

  std::unique_ptr<ports::TlsProbeCall> greet(ports::TlsTarget target,
                                             std::function<void(base::Result<TlsGreeting>)> told) override {
    asked.push_back(target.host);
    auto call = std::make_unique<Call>();
    call->told = std::make_shared<std::function<void(base::Result<TlsGreeting>)>>(std::move(told));
    const auto found = answers.find(target.host);
    if (found == answers.end()) return call;
    m_scheduler.post([answer = found->second, told = std::weak_ptr(call->told)] {
      if (const auto alive = told.lock(); alive && *alive) std::exchange(*alive, nullptr)(answer);
    });
    return call;
  }

  std::map<std::string, base::Result<TlsGreeting>> answers;
  std::vector<std::string> asked;

 private:
  struct Call final : ports::TlsProbeCall {
    ~Call() override {
      if (*told) std::exchange(*told, nullptr)(base::Error{.code = ErrorCode::Cancelled});
    }
    std::shared_ptr<std::function<void(base::Result<TlsGreeting>)>> told;
  };
  ports::Scheduler& m_scheduler;
};

struct Probe : testing::ClusterFixture {
  Probe() : certificates(fake, scheduler, clock, {.interval = 50ms, .afterFailure = 50ms}) {}

  TlsGreeting holding(std::chrono::hours left) const {
    return {.subject = "a.example",
            .issuer = "Good CA",
            .names = {"a.example", "b.example"},
            .notBefore = clock.wallNow() - 24h,
            .notAfter = clock.wallNow() + left,
            .sha256 = {},
            .problems = {}};
  }
  const services::ShownCertificate& at(std::size_t place) const {
    return certificates.certificates().at(place);
  }
  bool becomes(std::size_t place, const std::string& reason) {
    return QTest::qWaitFor([&] { return at(place).verdict.reason == reason; }, 10'000);
  }

  FakeProbe fake{scheduler};
  services::CertificateProbe certificates;
};

}  // namespace

class CertificateProbeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void verdict_isByExpiryAndByWhatBrowsersRefuse() {
    Probe f;
    struct Case {
      std::chrono::hours left;
      std::vector<TlsProblem> problems;
      VerdictKind kind;
      const char* reason;
    };
    for (const auto& one :
         {Case{24h * 60, {}, VerdictKind::Healthy, "Valid"},
          Case{24h * 20, {}, VerdictKind::Degraded, "ExpiresSoon"},
          Case{24h * 6, {}, VerdictKind::Failed, "ExpiresVerySoon"},
          Case{-1h, {TlsProblem::Expired}, VerdictKind::Failed, "Expired"},
          Case{-1h, {TlsProblem::Expired, TlsProblem::WrongHost}, VerdictKind::Failed, "Expired"},
          Case{24h * 60, {TlsProblem::WrongHost}, VerdictKind::Failed, "WrongHost"},
          Case{24h * 6, {TlsProblem::SelfSigned}, VerdictKind::Failed, "SelfSigned"},
          Case{24h * 60,
               {TlsProblem::UnknownIssuer, TlsProblem::WrongHost},
               VerdictKind::Failed,
               "UnknownIssuer"},
          Case{24h * 60, {TlsProblem::NotYetValid}, VerdictKind::Failed, "NotYetValid"},
          Case{24h * 60, {TlsProblem::Expired}, VerdictKind::Failed, "Expired"},
          Case{24h * 60, {TlsProblem::Revoked}, VerdictKind::Failed, "Revoked"},
          Case{24h * 60, {TlsProblem::Other}, VerdictKind::Failed, "NotTrusted"}}) {
      auto greeting = f.holding(one.left);
      greeting.problems = one.problems;
      const auto verdict = services::greetingVerdict(greeting, f.clock.wallNow());
      QCOMPARE(verdict.reason, std::string(one.reason));
      QCOMPARE(verdict.kind, one.kind);
      QCOMPARE(verdict.evidence.back().value, std::string("a.example, b.example"));
    }
  }

  void targets_areLookedAtOneAfterTheOther() {
    Probe f;
    f.fake.answers = {{"a", f.holding(24h * 60)}, {"b", base::Error{.code = ErrorCode::TlsFailed}}};
    f.certificates.setTargets({{.host = "a"}, {.host = "b"}, {.host = "slow"}});
    QCOMPARE(f.at(0).verdict.reason, std::string("NotSeenYet"));
    QVERIFY(f.becomes(0, "Valid"));
    QCOMPARE(f.at(0).asOf, f.clock.wallNow());
    QVERIFY(f.becomes(1, "NoTls"));
    QCOMPARE(f.at(1).verdict.kind, VerdictKind::Unknown);
    QVERIFY(QTest::qWaitFor([&] { return f.fake.asked == std::vector<std::string>({"a", "b", "slow"}); }));
    QCOMPARE(f.at(2).verdict.kind, VerdictKind::Unknown);
  }

  void lostHost_isBelievedForADay() {
    Probe f;
    f.fake.answers = {{"a", f.holding(24h * 60)}};
    f.certificates.setTargets({{.host = "a"}});
    QVERIFY(f.becomes(0, "Valid"));
    f.fake.answers.insert_or_assign("a", base::Error{.code = ErrorCode::ConnectionFailed});
    QVERIFY(QTest::qWaitFor([&] { return f.at(0).trouble.has_value(); }));
    QCOMPARE(f.at(0).verdict.reason, std::string("Valid"));
    f.clock.advance(base::Milliseconds(25h));
    QVERIFY(f.becomes(0, "NotReached"));
    QVERIFY2(f.at(0).greeting.has_value(), "what was seen stays, with its time");
    f.fake.answers.insert_or_assign("a", f.holding(24h * 60));
    QVERIFY(f.becomes(0, "Valid"));
    QVERIFY(!f.at(0).trouble);
  }

  void otherTargets_keepWhatIsKnown() {
    Probe f;
    f.fake.answers = {{"a", f.holding(24h * 60)}, {"b", f.holding(24h)}};
    f.certificates.setTargets({{.host = "a"}});
    QVERIFY(f.becomes(0, "Valid"));
    f.certificates.setTargets({{.host = "b"}, {.host = "a"}});
    QCOMPARE(f.at(1).verdict.reason, std::string("Valid"));
    QVERIFY(f.becomes(0, "ExpiresVerySoon"));
    QSignalSpy changed(&f.certificates, &services::CertificateProbe::changed);
    f.certificates.setTargets({});
    QCOMPARE(changed.count(), 1);
    QVERIFY(f.certificates.certificates().empty());
  }

  void ingresses_nameTheirHosts() {
    base::Interner names;
    wire::IngressRow one, other;
    one.tlsHosts = {names.name("b.example"), names.name("*.example"), names.name("a.example")};
    other.tlsHosts = {names.name("a.example"), names.name("")};
    const auto targets = services::targetsOf({.ingresses = {&one, &other}});
    QCOMPARE(targets, (std::vector<ports::TlsTarget>{{.host = "a.example"}, {.host = "b.example"}}));
  }

  void gatewaysAndTheApi_areAskedAtTheirPorts() {
    base::Interner names;
    wire::GatewayRow gateway;
    gateway.listeners = {{.host = names.name("a.example"), .port = 8443, .tls = true},
                         {.host = names.name("plain.example"), .port = 80, .tls = false},
                         {.host = names.name("*.example"), .port = 443, .tls = true}};
    const auto of = [&](const char* api) {
      return services::targetsOf({.gateways = {&gateway}, .api = api});
    };
    QCOMPARE(of("https://api.example/v1"),
             (std::vector<ports::TlsTarget>{{.host = "a.example", .port = 8443}, {.host = "api.example"}}));
    QCOMPARE(of("https://api.example:9443").back().port, std::uint16_t(9443));
    QCOMPARE(of("https://[::1]:6443").front().host, std::string("::1"));
    for (const auto* none : {"http://api.example", "", "https://api.example:port", "https://api.example:0"})
      QCOMPARE(of(none).size(), std::size_t(1));
  }

  void goneProbe_isSilent() {
    auto f = std::make_unique<Probe>();
    f->certificates.setTargets({{.host = "slow"}});
    f.reset();
    QTest::qWait(10);
  }
};

QTEST_GUILESS_MAIN(CertificateProbeTest)
#include "certificate_probe_test.moc"
