// CPU time to follow a streamed answer: bytes -> events -> model events -> run machine -> actions.
//   stream_bench [--deltas N] [--record FILE]
// --record writes the stream's bytes to FILE, for peers/openai_node_stream.mjs, and measures nothing.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "core/runs/run_machine.h"
#include "core/wire/responses_decoder.h"
#include "core/wire/sse_parser.h"
#include "tests/support/responses_stream.h"

namespace {

using namespace aiagent;

double cpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

runs::RunOptions options() {
  runs::RunOptions options;
  options.jitter = [] { return 0.5; };
  options.newMessageId = [n = std::uint8_t(0)]() mutable { return domain::MessageId{base::Uuid{{++n}}}; };
  return options;
}

// One run of the whole path; returns the CPU seconds it took.
double follow(const support::RecordedStream& stream, std::size_t pieceSize) {
  domain::RunRecord run;
  run.messages.resize(1);
  const auto begin = cpuSeconds();
  wire::SseParser parser;
  wire::ResponsesDecoder decoder;
  runs::RunMachine machine(std::move(run), options());
  std::vector<runs::Action> actions;
  base::Instant now{};
  std::size_t shown = 0;  // with the reasoning summary
  machine.start(now);
  machine.on(runs::HeadArrived{200, true, "req", {}, {}}, now);
  const wire::SseParser::Sink sink = [&](const wire::SseEvent& event) {
    machine.on(decoder.decode(event.data), now, actions);
  };
  for (std::size_t at = 0; at < stream.bytes.size(); at += pieceSize) {
    now += std::chrono::milliseconds(1);
    machine.on(runs::BytesArrived{}, now, actions);
    parser.feed(std::string_view(stream.bytes).substr(at, pieceSize), sink);
    for (const auto& action : actions)
      if (const auto* text = std::get_if<runs::AppendText>(&action)) shown += text->text.size();
    actions.clear();
  }
  const auto seconds = cpuSeconds() - begin;
  if (!machine.finished() || machine.run().text() != stream.text || shown < stream.text.size()) {
    std::fprintf(stderr, "stream_bench: the text that came out is not the text that went in\n");
    std::exit(1);
  }
  return seconds;
}

void measure(const support::RecordedStream& stream, std::size_t pieceSize) {
  std::vector<double> seconds;
  for (int round = 0; round < 9; ++round) seconds.push_back(follow(stream, pieceSize));
  std::sort(seconds.begin(), seconds.end());
  const double micros = seconds[seconds.size() / 2] * 1e6;
  std::printf("pieces of %5zu bytes: %7.3f CPU us/event, %6.0f MB/s (median of 9, %zu events, %.1f MB)\n",
              pieceSize, micros / double(stream.events), double(stream.bytes.size()) / micros, stream.events,
              double(stream.bytes.size()) / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
  support::StreamShape shape{.deltas = 100'000, .reasoningDeltas = 1'000, .toolCall = true};
  const char* record = nullptr;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--deltas") == 0)
      shape.deltas = std::size_t(std::max(1, std::atoi(argv[i + 1])));
    if (std::strcmp(argv[i], "--record") == 0) record = argv[i + 1];
  }
  shape.reasoningDeltas = shape.deltas / 100;
  const auto stream = support::responsesStream(shape);
  if (record)
    return std::ofstream(record, std::ios::binary)
                   .write(stream.bytes.data(), std::streamsize(stream.bytes.size()))
               ? 0
               : 1;
  for (const std::size_t pieceSize : {std::size_t{1400}, std::size_t{16 * 1024}}) measure(stream, pieceSize);
  return 0;
}
