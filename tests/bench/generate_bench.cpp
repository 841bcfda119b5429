// CPU time to follow an agent that streams as JSON: the incremental reader and the generation machine, beside
// parsing all of the text again with Boost.JSON after every piece.
#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "core/authoring/draft/offline_draft.h"
#include "core/authoring/generate/generation_machine.h"
#include "core/wire/json_text.h"

namespace {

using namespace aiagent;

constexpr std::size_t kAnswerBytes = 20 * 1024;
constexpr std::size_t kPiece = 16;

double cpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "generate_bench: %s\n", what);
  std::exit(1);
}

// An agent of the template library as a model would write it, its prompt as long as it takes.
std::string answer() {
  auto agent = authoring::draftAgent({.description = "Review pull requests of our team"}).agent;
  const auto section = agent.prompt;
  while (authoring::toJson(agent).size() < kAnswerBytes) agent.prompt += "\n\n" + section;
  return authoring::toJson(agent);
}

template <class Take>
void inPieces(const std::string& text, Take take) {
  for (std::size_t at = 0; at < text.size(); at += kPiece) take(std::string_view(text).substr(at, kPiece));
}

void readIncrementally(const std::string& text) {
  authoring::JsonStream stream;
  std::size_t told = 0;
  const authoring::JsonStream::Sink sink = [&](const authoring::JsonEvent& event) {
    told += event.text.size();
  };
  inPieces(text, [&](std::string_view piece) { stream.feed(piece, sink); });
  if (!stream.done() || told < text.size()) fail("the reader did not read it");
}

void followWithMachine(const std::string& text) {
  authoring::GenerationMachine machine;
  inPieces(text, [&](std::string_view piece) { machine.on(authoring::TextArrived{std::string(piece)}); });
  machine.on(authoring::AnswerEnded{});
  if (!machine.finished() || !machine.isDone(authoring::Field::Cases)) fail("the machine did not end");
}

// What a form would do without an incremental reader: parse the beginning after every piece.
void parseAgain(const std::string& text) {
  std::string soFar;
  std::size_t whole = 0;
  inPieces(text, [&](std::string_view piece) {
    soFar += piece;
    boost::json::stream_parser parser;
    boost::json::error_code error;
    parser.write(soFar.data(), soFar.size(), error);
    if (error) fail("Boost.JSON did not read it");
    whole += parser.done();
  });
  if (whole != 1) fail("Boost.JSON did not end");
}

double measure(const char* name, const std::string& text, int rounds,
               const std::function<void(const std::string&)>& follow) {
  std::vector<double> seconds;
  for (int round = 0; round < rounds; ++round) {
    const auto begin = cpuSeconds();
    follow(text);
    seconds.push_back(cpuSeconds() - begin);
  }
  std::sort(seconds.begin(), seconds.end());
  const double micros = seconds[seconds.size() / 2] * 1e6;
  std::printf("%-36s %9.3f CPU us/KB, %9.0f us for %zu bytes in pieces of %zu (median of %d)\n", name,
              micros / (double(text.size()) / 1024), micros, text.size(), kPiece, rounds);
  return micros;
}

}  // namespace

int main() {
  const auto text = answer();
  const auto incremental = measure("incremental reader", text, 51, readIncrementally);
  measure("reader and generation machine", text, 51, followWithMachine);
  const auto again = measure("Boost.JSON again after every piece", text, 5, parseAgain);
  std::printf("the incremental reader takes 1/%.0f of it\n", again / incremental);

  std::vector<double> seconds;
  for (int round = 0; round < 51; ++round) {
    const auto begin = cpuSeconds();
    if (authoring::draftAgent(
            {.description = "Answers questions of our customers from the handbook, friendly"})
            .agent.prompt.empty())
      fail("no draft");
    seconds.push_back(cpuSeconds() - begin);
  }
  std::sort(seconds.begin(), seconds.end());
  std::printf("offline draft from %zu templates: %.0f CPU us (median of 51)\n",
              authoring::templateLibrary().size(), seconds[seconds.size() / 2] * 1e6);
  return 0;
}
