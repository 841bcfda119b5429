// A conflict that is met on one device and ended on another of the same person.
#include "core/store/sync_conflict.h"

#include <gmock/gmock.h>

#include "core/store/sync_inbox.h"
#include "core/store/sync_repository.h"
#include "core/wire/json_text.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using test::kEpoch;
using test::TempStore;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class SharedConflict : public testing::Test {
 protected:
  void SetUp() override {
    bind(laptop, account);
    bind(desktop, account);
  }

  void bind(TempStore& device, const base::Uuid& person) {
    const auto binding = test::sampleBinding(person, workspace);
    ASSERT_TRUE(device.write([&](Connection& c) { return bindSync(c, binding); }).ok());
  }
  void meet(TempStore& device) {
    domain::SharedAgent mine, theirs;
    mine.content.name = theirs.content.name = "Triage";
    mine.content.prompt = "My words";
    theirs.content.prompt = "Their words";
    const auto added = device.write([&](Connection& c) -> base::Result<void> {
      addInboxItem(c, {.agent = domain::AgentId{c.ids().next()},
                       .name = "Triage",
                       .reason = "both_changed",
                       .mine = mine,
                       .theirs = theirs,
                       .fields = {"draft_prompt"}});
      return {};
    });
    ASSERT_TRUE(added.ok());
  }
  void end(TempStore& device) {
    const auto items = inbox(device);
    ASSERT_THAT(items, SizeIs(1));
    ASSERT_TRUE(
        device.write([&](Connection& c) { return resolveInboxItem(c, items[0].id, std::nullopt, "Ada"); })
            .ok());
  }
  static std::vector<InboxItem> inbox(TempStore& device) {
    return *device.read([](Connection& c) { return listInbox(c); });
  }
  static std::vector<std::string> plan(TempStore& device) {
    return device.write([](Connection& c) { return planPush(c); })->mutations;
  }
  static std::string member(const std::string& json, const char* name) {
    const auto members = wire::jsonMembers(json);
    const auto* found = wire::findMember(*members, name);
    return found ? std::string(found->value) : std::string();
  }
  void answer(TempStore& device, const std::string& mutation, wire::MutationState state,
              const std::string& code = {}) {
    const bool applied = state == wire::MutationState::Applied;
    if (applied) ++head;
    const bool ends = mutation.find(R"("resolution":)") != std::string::npos;
    const wire::PushReply reply{.epoch = kEpoch,
                                .head = head,
                                .results = {{.number = test::numberOf(mutation),
                                             .state = state,
                                             .version = head,
                                             .etags = {applied && ends ? R"({"resolution":"e"})" : "{}"},
                                             .code = code}}};
    ASSERT_TRUE(device.write([&](Connection& c) { return settlePush(c, reply); }).ok());
  }
  // The mutation by which the server came to have a conflict of `device`.
  std::string share(TempStore& device) {
    meet(device);
    const auto created = plan(device).at(0);
    answer(device, created, wire::MutationState::Applied);
    return created;
  }
  // The record as the server has it after `mutation`, to everybody.
  wire::SyncRow rowAfter(const std::string& mutation) {
    const auto fresh = *wire::fieldsFromJson(member(mutation, "set"));
    for (const auto& [name, value] : fresh) fields[name] = value;
    return {.type = "conflict",
            .id = *base::Uuid::parse(*wire::stringFromJson(member(mutation, "id"))),
            .version = head,
            .fields = wire::toJson(fields),
            .etags = fields.contains("resolution") ? R"({"resolution":"e"})" : "{}"};
  }
  void reopen(TempStore& device, const base::Uuid& item) {
    ASSERT_TRUE(device.write([&](Connection& c) { return reopenInboxItem(c, item, {}, {}, "Ada"); }).ok());
  }
  // Twice: what was on its way is worked out again.
  void mint(TempStore& device) {
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(device.write([](Connection& c) { return mintClient(c); }).ok());
  }
  void take(TempStore& device, const wire::SyncRow& row, const std::string& role = "member") {
    const auto at = *device.read([](Connection& c) { return syncPosition(c); });
    const wire::PullReply page{.epoch = kEpoch,
                               .from = at.from(),
                               .to = head,
                               .head = head,
                               .complete = true,
                               .role = role,
                               .rows = {row}};
    ASSERT_TRUE(device.write([&](Connection& c) { return takePage(c, page, {}); }).ok());
  }

  TempStore laptop, desktop;
  base::Uuid account = laptop.ids().next(), workspace = laptop.ids().next();
  std::int64_t head = 0;
  wire::Fields fields;
};

