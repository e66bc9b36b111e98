#include "ocr/figure_vote.h"

#include <gmock/gmock.h>

namespace crossfoot {
namespace {

NumberReading reading(const char* text, double probability,
                      std::vector<Alternative> alternatives = {}) {
  NumberReading result;
  result.text = text;
  result.probability = probability;
  result.alternatives = std::move(alternatives);
  return result;
}

TEST(FigureVote, SecondReaderIsAskedOnlyInDoubtAndOnlyForDigits) {
  EXPECT_FALSE(needs_second_reader(reading("1,234.00", 0.9999)));
  EXPECT_TRUE(needs_second_reader(reading("1,234.00", 0.9)));
  EXPECT_FALSE(needs_second_reader(reading("—", 0.6)));
}

TEST(FigureVote, AgreementRaisesAndDissentLowersConfidence) {
  const NumberReading doubtful = reading("17,280.00", 0.97);
  const double alone = network_line(doubtful).confidence;
  EXPECT_GT(vote(doubtful, "17,280.00").confidence, alone);
  EXPECT_LT(vote(doubtful, "17,230.00").confidence, alone);
  EXPECT_LT(vote(doubtful, "").confidence, alone);
}

TEST(FigureVote, DissentBecomesAnAlternative) {
  const RecognizedLine line = vote(reading("17,280.00", 0.97), "17,230.00");
  EXPECT_EQ(line.text, "17,280.00");
  ASSERT_EQ(line.alternatives.size(), 1U);
  EXPECT_EQ(line.alternatives[0].text, "17,230.00");
}

TEST(FigureVote, DissentThatTheBeamHeldGetsCheaper) {
  const RecognizedLine line =
      vote(reading("17,280.00", 0.9, {{"17,28.00", 4.0}, {"17,230.00", 5.0}}), "17,230.00");
  EXPECT_EQ(line.text, "17,280.00");
  ASSERT_EQ(line.alternatives.size(), 2U);
  EXPECT_EQ(line.alternatives[0].text, "17,230.00");
  EXPECT_DOUBLE_EQ(line.alternatives[0].cost, 3.5);
}

TEST(FigureVote, MalformedTextDoesNotWinByASecondVote) {
  const RecognizedLine line = vote(reading("1.95", 0.6, {{"1,95", 0.5}}), "1,95");
  EXPECT_EQ(line.text, "1.95");
}

TEST(FigureVote, MalformedFigureIsNeverSure) {
  EXPECT_LE(network_line(reading("62,015,54250", 0.9999)).confidence, 0.5);
  EXPECT_LE(vote(reading("10,000,000 00", 0.99), "10,000,00000").confidence, 0.5);
}

TEST(FigureVote, NearWinnerWinsWithTheSecondVote) {
  const RecognizedLine line = vote(reading("17,280.00", 0.6, {{"17,230.00", 0.5}}), "17,230.00");
  EXPECT_EQ(line.text, "17,230.00");
  ASSERT_EQ(line.alternatives.size(), 1U);
  EXPECT_EQ(line.alternatives[0].text, "17,280.00");
  EXPECT_GT(line.alternatives[0].cost, 0);
}

TEST(FigureVote, SignsThatTesseractCannotWriteAreNoDissent) {
  const NumberReading priced = reading("£1,234", 0.97);
  EXPECT_EQ(vote(priced, "1,234").text, "£1,234");
  EXPECT_GT(vote(priced, "1,234").confidence, network_line(priced).confidence);
}

}  // namespace
}  // namespace crossfoot
