// A long answer as models write them: prose, lists, tables, code; the same on every run.
#pragma once

#include <QString>
#include <QStringList>
#include <random>

namespace aiagent::bench {

// About `count` tokens of four characters on average, each a word with its blank or a line end.
inline QStringList markdownAnswer(int count, unsigned seed = 1) {
  static const char* const words[] = {"the",    "answer",  "depends",   "on",
                                      "how",    "a",       "request",   "is",
                                      "sent",   "and",     "which",     "header",
                                      "it",     "carries", "when",      "**retry**",
                                      "after",  "server",  "`timeout`", "of",
                                      "each",   "stream",  "because",   "tokens",
                                      "arrive", "in",      "order",     "*always*",
                                      "with",   "their",   "usage",     "but",
                                      "never",  "without", "a",         "key",
                                      "so",     "check",   "the",       "status",
                                      "first",  "then",    "read",      "[docs](https://example.org/docs)",
                                      "body",   "as",      "JSON",      "lines",
                                      "until",  "end"};
  std::mt19937 random(seed);
  const auto pick = [&](int below) { return int(random() % unsigned(below)); };
  QStringList tokens;
  const auto word = [&] {
    tokens << QString::fromLatin1(words[pick(int(std::size(words)))]) + QLatin1Char(' ');
  };
  const auto sentence = [&] {
    for (int i = 6 + pick(12); i > 0; --i) word();
    tokens.last().chop(1);
    tokens << QStringLiteral(". ");
  };
  const auto say = [&](const char* text) { tokens << QString::fromUtf8(text); };
  for (int section = 1; tokens.size() < count; ++section) {
    tokens << QStringLiteral("## ") << QStringLiteral("Section ") << QString::number(section)
           << QStringLiteral("\n\n");
    for (int p = 2 + pick(2); p > 0; --p) {
      for (int s = 2 + pick(4); s > 0; --s) sentence();
      say("\n\n");
    }
    for (int i = 1; i <= 4; ++i) {
      tokens << QString::number(i) << QStringLiteral(". ");
      sentence();
      say("\n");
      if (pick(2) == 0) {
        say("   - ");
        sentence();
        say("\n");
      }
    }
    say("\n```python\n");
    for (int line = 6 + pick(20); line > 0; --line) {
      for (const char* token :
           {"    ", "value_", "item", " = ", "fetch", "(", "\"key\"", ", ", "42", ")", "  # note", "\n"})
        say(token);
    }
    say("```\n\n");
    for (const char* token : {"| Name ", "| Value ", "| Note ", "|\n", "|---", "|--:", "|---", "|\n"})
      say(token);
    for (int row = 3 + pick(6); row > 0; --row) {
      tokens << QStringLiteral("| ") << QStringLiteral("row ") << QString::number(pick(1000))
             << QStringLiteral(" | ");
      word();
      say("| ");
      word();
      say("|\n");
    }
    say("\n> ");
    sentence();
    say("\n\n");
  }
  return tokens;
}

}  // namespace aiagent::bench
