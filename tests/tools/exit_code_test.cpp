#include "tools/exit_code.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(ExitCode, EachKindOfErrorHasItsNumber) {
  EXPECT_EQ(static_cast<int>(exit_code_of(ErrorCode::usage)), 2);
  EXPECT_EQ(static_cast<int>(exit_code_of(ErrorCode::unwritable)), 2);
  EXPECT_EQ(static_cast<int>(exit_code_of(ErrorCode::unreadable)), 3);
  EXPECT_EQ(static_cast<int>(exit_code_of(ErrorCode::encrypted)), 3);
  EXPECT_EQ(static_cast<int>(exit_code_of(ErrorCode::missing_dependency)), 4);
  EXPECT_EQ(static_cast<int>(exit_code_of(ErrorCode::internal)), 5);
}

TEST(ExitCode, OfSeveralTheHighestApplies) {
  EXPECT_EQ(worse(ExitCode::findings, ExitCode::unreadable), ExitCode::unreadable);
  EXPECT_EQ(worse(ExitCode::missing_dependency, ExitCode::all_holds), ExitCode::missing_dependency);
}

}  // namespace
}  // namespace crossfoot
