#include "core/authoring/draft/description_facts.h"

#include <algorithm>
#include <array>

#include "core/authoring/draft/fold.h"
#include "core/base/utf8.h"

namespace aiagent::authoring {
namespace {

// ---- tables: how a thing is known, and what it is called in English, German and Chinese

struct Named {
  std::vector<std::string_view> signs;  // beginnings of words; Chinese ones anywhere
  std::string_view en, de, zh;

  std::string in(const std::string& language) const {
    return std::string(language == "de" ? de : language == "zh" ? zh : en);
  }
};

const std::vector<Named>& tones() {
  static const std::vector<Named> kAll = {
      {{"friendly", "freundlich", "nett", "友好", "友善", "亲切"}, "friendly", "freundlich", "友好"},
      {{"formal", "förmlich", "formell", "正式"}, "formal", "förmlich", "正式"},
      {{"casual", "informal", "locker", "轻松", "随意"}, "casual", "locker", "轻松"},
      {{"playful", "funny", "humorous", "witty", "witzig", "humorvoll", "幽默", "有趣"},
       "playful",
       "humorvoll",
       "幽默"},
      {{"empathetic", "empathisch", "einfühlsam", "warm", "有同理心", "温暖"},
       "empathetic",
       "einfühlsam",
       "温暖体贴"},
      {{"professional", "professionell", "专业"}, "professional", "professionell", "专业"},
      {{"neutral", "factual", "matter-of-fact", "sachlich", "nüchtern", "客观", "中立"},
       "factual",
       "sachlich",
       "客观"},
      {{"strict", "streng", "严格", "严厉"}, "strict", "streng", "严格"}};
  return kAll;
}

const std::vector<Named>& languages() {
  static const std::vector<Named> kAll = {
      {{"in english", "into english", "auf englisch", "ins englische", "用英语", "用英文", "成英文",
        "成英语"},
       "English",
       "Englisch",
       "英语"},
      {{"in german", "into german", "auf deutsch", "ins deutsche", "用德语", "用德文", "成德语", "成德文"},
       "German",
       "Deutsch",
       "德语"},
      {{"in french", "into french", "auf französisch", "ins französische", "用法语", "成法语"},
       "French",
       "Französisch",
       "法语"},
      {{"in spanish", "into spanish", "auf spanisch", "ins spanische", "用西班牙语", "成西班牙语"},
       "Spanish",
       "Spanisch",
       "西班牙语"},
      {{"in italian", "into italian", "auf italienisch", "ins italienische", "用意大利语"},
       "Italian",
       "Italienisch",
       "意大利语"},
      {{"in chinese", "into chinese", "auf chinesisch", "ins chinesische", "用中文", "用汉语", "成中文"},
       "Chinese",
       "Chinesisch",
       "中文"},
      {{"in japanese", "into japanese", "auf japanisch", "ins japanische", "用日语", "成日语", "成日文"},
       "Japanese",
       "Japanisch",
       "日语"}};
  return kAll;
}

const std::vector<Named>& forms() {
  static const std::vector<Named> kAll = {
      {{"as a table", "in a table", "as table", "als tabelle", "in einer tabelle", "表格"},
       "a Markdown table",
       "eine Markdown-Tabelle",
       "Markdown 表格"},
      {{"bullet", "as a list", "als liste", "stichpunkt", "aufzählung", "要点", "列表"},
       "a list of short points",
       "eine Liste kurzer Punkte",
       "简短要点列表"},
      {{"as csv", "in csv", "als csv", "csv格式", "csv 格式"},
       "CSV with a header line",
       "CSV mit Kopfzeile",
       "带表头的 CSV"},
      {{"in markdown", "as markdown", "als markdown", "markdown格式", "markdown 格式"},
       "Markdown",
       "Markdown",
       "Markdown"},
      {{"one sentence", "a single sentence", "ein satz", "einem satz", "一句话"},
       "one sentence",
       "ein Satz",
       "一句话"}};
  return kAll;
}

// People that something can be for.
constexpr std::array<std::string_view, 62> kPeople = {
    "beginner",   "child",       "kid",       "student",   "pupil",          "developer",   "engineer",
    "programmer", "manager",     "executive", "customer",  "client",         "user",        "parent",
    "teacher",    "patient",     "employee",  "colleague", "team",           "reader",      "lawyer",
    "nurse",      "doctor",      "newcomer",  "hire",      "visitor",        "people",      "citizen",
    "sales",      "tester",      "anfänger",  "kinder",    "schüler",        "studierende", "studenten",
    "entwickler", "kunden",      "kundinnen", "nutzer",    "mitarbeite",     "kolleg",      "eltern",
    "lehrer",     "lehrkräfte",  "patienten", "leser",     "führungskräfte", "einsteiger",  "laien",
    "erwachsene", "jugendliche", "bürger",    "客户",      "用户",           "初学者",      "学生",
    "儿童",       "孩子",        "开发者",    "员工",      "同事",           "团队"};

bool isForeign(std::string_view word) {
  return static_cast<unsigned char>(word.front()) >= 0xE3;
}

bool holds(std::string_view text, std::string_view sign) {
  return holdsWord(text, sign, isForeign(sign));
}

bool holdsAny(std::string_view text, std::initializer_list<std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(), [text](auto sign) { return holds(text, sign); });
}

std::string named(std::string_view text, const std::vector<Named>& all, const std::string& language) {
  for (const auto& one : all)
    for (const auto sign : one.signs)
      if (holds(text, sign)) return one.in(language);
  return {};
}

// ---- phrases

constexpr std::size_t kLongestPhrase = 60;  // bytes

// Where a phrase ends at the latest.
std::size_t phraseEnd(std::string_view text) {
  constexpr std::array<std::string_view, 34> kEnds = {
      ".",      ",",       ";",      ":",      "!",      "?",       "\n",    "(",     "\"",
      "，",     "。",      "；",     "、",     "的",     "！",      "？",    " and ", " who ",
      " that ", " which ", " in a ", " with ", " from ", " und ",   " die ", " der ", " mit ",
      " aus ",  " in ",    " as ",   " for ",  " für ",  " about ", " über "};
  auto end = text.size();
  for (const auto mark : kEnds) end = std::min(end, text.find(mark));
  return end;
}

// What follows the first of the openings.
std::string phraseAfter(std::string_view original, std::string_view text,
                        std::initializer_list<std::string_view> openings) {
  for (const auto opening : openings) {
    for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at + 1)) {
      if (!isForeign(opening) && at > 0 && text[at - 1] != ' ') continue;
      const auto rest = original.substr(at + opening.size());
      const auto phrase = base::trimmed(rest.substr(0, phraseEnd(rest)));
      if (!phrase.empty() && phrase.size() <= kLongestPhrase) return std::string(phrase);
    }
  }
  return {};
}

