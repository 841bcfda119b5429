// Paints a transcript in many states to PNG files, to be looked at.
//
//   transcript_gallery DIRECTORY
#include <cstdio>
#include <QApplication>
#include <QDir>
#include <QScrollBar>

#include "ui/widgets/transcript_view.h"

namespace {

using namespace aiagent::widgets;

QPalette darkPalette() {
  QPalette palette;
  palette.setColor(QPalette::Window, QColor(0x2a, 0x2e, 0x32));
  palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
  palette.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
  palette.setColor(QPalette::Button, QColor(0x31, 0x36, 0x3b));
  for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
    palette.setColor(role, QColor(0xfc, 0xfc, 0xfc));
  palette.setColor(QPalette::Link, QColor(0x1d, 0x99, 0xf3));
  palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
  palette.setColor(QPalette::HighlightedText, QColor(0xfc, 0xfc, 0xfc));
  return palette;
}

QPalette lightPalette() {
  QPalette palette;
  palette.setColor(QPalette::Window, QColor(0xef, 0xf0, 0xf1));
  palette.setColor(QPalette::Base, Qt::white);
  palette.setColor(QPalette::Button, QColor(0xfc, 0xfc, 0xfc));
  for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
    palette.setColor(role, QColor(0x23, 0x26, 0x29));
  palette.setColor(QPalette::Link, QColor(0x29, 0x80, 0xb9));
  palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
  palette.setColor(QPalette::HighlightedText, Qt::white);
  return palette;
}

TranscriptMessage message(MessageRole role, MessageKind kind, const char* title, const char* text,
                          const char* meta = "") {
  static int next = 0;
  TranscriptMessage made;
  made.id = QString::number(++next);
  made.role = role;
  made.kind = kind;
  made.title = QString::fromUtf8(title);
  made.text = QString::fromUtf8(text);
  made.meta = QString::fromUtf8(meta);
  made.actions = role == MessageRole::Person ? CopyAction | EditAction : CopyAction | RetryAction;
  return made;
}

std::vector<TranscriptMessage> conversation() {
  std::vector<TranscriptMessage> all;
  all.push_back(message(MessageRole::Person, MessageKind::Text, "You",
                        "The printer on floor 3 is on fire. What do I do?\n\nIt smells, too."));
  all.push_back(
      message(MessageRole::Agent, MessageKind::Reasoning, "Thought for 4 s", "The person is *in danger*."));
  all.push_back(message(MessageRole::Agent, MessageKind::ToolCall, "lookup_ticket",
                        "{\"floor\": 3, \"kind\": \"fire\"}"));
  all.push_back(message(
      MessageRole::Agent, MessageKind::Text, "Triage",
      "**Urgent.** Leave the room, close the door and call the fire brigade: `112`. Do *not* open the paper "
      "tray; see [the fire plan](https://example.org/fire) or <https://example.org/help>.\n\n"
      "1. Leave the room\n2. Close the door\n   - all of them\n   - and the windows\n3. Call `112`\n\n"
      "## What happens next\n\nThe ticket is sorted into the **red** queue. ~~Tomorrow~~ Today someone will "
      "look.\n\n"
      "- [x] brigade called\n- [ ] printer replaced\n\n> Fire is never a printer problem alone.\n>\n> — the "
      "handbook\n",
      "1.2 s · 84 tokens · 0.1 ¢"));
  return all;
}

std::vector<TranscriptMessage> codeAndTables() {
  return {
      message(MessageRole::Person, MessageKind::Text, "You", "Show me code and a table."),
      message(MessageRole::Agent, MessageKind::Text, "Coder",
              "Here it is:\n\n```python\nimport asyncio\n\nasync def fetch(url: str, retries: int = 3) -> "
              "bytes:\n"
              "    \"\"\"Fetch with retries.\"\"\"\n    for attempt in range(retries):  # zero-based\n"
              "        try:\n            return await get(url, timeout=2.5)\n        except TimeoutError:\n"
              "            await asyncio.sleep(2 ** attempt)\n    raise RuntimeError(f\"gave up on "
              "{url}\")\n```\n\n"
              "```json\n{\"name\": \"triage\", \"limits\": {\"tokens\": 4096, \"strict\": true}}\n```\n\n"
              "| Model | Input | Output | Note |\n|:------|------:|-------:|------|\n"
              "| luna | 0.15 $ | 0.60 $ | quick, `json` mode |\n| sol | 2.50 $ | 10.00 $ | a long note that "
              "has to "
              "be wrapped because it does not fit into its column at all |\n| terra | 1.00 $ | 4.00 $ | "
              "**new** |\n\n"
              "```\nno language here, and a very long line that has to wrap somewhere because the column is "
              "only so "
              "wide and never scrolls sideways\n```\n\n---\n\n![a chart](https://example.org/chart.png)\n",
              "3.4 s · 512 tokens · 0.4 ¢")};
}

std::vector<TranscriptMessage> scripts() {
  return {
      message(MessageRole::Person, MessageKind::Text, "أنت", "مرحبا، كيف أضبط الطابعة؟"),
      message(MessageRole::Agent, MessageKind::Text, "المساعد",
              "## الخطوات\n\nافتح **الإعدادات** ثم اختر `Printer` واضغط [هنا](https://example.org).\n\n"
              "1. الخطوة الأولى\n2. الخطوة الثانية\n   - بند فرعي\n\n> اقتباس قصير\n\n"
              "| الاسم | القيمة |\n|---|---|\n| أحمر | 1 |\n| أزرق | 2 |\n"),
      message(MessageRole::Person, MessageKind::Text, "あなた",
              "日本語と絵文字は？ 👩‍💻🎉"),
      message(
          MessageRole::Agent, MessageKind::Text, "助手",
          "はい、**太字**と*斜体*と`コード`が使えます。日本語の長い文章は、空白がなくても正しい位置で折り返さ"
          "れなければなりません。한국어도 됩니다. 中文也可以。 😀👍🏽\n\n- 一つ目\n- "
          "二つ目\n")};
}

std::vector<TranscriptMessage> states() {
  std::vector<TranscriptMessage> all = conversation();
  auto failed = message(MessageRole::Agent, MessageKind::Text, "Triage", "", "0.4 s");
  failed.state = MessageState::Failed;
  failed.note = QStringLiteral("The provider refused the key. Check it in Settings.");
  all.push_back(failed);
  auto interrupted = message(MessageRole::Agent, MessageKind::Text, "Triage",
                             "The first half of an answer that", "2.0 s · 40 tokens");
  interrupted.state = MessageState::Interrupted;
  interrupted.note = QStringLiteral("The connection ended before the answer did. What arrived is kept.");
  all.push_back(interrupted);
  auto thinking = message(MessageRole::Agent, MessageKind::Reasoning, "Thinking",
                          "Let me **see** what the ticket says.\n\n- floor 3\n- fire");
  thinking.state = MessageState::Streaming;
  all.push_back(thinking);
  auto result = message(MessageRole::Agent, MessageKind::ToolResult, "Result of lookup_ticket",
                        "{\n  \"id\": 17,\n  \"open\": true\n}");
  all.push_back(result);
  auto streaming = message(MessageRole::Agent, MessageKind::Text, "Triage", "I am writing and");
  streaming.state = MessageState::Streaming;
  all.push_back(streaming);
  return all;
}

void paint(const QDir& directory, const char* name, std::vector<TranscriptMessage> messages,
           const QSize& size, const QPalette& palette,
           const std::function<void(TranscriptView&)>& prepare = {}) {
  TranscriptView view;
  view.setPalette(palette);
  view.resize(size);
  view.setMessages(std::move(messages));
  view.show();
  view.flush();
  view.verticalScrollBar()->setValue(0);
  if (prepare) prepare(view);
  view.flush();
  QApplication::processEvents();
  const QString file = directory.filePath(QString::fromLatin1(name) + QStringLiteral(".png"));
  if (!view.grab().save(file)) std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication app(argc, argv);
  app.setStyle(QStringLiteral("Fusion"));
  QDir directory(app.arguments().value(1, QStringLiteral(".")));
  directory.mkpath(QStringLiteral("."));
  const QPalette light = lightPalette(), dark = darkPalette();
  app.setPalette(light);
  paint(directory, "usual_light", conversation(), {760, 900}, light);
  paint(directory, "code_light", codeAndTables(), {760, 1000}, light);
  paint(directory, "narrow_light", codeAndTables(), {380, 900}, light);
  paint(directory, "scripts_light", scripts(), {760, 760}, light);
  paint(directory, "states_light", states(), {760, 1150}, light);
  paint(directory, "selection_light", conversation(), {760, 800}, light, [](TranscriptView& view) {
    view.setFocus();
    view.selectAll();
    view.setFindText(QStringLiteral("the"));
  });
  app.setPalette(dark);
  paint(directory, "usual_dark", conversation(), {760, 900}, dark);
  paint(directory, "code_dark", codeAndTables(), {760, 1000}, dark);
  paint(directory, "states_dark", states(), {420, 1150}, dark);
  paint(directory, "wide_dark", conversation(), {1300, 700}, dark);
  return 0;
}
