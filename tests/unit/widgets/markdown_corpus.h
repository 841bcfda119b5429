// Markdown documents as models write them, and the corners of the format where a block ends in an odd way.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace aiagent::widgets::markdown {

inline std::vector<std::string> markdownCorpus() {
  return {
      "",
      "plain",
      "# Title\n\nFirst *em* **strong** `code` ~~gone~~ paragraph.\nSecond line.\n\nNext.\n",
      "Setext\n===\ntext\n\nOther\n---\nmore\n",
      "- a\n- b\n  - c\n    still c\n\n  b again\n- d\n\nafter\n",
      "- a\n\n- b\n\n- c\n\nloose\n",
      "1. one\n2. two\n   ```cpp\n   int x;\n\n   int y;\n   ```\n3. three\n\nend\n",
      "1. one\n\ntext\n\n2. two\n",
      "* a\n+ b\n- c\n\n- - -\n\n1) x\n2. y\n",
      "text\n- list right after\n- b\n\ntext\n2. not a list\n\n2. a list\n",
      "```python\ndef f():\n    return 1\n\n\nprint(f())\n```\nright after\n",
      "```\nnever closed\n\n# not a heading\n- no item\n",
      "~~~~ruby x=1\n~~~\n``` \n~~~~\ndone\n",
      "  ```\n  indented fence\n   x\n x\n  ```\n",
      "> quote\n> more\nlazy\n\n> second\n> > nested\n> - item\n>   ```\n>   code\n>   ```\n\nafter\n",
      "> ```\n> a\nb\n\n> c\n",
      "    indented code\n\n    goes on\n\n\n    still\ntext\n",
      "- item\n\n      code in item\n\n      more\n\n    para\n\ntext\n",
      "| a | b |\n|---|:-:|\n| 1 | **2** |\n| 3 | `x|y` |\n\nafter\n",
      "a|b\n-|-\n1|2\n    indented after a table\n\n    more\n\nx\n",
      "a|b\n-|-\n1|2\n5. five\n\n6. six\n",
      "before\n| a | b |\n|---|---|\n| 1 | 2 |\nafter\n",
      "- [ ] open\n- [x] done\n  - [X] nested\n\n* [ ] other\n",
      "See [the site][1] and [Two] and [three](https://x.test/a_b?c=d&e \"t\").\n\n[1]: https://one.test/\n"
      "[two]: <https://two.test/x y> 'Title'\n",
      "[late] use\n\n- item [late]\n\n> [late]: https://late.test\n\nmore [late]\n",
      "[a]: /one\n[a]: https://two.test\n\n[a] [b]\n\n[b]:\n   https://b.test\n",
      "[x]: https://x.test\n===\n\n[x] and text\n",
      "![alt *text*](https://img.test/p.png) and <https://auto.test> and www.bare.test and me@mail.test.\n",
      "<div>\n*raw*\n</div>\n\n<!-- comment\n\nmore -->\n\n&amp; &copy; &#x41; &nope; &#0;\n",
      "***\n---\n___\n- - -\n* * *\ntext\n***\n",
      "a  \nhard\\\nbreak\n\n\\*not em\\*\n",
      "# h\n    code after heading\n\n    more\n# h2\ntext\n## h3 ##\n",
      "-\n  item\n-\n\n  not item\n\n  ```\n  code\n\ntext\n```\nend\n",
      "10. ten\n\n   three blanks\n\n    four blanks\n\n```\nx\n\ny\n```\n",
      "- a\n```\nfence closes the list\n\nx\n```\n- b\n",
      "- # heading\ntext\n  ```\n  x\n\ny\n  ```\nz\n",
      "- ```\n  code\n\ntext\n\n- next\n",
      "a\r\n\r\n- b\r\n- c\r\n\r\n```\r\nx\r\n```\r\nd\r",
      "old mac\r\r# h\rtext\r\r```\rcode\r\r```\rend",
      "عنوان\n\n- بند **أول**\n- بند ثان\n\n漢字かな交じり文。\n\n👩‍💻 "
      "emoji "
      "👍🏽 "
      "text\n",
      "1. a\n   - b\n     - c\n\n       deep\n\n   back\n2. d\n - e\n  - f\n   - g\n    - h\n\nx\n",
      "text\n-\nmore\n\n* \n\n  x\n\n+\ny\n",
      "- a\n\n\n- b\n\n\n\ntext\n\n\n\n- c\n",
      "- a\n> q\n- b\n\n> q\n- c\n\n1. x\n> y\n\nend\n",
      "\n\n\n  leading blanks\n\n",
      "\tcode by tab\n\n-\ttab item\n\n\tbelongs\n\nnot\n",
  };
}

// Documents of random lines: most are nonsense, which is where rules meet that no person would mix. Without
// `odd` they leave out what md4c 0.4.8 reads against the specification and in dependence on what stands
// before: fences that a list item, quote or table leaves open, link definitions above an underline, headings
// in items.
inline std::string randomMarkdown(std::mt19937& random, bool odd) {
  static const std::vector<std::string> lines = {"",
                                                 "",
                                                 "",
                                                 "",
                                                 "text",
                                                 "more *text*",
                                                 "  two",
                                                 "   three",
                                                 "    four",
                                                 "     five",
                                                 "- item",
                                                 "- ",
                                                 "-",
                                                 "* star",
                                                 "  - nested",
                                                 "   - odd",
                                                 "    - deep",
                                                 "1. one",
                                                 "2. two",
                                                 "10. ten",
                                                 "3) paren",
                                                 "   para of one",
                                                 "```\nx\n\n- y\n```",
                                                 "~~~js\n```\n~~~",
                                                 "> quote",
                                                 ">",
                                                 "> - item",
                                                 ">> deep",
                                                 "# head",
                                                 "##",
                                                 "---",
                                                 "***",
                                                 "- - -",
                                                 " * * *",
                                                 "| a | b |\n|---|---|\n| 1 | 2 |\n",
                                                 "a|b\n-|-\n",
                                                 "[a]",
                                                 "[b] x",
                                                 "\tt",
                                                 "-\tt",
                                                 "x  ",
                                                 "x\\",
                                                 "--",
                                                 "=",
                                                 "===",
                                                 "+ plus",
                                                 "+",
                                                 "1.",
                                                 "0. zero",
                                                 "- > q",
                                                 "  x\\",
                                                 "&amp;",
                                                 "<b>",
                                                 "**bold",
                                                 "bold**",
                                                 "`tick",
                                                 "tick`",
                                                 "- [ ] task",
                                                 "1986. A year",
                                                 "  text",
                                                 " - one blank",
                                                 "\n[b]: https://b.test\n"};
  static const std::vector<std::string> oddLines = {"```",       "```js",  "````",    "~~~",
                                                    "  ```",     "   ```", "    ```", "> ```",
                                                    "- ```",     "- # h",  "[a]: /u", "[b]: https://b.test",
                                                    "|---|---|", "| - |",  "-|-"};
  std::string text;
  const int count = std::uniform_int_distribution(1, 14)(random);
  for (int i = 0; i < count; ++i) {
    const bool pickOdd = odd && std::uniform_int_distribution(0, 3)(random) == 0;
    const auto& from = pickOdd ? oddLines : lines;
    text += from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random)];
    text += std::uniform_int_distribution(0, 19)(random) == 0 ? "\r\n" : "\n";
  }
  if (std::uniform_int_distribution(0, 3)(random) == 0) text.pop_back();
  return text;
}

}  // namespace aiagent::widgets::markdown
