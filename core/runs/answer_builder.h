// AnswerBuilder: puts the pieces of a streamed answer together as messages, one for each output item.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/domain/run.h"
#include "core/runs/run_machine.h"
#include "core/wire/model_event.h"

namespace aiagent::runs {

// Appends to the messages of a run: those that are there before the first assistant's are the person's, the
// rest are the answer's, sorted by output index. Text grows in place and is never joined again. Every change
// that a view must follow is an AppendText or a ReplaceText; what moves is replaced.
//
// Streamed text is provisional: the end of a piece, of an item and of the answer bring the authoritative
// text. Where that merely continues what was streamed it is appended, so that who only appends is right too;
// where it is empty, what was streamed is kept.
class AnswerBuilder {
 public:
  // `messages` must outlive the builder; a run that is resumed brings what had arrived of its answer.
  AnswerBuilder(std::vector<domain::Message>& messages, std::function<domain::MessageId()> newMessageId);

  void add(const wire::ItemAdded& item, base::WallTime now, std::vector<Action>& actions);
  void add(const wire::PieceDelta& delta, base::WallTime now, std::vector<Action>& actions);
  void add(const wire::PieceDone& done, base::WallTime now, std::vector<Action>& actions);
  void add(const wire::OutputItem& item, base::WallTime now, std::vector<Action>& actions);
  // The terminal snapshot: its order is the messages' order, and what it has not is kept behind it.
  void takeSnapshot(const std::vector<wire::OutputItem>& items, base::WallTime now,
                    std::vector<Action>& actions);
  // Takes out messages that have turned out to hold nothing.
  void dropEmpty(std::vector<Action>& actions);

  // Every item that was begun is done, and the last of them may be the end of the answer.
  bool mayBeComplete() const;

 private:
  struct Piece {
    std::int32_t content = 0;
    bool done = false;
  };
  struct Output {  // belongs to the message of its rank
    std::int32_t index = 0;
    std::string type = {};           // "" until it is known
    std::vector<Piece> pieces = {};  // sorted by content; belong to the message's parts one by one
    bool done = false;
    bool moreFollows = false;
  };
  struct Place {
    std::size_t rank = 0, part = 0;
  };

  domain::Message& messageAt(std::size_t rank) { return m_messages[m_firstAnswer + rank]; }
  domain::Part& partAt(Place place) { return messageAt(place.rank).parts[place.part]; }
  std::size_t rankOf(std::int32_t index) const;
  bool isAt(std::size_t rank, std::int32_t index) const;
  bool openOutput(std::int32_t index, base::WallTime now, std::vector<Action>& actions, std::size_t& rank);
  bool openPiece(wire::PieceKey key, domain::PartKind kind, base::WallTime now, std::vector<Action>& actions,
                 Place& place);
  void insertOutput(std::size_t rank, Output output, base::WallTime now);
  void bringForward(std::size_t from, std::size_t to);
  void fill(std::size_t rank, const wire::OutputItem& item, std::vector<Action>& actions);
  void setPart(Place place, const domain::Part& part, std::vector<Action>& actions);
  void setText(Place place, const std::string& text, std::vector<Action>& actions);
  void replaced(Place place, std::vector<Action>& actions) const;
  void moved(std::size_t fromRank, std::vector<Action>& actions) const;
  std::size_t rankForSnapshot(const wire::OutputItem& item, std::size_t from) const;

  std::vector<domain::Message>& m_messages;
  std::size_t m_firstAnswer = 0;
  std::function<domain::MessageId()> m_newMessageId;
  std::vector<Output> m_outputs;  // sorted by index
  Place m_last;                   // where the last piece went: the next one goes there almost always
};

}  // namespace aiagent::runs
