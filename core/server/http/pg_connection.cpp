#include "core/server/http/pg_connection.h"

#include <libpq-fe.h>
#include <sys/socket.h>

#include <boost/asio/posix/stream_descriptor.hpp>
#include <unordered_map>

#include "core/server/pg_errors.h"

namespace aiagent::server {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using Wait = boost::asio::posix::stream_descriptor::wait_type;

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ClearResult>;

Rows rowsOf(const PGresult* result) {
  const int columns = PQnfields(result);
  Rows rows(std::size_t(PQntuples(result)));
  for (int row = 0; row < int(rows.size()); ++row) {
    auto& values = rows[std::size_t(row)];
    values.reserve(std::size_t(columns));
    for (int column = 0; column < columns; ++column)
      if (PQgetisnull(result, row, column) != 0)
        values.emplace_back();
      else
        values.emplace_back(std::in_place, PQgetvalue(result, row, column),
                            std::size_t(PQgetlength(result, row, column)));
  }
  return rows;
}

bool isGood(const PGresult* result) {
  const auto status = PQresultStatus(result);
  return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

}  // namespace

struct PgConnection::State {
  State(Loop& loop, WatchList& list, PgConnection& owner) : socket(loop), watch(list, owner) {}
  ~State() {
    // libpq closes the socket.
    if (socket.is_open()) socket.release();
    PQfinish(connection);
  }

  // False: it took too long, or was cancelled.
  bool wait(Wait what, Yield yield) {
    boost::system::error_code error;
    socket.async_wait(what, yield[error]);
    return !error;
  }

  Result<void> connect(const PgOptions& options, Yield yield);
  Result<void> start(const PgOptions& options, Yield yield);
  const std::string* prepared(const std::string& sql);
  bool send(const std::vector<Statement>& statements);
  bool flush(Yield yield);
  ResultPointer next(Yield yield);
  Result<std::vector<Rows>> collect(std::size_t statements, Yield yield);
  Error broken();

