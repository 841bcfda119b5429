// Knowledge in the editor: files are added, dropped, renamed, put to another use, removed, attached again.
#include <fstream>
#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>
#include <QUrl>

#include "core/store/connection.h"
#include "core/store/upload_repository.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/editor_pane.h"
#include "ui/pages/knowledge_section.h"
#include "ui/pages/settings/uploads_section.h"
#include "ui/widgets/controls/message_strip.h"

using namespace aiagent;
using aiagent::testing::await;
using aiagent::testing::WindowFixture;

class KnowledgeUiTest : public QObject {
  Q_OBJECT

 private:
  static QString file(WindowFixture& f, const char* name, const char* bytes) {
    const QString path = f.services.folder.filePath(QLatin1String(name));
    std::ofstream(path.toStdString(), std::ios::binary) << bytes;
    return path;
  }

  // An agent that is open, with the section shown.
  static domain::Agent open(WindowFixture& f, QSize size = {1440, 900}) {
    domain::AgentContent content;
    content.name = "Reader";
    content.prompt = "Read what you know.";
    const auto agent = f.addAgent(std::move(content));
    f.open(size);
    f.page().go(QString::fromStdString(agent.id.toString()));
    if (!QTest::qWaitFor([&] { return f.page().agent().state().loaded; }, 5'000)) qFatal("not opened");
    f.page().findChild<ui::EditorPane*>()->focusField(QStringLiteral("knowledge"));
    f.settle();
    return agent;
  }

  static ui::KnowledgeSection& section(WindowFixture& f) {
    return *f.page().findChild<ui::KnowledgeSection*>();
  }

  static void drop(WindowFixture& f, const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const auto& path : paths) urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&section(f), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({20, 20}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&section(f), &event);
  }

 private Q_SLOTS:
  void droppedFiles_becomeADraftsKnowledge() {
    WindowFixture f;
    const auto agent = open(f);
    drop(f, {file(f, "notes.md", "The code is 4711."), file(f, "book.pdf", "%PDF-1.7")});
    auto* list = f.named<QTreeWidget>(QStringLiteral("Knowledge files"));
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("notes.md"));
    QCOMPARE(list->topLevelItem(1)->text(1), QStringLiteral("PDF"));
    QCOMPARE(list->topLevelItem(0)->text(2), QStringLiteral("With the first message"));
    QTRY_VERIFY(f.draftOf(agent.id) && f.draftOf(agent.id)->content.knowledge.size() == 2);
    QVERIFY(f.services.knowledge->blobs().has(f.draftOf(agent.id)->content.knowledge[0].sha256, 17));
    f.picture(QStringLiteral("knowledge"));
  }

