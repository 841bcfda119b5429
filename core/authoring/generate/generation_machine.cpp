#include "core/authoring/generate/generation_machine.h"

#include <algorithm>

#include "core/authoring/generate/answer_object.h"

namespace aiagent::authoring {
namespace {

bool isTextField(Field field) {
  return field == Field::Name || field == Field::Description || field == Field::Prompt;
}

std::vector<std::string_view> wordsOf(const std::vector<Field>& fields) {
  std::vector<std::string_view> words;
  for (const auto field : fields) words.push_back(toWord(field));
  return words;
}

}  // namespace

struct GenerationMachine::State {
  State(std::vector<Field> fields, GeneratedAgent others)
      : wanted(std::move(fields)), known(std::move(others)), object(wordsOf(wanted)), agent(known) {}

  // ---- what was asked for
  std::vector<Field> wanted;
  GeneratedAgent known;

  // ---- what has come
  AnswerObject object;
  JsonNodeBuilder builder;
  std::optional<Field> current;
  GeneratedAgent agent;
  std::vector<Field> done;
  bool fittedVariables = false, fittedCases = false;
  bool over = false;
  std::vector<GenerationAction> actions;

  bool isWanted(Field field) const { return std::find(wanted.begin(), wanted.end(), field) != wanted.end(); }
  bool isDone(Field field) const { return std::find(done.begin(), done.end(), field) != done.end(); }
  // Whether the field's value stands: read, or known beforehand.
  bool isThere(Field field) const { return isDone(field) || !isWanted(field); }

  void tell(GenerationAction action) { actions.push_back(std::move(action)); }
  void tell(const std::vector<Problem>& problems) {
    for (const auto& problem : problems) tell(ProblemFound{problem});
  }

  void feed(std::string_view text) {
    object.feed(text, [this](const JsonEvent& event) { take(event); });
  }

  void take(const JsonEvent& event) {
    const auto& path = object.path();
    if (path.empty()) return leave();
    if (path.size() == 1 && event.kind == JsonEventKind::Key) return begin(event.text);
    if (!current) return;
    if (builder.take(event)) return end(builder.takeValue());
    if (isTextField(*current))
      grow(event);
    else if (path.size() == 2)
      growList(event);
  }

  // The object began or ended; a field that was left in the middle belonged to another object.
  void leave() {
    if (current && !isDone(*current)) setValue(agent, *current, valueOf(known, *current));
    current.reset();
    builder.reset();
  }

  void begin(std::string_view key) {
    builder.reset();
    current = fieldFromWord(key);
    if (current && !isWanted(*current)) current.reset();
    if (!current) return;
    // Of a name that comes twice the last stays, as JSON has it.
    std::erase(done, *current);
    setValue(agent, *current, valueOf({}, *current));
    tell(FieldStarted{*current});
  }

  void grow(const JsonEvent& event) {
    if (event.kind != JsonEventKind::StringGrew || object.path().size() != 1) return;
    auto& text = *current == Field::Name     ? agent.name
                 : *current == Field::Prompt ? agent.prompt
                                             : agent.description;
    text += event.text;
    tell(FieldGrew{*current, std::string(event.text)});
  }

  void growList(const JsonEvent& event) {
    const bool itemEnded = event.kind == JsonEventKind::ObjectEnd || event.kind == JsonEventKind::StringEnd;
    const bool isList = *current == Field::Variables || *current == Field::Tools ||
                        *current == Field::Starters || *current == Field::Cases;
    if (!itemEnded || !isList || builder.depth() != 1) return;
    std::vector<Problem> later;  // told when the field is done
    const auto& list = builder.value();
    if (list.kind != JsonNode::Kind::Array) return;
    JsonNode last{JsonNode::Kind::Array, {}, {}, {list.items.back()}};
    if (auto item = readField(*current, last, later)) append(std::move(*item));
  }

  void append(FieldValue item) {
    auto value = valueOf(agent, *current);
    std::visit(
        [&](auto& list) {
          using List = std::decay_t<decltype(list)>;
          if constexpr (!std::is_same_v<List, std::string> && !std::is_same_v<List, ModelTier>) {
            auto& more = std::get<List>(item);
            list.insert(list.end(), more.begin(), more.end());
          }
        },
        value);
    setValue(agent, *current, std::move(value));
    tell(FieldGrew{*current, {}});
  }

  void end(const JsonNode& node) {
    const auto field = *current;
    current.reset();
    std::vector<Problem> problems;
    auto value = readField(field, node, problems);
    setValue(agent, field, value ? std::move(*value) : valueOf({}, field));
    tell(problems);
    if (!value) return;
    done.push_back(field);
    // A list is told once, as fitted as it can be by now.
    if (!fit(field)) tell(FieldDone{field, valueOf(agent, field)});
  }

  // ---- fields held against each other