TEST_F(SharedConflict, isShownOnThePersonsOtherDevice_andEndedThereForBoth) {
  const auto created = share(laptop);
  EXPECT_THAT(created, HasSubstr(R"("t":"conflict")"));
  const auto open = rowAfter(created);
  take(laptop, open);
  take(desktop, open);
  EXPECT_THAT(plan(laptop), IsEmpty());

  const auto there = inbox(desktop);
  ASSERT_THAT(there, SizeIs(1));
  EXPECT_EQ(there[0].name, "Triage");
  EXPECT_EQ(there[0].mine->content.prompt, "My words");
  EXPECT_EQ(there[0].theirs->content.prompt, "Their words");
  EXPECT_THAT(there[0].fields, testing::ElementsAre("draft_prompt"));

  end(desktop);
  const auto ended = plan(desktop);
  ASSERT_THAT(ended, SizeIs(1));
  EXPECT_THAT(ended[0], HasSubstr(R"("set":{"resolution":)"));
  answer(desktop, ended[0], wire::MutationState::Applied);
  const auto closed = rowAfter(ended[0]);
  take(desktop, closed);
  take(laptop, closed);
  EXPECT_THAT(inbox(laptop), IsEmpty());
  EXPECT_THAT(inbox(desktop), IsEmpty());
  EXPECT_THAT(plan(laptop), IsEmpty());
  EXPECT_THAT(plan(desktop), IsEmpty());
}

TEST_F(SharedConflict, ofAColleague_isNotShown) {
  TempStore colleague;
  bind(colleague, colleague.ids().next());
  take(colleague, rowAfter(share(laptop)));
  EXPECT_THAT(inbox(colleague), IsEmpty());
}

TEST_F(SharedConflict, thatNamesNoAgent_isNotShown_andStopsNothing) {
  auto row = rowAfter(share(laptop));
  fields["agent"] = "7";
  row.fields = wire::toJson(fields);
  take(desktop, row);
  EXPECT_THAT(inbox(desktop), IsEmpty());
}

TEST_F(SharedConflict, endedBeforeItWasSent_isNotSent) {
  meet(laptop);
  end(laptop);
  EXPECT_THAT(plan(laptop), IsEmpty());
}

TEST_F(SharedConflict, endedWhileItIsOnItsWay_isToldWhenItIsAnswered) {
  meet(laptop);
  const auto created = plan(laptop);
  end(laptop);
  answer(laptop, created.at(0), wire::MutationState::Applied);
  const auto ended = plan(laptop);
  ASSERT_THAT(ended, SizeIs(1));
  EXPECT_THAT(ended[0], HasSubstr("resolution"));
}

TEST_F(SharedConflict, endedWhileACopyThatWasSetBackSendsItAgain_isTold) {
  meet(laptop);
  const auto created = plan(laptop);
  end(laptop);
  answer(laptop, created.at(0), wire::MutationState::Rejected, "exists");
  EXPECT_THAT(plan(laptop), SizeIs(1));
}

TEST_F(SharedConflict, thatTheServerRefuses_staysInThisInbox) {
  meet(laptop);
  const auto created = plan(laptop);
  answer(laptop, created.at(0), wire::MutationState::Rejected, "forbidden");
  EXPECT_THAT(inbox(laptop), SizeIs(1));
  EXPECT_THAT(plan(laptop), IsEmpty());
}

TEST_F(SharedConflict, endedWhileThePersonMayNotWrite_isToldWhenTheyMayAgain) {
  const auto open = rowAfter(share(laptop));
  take(laptop, open);
  end(laptop);
  answer(laptop, plan(laptop).at(0), wire::MutationState::Rejected, "forbidden");
  EXPECT_THAT(inbox(laptop), IsEmpty());
  EXPECT_THAT(plan(laptop), IsEmpty());
  take(laptop, open, "viewer");
  EXPECT_THAT(plan(laptop), IsEmpty());
  take(laptop, open, "member");
  EXPECT_THAT(inbox(laptop), IsEmpty());
  const auto ended = plan(laptop);
  ASSERT_THAT(ended, SizeIs(1));
  EXPECT_THAT(ended[0], HasSubstr(R"("set":{"resolution":)"));
}

