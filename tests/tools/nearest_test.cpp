#include "tools/nearest.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Nearest, FindsWhatWasMeant) {
  const std::vector<std::string> words = {"--format", "--pages", "--output"};
  EXPECT_EQ(nearest("--fromat", words), "--format");
  EXPECT_EQ(nearest("--page", words), "--pages");
  EXPECT_EQ(nearest("--pages", words), "--pages");
}

TEST(Nearest, DoesNotGuessWildly) {
  EXPECT_EQ(nearest("--frob", {"--pages", "--output"}), std::nullopt);
  EXPECT_EQ(nearest("x", {"extract"}), std::nullopt);
  EXPECT_EQ(nearest("x", {}), std::nullopt);
}

}  // namespace
}  // namespace crossfoot
