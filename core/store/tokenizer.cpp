#include "core/store/tokenizer.h"

#include <sqlite3.h>
#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace aiagent::store {

// unicode61 as FTS5 knows it, which ours is built on.
struct Tokenizer::Shared {
  fts5_tokenizer base{};
  void* baseContext = nullptr;
};

namespace {

using Shared = Tokenizer::Shared;
using Range = std::pair<std::uint32_t, std::uint32_t>;

constexpr std::array<Range, 22> kSingles = {{
    {0x0e00, 0x0eff},  // Thai, Lao
    {0x1000, 0x109f},  // Myanmar
    {0x1780, 0x17ff},  // Khmer
    {0x2190, 0x21ff},  // arrows and other symbols that serve as emoji
    {0x2300, 0x23ff},   {0x2460, 0x27bf},   {0x2900, 0x297f},
    {0x2b00, 0x2bff},   {0x2e80, 0x2fdf},                        // radicals
    {0x3005, 0x3007},   {0x3040, 0x30ff},                        // kana
    {0x3100, 0x318f},                                            // bopomofo, Hangul letters
    {0x31a0, 0x31ff},   {0x3400, 0x4dbf},                        // Han
    {0x4e00, 0x9fff},   {0xac00, 0xd7ff},                        // Hangul syllables
    {0xf900, 0xfaff},   {0xff66, 0xff9f},                        // half-width kana
    {0x16fe0, 0x18cff}, {0x1b000, 0x1b2ff}, {0x1f000, 0x1faff},  // emoji
    {0x20000, 0x3ffff},
}};

bool isSingle(std::uint32_t c) {
  if (c < kSingles.front().first) return false;
  const auto after =
      std::upper_bound(kSingles.begin(), kSingles.end(), c,
                       [](std::uint32_t value, const Range& range) { return value < range.first; });
  return after != kSingles.begin() && c <= std::prev(after)->second;
}

// Variation selectors say how an emoji looks, not which it is.
bool isSelector(std::uint32_t c) {
  return c >= 0xfe00 && c <= 0xfe0f;
}

// The character at `at`, and past it. What is not UTF-8 comes out as single bytes.
std::uint32_t decode(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const std::uint32_t lead = byte(at);
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  if (length == 1 || at + length > text.size()) {
    ++at;
    return lead;
  }
  std::uint32_t c = lead & (0xffu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (byte(at + i) & 0x3f);
  at += length;
  return c;
}

// What unicode61 leaves of case and diacritics: it takes accents off Latin letters that decompose, no others.
struct Fold {
  std::uint32_t from;
  const char* to;
};
constexpr std::array<Fold, 25> kFolds = {{
    {0x00df, "ss"}, {0x00e6, "ae"}, {0x00f8, "o"},  {0x0111, "d"}, {0x0127, "h"},
    {0x0131, "i"},  {0x0142, "l"},  {0x0153, "oe"}, {0x0167, "t"}, {0x0390, "ι"},
    {0x03ac, "α"},  {0x03ad, "ε"},  {0x03ae, "η"},  {0x03af, "ι"}, {0x03b0, "υ"},
    {0x03c2, "σ"},  {0x03ca, "ι"},  {0x03cb, "υ"},  {0x03cc, "ο"}, {0x03cd, "υ"},
    {0x03ce, "ω"},  {0x0450, "е"},  {0x0451, "е"},  {0x045d, "и"}, {0x1e9e, "ss"},
}};

constexpr std::uint32_t kFullWidthFirst = 0xff01;  // of ASCII's 0x21 … 0x7e
constexpr std::uint32_t kFullWidthLast = 0xff5e;

std::string foldedFurther(std::string_view text) {
  std::string folded;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const auto c = decode(text, i);
    const auto fold =
        std::lower_bound(kFolds.begin(), kFolds.end(), c,
                         [](const Fold& entry, std::uint32_t value) { return entry.from < value; });
    if (c >= kFullWidthFirst && c <= kFullWidthLast)
      folded += static_cast<char>(c - kFullWidthFirst + 0x21);
    else if (fold != kFolds.end() && fold->from == c)
      folded += fold->to;
    else
      folded += text.substr(start, i - start);
  }
  return folded;
}

bool isAscii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

using Visit = std::function<bool(Word&)>;

// Splits what unicode61 calls one token where scripts without blanks begin and end. Offsets inside such a
// token are exact for these scripts, because folding leaves their characters as they are; a Latin piece
// beside them takes the rest.
class Splitter {
 public:
  explicit Splitter(const Visit& visit) : m_visit(visit) {}

