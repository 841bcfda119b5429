#include "core/wire/request_files.h"

#include <gtest/gtest.h>

#include "core/wire/file_json.h"
#include "core/wire/request_json.h"

namespace aiagent::wire {
namespace {

const SentFile kNotes{"notes.md", "text/markdown", std::string(64, 'a'), ""};
const SentFile kBook{"book.pdf", "application/pdf", std::string(64, 'b'), "file-1"};

domain::RunRequest request() {
  domain::RunRequest request;
  request.content.name = "Triage";
  request.content.prompt = "Sort.";
  request.model = "gpt-5";
  request.input = "Printer on fire";
  return request;
}

domain::Message person(const std::string& text) {
  domain::Message message;
  message.parts.push_back({domain::PartKind::Text, text, {}, {}});
  return message;
}

std::string bytesOf(const SentFile&) {
  return "hi";
}

TEST(ResponsesBody, files_comeWithTheFirstMessage) {
  const auto body = responsesBody(request(), {}, {{kNotes, kBook}, ""});
  ASSERT_TRUE(body.ok());
  const std::string content =
      R"("content":[{"type":"input_file","filename":"notes.md","file_data":"data:text/markdown;sha256,)" +
      std::string(64, 'a') +
      R"("},{"type":"input_file","file_id":"file-1"},{"type":"input_text","text":"Printer on fire"}])";
  EXPECT_NE(body->json.find(content), std::string::npos) << body->json;
  EXPECT_EQ(body->withoutHistory, body->json);
  const auto sent = withFileBytes(body->json, {kNotes, kBook}, bytesOf);
  EXPECT_NE(sent.find(R"("file_data":"data:text/markdown;base64,aGk=")"), std::string::npos) << sent;
  EXPECT_EQ(sent.find("sha256"), std::string::npos);
}

TEST(ResponsesBody, laterTurns_sendTheFilesWithTheOldMessageAndKeepNothing) {
  const auto body = responsesBody(request(), {person("First")}, {{kNotes}, ""});
  ASSERT_TRUE(body.ok());
  EXPECT_NE(body->json.find(R"({"type":"input_text","text":"First"})"), std::string::npos) << body->json;
  EXPECT_NE(body->json.find(R"({"role":"user","content":"Printer on fire"})"), std::string::npos);
  EXPECT_EQ(body->withoutHistory.find("input_file"), std::string::npos);
}

TEST(ResponsesBody, vectorStore_isATool) {
  const auto body = responsesBody(request(), {}, {{}, "vs_1"});
  EXPECT_NE(body->json.find(R"("tools":[{"type":"file_search","vector_store_ids":["vs_1"]}])"),
            std::string::npos)
      << body->json;
}

TEST(WithVectorStore, toolThatIsThere_isCompleted) {
  EXPECT_EQ(
      withVectorStore(
          R"([{"type":"web_search"},{"type":"file_search","vector_store_ids":[],"max_num_results":3}])",
          "vs_1"),
      R"([{"type":"web_search"},{"type":"file_search","max_num_results":3,"vector_store_ids":["vs_1"]}])");
  EXPECT_EQ(withVectorStore(R"([{"type":"file_search","vector_store_ids":["mine"]}])", "vs_1"),
            R"([{"type":"file_search","vector_store_ids":["mine","vs_1"]}])");
}

TEST(ChatBody, textGoesAsTextAndTheRestAsAFile) {
  const SentFile picture{"scan.pdf", "application/pdf", std::string(64, 'c'), ""};
  const auto body = chatBody(request(), {}, {{kNotes, picture, kBook}, ""});
  ASSERT_TRUE(body.ok());
  const auto sent = withFileBytes(body->json, {kNotes, picture, kBook}, bytesOf);
  EXPECT_NE(sent.find(R"({"type":"text","text":"File \"notes.md\":\n\nhi"})"), std::string::npos) << sent;
  EXPECT_NE(
      sent.find(
          R"({"type":"file","file":{"filename":"scan.pdf","file_data":"data:application/pdf;base64,aGk="}})"),
      std::string::npos)
      << sent;
  EXPECT_NE(sent.find(R"({"type":"file","file":{"file_id":"file-1"}})"), std::string::npos) << sent;
}

TEST(WithFileBytes, whatAPersonWroteStays) {
  auto asked = request();
  asked.input = R"("file_data":"data:text/markdown;sha256,)" + std::string(64, 'a') + "\"";
  const auto body = responsesBody(asked, {}, {{kNotes}, ""});
  const auto sent = withFileBytes(body->json, {kNotes}, bytesOf);
  EXPECT_NE(sent.find(R"(\"file_data\":\"data:text/markdown;sha256,)"), std::string::npos) << sent;
}

TEST(UploadForm, isAFormWithTheFileLast) {
  const auto form = uploadForm("a \"b\".md", "text/markdown", "xyz", std::chrono::hours(1));
  EXPECT_EQ(form.contentType, "multipart/form-data; boundary=xyz");
  EXPECT_EQ(form.before,
            "--xyz\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nuser_data\r\n"
            "--xyz\r\nContent-Disposition: form-data; name=\"expires_after[anchor]\"\r\n\r\ncreated_at\r\n"
            "--xyz\r\nContent-Disposition: form-data; name=\"expires_after[seconds]\"\r\n\r\n3600\r\n"
            "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.md\"\r\n"
            "Content-Type: text/markdown\r\n\r\n");
  EXPECT_EQ(form.after, "\r\n--xyz--\r\n");
}

TEST(VectorStoreFromJson, readsWhatCounts) {
  const auto store = vectorStoreFromJson(
      R"({"id":"vs_1","status":"completed","usage_bytes":5,"file_counts":{"in_progress":0,"completed":2,"failed":1,"cancelled":1,"total":4},"expires_at":1800000000})");
  ASSERT_TRUE(store.ok());
  EXPECT_EQ(store->id, "vs_1");
  EXPECT_EQ(store->completed, 2);
  EXPECT_EQ(store->failed, 2);
  EXPECT_EQ(store->bytes, 5);
  EXPECT_EQ(store->expires, base::wallTimeFromMillis(1'800'000'000'000));
  EXPECT_FALSE(vectorStoreFromJson("<html>").ok());
  EXPECT_FALSE(fileFromJson("{}").ok());
}

}  // namespace
}  // namespace aiagent::wire
