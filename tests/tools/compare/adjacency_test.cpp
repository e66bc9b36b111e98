#include "tools/compare/adjacency.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

using testing::UnorderedElementsAre;

// "a > b" for a neighbour to the right, "a v b" for one below, a digit for the blanks between.
std::vector<std::string> neighbours(std::string_view notation) {
  const Table table = table_of(notation);
  TextPool pool;
  std::vector<std::string> shown;
  for (const auto& [from, to, down, gap] : neighbours_of(ComparedTable(table, pool))) {
    const auto text = [&](int id) {
      return std::string(pool[id].text.begin(), pool[id].text.end());
    };
    std::string pair = text(from) + (down ? " v " : " > ") + text(to);
    if (gap > 0) pair.append(" ").append(std::to_string(gap));
    shown.push_back(std::move(pair));
  }
  return shown;
}

TEST(Adjacency, ToTheRightAndBelow) {
  EXPECT_THAT(neighbours(R"(
    a | b
    c | d
  )"),
              UnorderedElementsAre("a > b", "c > d", "a v c", "b v d"));
}

TEST(Adjacency, BlanksBetweenAreCounted) {
  EXPECT_THAT(neighbours("a |  |  | b"), UnorderedElementsAre("a > b 2"));
}

TEST(Adjacency, AMergedCellHasANeighbourAtEachOfItsColumns) {
  EXPECT_THAT(neighbours(R"(
    a | <
    b | c
  )"),
              UnorderedElementsAre("a v b", "a v c", "b > c"));
}

TEST(Adjacency, NeighboursThatShareTwoRowsAreOnePair) {
  EXPECT_THAT(neighbours(R"(
    a | b
    ^ | ^
  )"),
              UnorderedElementsAre("a > b"));
}

}  // namespace
}  // namespace crossfoot