  bool token(std::string_view folded, std::size_t begin, std::size_t end, std::string_view original) {
    if (isAscii(folded)) return emit(folded, begin, end, false);
    m_original = original;
    m_at = begin;
    std::size_t pieceBegin = 0;
    for (std::size_t i = 0; i < folded.size();) {
      const std::size_t start = i;
      const auto c = decode(folded, i);
      if (!isSingle(c) && !isSelector(c)) continue;
      if (!flush(folded.substr(pieceBegin, start - pieceBegin),
                 findFrom(folded.substr(start, i - start), end)))
        return false;
      const std::size_t length = i - start;
      if (!isSelector(c) && !emit(folded.substr(start, length), m_at, m_at + length, true)) return false;
      m_at += length;
      pieceBegin = i;
    }
    return flush(folded.substr(pieceBegin), end);
  }

 private:
  std::size_t findFrom(std::string_view character, std::size_t end) const {
    const auto found = m_original.substr(0, end).find(character, m_at);
    return found == std::string_view::npos ? m_at : found;
  }
  bool flush(std::string_view piece, std::size_t end) {
    const std::size_t begin = std::exchange(m_at, end);
    return piece.empty() || emit(piece, begin, end, false);
  }
  bool emit(std::string_view text, std::size_t begin, std::size_t end, bool single) {
    Word word{single || isAscii(text) ? std::string(text) : foldedFurther(text), begin, end, single};
    return m_visit(word);
  }

