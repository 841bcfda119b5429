// Speed and memory of TranscriptView, with real painting on the offscreen platform.
//
//   transcript_bench [--paced SECONDS] [--tokens N]
//
// full speed   tokens are appended in an event loop that never rests, as a fast network would
// paced        100 tokens a second
// open         10,000 messages, from setMessages() to the first painted frame
//
// "stall" is the longest time between two turns of the event loop, beyond the millisecond its heartbeat
// waits.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTimer>

#include "markdown_answer.h"
#include "ui/widgets/prompt_edit.h"
#include "ui/widgets/transcript_view.h"

namespace {

using namespace aiagent;
using widgets::MessageRole;
using widgets::MessageState;
using widgets::TranscriptMessage;
using widgets::TranscriptView;

double cpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

// A line of /proc/self/status, in MB.
double statusMegabytes(const char* name) {
  QFile file(QStringLiteral("/proc/self/status"));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : file.readAll().split('\n'))
    if (line.startsWith(name))
      return line.mid(int(qstrlen(name)) + 1).simplified().split(' ').first().toDouble() / 1024;
  return 0;
}

// Times the turns of the event loop.
class Heartbeat {
 public:
  Heartbeat() {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(0);
    QObject::connect(&m_timer, &QTimer::timeout, [this] { beat(); });
  }
  void start() {
    m_longest = 0;
    m_clock.start();
    m_timer.start();
  }
  void stop() { m_timer.stop(); }
  void setInterval(int milliseconds) { m_timer.setInterval(milliseconds); }
  double longest() const { return m_longest; }

 private:
  void beat() {
    m_longest = std::max(m_longest, double(m_clock.nsecsElapsed()) / 1e6 - m_timer.interval());
    m_clock.start();
  }
  QTimer m_timer;
  QElapsedTimer m_clock;
  double m_longest = 0;
};

struct Outcome {
  double stall = 0, cpu = 0, wall = 0, peak = 0;
  bool identical = false;
};

TranscriptMessage answer(const QString& id) {
  TranscriptMessage message;
  message.id = id;
  message.role = MessageRole::Agent;
  message.title = QStringLiteral("Agent");
  message.state = MessageState::Streaming;
  return message;
}

std::unique_ptr<TranscriptView> shownView() {
  auto view = std::make_unique<TranscriptView>();
  view->resize(720, 800);
  view->show();
  QApplication::processEvents();
  return view;
}

// `rate` tokens a second; 0: one at each turn of the event loop.
Outcome stream(const QStringList& tokens, int rate) {
  auto view = shownView();
  view->addMessage(answer(QStringLiteral("a")));
  QApplication::processEvents();
  Heartbeat heartbeat;
  heartbeat.setInterval(1);
  QTimer feeder;
  feeder.setTimerType(Qt::PreciseTimer);
  feeder.setInterval(rate == 0 ? 0 : std::max(1, 1000 / rate));
  qsizetype next = 0;
  QElapsedTimer wall;
  QObject::connect(&feeder, &QTimer::timeout, [&] {
    // Timers may be late: what is due by now is given.
    const qsizetype due =
        rate == 0 ? next + 1 : std::min<qsizetype>(tokens.size(), wall.elapsed() * rate / 1000);
    for (; next < due; ++next) view->appendText(QStringLiteral("a"), tokens[next]);
    if (next < tokens.size()) return;
    view->setState(QStringLiteral("a"), MessageState::Done);
    feeder.stop();
    QTimer::singleShot(300, qApp, &QApplication::quit);
  });
  const double cpu = cpuSeconds();
  wall.start();
  heartbeat.start();
  feeder.start();
  QApplication::exec();
  heartbeat.stop();
  return {heartbeat.longest(), cpuSeconds() - cpu, double(wall.elapsed()) / 1000, statusMegabytes("VmHWM:"),
          view->plainText(QStringLiteral("a")) == tokens.join(QString())};
}

void print(const char* what, const Outcome& outcome) {
  std::printf("%-34s stall %6.1f ms   cpu %6.2f s   wall %6.1f s   peak %6.1f MB   text %s\n", what,
              outcome.stall, outcome.cpu, outcome.wall, outcome.peak,
              outcome.identical ? "identical" : "DIFFERENT");
  std::fflush(stdout);
}

void openMany(int count) {
  std::vector<TranscriptMessage> messages;
  for (int i = 0; i < count; ++i) {
    TranscriptMessage message;
    message.id = QString::number(i);
    message.role = i % 2 == 0 ? MessageRole::Person : MessageRole::Agent;
    message.title = i % 2 == 0 ? QStringLiteral("You") : QStringLiteral("Agent");
    message.text = bench::markdownAnswer(i % 2 == 0 ? 30 : 250, unsigned(i)).join(QString());
    messages.push_back(std::move(message));
  }
  auto view = shownView();
  const double before = statusMegabytes("VmRSS:");
  QElapsedTimer clock;
  clock.start();
  view->setMessages(std::move(messages));
  view->flush();
  view->viewport()->repaint();
  const double opened = double(clock.nsecsElapsed()) / 1e6;
  std::printf("open %d messages: first paint %.1f ms, memory %+.1f MB\n", count, opened,
              statusMegabytes("VmRSS:") - before);
  double longest = 0;
  for (int i = 0; i < 200; ++i) {
    clock.start();
    view->verticalScrollBar()->setValue(
        int(std::int64_t(view->verticalScrollBar()->maximum()) * (i * 37 % 200) / 200));
    view->viewport()->repaint();
    longest = std::max(longest, double(clock.nsecsElapsed()) / 1e6);
  }
  std::printf("  200 jumps of the scroll bar: longest %.1f ms, memory %+.1f MB\n", longest,
              statusMegabytes("VmRSS:") - before);
}

