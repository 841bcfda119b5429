#include "core/wire/prometheus_answer.h"

#include <gtest/gtest.h>

#include <cmath>

namespace aiagent::wire {
namespace {

using base::ErrorCode;

std::string success(const std::string& data) {
  return R"({"status":"success","data":)" + data + "}";
}

std::string matrix(const std::string& series) {
  return success(R"({"resultType":"matrix","result":[)" + series + "]}");
}

TEST(PrometheusAnswer, matrix_hasItsPointsAndGaps) {
  const auto answer = readPromAnswer(matrix(
      R"({"metric":{"pod":"a","namespace":"n"},"values":[[1700000000,"1"],[1700000015.5,"2.5e-3"],[1700000060,"NaN"]]},
         {"metric":{},"values":[[1700000000,"+Inf"],[1700000015,"-Inf"],[1700000030,"-7"]]})"));
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->shape, PromShape::Matrix);
  ASSERT_EQ(answer->series.size(), 2u);
  const auto& first = answer->series[0];
  EXPECT_EQ(first.labels.at("pod"), "a");
  ASSERT_EQ(first.points.size(), 3u);
  EXPECT_DOUBLE_EQ(first.points[1].at, 1700000015.5);
  EXPECT_DOUBLE_EQ(first.points[1].value, 0.0025);
  EXPECT_TRUE(std::isnan(first.points[2].value));
  EXPECT_TRUE(answer->series[1].labels.empty());
  EXPECT_EQ(answer->series[1].points[0].value, HUGE_VAL);
  EXPECT_EQ(answer->series[1].points[1].value, -HUGE_VAL);
  EXPECT_FALSE(answer->cut);
}

TEST(PrometheusAnswer, vector_isReadInWhateverOrder) {
  const auto answer = readPromAnswer(
      R"({"warnings":["slow"],"data":{"result":[{"value":[1.25,"3"],"metric":{"a":"b"}}],"resultType":"vector"},
         "infos":["a counter?"],"status":"success"})");
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->shape, PromShape::Vector);
  EXPECT_EQ(answer->series.at(0).points, (std::vector<PromPoint>{{1.25, 3}}));
  EXPECT_EQ(answer->warnings, (std::vector<std::string>{"slow", "a counter?"}));
}

TEST(PrometheusAnswer, scalarAndString_areRead) {
  const auto scalar = readPromAnswer(success(R"({"resultType":"scalar","result":[1700000000,"42"]})"));
  ASSERT_TRUE(scalar.ok());
  EXPECT_EQ(scalar->shape, PromShape::Scalar);
  EXPECT_EQ(scalar->series.at(0).points.at(0).value, 42);
  const auto text = readPromAnswer(success(R"({"result":[1700000000,"hello"],"resultType":"string"})"));
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(text->shape, PromShape::String);
  EXPECT_EQ(text->text, "hello");
}

TEST(PrometheusAnswer, nothingFound_isNoError) {
  for (const auto* data : {R"({"resultType":"vector","result":[]})", R"({"resultType":"matrix","result":[]})",
                           R"({"resultType":"matrix","result":null})"}) {
    const auto answer = readPromAnswer(success(data));
    ASSERT_TRUE(answer.ok()) << data;
    EXPECT_TRUE(answer->series.empty());
  }
}

TEST(PrometheusAnswer, nativeHistograms_haveNoPoints) {
  const auto answer = readPromAnswer(matrix(
      R"({"metric":{"a":"b"},"histograms":[[1700000000,{"count":"1","sum":"2","buckets":[[0,"1","2","3"]]}]]})"));
  ASSERT_TRUE(answer.ok());
  EXPECT_TRUE(answer->series.at(0).points.empty());
}

TEST(PrometheusAnswer, whatTheServerRefuses_isAnErrorWithItsWords) {
  struct Case {
    const char* type;
    ErrorCode code;
  };
  for (const auto& one :
       {Case{"bad_data", ErrorCode::RequestRejected}, Case{"execution", ErrorCode::RequestRejected},
        Case{"timeout", ErrorCode::Timeout}, Case{"not_found", ErrorCode::NotFound},
        Case{"unavailable", ErrorCode::ServerError}, Case{"internal", ErrorCode::ServerError}}) {
    const auto answer = readPromAnswer(std::string(R"({"status":"error","errorType":")") + one.type +
                                       R"(","error":"parse error at char 3"})");
    ASSERT_FALSE(answer.ok());
    EXPECT_EQ(answer.error().code, one.code) << one.type;
    EXPECT_EQ(answer.error().said, "parse error at char 3");
    EXPECT_EQ(answer.error().providerCode, one.type);
  }
}

