#include "extract/piece_kind.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(PieceKind, IsToldByTheCharacters) {
  const std::pair<const char*, PieceKind> cases[] = {
      {"1,204", PieceKind::figure},      {"(35)", PieceKind::figure},
      {"12.5%", PieceKind::figure},      {"£5", PieceKind::figure},
      {"≥5%", PieceKind::figure},        {"≤80", PieceKind::figure},
      {"379,863,586*", PieceKind::figure}, {"１，２０４", PieceKind::text},
      {"-", PieceKind::nil},             {"—", PieceKind::nil},
      {"nil", PieceKind::nil},           {"n/a", PieceKind::nil},
      {"2019", PieceKind::year},         {"2019/20", PieceKind::year},
      {"2019年", PieceKind::year},       {"£'000", PieceKind::unit},
      {"万元", PieceKind::unit},         {"%", PieceKind::unit},
      {"(iv)", PieceKind::mark},         {"a)", PieceKind::mark},
      {"3.", PieceKind::mark},           {"•", PieceKind::mark},
      {"Stocks", PieceKind::text},       {"合计", PieceKind::text},
      {"As at 31 December", PieceKind::text},
  };
  for (const auto& [text, kind] : cases) EXPECT_EQ(piece_kind(text), kind) << text;
}

TEST(PieceKind, LengthCountsCharactersNotBytes) {
  EXPECT_EQ(printed_length("合计 12"), 4);
  EXPECT_EQ(printed_length(""), 0);
}

}  // namespace
}  // namespace crossfoot