TEST_F(SharedConflict, metWhileThePersonMayNotWrite_isSharedWhenTheyMayAgain) {
  const auto open = rowAfter(share(desktop));
  meet(laptop);
  answer(laptop, plan(laptop).at(0), wire::MutationState::Rejected, "forbidden");
  take(laptop, open, "viewer");
  EXPECT_THAT(plan(laptop), IsEmpty());
  take(laptop, open, "member");
  EXPECT_THAT(plan(laptop), ElementsAre(HasSubstr(R"("op":"create")")));
}

TEST_F(SharedConflict, endedElsewhereWhileACopyThatWasSetBackWouldMakeIt_isEnded) {
  meet(laptop);
  auto row = rowAfter(plan(laptop).at(0));
  mint(laptop);
  fields["resolution"] = "5";
  row.fields = wire::toJson(fields);
  take(laptop, row);
  EXPECT_THAT(inbox(laptop), IsEmpty());
  EXPECT_THAT(plan(laptop), IsEmpty());
}

TEST_F(SharedConflict, endedInACopyThatWasSetBack_endsTheOneThatIsThere) {
  meet(laptop);
  const auto open = rowAfter(plan(laptop).at(0));
  end(laptop);
  mint(laptop);
  take(laptop, open);
  EXPECT_THAT(inbox(laptop), IsEmpty());
  EXPECT_THAT(plan(laptop), ElementsAre(HasSubstr(R"("op":"patch")")));
}

TEST_F(SharedConflict, madeWithItsEnd_canBeOpenedAgain) {
  meet(laptop);
  plan(laptop);
  const auto item = inbox(laptop).at(0).id;
  end(laptop);
  mint(laptop);
  const auto made = plan(laptop);
  ASSERT_THAT(made, ElementsAre(HasSubstr(R"("resolution":)")));
  answer(laptop, made[0], wire::MutationState::Applied);
  take(laptop, {.type = "conflict", .id = item, .version = head, .own = true});
  reopen(laptop, item);
  EXPECT_THAT(plan(laptop), ElementsAre(HasSubstr(R"("set":{"resolution":null},"if":{"resolution":"e"})")));
}

TEST_F(SharedConflict, openedAgainWhileItsEndIsOnItsWayForTheSecondTime_isTold) {
  take(laptop, rowAfter(share(laptop)));
  const auto item = inbox(laptop).at(0).id;
  end(laptop);
  take(laptop, rowAfter(plan(laptop).at(0)));  // the other device was first
  reopen(laptop, item);
  mint(laptop);
  EXPECT_THAT(plan(laptop), ElementsAre(HasSubstr(R"("set":{"resolution":null})")));
}

TEST_F(SharedConflict, openedAgainBeforeAPageToldOfItsEnd_staysOpen) {
  take(laptop, rowAfter(share(laptop)));
  const auto item = inbox(laptop).at(0).id;
  end(laptop);
  const auto ended = plan(laptop);
  answer(laptop, ended.at(0), wire::MutationState::Applied);
  reopen(laptop, item);
  const auto opened = plan(laptop);
  ASSERT_THAT(opened, SizeIs(1));
  answer(laptop, opened[0], wire::MutationState::Conflict);
  take(laptop, rowAfter(ended[0]));
  EXPECT_THAT(inbox(laptop), SizeIs(1));
  const auto again = plan(laptop);
  ASSERT_THAT(again, SizeIs(1));
  EXPECT_THAT(again[0], HasSubstr(R"("set":{"resolution":null},"if":{"resolution":"e"})"));
}

TEST_F(SharedConflict, endedOnBoth_isEndedOnce) {
  const auto open = rowAfter(share(laptop));
  take(laptop, open);
  take(desktop, open);
  end(laptop);
  end(desktop);
  const auto first = plan(laptop), second = plan(desktop);
  answer(laptop, first.at(0), wire::MutationState::Applied);
  answer(desktop, second.at(0), wire::MutationState::Conflict);
  take(desktop, rowAfter(first[0]));
  EXPECT_THAT(inbox(desktop), IsEmpty());
  EXPECT_THAT(plan(desktop), IsEmpty());
}

}  // namespace
}  // namespace aiagent::store
