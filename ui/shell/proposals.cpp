#include "ui/shell/proposals.h"

#include "ui/pages/agents_page.h"
#include "ui/pages/generate/generate_page.h"
#include "ui/shell/main_window.h"

namespace aiagent::ui {

void takeProposals(GeneratePage& from, MainWindow& window) {
  QObject::connect(&from, &GeneratePage::draftWanted, &window, [&window](const DraftProposal& proposal) {
    window.openPage(QStringLiteral("agents"));
    if (auto* page = qobject_cast<AgentsPage*>(window.page(QStringLiteral("agents"))))
      page->propose(proposal);
  });
}

}  // namespace aiagent::ui