std::string audienceIn(std::string_view original, std::string_view text) {
  for (const std::string_view opening : {"for ", "für ", "面向", "给", "为"}) {
    for (auto at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at + 1)) {
      if (!isForeign(opening) && at > 0 && text[at - 1] != ' ') continue;
      const auto rest = original.substr(at + opening.size());
      const auto phrase = base::trimmed(rest.substr(0, phraseEnd(rest)));
      const auto low = folded(phrase);
      const auto names = [&](std::string_view person) { return holdsWord(low, person, isForeign(person)); };
      if (phrase.empty() || phrase.size() > kLongestPhrase ||
          std::none_of(kPeople.begin(), kPeople.end(), names))
        continue;
      // Chinese runs on: the people are the end of it.
      if (!isForeign(opening)) return std::string(phrase);
      for (const auto person : kPeople)
        if (const auto found = low.find(person); isForeign(person) && found != std::string::npos)
          return std::string(phrase.substr(0, found + person.size()));
    }
  }
  return {};
}

std::vector<std::string> fieldsIn(std::string_view original, std::string_view text) {
  std::string_view list;
  for (const std::string_view opening : {"fields", "felder", "feldern", "字段"})
    if (const auto at = text.find(opening); at != std::string_view::npos && list.empty())
      list = original.substr(at + opening.size());
  std::string plain(
      list.substr(0, std::min({list.find('.'), list.find('\n'), list.find("。"), list.size()})));
  for (const std::string_view comma : {" and ", " und ", "，", "、", "和", "：", ":"})
    for (auto at = plain.find(comma); at != std::string::npos; at = plain.find(comma))
      plain.replace(at, comma.size(), ",");
  std::vector<std::string> fields;
  std::size_t from = 0;
  while (from < plain.size()) {
    const auto end = std::min(plain.find(',', from), plain.size());
    const auto field = base::trimmed(std::string_view(plain).substr(from, end - from));
    if (!field.empty() && field.size() <= 40 && fields.size() < 20 &&
        std::find(fields.begin(), fields.end(), field) == fields.end())
      fields.emplace_back(field);
    from = end + 1;
  }
  return fields.size() > 1 ? fields : std::vector<std::string>();
}