  const Visit& m_visit;
  std::string_view m_original;
  std::size_t m_at = 0;
};

struct Walk {
  Splitter splitter;
  std::string_view text;
};

int onBaseToken(void* context, int, const char* token, int size, int begin, int end) {
  auto& walk = *static_cast<Walk*>(context);
  const bool more =
      walk.splitter.token(std::string_view(token, static_cast<std::size_t>(size)),
                          static_cast<std::size_t>(begin), static_cast<std::size_t>(end), walk.text);
  return more ? SQLITE_OK : SQLITE_DONE;
}

int walkWords(const Shared& shared, void* instance, std::string_view text, const Visit& visit) {
  Walk walk{Splitter(visit), text};
  const int code = shared.base.xTokenize(static_cast<Fts5Tokenizer*>(instance), &walk, FTS5_TOKENIZE_DOCUMENT,
                                         text.data() != nullptr ? text.data() : "",
                                         static_cast<int>(text.size()), onBaseToken);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

int createBase(const Shared& shared, Fts5Tokenizer** instance) {
  static const char* kArguments[] = {"remove_diacritics", "2", "categories", "L* N* M* Co So"};
  return shared.base.xCreate(shared.baseContext, kArguments, 4, instance);
}

// What FTS5 holds for a table of ours.
struct Instance {
  const Shared* shared;
  Fts5Tokenizer* base;
};

int createInstance(void* context, const char**, int, Fts5Tokenizer** out) {
  const auto* shared = static_cast<const Shared*>(context);
  Fts5Tokenizer* base = nullptr;
  const int code = createBase(*shared, &base);
  if (code == SQLITE_OK) *out = reinterpret_cast<Fts5Tokenizer*>(new Instance{shared, base});
  return code;
}

void deleteInstance(Fts5Tokenizer* tokenizer) {
  auto* instance = reinterpret_cast<Instance*>(tokenizer);
  instance->shared->base.xDelete(instance->base);
  delete instance;
}

using EmitToken = int (*)(void*, int, const char*, int, int, int);

// Words for the index, and each pair of neighbours of a script without blanks. Most tokens of most texts are
// plain ASCII words, which go straight through: an import is bound by this loop.
struct Indexer {
  void* context;
  EmitToken emit;
  std::string_view text;
  Visit visit = [this](Word& word) { return this->word(word); };
  Word before = {};
  int emitted = SQLITE_OK;

  bool give(std::string_view token, std::size_t begin, std::size_t end, int flags) {
    emitted = emit(context, flags, token.data(), static_cast<int>(token.size()), static_cast<int>(begin),
                   static_cast<int>(end));
    return emitted == SQLITE_OK;
  }
  bool word(Word& word) {
    if (!give(word.text, word.begin, word.end, 0)) return false;
    const bool pair = word.single && before.single && before.end == word.begin;
    if (pair && !give(before.text + word.text, before.begin, word.end, FTS5_TOKEN_COLOCATED)) return false;
    before = std::move(word);
    return true;
  }

  static int onBaseToken(void* self, int, const char* token, int size, int begin, int end) {
    auto& indexer = *static_cast<Indexer*>(self);
    const std::string_view folded(token, static_cast<std::size_t>(size));
    if (isAscii(folded)) return indexer.emit(indexer.context, 0, token, size, begin, end);
    const bool more =
        Splitter(indexer.visit)
            .token(folded, static_cast<std::size_t>(begin), static_cast<std::size_t>(end), indexer.text);
    return more ? SQLITE_OK : indexer.emitted;
  }
};

int tokenizeDocument(const Instance& instance, std::string_view text, void* context, EmitToken emit) {
  Indexer indexer{.context = context, .emit = emit, .text = text};
  return instance.shared->base.xTokenize(instance.base, &indexer, FTS5_TOKENIZE_DOCUMENT, text.data(),
                                         static_cast<int>(text.size()), &Indexer::onBaseToken);
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size, EmitToken emit) {
  // A query's tokens were made by Tokenizer::words already: each is one word as it stands in the index.
  if ((flags & FTS5_TOKENIZE_QUERY) != 0) return size > 0 ? emit(context, 0, text, size, 0, size) : SQLITE_OK;
  try {
    const std::string_view view(text != nullptr ? text : "", static_cast<std::size_t>(size));
    return tokenizeDocument(*reinterpret_cast<Instance*>(tokenizer), view, context, emit);
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
}

fts5_api* findFts5(sqlite3* handle) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

void require(int code) {
  if (code != SQLITE_OK) throw SQLite::Exception("the full-text tokenizer could not be set up", code);
}

}  // namespace

Tokenizer::Tokenizer(sqlite3* handle) : m_shared(nullptr), m_instance(nullptr) {
  fts5_api* api = findFts5(handle);
  if (api == nullptr) throw SQLite::Exception("SQLite was built without FTS5", SQLITE_ERROR);
  auto* shared = new Shared;
  fts5_tokenizer ours{createInstance, deleteInstance, tokenize};
  const int found = api->xFindTokenizer(api, "unicode61", &shared->baseContext, &shared->base);
  if (found != SQLITE_OK) delete shared;
  require(found);
  m_shared = shared;
  require(api->xCreateTokenizer(api, "aiagent", shared, &ours,
                                [](void* context) { delete static_cast<Shared*>(context); }));
  Fts5Tokenizer* base = nullptr;
  require(createBase(*shared, &base));
  m_instance = base;
}

Tokenizer::~Tokenizer() {
  m_shared->base.xDelete(static_cast<Fts5Tokenizer*>(m_instance));
}

void Tokenizer::eachWord(std::string_view text, const std::function<bool(Word&)>& visit) {
  require(walkWords(*m_shared, m_instance, text, visit));
}

std::vector<Word> Tokenizer::words(std::string_view text) {
  std::vector<Word> all;
  eachWord(text, [&all](Word& word) {
    all.push_back(std::move(word));
    return true;
  });
  return all;
}

std::string Tokenizer::key(std::string_view text) {
  std::string key;
  eachWord(text, [&key](Word& word) {
    if (!key.empty()) key += ' ';
    key += word.text;
    return true;
  });
  return key;
}

}  // namespace aiagent::store
