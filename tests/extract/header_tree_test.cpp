#include "extract/header_tree.h"

#include <gmock/gmock.h>

#include <sstream>

namespace crossfoot {
namespace {

using ::testing::UnorderedElementsAre;

// A header as a typewriter would print it, lines half a text height apart so that heads can stand
// between two others; the last line is the body, whose texts are the columns, and a run of '-' is a rule.
constexpr double kTextHeight = 8;
constexpr int kColumn = 6, kHalfLine = 8;

std::vector<std::string> heads_of(const std::string& text) {
  std::vector<PixelBox> boxes;
  std::vector<std::string> names;
  std::vector<HeadRule> rules;
  std::vector<ColumnBand> bands;
  std::istringstream lines(text);
  int y = 0;
  for (std::string line; std::getline(lines, line); y += kHalfLine) {
    for (std::size_t from = line.find_first_not_of(' '); from != std::string::npos;) {
      const std::size_t to = std::min(line.find("  ", from), line.size());
      const int x0 = kColumn * static_cast<int>(from), x1 = kColumn * static_cast<int>(to);
      const std::string name = line.substr(from, to - from);
      if (lines.peek() == EOF) {
        bands.push_back({static_cast<double>(x0), static_cast<double>(x1)});
      } else if (name.find_first_not_of('-') == std::string::npos) {
        rules.push_back({y + 4.0, static_cast<double>(x0), static_cast<double>(x1)});
      } else {
        boxes.push_back({x0, y, x1, y + static_cast<int>(kTextHeight)});
        names.push_back(name);
      }
      from = line.find_first_not_of(' ', to);
    }
  }
  std::vector<std::string> heads;
  for (const HeadCell& cell : header_tree(boxes, bands, rules, kTextHeight)) {
    std::string head;
    for (const int i : cell.items) head += (head.empty() ? "" : " ") + names[i];
    head += " at " + std::to_string(cell.row) + "," + std::to_string(cell.col);
    if (cell.row_span * cell.col_span > 1) {
      head += ", " + std::to_string(cell.row_span) + "x" + std::to_string(cell.col_span);
    }
    heads.push_back(head);
  }
  return heads;
}

TEST(HeaderTree, AHeadStandsOverItsColumn) {
  EXPECT_THAT(heads_of("Name    2016    2015\n"
                       "Wages    877     912"),
              UnorderedElementsAre("Name at 0,0", "2016 at 0,1", "2015 at 0,2"));
}

TEST(HeaderTree, LinesDirectlyBelowEachOtherAreOneHead) {
  EXPECT_THAT(heads_of("        Total       2015\n"
                       "\n"
                       "        amount\n"
                       "Wages    877         912"),
              UnorderedElementsAre("Total amount at 0,1", "2015 at 0,2"));
}

TEST(HeaderTree, ARuleBelowAHeadSaysWhatItSpans) {
  EXPECT_THAT(heads_of("              Group\n"
                       "\n"
                       "          ------------\n"
                       "\n"
                       "Name      2016    2015   Notes\n"
                       "Wages      877     912     12"),
              UnorderedElementsAre("Group at 0,1, 1x2", "Name at 0,0, 2x1", "2016 at 1,1",
                                   "2015 at 1,2", "Notes at 0,3, 2x1"));
}

// The heads of the outer columns stand at the middle of the whole height, not of the lower line's.
TEST(HeaderTree, AHeadSpansTheColumnsWithHeadsBelowItNotThoseWithHeadsBesideIt) {
  EXPECT_THAT(heads_of("            cost of cars\n"
                       "\n"
                       "All                       Guests\n"
                       "\n"
                       "          bought      run\n"
                       "500          300      120      80"),
              UnorderedElementsAre("cost of cars at 0,1, 1x2", "All at 0,0, 2x1",
                                   "bought at 1,1", "run at 1,2", "Guests at 0,3, 2x1"));
}

// Its text hardly reaches the first column, whose codes are short; between the ends of the rule the
// middles of the lower heads tell where columns end: at 8 and 36 characters.
TEST(HeaderTree, BetweenRulesTheMiddlesOfHeadsTellTheColumns) {
  EXPECT_THAT(heads_of("                                            \n"
                       "               Class                        \n"
                       "\n"
                       "\n"
                       "  Code            Name              Amount  \n"
                       "--------------------------------------------\n"
                       "  301     Wages and salaries           877"),
              UnorderedElementsAre("Class at 0,0, 1x2", "Code at 1,0", "Name at 1,1",
                                   "Amount at 0,2, 2x1"));
}

TEST(HeaderTree, WithoutColumnsThereAreNoHeads) {
  EXPECT_TRUE(header_tree({{0, 0, 10, 8}}, {}, {}, kTextHeight).empty());
}

}  // namespace
}  // namespace crossfoot
