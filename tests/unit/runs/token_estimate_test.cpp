// Counts of o200k_base, taken with js-tiktoken 1.x on texts that the weights were not fitted to.
#include <gtest/gtest.h>

#include <cmath>

#include "core/runs/model_catalog.h"

namespace aiagent::runs {
namespace {

struct Sample {
  const char* name;
  std::int64_t tokens;
  std::string_view text;
};

constexpr Sample kSamples[] = {
    {"en", 71,
     R"sample(The night train left the harbour station eleven minutes late, and nobody on the platform seemed to mind. A woman in a green coat was reading aloud to her daughter, who corrected every second word with great patience. When the lights of the town had gone, the conductor came through and asked, as he did each evening, whether anybody had seen his cat.)sample"},
    {"de", 56,
     R"sample(Der Nachtzug verließ den Hafenbahnhof mit elf Minuten Verspätung, und niemand auf dem Bahnsteig schien sich daran zu stören. Eine Frau im grünen Mantel las ihrer Tochter vor, die jedes zweite Wort mit großer Geduld verbesserte.)sample"},
    {"fr", 56,
     R"sample(Le train de nuit quitta la gare du port avec onze minutes de retard, et personne sur le quai ne semblait s'en soucier. Une femme en manteau vert lisait à haute voix à sa fille, qui corrigeait un mot sur deux avec une grande patience.)sample"},
    {"ru", 68,
     R"sample(Ночной поезд отошёл от портового вокзала с опозданием на одиннадцать минут, и никто на платформе, казалось, этого не заметил. Женщина в зелёном пальто читала вслух своей дочери, которая терпеливо поправляла каждое второе слово.)sample"},
    {"zh", 91,
     R"sample(昨天晚上下了一场大雨，今天早上空气特别清新。我和朋友一起去公园散步，看到很多老人在打太极拳，孩子们在草地上跑来跑去。中午我们在一家小饭馆吃了面条，味道很好，价格也不贵。下午回家以后，我写了一封信给远方的妹妹，告诉她这里的春天已经来了。)sample"},
    {"ja", 88,
     R"sample(昨日の夜に大雨が降ったので、今朝は空気がとてもきれいでした。友達と一緒に公園を散歩して、たくさんの人がベンチで本を読んでいるのを見ました。昼には小さな食堂でうどんを食べました。とてもおいしくて、値段も安かったです。)sample"},
    {"ko", 66,
     R"sample(어젯밤에 비가 많이 와서 오늘 아침에는 공기가 아주 맑았습니다. 친구와 함께 공원을 산책하면서 벤치에서 책을 읽는 사람들을 많이 보았습니다. 점심에는 작은 식당에서 국수를 먹었는데 아주 맛있고 값도 쌌습니다.)sample"},
    {"ar", 53,
     R"sample(غادر قطار الليل محطة الميناء متأخرا إحدى عشرة دقيقة، ولم يبد أن أحدا على الرصيف قد اهتم بذلك. كانت امرأة ترتدي معطفا أخضر تقرأ لابنتها بصوت عال.)sample"},
    {"hi", 51,
     R"sample(रात की गाड़ी बंदरगाह के स्टेशन से ग्यारह मिनट देर से चली, और मंच पर किसी को इसकी परवाह नहीं थी। हरे कोट वाली एक महिला अपनी बेटी को ज़ोर से पढ़कर सुना रही थी।)sample"},
    {"code", 73, R"sample(for (std::size_t i = 0; i < items.size(); ++i) {
  const auto& item = items[i];
  if (item.price > limit && !item.sold) {
    total += item.price * factor;
    names.push_back(item.name);
  }
}
return std::make_pair(total, std::move(names));
)sample"},
    {"py", 77, R"sample(def parse_line(line, sep=","):
    fields = [f.strip() for f in line.split(sep)]
    if len(fields) != 3:
        raise ValueError(f"expected 3 fields, got {len(fields)}")
    name, count, price = fields
    return {"name": name, "count": int(count), "price": float(price)}
)sample"},
    {"json", 58,
     R"sample({"id":"resp_67ccd2bed1ec8190b14f964abc054267","object":"response","status":"completed","usage":{"input_tokens":36,"output_tokens":87,"total_tokens":123},"output":[{"type":"message","role":"assistant"}]})sample"},
    {"md", 66, R"sample(## Setup

1. Install the package: `npm install example`
2. Create a file named **config.json**:

| key | value |
|-----|-------|
| `port` | 8080 |
| `host` | localhost |

Then run `make start` and open http://localhost:8080.
)sample"},
};

TEST(EstimateTokens, ordinaryTexts_areWithin15Percent) {
  for (const auto& sample : kSamples) {
    const auto estimate = double(estimateTokens(sample.text));
    EXPECT_LE(std::abs(estimate / double(sample.tokens) - 1), 0.15)
        << sample.name << ": " << estimate << " of " << sample.tokens;
  }
}

TEST(EstimateTokens, edges_areSane) {
  EXPECT_EQ(estimateTokens(""), 0);
  EXPECT_EQ(estimateTokens(" "), 1);
  EXPECT_EQ(estimateTokens("x"), 1);
  EXPECT_GT(estimateTokens("\xFF\xC3"), 0);
  EXPECT_GT(estimateTokens(std::string(1'000'000, 'a')), 1'000);
}

}  // namespace
}  // namespace aiagent::runs
