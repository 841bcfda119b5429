#include "app/tools/fake_cluster/session.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdio>
#include <ctime>
#include <thread>

#include "app/tools/fake_cluster/responder.h"
#include "app/tools/fake_cluster/stream_feed.h"

namespace aiagent::fake_cluster {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;
using Tls = asio::ssl::stream<Tcp::socket>;
using boost::system::error_code;
using HttpRequest = http::request<http::string_body>;

constexpr std::chrono::milliseconds kLook{5};  // how often a stream looks for what is due
constexpr std::uint64_t kMostBody = 8u << 20;

std::string text(boost::beast::string_view view) {
  return {view.data(), view.size()};
}

std::string httpDate(std::chrono::seconds ahead) {
  const std::time_t now = std::time(nullptr) + ahead.count();
  std::tm parts{};
  gmtime_r(&now, &parts);
  char buffer[64];
  return {buffer, std::strftime(buffer, sizeof buffer, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

std::string certificateName(Tcp::socket&) {
  return {};
}

std::string certificateName(Tls& stream) {
  X509* certificate = SSL_get1_peer_certificate(stream.native_handle());
  if (!certificate) return {};
  char name[256] = "";
  X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name, sizeof name);
  X509_free(certificate);
  return name;
}

// As a cable that was pulled: no end of TLS, no last chunk.
void breakOff(Tcp::socket& socket) {
  error_code ignored;
  socket.set_option(asio::socket_base::linger(true, 0), ignored);
  socket.close(ignored);
}

template <class Stream>
class Session {
 public:
  Session(Stream& stream, Tcp::socket& socket, const ServerOptions& options, const Recordings& recordings,
          Script& script)
      : m_stream(stream), m_socket(socket), m_options(options), m_recordings(recordings), m_script(script) {}

  void run() {
    while (serveOne()) {
    }
  }

 private:
  bool serveOne() {
    http::request_parser<http::string_body> parser;
    parser.body_limit(kMostBody);
    error_code failed;
    http::read(m_stream, m_buffer, parser, failed);
    if (failed) return false;
    const HttpRequest request = parser.release();
    if (text(request.target()) == "/_control") return control(request);
    if (m_script.orders().down) return breakOff(m_socket), false;
    m_script.note(text(request.method_string()) + " " + text(request.target()));
    std::this_thread::sleep_for(m_script.orders().delay);
    const auto reply = Responder(m_recordings, m_script).respond(toRequest(request));
    if (const auto* answer = std::get_if<Answer>(&reply)) return write(request, *answer);
    return stream(request, std::get<StreamPlan>(reply));
  }

  Request toRequest(const HttpRequest& request) {
    Caller caller{.user = certificateName(m_stream)};
    const auto authorization = text(request[http::field::authorization]);
    if (authorization.rfind("Bearer ", 0) == 0)
      caller.user = m_script.userOf(authorization.substr(7));
    else if (!authorization.empty())
      caller.user = m_script.userOf(authorization);  // "Basic …", as it stands
    if (caller.user.empty()) caller.user = "anonymous";
    caller.impersonated = text(request["Impersonate-User"]);
    const auto groups = request.equal_range("Impersonate-Group");
    for (auto at = groups.first; at != groups.second; ++at) caller.groups += text(at->value()) + ",";
    const auto shape = shapeOf(text(request[http::field::accept]));
    return {text(request.method_string()),
            Target(text(request.target())),
            caller,
            shape,
            request.body(),
            text(request[http::field::content_type])};
  }

  bool control(const HttpRequest& request) {
    if (request.method() == http::verb::get) return write(request, {200, m_script.report(), {}});
    const Responder responder(m_recordings, m_script);
    const World::Load load = [&](const std::string& list) { return responder.listOf(list); };
    return write(request,
                 m_script.take(request.body(), load) ? Answer{200, "{}", {}} : Answer{400, "no orders", {}});
  }

  template <class Body>
  void setHead(http::response<Body>& response, int status,
               const std::map<std::string, std::string>& headers) {
    response.result(unsigned(status));
    response.version(11);
    for (const auto& [name, value] : headers) response.set(name, value);
    response.set(http::field::date, httpDate(m_script.orders().clock));
    response.set("Audit-Id", "00000000-0000-4000-8000-000000000000");
  }

  bool write(const HttpRequest& request, const Answer& answer) {
    http::response<http::string_body> response;
    setHead(response, answer.status, answer.headers);
    response.body() = answer.body;
    response.keep_alive(request.keep_alive());
    response.prepare_payload();
    error_code failed;
    http::write(m_stream, response, failed);
    return !failed && request.keep_alive();
  }

  bool stream(const HttpRequest& request, const StreamPlan& plan) {
    http::response<http::empty_body> response;
    setHead(response, 200, {{"Content-Type", plan.contentType}});
    response.chunked(true);
    http::response_serializer<http::empty_body> serializer(response);
    error_code failed;
    http::write_header(m_stream, serializer, failed);
    m_script.streamOpened(1);
    const bool whole = !failed && feed(plan);
    m_script.streamOpened(-1);
    return whole && request.keep_alive();
  }

  // False: the connection is no more.
  bool feed(const StreamPlan& plan) {
    StreamFeed feed(plan, m_recordings, m_options.speed, m_script.orders(), Steady::now());
    for (;;) {
      std::vector<std::string> lines;
      const auto next = feed.take(m_script.orders(), Steady::now(), lines);
      error_code failed;
      for (const auto& line : lines)
        if (!failed) asio::write(m_stream, http::make_chunk(asio::buffer(line + "\n")), failed);
      if (next == StreamFeed::Next::Cut) return breakOff(m_socket), false;
      if (next == StreamFeed::Next::Ends && !failed) asio::write(m_stream, http::make_chunk_last(), failed);
      if (failed || next == StreamFeed::Next::Ends) return !failed;
      if (clientIsGone()) return false;
      std::this_thread::sleep_for(kLook);
    }
  }

  // Whoever hears a stream says nothing but that it goes.
  bool clientIsGone() {
    char byte;
    const auto read = ::recv(m_socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return read >= 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
  }

  Stream& m_stream;
  Tcp::socket& m_socket;
  const ServerOptions& m_options;
  const Recordings& m_recordings;
  Script& m_script;
  boost::beast::flat_buffer m_buffer;
};

void serveClear(Tcp::socket socket, const ServerOptions& options, const Recordings& recordings,
                Script& script) {
  Session<Tcp::socket>(socket, socket, options, recordings, script).run();
}

void serveTls(Tcp::socket socket, asio::ssl::context& tls, const ServerOptions& options,
              const Recordings& recordings, Script& script) {
  Tls stream(std::move(socket), tls);
  error_code failed;
  stream.handshake(asio::ssl::stream_base::server, failed);
  if (failed) return;
  Session<Tls>(stream, stream.next_layer(), options, recordings, script).run();
  if (stream.next_layer().is_open()) stream.shutdown(failed);
}

void setUp(asio::ssl::context& tls, const ServerOptions& options) {
  tls.use_certificate_chain_file(options.certificate);
  tls.use_private_key_file(options.key, asio::ssl::context::pem);
  if (options.clientAuthority.empty()) return;
  tls.load_verify_file(options.clientAuthority);
  tls.set_verify_mode(asio::ssl::verify_peer);  // of whoever shows one
}

}  // namespace

int serve(const ServerOptions& options, const Recordings& recordings, Script& script) try {
  asio::io_context loop;
  asio::ssl::context tls(asio::ssl::context::tls_server);
  const bool isTls = !options.certificate.empty();
  if (isTls) setUp(tls, options);
  Tcp::acceptor acceptor(loop, {asio::ip::address_v4::loopback(), options.port});
  std::printf("port %u\n", unsigned(acceptor.local_endpoint().port()));
  std::fflush(stdout);
  for (;;) {
    Tcp::socket socket(loop);
    acceptor.accept(socket);
    socket.set_option(Tcp::no_delay(true));
    std::thread([&, socket = std::move(socket)]() mutable {
      isTls ? serveTls(std::move(socket), tls, options, recordings, script)
            : serveClear(std::move(socket), options, recordings, script);
    }).detach();
  }
} catch (const std::exception& failure) {
  std::fprintf(stderr, "aiagent-fake-cluster: %s\n", failure.what());
  return 1;
}

}  // namespace aiagent::fake_cluster