  bool fit(Field field) {
    bool told = false;
    if (!fittedVariables && (field == Field::Prompt || field == Field::Variables) && isThere(Field::Prompt) &&
        isThere(Field::Variables))
      told = fitDeclared() && field == Field::Variables;
    if (!fittedCases && isThere(Field::Variables) && isDone(Field::Cases) &&
        (fittedVariables || !isWanted(Field::Prompt)))
      told = fitGiven() && field == Field::Cases ? true : told;
    return told;
  }

  bool fitDeclared() {
    fittedVariables = true;
    std::vector<Problem> problems;
    const auto before = agent.variables.size();
    fitVariables(agent.prompt, agent.variables, problems);
    tell(problems);
    if (agent.variables.size() == before && !isDone(Field::Variables)) return false;
    if (!isDone(Field::Variables)) done.push_back(Field::Variables);
    tell(FieldDone{Field::Variables, agent.variables});
    return true;
  }

  bool fitGiven() {
    fittedCases = true;
    std::vector<Problem> problems;
    fitCases(agent.variables, agent.cases, problems);
    tell(problems);
    tell(FieldDone{Field::Cases, agent.cases});
    return true;
  }

  // ---- the end

  void startOver(const std::string& text) {
    const auto& before = object.raw();
    if (text.compare(0, before.size(), before) == 0)
      return feed(std::string_view(text).substr(before.size()));
    tell(StartedOver{});
    object = AnswerObject(wordsOf(wanted));
    builder.reset();
    current.reset();
    agent = known;
    done.clear();
    fittedVariables = fittedCases = false;
    feed(text);
  }

  // A prompt that is there without its declarations is kept with them all the same.
  void settle() {
    if (!fittedVariables && isDone(Field::Prompt)) fitDeclared();
    if (!fittedCases && isDone(Field::Cases)) fitGiven();
  }

  void finish(const AnswerEnded& ended) {
    const auto cut = current;
    leave();
    settle();
    if (object.wasMended()) tell(ProblemFound{{ProblemKind::NotPlainJson, {}, {}, object.raw(), true}});
    const auto failure = failureOf(ended);
    if (failure) return fail(*failure, ended.refusal, cut);
    for (const auto field : wanted)
      if (!isDone(field)) tell(ProblemFound{{ProblemKind::Missing, field}});
    over = true;
    tell(Completed{agent, done});
  }

  std::optional<FailureKind> failureOf(const AnswerEnded& ended) {
    const bool refused = !ended.refusal.empty() || ended.error == base::ErrorCode::ContentRefused;
    if (refused) return FailureKind::Refused;
    switch (ended.status) {
      case domain::RunStatus::Completed: break;
      case domain::RunStatus::Cancelled: return FailureKind::Cancelled;
      case domain::RunStatus::Incomplete: return FailureKind::OutputLimit;
      case domain::RunStatus::Failed: return FailureKind::ProviderFailed;
      default: return FailureKind::Interrupted;
    }
    const auto needed = isWanted(Field::Prompt) ? Field::Prompt : wanted.front();
    if (object.done() && isDone(needed)) return std::nullopt;
    tell(ProblemFound{{ProblemKind::Unreadable, {}, {}, object.raw()}});
    return FailureKind::Unreadable;
  }

  void fail(FailureKind kind, const std::string& refusal, std::optional<Field> cut) {
    over = true;
    GeneratedAgent kept;
    for (const auto field : done) setValue(kept, field, valueOf(agent, field));
    tell(GenerationFailed{kind, kind == FailureKind::Unreadable ? object.raw() : refusal, std::move(kept),
                          done, cut});
  }

  void on(const TextArrived& event) { feed(event.text); }
  void on(const TextReplaced& event) { startOver(event.text); }
  void on(const AnswerEnded& event) { finish(event); }
  void on(const CancelGeneration&) { finish({domain::RunStatus::Cancelled}); }
};

GenerationMachine::GenerationMachine(std::vector<Field> wanted, GeneratedAgent known) {
  for (const auto field : wanted) setValue(known, field, valueOf({}, field));
  m_state = std::make_unique<State>(std::move(wanted), std::move(known));
}
GenerationMachine::GenerationMachine(GenerationMachine&&) noexcept = default;
GenerationMachine& GenerationMachine::operator=(GenerationMachine&&) noexcept = default;
GenerationMachine::~GenerationMachine() = default;

std::vector<GenerationAction> GenerationMachine::start() {
  return {};
}

std::vector<GenerationAction> GenerationMachine::on(const GenerationEvent& event) {
  if (m_state->over) return {};
  m_state->actions.clear();
  std::visit([this](const auto& happened) { m_state->on(happened); }, event);
  return std::move(m_state->actions);
}

const GeneratedAgent& GenerationMachine::agent() const {
  return m_state->agent;
}
bool GenerationMachine::isDone(Field field) const {
  return m_state->isDone(field);
}
bool GenerationMachine::finished() const {
  return m_state->over;
}
const std::string& GenerationMachine::raw() const {
  return m_state->object.raw();
}

}  // namespace aiagent::authoring
