// budget: what a workspace and its members may spend through /v1/openai in a month.
#include <array>
#include <charconv>
#include <cstdio>

#include <boost/json.hpp>

#include "app/server/command.h"

namespace aiagent::app_server {
namespace {

namespace json = boost::json;

// What --workspace and --member name.
struct Whose {
  Workspace workspace;
  server::Value member;  // none: of the whole workspace
};

int findWhose(server::Database& database, const Arguments& arguments, Whose& found) {
  if (const int status = findWorkspace(database, arguments.value("workspace"), found.workspace);
      status != kDone)
    return status;
  if (!arguments.has("member")) return kDone;
  const auto email = arguments.value("member");
  const auto rows = database.query(
      "SELECT a.id FROM sync.membership m JOIN sync.account a ON a.id = m.user_id WHERE m.workspace_id = $1 "
      "AND a.email = lower(btrim($2))",
      {found.workspace.id, email});
  if (!rows) return say(rows.error());
  if (rows->empty()) return refuse("There is no member " + email + " in this workspace.", kNotFound);
  found.member = rows->front()[0];
  return kDone;
}

bool isAmount(const std::string& text) {
  double number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  return error == std::errc() && end == text.data() + text.size() && number >= 0 && number <= 1e9;
}

// `amount`: none takes the line away.
int change(const server::Settings& settings, const Arguments& arguments, const server::Value& amount) {
  return withTransaction(settings, [&](server::Database& database) {
    Whose whose;
    if (const int status = findWhose(database, arguments, whose); status != kDone) return status;
    const auto row = database.query("SELECT sync.set_budget($1, $2, $3::numeric, NULL)",
                                    {whose.workspace.id, whose.member, amount});
    return row ? int(kDone) : say(row.error());
  });
}

int set(const server::Settings& settings, const Arguments& arguments) {
  const auto amount = arguments.value("monthly");
  if (!isAmount(amount))
    return refuse("--monthly takes US dollars from 0 to 1000000000, such as 12.50.", kInvalidInput);
  return change(settings, arguments, amount);
}

int clear(const server::Settings& settings, const Arguments& arguments) {
  return change(settings, arguments, std::nullopt);
}

std::string amountOf(const json::value& value) {
  if (value.is_null()) return "no limit";
  std::array<char, 40> text{};
  return {text.data(),
          std::size_t(std::snprintf(text.data(), text.size(), "%.4f", value.to_number<double>()))};
}

void printLine(std::string_view whose, const json::object& budget) {
  const bool isDefault = budget.at("default").as_bool();
  std::printf("%-40.*s  %14s%s  %14s  %14s\n", int(whose.size()), whose.data(),
              amountOf(budget.at("monthly_usd")).c_str(), isDefault ? "*" : " ",
              amountOf(budget.at("spent_usd")).c_str(), amountOf(budget.at("reserved_usd")).c_str());
}

void print(const json::object& shown) {
  const std::string month(shown.at("month").as_string());
  std::printf("%-40s  %14s   %14s  %14s\n", (month + ", US dollars").c_str(), "budget", "spent", "under way");
  printLine("(workspace)", shown.at("workspace").as_object());
  for (const auto& member : shown.at("members").as_array())
    printLine(std::string(member.at("email").as_string()), member.as_object());
  std::puts("* the server's setting: nothing is set here");
}

int show(const server::Settings& settings, const Arguments& arguments) {
  return withDatabase(settings, [&](server::Database& database) {
    Whose whose;
    if (const int status = findWhose(database, arguments, whose); status != kDone) return status;
    const auto defaults = defaultBudgets(settings);
    const auto row = database.query(
        "SELECT sync.budgets_shown($1, $2, $3)",
        {whose.workspace.id, std::to_string(defaults.member), std::to_string(defaults.workspace)});
    if (!row) return say(row.error());
    auto shown = json::parse(row->front()[0].value_or("{}")).as_object();
    auto& members = shown.at("members").as_array();
    if (whose.member)
      for (auto at = members.begin(); at != members.end();)
        at = at->at("user").as_string() == *whose.member ? at + 1 : members.erase(at);
    arguments.has("json") ? void(std::puts(json::serialize(shown).c_str())) : print(shown);
    return int(kDone);
  });
}

}  // namespace

std::vector<Command> budgetCommands() {
  return {
      {{"budget", "set"},
       "What a workspace, or one member in it, may spend through /v1/openai in a month; 0: nothing",
       {},
       {{"workspace", "W", true}, {"member", "EMAIL"}, {"monthly", "USD", true}},
       set},
      {{"budget", "clear"},
       "Take that back: WORKSPACE_BUDGET_USD or MEMBER_BUDGET_USD holds again",
       {},
       {{"workspace", "W", true}, {"member", "EMAIL"}},
       clear},
      {{"budget", "show"},
       "List budgets and what was spent of them this month",
       {},
       {{"workspace", "W", true}, {"member", "EMAIL"}, {"json", ""}},
       show},
  };
}

}  // namespace aiagent::app_server