TEST(PrometheusAnswer, seriesBeyondTheLimit_areLeftOut) {
  std::string all;
  for (int i = 0; i < 60; ++i)
    all +=
        (i ? "," : "") + std::string(R"({"metric":{"i":")") + std::to_string(i) + R"("},"values":[[1,"1"]]})";
  const auto answer = readPromAnswer(matrix(all));
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->series.size(), 50u);
  EXPECT_TRUE(answer->cut);
}

TEST(PrometheusAnswer, whatIsBeyondALimit_isRefused) {
  const auto three = matrix(R"({"metric":{"a":"bbbb"},"values":[[1,"1"],[2,"1"],[3,"1"]]})");
  EXPECT_EQ(readPromAnswer(three, {.points = 2}).error().subject, "points");
  EXPECT_EQ(readPromAnswer(three, {.allPoints = 2}).error().subject, "points");
  EXPECT_EQ(readPromAnswer(three, {.labelBytes = 4}).error().subject, "labels");
  EXPECT_EQ(readPromAnswer(three, {.bytes = 20}).error().subject, "size");
  EXPECT_TRUE(readPromAnswer(three, {.points = 3}).ok());
}

TEST(PrometheusAnswer, wrongBodies_areRefused) {
  for (const auto& body : {std::string(),
                           std::string("<html>"),
                           std::string("[]"),
                           std::string("{}"),
                           success(R"({"resultType":"vector"})"),
                           success(R"({"resultType":"cube","result":[]})"),
                           success(R"({"resultType":"scalar","result":[]})"),
                           success(R"({"resultType":"scalar","result":[1,"x"]})"),
                           success(R"({"resultType":"vector","result":[1,"2"]})"),
                           success(R"({"resultType":"scalar","result":[{"metric":{},"value":[1,"1"]}]})"),
                           matrix(R"({"metric":{},"values":[[1,"1"],[1,"2"]]})"),
                           matrix(R"({"metric":{},"values":[[2,"1"],[1,"2"]]})"),
                           matrix(R"({"metric":{},"values":[[1,2]]})"),
                           matrix(R"({"metric":{},"values":[["1","2"]]})"),
                           matrix(R"({"metric":{},"values":[[1]]})"),
                           matrix(R"({"metric":{},"values":[[1,"1",2]]})"),
                           matrix(R"({"metric":{},"values":[[-5,"1"]]})"),
                           matrix(R"({"metric":{},"values":[[1e300,"1"]]})"),
                           matrix(R"({"metric":{},"values":[[1,""]]})"),
                           matrix(R"({"metric":{},"values":[[1,"1 "]]})"),
                           matrix(R"({"metric":{},"values":7})"),
                           matrix("[]"),
                           matrix("{}") + "x",
                           success("7"),
                           std::string(R"({"status":"success","data":{"resultType":"matrix","result":[)")}) {
    const auto answer = readPromAnswer(body);
    ASSERT_FALSE(answer.ok()) << body;
    EXPECT_EQ(answer.error().code, ErrorCode::BadResponse) << body;
  }
}

TEST(PrometheusAnswer, alerts_firingComeFirst) {
  const auto alerts = readPromAlerts(success(
      R"({"alerts":[
        {"labels":{"alertname":"Slow","severity":"warning"},"annotations":{"description":"d"},"state":"pending",
         "activeAt":"2026-11-23T07:00:00.5Z","value":"1e+00"},
        {"labels":{"alertname":"Down","severity":"critical"},"annotations":{"summary":"it is down","description":"d"},
         "state":"firing","activeAt":"2026-11-23T07:10:00Z","value":"0"}]})"));
  ASSERT_TRUE(alerts.ok());
  ASSERT_EQ(alerts->size(), 2u);
  EXPECT_EQ((*alerts)[0].name, "Down");
  EXPECT_EQ((*alerts)[0].severity, "critical");
  EXPECT_EQ((*alerts)[0].summary, "it is down");
  EXPECT_TRUE((*alerts)[0].firing);
  EXPECT_EQ((*alerts)[1].summary, "d");
  EXPECT_EQ((*alerts)[1].active, kubeTime("2026-11-23T07:00:00.5Z"));
}

TEST(PrometheusAnswer, alertsOfAnotherShape_areRefused) {
  for (const auto& body :
       {success("{}"), success("[]"), std::string("{}"), std::string("404 page not found")})
    EXPECT_EQ(readPromAlerts(body).error().code, ErrorCode::BadResponse) << body;
  EXPECT_TRUE(readPromAlerts(success(R"({"alerts":[]})")).ok());
}

}  // namespace
}  // namespace aiagent::wire
