#include "tools/shard.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "extract/content_hash.h"

namespace crossfoot {
namespace {

TEST(Shard, IsWrittenAsNumberAndCount) {
  EXPECT_EQ(parse_shard("3/8"), (Shard{3, 8}));
  EXPECT_EQ((Shard{3, 8}.name()), "3-of-8");
  for (const char* text : {"", "3", "0/8", "9/8", "-1/8", "3/8x", " 3/8", "3/0", "3/99999999"}) {
    EXPECT_EQ(parse_shard(text), std::nullopt) << text;
  }
}

TEST(Shard, EveryContentBelongsToOneAndTheSharesAreEven) {
  constexpr int kShards = 7, kContents = 7000;
  std::vector<int> owned(kShards);
  for (int i = 0; i < kContents; ++i) {
    const std::string sha256 = sha256_of(std::to_string(i));
    int owners = 0;
    for (int k = 1; k <= kShards; ++k) {
      if (!Shard{k, kShards}.owns(sha256)) continue;
      ++owners;
      ++owned[static_cast<std::size_t>(k - 1)];
    }
    EXPECT_EQ(owners, 1);
  }
  const double expected = kContents / kShards, spread = std::sqrt(expected);
  for (const int count : owned) EXPECT_NEAR(count, expected, 4 * spread);
}

}  // namespace
}  // namespace crossfoot
