// What the transcript and the editors look like in all their states.
#include <functional>
#include <QApplication>
#include <QScrollBar>
#include <QTest>

#include "tests/ui/golden/golden.h"
#include "ui/shell/theme.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/prompt_edit.h"
#include "ui/widgets/transcript_view.h"

using namespace aiagent;
using namespace aiagent::widgets;

namespace {

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
          "れなければなりません。한국어도 됩니다. 中文也可以。 😀👍🏽\n\n- "
          "一つ目\n- "
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

}  // namespace

class TranscriptGoldenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() {
    m_theme->apply(ui::ThemeChoice::Light, 100);
    m_faults.clear();
  }
  void cleanup() { QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(QLatin1Char('\n')))); }
  void cleanupTestCase() {
    if (m_all) QCOMPARE(tests::unusedGoldens(QStringLiteral("transcript-")), QStringList());
    m_theme.reset();
  }

  void transcript() {
    shoot("usual", conversation(), {760, 900});
    shoot("code", codeAndTables(), {760, 1000});
    shoot("narrow", codeAndTables(), {380, 900});
    shoot("scripts", scripts(), {760, 760});
    shoot("states", states(), {760, 1150});
    shoot("scrolled", conversation(), {500, 320});
    shoot("selection", conversation(), {760, 800}, [](TranscriptView& view) {
      view.setFocus();
      view.selectAll();
      view.setFindText(QStringLiteral("the"));
    });
  }

  void transcript_dark() {
    m_theme->apply(ui::ThemeChoice::Dark, 100);
    shoot("usual-dark", conversation(), {760, 900});
    shoot("code-dark", codeAndTables(), {760, 1000});
    shoot("states-dark", states(), {420, 1150});
    shoot("wide-dark", conversation(), {1300, 700});
  }

  void transcript_double() {
    m_theme->apply(ui::ThemeChoice::Light, 200);
    shoot("usual-double", conversation(), {900, 900});
  }

  void editors() {
    for (const bool dark : {false, true}) {
      m_theme->apply(dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light, 100);
      shootEdit<PromptEdit>(
          dark ? "prompt-dark" : "prompt",
          "You sort tickets for {{team}}.\n\nAnswer in {{language}}, in at most three sentences. "
          "{{not one}} stays as it is. A line that is long enough to be wrapped at the edge of the editor.",
          [](PromptEdit& edit) { edit.setKnownVariables({QStringLiteral("team")}); });
      shootEdit<CodeEdit>(
          dark ? "json-dark" : "json",
          "{\n  \"type\": \"object\",\n  \"properties\": {\n    \"floor\": { \"type\": \"integer\", "
          "\"minimum\": 1 },\n    \"urgent\": { \"type\": \"boolean\", \"default\": tru }\n  }\n}\n",
          [](CodeEdit& edit) { edit.setError(5, QStringLiteral("a value is expected")); });
    }
  }

 private:
  void compare(const char* name, QWidget& widget) {
    const auto outcome =
        tests::compareGolden(QStringLiteral("transcript-") + QLatin1String(name), tests::pictureOf(widget));
    if (!outcome.same) m_faults << outcome.message;
  }

  void shoot(const char* name, std::vector<TranscriptMessage> messages, const QSize& size,
             const std::function<void(TranscriptView&)>& prepare = {}) {
    TranscriptView view;
    view.resize(size);
    view.setMessages(std::move(messages));
    view.show();
    view.flush();
    view.verticalScrollBar()->setValue(0);
    if (prepare) prepare(view);
    view.flush();
    compare(name, view);
  }

  template <class Edit>
  void shootEdit(const char* name, const char* text, const std::function<void(Edit&)>& prepare) {
    Edit edit;
    edit.resize(560, 260);
    edit.setText(QString::fromUtf8(text));
    prepare(edit);
    edit.show();
    edit.setFocus();
    compare(name, edit);
  }

  std::unique_ptr<ui::Theme> m_theme;
  QStringList m_faults;
  bool m_all = QCoreApplication::arguments().size() == 1;
};

AIAGENT_GOLDEN_MAIN(TranscriptGoldenTest)
#include "transcript_golden_test.moc"