// Folding blanks would move the offsets that phrases are taken by.
std::string onOneLine(std::string_view text) {
  std::string line(base::trimmed(text));
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\t' || c == '\r'; }, ' ');
  std::string out;
  for (const char c : line)
    if (c != ' ' || out.empty() || out.back() != ' ') out += c == '\n' ? '.' : c;
  return out;
}

}  // namespace

std::string languageOf(std::string_view description, std::string_view otherwise) {
  const auto text = " " + folded(description) + " ";
  std::size_t han = 0;
  for (const char c : text)
    han += static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9;
  if (han * 8 >= text.size()) return "zh";
  int german = 0, english = 0;
  for (const char* word : {" der ", " die ", " das ", " und ", " für ", " ein ", " eine ", " einen ", " mit ",
                           " aus ", " soll ", " auf ", " den ", " zu ", " im "})
    german += text.find(word) != std::string::npos;
  for (const char* word :
       {" the ", " and ", " for ", " a ", " an ", " with ", " from ", " to ", " of ", " our ", " that "})
    english += text.find(word) != std::string::npos;
  for (const char* letter : {"ä", "ö", "ü", "ß"}) german += text.find(letter) != std::string::npos;
  if (german == 0 && english == 0 && (otherwise == "de" || otherwise == "zh")) return std::string(otherwise);
  return german > english ? "de" : "en";
}

DescriptionFacts factsOf(std::string_view description, const std::string& language) {
  const auto original = onOneLine(description);
  const auto text = folded(original);
  DescriptionFacts facts;
  facts.language = languageOf(description);
  if (text.size() == original.size()) {  // else the offsets are not the same
    facts.title = phraseAfter(original, text,
                              {"called ", "named ", "namens ", "mit dem namen ", "名为", "名叫", "叫做"});
    facts.subject =
        phraseAfter(original, text, {"about ", "on the topic of ", "über ", "zum thema ", "关于"});
    facts.audience = audienceIn(original, text);
    facts.fields = fieldsIn(original, text);
  }
  facts.tone = named(text, tones(), language);
  facts.answerIn = named(text, languages(), language);
  facts.form = named(text, forms(), language);
  facts.wantsJson = holdsAny(text, {"json", "strukturierte daten", "structured data", "结构化数据"});
  facts.wantsWeb = holdsAny(text, {"web search", "search the web", "on the web", "internet", "online",
                                   "up to date", "latest", "current", "im web", "aktuell", "neueste",
                                   "recherchier", "上网", "联网", "网上", "最新", "互联网"});
  facts.wantsDocuments =
      holdsAny(text, {"our documents", "our handbook", "our manual", "knowledge base", "our docs",
                      "our files", "our wiki", "our policies", "unsere dokument", "unserer dokument",
                      "unserem handbuch", "wissensdatenbank", "unseren unterlagen", "unserem wiki",
                      "unseren richtlinien", "知识库", "我们的文档", "公司文档", "手册"});
  facts.wantsSums = holdsAny(text, {"calculat", "spreadsheet", "statistic", "chart", "berechn",
                                    "tabellenkalkulation", "statistik", "diagramm", "计算", "统计", "图表"});
  return facts;
}

}  // namespace aiagent::authoring