  void useNameAndPresence_areChangedFromTheList() {
    WindowFixture f;
    open(f);
    drop(f, {file(f, "notes.md", "One"), file(f, "more.md", "Two")});
    auto* list = f.named<QTreeWidget>(QStringLiteral("Knowledge files"));
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    list->setCurrentItem(list->topLevelItem(0));
    auto* use = f.named<QComboBox>(QStringLiteral("How the chosen files are used"));
    use->setFocus();
    QTest::keyClick(use, Qt::Key_Down);
    QTRY_COMPARE(list->topLevelItem(0)->text(2), QStringLiteral("Searched"));
    list->topLevelItem(0)->setText(0, QStringLiteral("faq.md"));
    QTRY_COMPARE(f.page().agent().state().content.knowledge[0].name, std::string("faq.md"));
    list->topLevelItem(0)->setText(0, QStringLiteral("more.md"));  // another's name
    QTRY_COMPARE(list->topLevelItem(0)->text(0), QStringLiteral("faq.md"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(f.page().agent().state().content.knowledge[0].name, std::string("more.md"));
  }

  void missingFile_isToldAndAttachedAgain() {
    WindowFixture f;
    open(f);
    const auto path = file(f, "notes.md", "One");
    drop(f, {path});
    QTRY_COMPARE(f.page().knowledge().state().rows.size(), std::size_t(1));
    const auto known = f.page().knowledge().state().rows[0].file;
    QVERIFY(std::filesystem::remove(f.services.knowledge->blobs().pathOf(known.sha256)));
    f.page().agent().setKnowledge({});
    f.page().agent().setKnowledge({known});
    QTRY_VERIFY(f.page().knowledge().state().rows[0].missing);
    auto* strip = section(f).findChild<ui::MessageStrip*>();
    QTRY_VERIFY(strip->isVisible());
    QVERIFY(strip->message().sentence.contains(QStringLiteral("notes.md")));
    QCOMPARE(strip->message().buttons.front().text, QStringLiteral("Attach Again…"));
    auto* list = f.named<QTreeWidget>(QStringLiteral("Knowledge files"));
    auto* add = f.named<QToolButton>(QStringLiteral("Add files"));
    QTRY_VERIFY(add->geometry().bottom() < list->geometry().top());  // the strip makes room for itself
    f.settle();
    f.picture(QStringLiteral("knowledge-missing"));
    f.page().knowledge().attachAgain(0, std::filesystem::path(path.toStdString()));
    QTRY_VERIFY(!f.page().knowledge().state().rows[0].missing);
    QTRY_VERIFY(!strip->isVisible());
  }

  void fileThatCannotBeRead_isTold() {
    WindowFixture f;
    open(f);
    f.page().knowledge().add({std::filesystem::path("/none/such")});
    QTRY_VERIFY(f.page().knowledge().state().error.has_value());
    QVERIFY(
        section(f).findChild<ui::MessageStrip*>()->message().sentence.contains(QStringLiteral("/none/such")));
    QVERIFY(!f.page().knowledge().state().working);
  }

  void section_fitsANarrowWindow() {
    WindowFixture f;
    open(f, {1024, 700});
    drop(f, {file(f, "a-rather-long-name-for-a-file-of-notes.md", "One")});
    QTRY_COMPARE(f.page().knowledge().state().rows.size(), std::size_t(1));
    f.settle();
    f.picture(QStringLiteral("knowledge-narrow"));
    QVERIFY(section(f).width() <= section(f).parentWidget()->width());
  }

  void uploads_areListedPricedAndDeletedAfterAQuestion() {
    WindowFixture f;
    f.open();
    const auto add = [&](domain::UploadKind kind, const char* remote, std::int64_t bytes) {
      const domain::Upload upload{.provider = "openai",
                                  .baseUrl = domain::kOpenAiBaseUrl,
                                  .kind = kind,
                                  .remote = remote,
                                  .name = kind == domain::UploadKind::File ? "handbook.pdf" : "Reader",
                                  .sha256 = std::string(64, 'a'),
                                  .bytes = bytes,
                                  .created = f.services.clock.wallNow(),
                                  .expires = f.services.clock.wallNow() + std::chrono::hours(720)};
      QVERIFY(await<void>([&](auto done) {
                f.services.profile->store().write<void>(
                    [&](store::Connection& connection) { return store::saveUpload(connection, upload); },
                    done);
              }).ok());
    };
    add(domain::UploadKind::File, "file-1", 12'000'000);
    add(domain::UploadKind::VectorStore, "vs_1", std::int64_t(3) << 30);
    ui::UploadsVm uploads(*f.services.uploads, *f.services.agents, *f.services.models);
    ui::UploadsSection page(uploads);
    page.resize(1000, 600);
    page.show();
    auto* list = page.findChild<QTreeWidget*>();
    QTRY_COMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(6), QStringLiteral("$9.00"));
    QVERIFY(uploads.state().nanoUsdMonth == std::optional<std::int64_t>(6'000'000'000));
    if (!qEnvironmentVariable("AIAGENT_PICTURES").isEmpty())
      page.grab().save(qEnvironmentVariable("AIAGENT_PICTURES") + QStringLiteral("/uploads.png"));

    QVERIFY(await<ports::SecretPersistence>([&](auto done) {
              f.services.providers->setKey({.name = "openai", .baseUrl = domain::kOpenAiBaseUrl},
                                           base::SecretString("sk-test"), done);
            }).ok());
    auto* strip = page.findChild<ui::MessageStrip*>();
    list->setCurrentItem(list->topLevelItem(1));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(strip->message().sentence.contains(QStringLiteral("handbook.pdf")));
    QVERIFY(f.services.http->requests().empty());
    f.services.http->enqueue(testing::jsonAnswer(500, R"({"error":{"message":"no","type":"server_error"}})"));
    Q_EMIT strip->triggered(QStringLiteral("delete"));
    QTRY_VERIFY(uploads.state().rows[1].error.has_value());
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(strip->message().buttons.front().text, QStringLiteral("Try Again"));
    f.services.http->enqueue(testing::jsonAnswer(200, R"({"id":"file-1","deleted":true})"));
    Q_EMIT strip->triggered(QStringLiteral("retry"));
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(f.services.http->requests().back().method, std::string("DELETE"));
    QCOMPARE(f.services.http->requests().back().url, std::string("https://api.openai.com/v1/files/file-1"));
  }
};

QTEST_MAIN(KnowledgeUiTest)
#include "knowledge_test.moc"
