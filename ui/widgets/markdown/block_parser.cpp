#include "ui/widgets/markdown/block_parser.h"

#include <md4c.h>

#include "ui/widgets/markdown/entities.h"
#include "ui/widgets/markdown/table_shape.h"

namespace aiagent::widgets::markdown {
namespace {

constexpr unsigned kFlags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML;
constexpr QChar kLineBreak(QChar::LineSeparator);

QString fromUtf8(const MD_CHAR* text, MD_SIZE size) {
  return QString::fromUtf8(text, qsizetype(size));
}

QString attributeText(const MD_ATTRIBUTE& attribute) {
  QString text;
  if (!attribute.text) return text;
  for (int i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_CHAR* from = attribute.text + attribute.substr_offsets[i];
    const MD_SIZE size = attribute.substr_offsets[i + 1] - attribute.substr_offsets[i];
    switch (attribute.substr_types[i]) {
      case MD_TEXT_ENTITY: text += decodeEntity({from, size}); break;
      case MD_TEXT_NULLCHAR: text += QChar(QChar::ReplacementCharacter); break;
      default: text += fromUtf8(from, size);
    }
  }
  return text;
}

// Turns md4c's calls into pieces.
class Reader {
 public:
  std::vector<Piece> take() { return std::move(m_pieces); }

  void enterBlock(MD_BLOCKTYPE type, void* detail);
  void leaveBlock(MD_BLOCKTYPE type);
  void enterSpan(MD_SPANTYPE type, void* detail);
  void leaveSpan(MD_SPANTYPE type, void* detail);
  void text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size);

 private:
  struct List {
    bool numbered = false;
    bool tight = false;
    unsigned next = 1;
    char delimiter = '.';
  };

  void open(PieceKind kind);
  void close();
  void openItem(const MD_BLOCK_LI_DETAIL& item);
  void closeItem();
  void openTable(const MD_BLOCK_TABLE_DETAIL& table);
  void openCell(MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL& cell);
  void add(const QString& text, std::uint8_t extra = 0);
  std::uint8_t style() const;

  std::vector<Piece> m_pieces;
  std::vector<Container> m_containers;
  std::vector<List> m_lists;
  std::optional<Piece> m_open;
  int m_row = -1;
  int m_column = 0;
  int m_bold = 0, m_italic = 0, m_strike = 0, m_code = 0, m_images = 0;
  std::vector<QString> m_links;
  TableShape m_shape;
};

std::uint8_t Reader::style() const {
  int style = 0;
  if (m_bold > 0) style |= Bold;
  if (m_italic > 0) style |= Italic;
  if (m_strike > 0) style |= Strike;
  if (m_code > 0) style |= InlineCode;
  if (m_images > 0) style |= ImageAlt;
  return static_cast<std::uint8_t>(style);
}

void Reader::open(PieceKind kind) {
  close();
  m_open.emplace();
  m_open->kind = kind;
  m_open->containers = m_containers;
  const bool tight = !m_lists.empty() && m_lists.back().tight && !m_containers.empty();
  m_open->joint = tight ? Joint::Tight : Joint::Block;
  for (auto& container : m_containers) container.opens = false;
}

void Reader::close() {
  if (m_open) m_pieces.push_back(std::move(*m_open));
  m_open.reset();
}

void Reader::add(const QString& text, std::uint8_t extra) {
  if (text.isEmpty()) return;
  if (!m_open) open(PieceKind::Text);  // the items of a tight list have no paragraphs
  const int from = int(m_open->text.size());
  m_open->text += text;
  const auto look = static_cast<std::uint8_t>(style() | extra);
  const QString href = m_links.empty() ? QString() : m_links.back();
  if (m_open->kind == PieceKind::Code || (look == 0 && href.isEmpty())) return;
  auto& spans = m_open->spans;
  if (!spans.empty() && spans.back().from + spans.back().length == from && spans.back().style == look &&
      spans.back().href == href) {
    spans.back().length += int(text.size());
  } else {
    spans.push_back({from, int(text.size()), look, href});
  }
}

void Reader::openItem(const MD_BLOCK_LI_DETAIL& item) {
  close();
  List& list = m_lists.back();
  const QString marker =
      list.numbered ? QString::number(list.next++) + QLatin1Char(list.delimiter) : QString(QChar(0x2022));
  const auto task = !item.is_task           ? TaskState::None
                    : item.task_mark == ' ' ? TaskState::Open
                                            : TaskState::Done;
  m_containers.push_back({marker, task, true});
}

void Reader::closeItem() {
  close();
  if (m_containers.back().opens) {  // an empty item still shows its marker
    open(PieceKind::Text);
    close();
  }
  m_containers.pop_back();
}

void Reader::openTable(const MD_BLOCK_TABLE_DETAIL& table) {
  open(PieceKind::Table);
  m_shape = {};
  m_shape.columns.resize(table.col_count);
  m_row = -1;
}

void Reader::openCell(MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL& cell) {
  if (m_column > 0) m_open->text += QLatin1Char('\t');
  m_open->cells.push_back({m_row, m_column, int(m_open->text.size()), 0, type == MD_BLOCK_TH});
  if (std::size_t(m_column) < m_shape.columns.size())
    m_shape.columns[std::size_t(m_column)].align = CellAlign(int(cell.align));
}

void Reader::enterBlock(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      close();
      m_containers.push_back({});
      break;
    case MD_BLOCK_UL: {
      close();
      const auto& list = *static_cast<MD_BLOCK_UL_DETAIL*>(detail);
      m_lists.push_back({.tight = list.is_tight != 0});
      break;
    }
    case MD_BLOCK_OL: {
      close();
      const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
      m_lists.push_back({true, list.is_tight != 0, list.start, list.mark_delimiter});
      break;
    }
    case MD_BLOCK_LI: openItem(*static_cast<MD_BLOCK_LI_DETAIL*>(detail)); break;
    case MD_BLOCK_HR: open(PieceKind::Rule); break;
    case MD_BLOCK_H:
      open(PieceKind::Heading);
      m_open->level = int(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    case MD_BLOCK_CODE:
      open(PieceKind::Code);
      m_open->language = attributeText(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang);
      break;
    case MD_BLOCK_P: open(PieceKind::Text); break;
    case MD_BLOCK_TABLE: openTable(*static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)); break;
    case MD_BLOCK_TR:
      if (++m_row > 0) m_open->text += QLatin1Char('\n');
      m_column = 0;
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: openCell(type, *static_cast<MD_BLOCK_TD_DETAIL*>(detail)); break;
    default: break;
  }
}

