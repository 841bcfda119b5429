// What the Generate page proposes for an agent, on its way into that agent's draft.
#pragma once

namespace aiagent::ui {

class GeneratePage;
class MainWindow;

// Opens the Agents page, which merges what is proposed with what was typed meanwhile.
void takeProposals(GeneratePage& from, MainWindow& window);

}  // namespace aiagent::ui