  PGconn* connection = nullptr;
  boost::asio::posix::stream_descriptor socket;
  Watch watch;
  Clock::time_point deadline = Clock::time_point::max();
  std::chrono::milliseconds limit{};
  bool late = false;
  std::unordered_map<std::string, std::string> names;  // of prepared statements, by their text
  std::size_t number = 0;
  std::vector<char> sent;          // what went into the pipeline: 'P'repare or 'Q'uery
  std::vector<std::string> fresh;  // texts whose preparation is under way
};

Error PgConnection::State::broken() {
  if (late) return {.code = ErrorCode::Timeout, .detail = "PostgreSQL did not answer in time"};
  return errorOf(connection, nullptr);
}

Result<void> PgConnection::State::connect(const PgOptions& options, Yield yield) {
  const std::string address(options.url.reveal());
  const char* const names[] = {"application_name", "client_encoding", "dbname", nullptr};
  const char* const values[] = {"aiagent-server", "UTF8", address.c_str(), nullptr};
  deadline = Clock::now() + options.connectTimeout;
  connection = PQconnectStartParams(names, values, 1);
  if (connection == nullptr || PQstatus(connection) == CONNECTION_BAD) return connectErrorOf(connection);
  PQsetNoticeProcessor(
      connection, [](void*, const char*) {}, nullptr);
  // https://www.postgresql.org/docs/15/libpq-connect.html: wait for writing first, then for what is asked.
  // The socket may be another one each time.
  auto polled = PGRES_POLLING_WRITING;
  while (polled != PGRES_POLLING_OK) {
    socket.assign(PQsocket(connection));
    const bool ready = wait(polled == PGRES_POLLING_READING ? Wait::wait_read : Wait::wait_write, yield);
    socket.release();
    if (!ready) return broken();
    polled = PQconnectPoll(connection);
    if (polled == PGRES_POLLING_FAILED) return connectErrorOf(connection);
  }
  socket.assign(PQsocket(connection));
  if (PQsetnonblocking(connection, 1) != 0 || PQenterPipelineMode(connection) != 1)
    return errorOf(connection, nullptr);
  return {};
}

// By statement and not by start-up option: poolers refuse those.
Result<void> PgConnection::State::start(const PgOptions& options, Yield yield) {
  limit = options.statementTimeout + options.statementTimeout / 2;
  const auto set = [&](const char* name, std::chrono::milliseconds value) {
    return Statement{std::string("SELECT set_config('") + name + "', '" + std::to_string(value.count()) +
                     "', false)"};
  };
  if (!send({set("statement_timeout", options.statementTimeout),
             set("idle_in_transaction_session_timeout", options.statementTimeout + std::chrono::seconds(5))}))
    return broken();
  auto done = collect(2, yield);
  if (!done) return done.error();
  deadline = Clock::time_point::max();
  return {};
}

// Its name; nothing where libpq did not take it.
const std::string* PgConnection::State::prepared(const std::string& sql) {
  const auto [at, isNew] = names.try_emplace(sql);
  if (!isNew) return &at->second;
  at->second = "s" + std::to_string(++number);
  fresh.push_back(sql);
  sent.push_back('P');
  const bool taken = PQsendPrepare(connection, at->second.c_str(), sql.c_str(), 0, nullptr) == 1;
  return taken ? &at->second : nullptr;
}

bool PgConnection::State::send(const std::vector<Statement>& statements) {
  sent.clear();
  fresh.clear();
  std::vector<const char*> texts;
  for (const auto& statement : statements) {
    const auto* name = prepared(statement.sql);
    if (name == nullptr) return false;
    texts.clear();
    for (const auto& value : statement.values) texts.push_back(value ? value->c_str() : nullptr);
    sent.push_back('Q');
    if (PQsendQueryPrepared(connection, name->c_str(), int(texts.size()), texts.data(), nullptr, nullptr,
                            0) != 1)
      return false;
  }
  return PQpipelineSync(connection) == 1;
}

// Also reads: a server that cannot get rid of its answers stops reading.
bool PgConnection::State::flush(Yield yield) {
  for (;;) {
    const int left = PQflush(connection);
    if (left <= 0) return left == 0;
    if (!wait(Wait::wait_write, yield) || PQconsumeInput(connection) != 1) return false;
  }
}

// Nothing at the end of a statement's results, and where the connection broke.
ResultPointer PgConnection::State::next(Yield yield) {
  while (PQisBusy(connection) != 0)
    if (!wait(Wait::wait_read, yield) || PQconsumeInput(connection) != 1) {
      late = late || PQstatus(connection) == CONNECTION_OK;
      return nullptr;
    }
  return ResultPointer(PQgetResult(connection));
}

Result<std::vector<Rows>> PgConnection::State::collect(std::size_t statements, Yield yield) {
  if (!flush(yield)) return broken();
  std::vector<Rows> all;
  all.reserve(statements);
  std::optional<Error> failed;
  auto text = fresh.begin();
  for (const char kind : sent) {
    const auto result = next(yield);
    if (!result) return broken();
    // What comes behind the first failure is only told to be left out.
    if (!isGood(result.get()) && !failed) failed = errorOf(connection, result.get());
    if (kind == 'Q' && isGood(result.get())) all.push_back(rowsOf(result.get()));
    // Preparing is not undone with the transaction.
    if (kind == 'P' && !isGood(result.get())) names.erase(*text);
    if (kind == 'P') ++text;
    if (PQstatus(connection) != CONNECTION_OK) return broken();
    if (next(yield)) return broken();  // a second result of one statement: never
  }
  const auto end = next(yield);
  if (failed) return *failed;
  if (!end || PQresultStatus(end.get()) != PGRES_PIPELINE_SYNC) return broken();
  return all;
}

PgConnection::PgConnection(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PgConnection::~PgConnection() = default;

Result<std::unique_ptr<PgConnection>> PgConnection::connect(Loop& loop, WatchList& watches,
                                                            const PgOptions& options, Yield yield) {
  std::unique_ptr<PgConnection> made(new PgConnection(nullptr));
  made->m_state = std::make_unique<State>(loop, watches, *made);
  if (auto connected = made->m_state->connect(options, yield); !connected) return connected.error();
  if (auto started = made->m_state->start(options, yield); !started) return started.error();
  return made;
}

Result<std::vector<Rows>> PgConnection::run(const std::vector<Statement>& statements, Yield yield) {
  auto& state = *m_state;
  state.deadline = Clock::now() + state.limit;
  auto done = state.send(statements) ? state.collect(statements.size(), yield)
                                     : Result<std::vector<Rows>>(state.broken());
  state.deadline = Clock::time_point::max();
  return done;
}

bool PgConnection::isUsable() const {
  if (m_state->late || PQstatus(m_state->connection) != CONNECTION_OK ||
      PQtransactionStatus(m_state->connection) != PQTRANS_IDLE)
    return false;
  char byte = 0;
  return ::recv(PQsocket(m_state->connection), &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && errno == EAGAIN;
}

void PgConnection::tick(Clock::time_point now) {
  if (now < m_state->deadline) return;
  m_state->late = true;
  boost::system::error_code ignored;
  m_state->socket.cancel(ignored);
}

}  // namespace aiagent::server