void Reader::leaveBlock(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      close();
      m_containers.pop_back();
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: m_lists.pop_back(); break;
    case MD_BLOCK_LI: closeItem(); break;
    case MD_BLOCK_CODE:
      if (m_open->text.endsWith(QLatin1Char('\n'))) m_open->text.chop(1);
      close();
      break;
    case MD_BLOCK_TABLE:
      m_open->table = measureTable(m_shape, *m_open);
      close();
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      m_open->cells.back().length = int(m_open->text.size()) - m_open->cells.back().from;
      ++m_column;
      break;
    case MD_BLOCK_HR:
    case MD_BLOCK_H:
    case MD_BLOCK_P: close(); break;
    default: break;
  }
}

void Reader::enterSpan(MD_SPANTYPE type, void* detail) {
  switch (type) {
    case MD_SPAN_EM: ++m_italic; break;
    case MD_SPAN_STRONG: ++m_bold; break;
    case MD_SPAN_DEL: ++m_strike; break;
    case MD_SPAN_CODE: ++m_code; break;
    case MD_SPAN_IMG: ++m_images; break;
    case MD_SPAN_A: {
      const QString href = attributeText(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
      m_links.push_back(isAllowedLink(href) ? href : QString());
      break;
    }
    default: break;
  }
}

void Reader::leaveSpan(MD_SPANTYPE type, void* detail) {
  switch (type) {
    case MD_SPAN_EM: --m_italic; break;
    case MD_SPAN_STRONG: --m_bold; break;
    case MD_SPAN_DEL: --m_strike; break;
    case MD_SPAN_CODE: --m_code; break;
    case MD_SPAN_A: m_links.pop_back(); break;
    case MD_SPAN_IMG: {
      --m_images;
      const QString address = attributeText(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src);
      add(QStringLiteral(" "));
      m_links.push_back(isAllowedLink(address) ? address : QString());
      add(QLatin1String("(") + address + QLatin1Char(')'), Address);
      m_links.pop_back();
      break;
    }
    default: break;
  }
}

void Reader::text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size) {
  switch (type) {
    case MD_TEXT_NULLCHAR: add(QString(QChar(QChar::ReplacementCharacter))); break;
    // A line end within a paragraph stays one: models write verse and addresses without hard breaks.
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: add(QString(kLineBreak)); break;
    case MD_TEXT_ENTITY: add(decodeEntity({text, size})); break;
    default: add(fromUtf8(text, size));
  }
}

template <class Sink>
void parse(std::string_view text, Sink& sink) {
  MD_PARSER parser{};
  parser.flags = kFlags;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    static_cast<Sink*>(user)->enterBlock(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    static_cast<Sink*>(user)->leaveBlock(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    static_cast<Sink*>(user)->enterSpan(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void* detail, void* user) {
    static_cast<Sink*>(user)->leaveSpan(type, detail);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* from, MD_SIZE size, void* user) {
    static_cast<Sink*>(user)->text(type, from, size);
    return 0;
  };
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &sink);
}

// Remembers of each leaf block whether it is a paragraph, and its first link.
struct LinkReader {
  struct Leaf {
    bool paragraph = false;
    std::optional<QString> href = {};
  };
  std::vector<Leaf> leaves;

  void enterBlock(MD_BLOCKTYPE type, void*) {
    if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE || type == MD_BLOCK_TD)
      leaves.push_back({type == MD_BLOCK_P});
  }
  void leaveBlock(MD_BLOCKTYPE) {}
  void enterSpan(MD_SPANTYPE type, void* detail) {
    if (type != MD_SPAN_A || leaves.empty() || leaves.back().href) return;
    leaves.back().href = attributeText(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
  }
  void leaveSpan(MD_SPANTYPE, void*) {}
  void text(MD_TEXTTYPE, const MD_CHAR*, MD_SIZE) {}
};

}  // namespace

bool isAllowedLink(const QString& href) {
  return href.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
         href.startsWith(QLatin1String("https://"), Qt::CaseInsensitive) ||
         href.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive);
}

std::vector<Piece> parseBlocks(std::string_view text) {
  Reader reader;
  parse(text, reader);
  return reader.take();
}

std::vector<std::optional<QString>> linksOfLastParagraphs(std::string_view text, std::size_t count) {
  LinkReader reader;
  parse(text, reader);
  std::vector<std::optional<QString>> links;
  if (reader.leaves.size() < count) return links;
  for (auto leaf = reader.leaves.end() - std::ptrdiff_t(count); leaf != reader.leaves.end(); ++leaf) {
    if (!leaf->paragraph) return {};
    links.push_back(std::move(leaf->href));
  }
  return links;
}

}  // namespace aiagent::widgets::markdown
