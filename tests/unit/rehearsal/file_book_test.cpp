#include "core/rehearsal/file_book.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "core/rehearsal/answer_text.h"
#include "core/rehearsal/responder.h"

namespace aiagent::rehearsal {
namespace {

using namespace std::chrono_literals;
namespace json = boost::json;

class MovedClock final : public base::Clock {
 public:
  base::WallTime wallNow() const override { return base::wallTimeFromMillis(1'795'000'000'000) + m_moved; }
  base::Instant now() const override { return base::Instant{} + 1h + m_moved; }
  void move(base::Milliseconds by) { m_moved += by; }

 private:
  base::Milliseconds m_moved{0};
};

class FileBookTest : public ::testing::Test {
 protected:
  Answer send(const std::string& method, const std::string& path, const std::string& body = {},
              const std::string& type = "application/json") {
    HttpMessage request;
    request.method = method;
    request.path = path;
    request.headers = {{"content-type", type}};
    request.body = body;
    return m_responder.answer(request);
  }
  Answer upload(const std::string& name, const std::string& bytes, const std::string& more = {}) {
    return send("POST", "/v1/files",
                "--x\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nuser_data\r\n" + more +
                    "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
                    "\"\r\nContent-Type: text/plain\r\n\r\n" + bytes + "\r\n--x--\r\n",
                "multipart/form-data; boundary=x");
  }
  static json::object object(const Answer& answer) { return json::parse(answer.body).as_object(); }
  static std::string id(const Answer& answer) { return json::value_to<std::string>(object(answer).at("id")); }
  static std::string text(const Answer& answer, const char* name) {
    return json::value_to<std::string>(object(answer).at(name));
  }
  std::string storeOf(const std::string& file) {
    return id(send("POST", "/v1/vector_stores",
                   R"({"name":"S","file_ids":[")" + file +
                       R"("],"expires_after":{"anchor":"last_active_at","days":30}})"));
  }

  MovedClock m_clock;
  Responder m_responder{m_clock};
};

TEST_F(FileBookTest, file_isKeptToldAndDeleted) {
  const auto made = upload("notes.md", "line\r\nline");
  EXPECT_EQ(made.status, 200);
  EXPECT_EQ(text(made, "filename"), "notes.md");
  EXPECT_EQ(object(made).at("bytes").as_int64(), 10);
  const auto path = "/v1/files/" + id(made);
  EXPECT_EQ(object(send("GET", path)), object(made));
  EXPECT_EQ(object(send("GET", "/v1/files")).at("data").as_array().size(), 1u);
  EXPECT_EQ(send("DELETE", path).status, 200);
  EXPECT_EQ(send("GET", path).status, 404);
  EXPECT_EQ(send("DELETE", path).status, 404);
}

TEST_F(FileBookTest, formWithoutFileOrPurpose_isRefused) {
  EXPECT_EQ(send("POST", "/v1/files", "hello").status, 400);
  EXPECT_EQ(send("POST", "/v1/files",
                 "--x\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nuser_data\r\n--x--\r\n",
                 "multipart/form-data; boundary=x")
                .status,
            400);
  EXPECT_EQ(send("PUT", "/v1/files").status, 405);
}

TEST_F(FileBookTest, file_expires) {
  const auto made =
      upload("notes.md", "hi",
             "--x\r\nContent-Disposition: form-data; name=\"expires_after[seconds]\"\r\n\r\n3600\r\n");
  EXPECT_EQ(send("GET", "/v1/files/" + id(made)).status, 200);
  m_clock.move(2h);
  EXPECT_EQ(send("GET", "/v1/files/" + id(made)).status, 404);
}

TEST_F(FileBookTest, store_takesAMomentForEachFile) {
  const auto store = "/v1/vector_stores/" + storeOf(id(upload("notes.md", "hi")));
  EXPECT_EQ(text(send("GET", store), "status"), "in_progress");
  m_clock.move(1s);
  const auto told = send("GET", store);
  EXPECT_EQ(text(told, "status"), "completed");
  EXPECT_EQ(object(told).at("usage_bytes").as_int64(), 2);
  EXPECT_EQ(object(told).at("file_counts").as_object().at("completed").as_int64(), 1);
  EXPECT_EQ(send("DELETE", store).status, 200);
  EXPECT_EQ(send("GET", store).status, 404);
}

TEST_F(FileBookTest, deletedFile_goesOutOfItsStore) {
  const auto file = id(upload("notes.md", "hi"));
  const auto store = "/v1/vector_stores/" + storeOf(file);
  m_clock.move(1s);
  send("DELETE", "/v1/files/" + file);
  EXPECT_EQ(object(send("GET", store)).at("file_counts").as_object().at("completed").as_int64(), 0);
  EXPECT_EQ(send("POST", "/v1/vector_stores", R"({"file_ids":[")" + file + "\"]}").status, 404);
}

TEST_F(FileBookTest, answer_namesTheFilesItWasGiven) {
  const auto file = id(upload("book.pdf", "many"));
  const auto store = storeOf(file);
  m_clock.move(1s);
  const auto answer = send(
      "POST", "/v1/responses",
      R"({"model":"m","tools":[{"type":"file_search","vector_store_ids":[")" + store +
          R"("]}],"input":[{"role":"user","content":[{"type":"input_file","filename":"notes.md","file_data":"data:text/markdown;base64,aGk="},{"type":"input_file","file_id":")" +
          file + R"("},{"type":"input_text","text":"Read it"}]}]})");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_NE(answer.body.find("`notes.md`, 2 bytes"), std::string::npos) << answer.body;
  EXPECT_NE(answer.body.find("`book.pdf`, 4 bytes, uploaded before as `" + file), std::string::npos);
  EXPECT_NE(answer.body.find("A vector store with 1 file: `book.pdf`"), std::string::npos);
  EXPECT_NE(answer.body.find("> Read it"), std::string::npos);
}

TEST_F(FileBookTest, whatIsNotThere_is404) {
  EXPECT_EQ(
      send("POST", "/v1/responses",
           R"({"model":"m","input":[{"role":"user","content":[{"type":"input_file","file_id":"file-9"}]}]})")
          .status,
      404);
  EXPECT_EQ(send("POST", "/v1/responses",
                 R"({"model":"m","input":"x","tools":[{"type":"file_search","vector_store_ids":["vs_9"]}]})")
                .status,
            404);
}

TEST_F(FileBookTest, chat_takesFilesToo) {
  const auto answer = send(
      "POST", "/v1/chat/completions",
      R"({"model":"m","messages":[{"role":"user","content":[{"type":"file","file":{"filename":"scan.pdf","file_data":"data:application/pdf;base64,aGk="}},{"type":"text","text":"Read it"}]}]})");
  EXPECT_NE(answer.body.find("`scan.pdf`, 2 bytes"), std::string::npos) << answer.body;
}

}  // namespace
}  // namespace aiagent::rehearsal