double paintedMilliseconds(QElapsedTimer& clock, QWidget& widget) {
  QApplication::processEvents();  // marks are made at the next turn
  widget.repaint();
  return double(clock.nsecsElapsed()) / 1e6;
}

void editLong() {
  widgets::PromptEdit edit;
  edit.resize(600, 600);
  edit.show();
  QApplication::processEvents();
  const QString text = bench::markdownAnswer(2'500'000).join(QString()).left(10'000'000);
  QElapsedTimer clock;
  clock.start();
  edit.setText(text);
  const double opened = paintedMilliseconds(clock, *edit.viewport());
  double longestLoad = 0;
  while (edit.document()->characterCount() <= text.size()) {
    QElapsedTimer turn;
    turn.start();
    QApplication::processEvents();
    longestLoad = std::max(longestLoad, double(turn.nsecsElapsed()) / 1e6);
  }
  const double loaded = double(clock.nsecsElapsed()) / 1e6;
  double longest = 0;
  for (int i = 0; i < 50; ++i) {
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(int(text.size() / 50 * i));
    edit.setTextCursor(cursor);
    QApplication::processEvents();
    clock.start();
    cursor.insertText(QStringLiteral("x"));
    longest = std::max(longest, paintedMilliseconds(clock, *edit.viewport()));
  }
  clock.start();
  const auto size = edit.text().size();
  std::printf(
      "prompt of 10 MB: first paint %.0f ms, all in after %.0f ms (stall %.0f ms), key press at most %.1f "
      "ms, text() of %lld %.0f ms, peak %.0f MB\n",
      opened, loaded, longestLoad, longest, static_cast<long long>(size), double(clock.nsecsElapsed()) / 1e6,
      statusMegabytes("VmHWM:"));
}

void oneBlock(const char* what, const QString& opening, const QString& token, int count) {
  QStringList tokens{opening};
  for (int i = 0; i < count; ++i) tokens << token;
  print(what, stream(tokens, 0));
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  QCommandLineParser parser;
  parser.addHelpOption();
  const QCommandLineOption paced(QStringLiteral("paced"), QStringLiteral("seconds at 100 tokens/s"),
                                 QStringLiteral("s"), QStringLiteral("5"));
  const QCommandLineOption count(QStringLiteral("tokens"), QStringLiteral("tokens at full speed"),
                                 QStringLiteral("n"), QStringLiteral("20000"));
  parser.addOptions({paced, count});
  parser.process(app);
  const int tokens = parser.value(count).toInt();

  std::printf("at rest: %.1f MB\n", statusMegabytes("VmRSS:"));
  stream(bench::markdownAnswer(300), 0);  // fonts and glyphs are loaded once, whatever is measured
  const Outcome once = stream(bench::markdownAnswer(tokens), 0);
  print("full speed", once);
  const Outcome twice = stream(bench::markdownAnswer(2 * tokens), 0);
  print("full speed, twice as long", twice);
  std::printf("  cpu for twice the length: %.2f times\n", twice.cpu / once.cpu);
  // Slower than it could be, so that there are many frames.
  const Outcome paint = stream(bench::markdownAnswer(tokens), 10'000);
  print("10,000 tokens/s", paint);
  const Outcome paintTwice = stream(bench::markdownAnswer(2 * tokens), 10'000);
  print("10,000 tokens/s, twice as long", paintTwice);
  std::printf("  cpu for twice the length: %.2f times\n", paintTwice.cpu / paint.cpu);
  oneBlock("one paragraph of 200 KB", {}, QStringLiteral("word "), 40'000);
  oneBlock("one line of code of 200 KB", QStringLiteral("```json\n"), QStringLiteral("1234,"), 40'000);
  oneBlock("one block of code of 10,000 lines", QStringLiteral("```cpp\n"),
           QStringLiteral("int x = 1;  // a line\n"), 10'000);
  oneBlock("one list of 5,000 items", {}, QStringLiteral("- an item of *this* list\n"), 5'000);
  oneBlock("one table of 2,000 rows", QStringLiteral("| a | b |\n|---|---|\n"),
           QStringLiteral("| cell | other `cell` |\n"), 2'000);
  const int seconds = parser.value(paced).toInt();
  if (seconds > 0)
    print("100 tokens/s", stream(bench::markdownAnswer(100 * seconds).mid(0, 100 * seconds), 100));
  openMany(10'000);
  editLong();
  return 0;
}
