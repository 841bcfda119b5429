#include "ui/widgets/markdown/code_tokenizer.h"

#include <gtest/gtest.h>

namespace aiagent::widgets::markdown {
namespace {

// "k:int s:"x"" and so on: kind letter and text of each token.
std::string tokens(const char* language, QStringView line, int* state = nullptr) {
  std::vector<CodeToken> found;
  const int after =
      tokenizeLine(findLanguage(QString::fromLatin1(language)), line, state ? *state : 0, &found);
  if (state) *state = after;
  std::string text;
  for (const CodeToken& token : found) {
    if (!text.empty()) text += " ";
    text += std::string(1, "ksnc:+-"[int(token.kind)]) + "=" +
            line.mid(token.from, token.length).toString().toStdString();
  }
  return text;
}

TEST(CodeTokenizer, cpp) {
  EXPECT_EQ(tokens("cpp", u"return f(\"a\\\"b\", 0x1F); // end"), "k=return s=\"a\\\"b\" n=0x1F c=// end");
  EXPECT_EQ(tokens("C++", u"returned int1"), "");
}

TEST(CodeTokenizer, blockComment_goesOnOverLines) {
  int state = 0;
  EXPECT_EQ(tokens("js", u"let a /* b", &state), "k=let c=/* b");
  EXPECT_EQ(tokens("js", u"still", &state), "c=still");
  EXPECT_EQ(tokens("js", u"end */ let", &state), "c=end */ k=let");
  EXPECT_EQ(state, 0);
}

TEST(CodeTokenizer, longStrings_goOnOverLines) {
  int state = 0;
  EXPECT_EQ(tokens("python", u"x = '''a", &state), "s='''a");
  EXPECT_EQ(tokens("python", u"b''' + \"\"\"c", &state), "s=b''' s=\"\"\"c");
  EXPECT_EQ(tokens("python", u"\"\"\" if", &state), "s=\"\"\" k=if");
}

TEST(CodeTokenizer, json_tellsKeysFromStrings) {
  EXPECT_EQ(tokens("json", u"{\"a\": \"b\", \"c\" : [1.5, true]}"), ":=\"a\" s=\"b\" :=\"c\" n=1.5 k=true");
}

TEST(CodeTokenizer, hashBeginsACommentAtAWordOnly) {
  EXPECT_EQ(tokens("sh", u"echo a#b $# # note"), "k=echo c=# note");
  EXPECT_EQ(tokens("yaml", u"api-key: x#y"), ":=api-key");
}

TEST(CodeTokenizer, sqlInAnyCase_diff_markup) {
  EXPECT_EQ(tokens("sql", u"SELECT a From b -- c"), "k=SELECT k=From c=-- c");
  EXPECT_EQ(tokens("diff", u"+new"), "+=+new");
  EXPECT_EQ(tokens("diff", u"-old"), "-=-old");
  EXPECT_EQ(tokens("html", u"<a href=\"x\">t</a>"), "k=a s=\"x\" k=a");
}

TEST(CodeTokenizer, unterminatedAndOdd_endWithTheLine) {
  EXPECT_EQ(tokens("c", u"\"open \\"), "s=\"open \\");
  EXPECT_EQ(tokens("nothing", u"int x"), "");
  EXPECT_EQ(findLanguage(u""), nullptr);
}

}  // namespace
}  // namespace aiagent::widgets::markdown
