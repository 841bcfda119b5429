// JsonStream: bytes in pieces of any size -> events, so that a form can be filled while the answer still
// comes.
//
// Strict RFC 8259: UTF-8 is checked, lone surrogates, control characters and trailing commas are faults.
// Every byte is looked at once; of a string the piece that came with a feed() is told at its end, whole
// characters only. What is read is what Boost.JSON reads; a fuzz target holds that.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aiagent::authoring {

enum class JsonEventKind {
  ObjectBegin,
  ObjectEnd,
  ArrayBegin,
  ArrayEnd,
  Key,
  StringBegin,
  StringGrew,  // never empty
  StringEnd,
  Number,
  Literal,
};

struct JsonEvent {
  JsonEventKind kind;
  // Key: the name. StringGrew: the new piece. StringEnd: the whole string. Number, Literal: as written. All
  // decoded, and good only until the sink returns.
  std::string_view text = {};
};

// Where an event is: one step for each container around it. Of a container's own begin and end its own steps
// are told, not those of what is inside.
struct JsonStep {
  bool inArray = false;
  std::string key;        // of an object's member
  std::size_t index = 0;  // of an array's element, from 0
  bool operator==(const JsonStep&) const = default;
};

struct JsonFault {
  std::size_t offset = 0;  // bytes since the first feed()
  std::string_view what;   // English, for logs
};

struct JsonStreamOptions {
  std::size_t deepest = 64;  // containers within each other
  // Takes what servers without strict schemas write and what can mean one thing only: a comma before a
  // closing bracket, and line ends and tabs that stand in a string unescaped. tolerated() counts them.
  bool lenient = false;
};

// Call from one thread.
class JsonStream {
 public:
  using Sink = std::function<void(const JsonEvent&)>;

  explicit JsonStream(JsonStreamOptions options = {}) : m_options(options) {}

  // Nothing happens after a fault. `sink` may read path().
  void feed(std::string_view bytes, const Sink& sink);
  // The bytes are over: ends a number at the root; a document that is not whole is a fault.
  void finish(const Sink& sink);

  const std::vector<JsonStep>& path() const { return m_path; }
  // The root value is whole. Stays true when something else than blanks follows, which is a fault.
  bool done() const { return m_done; }
  const std::optional<JsonFault>& fault() const { return m_fault; }
  std::size_t tolerated() const { return m_tolerated; }

 private:
  enum class State {
    Value,
    ArrayFirst,
    ArrayNext,
    ObjectFirst,
    ObjectNext,
    Colon,
    AfterValue,
    Text,
    Escape,
    Code,
    Number,
    Literal,
    End
  };
  enum class Digits { Minus, Zero, Whole, Dot, Fraction, E, ESign, Exponent };

  void take(char c, const Sink& sink);
  void takeBeforeValue(char c, const Sink& sink);
  void takeBeforeKey(char c, const Sink& sink);
  void takeAfterValue(char c, const Sink& sink);
  std::size_t takePlain(std::string_view bytes);
  void takeText(char c, const Sink& sink);
  void takeForeign(unsigned char c);
  void takeEscape(char c);
  void takeCode(char c);
  void takeCodeUnit();
  void takeNumber(char c, const Sink& sink);
  bool growNumber(char c);
  void takeLiteral(char c, const Sink& sink);
  void beginContainer(bool array, const Sink& sink);
  void endContainer(bool array, const Sink& sink);
  void beginText(bool key, const Sink& sink);
  void endText(const Sink& sink);
  void tellPiece(const Sink& sink);
  void endValue();
  void appendCharacter(char32_t code);
  void fail(std::string_view what);

  JsonStreamOptions m_options;
  State m_state = State::Value;
  std::vector<JsonStep> m_path;
  std::size_t m_offset = 0;
  bool m_done = false;
  std::optional<JsonFault> m_fault;
  std::size_t m_tolerated = 0;

  std::string m_text;       // of the string, key or number that is being read
  std::size_t m_whole = 0;  // bytes of m_text that are whole characters
  std::size_t m_told = 0;   // bytes of m_text that were told
  bool m_isKey = false;
  int m_bytesLeft = 0;                          // of a character of several bytes
  unsigned char m_least = 0x80, m_most = 0xBF;  // its next byte
  int m_digitsLeft = 0;                         // of \uXXXX
  char32_t m_unit = 0, m_high = 0;
  Digits m_digits = Digits::Minus;
  std::string_view m_literal;
  std::size_t m_literalAt = 0;
};

}  // namespace aiagent::authoring
