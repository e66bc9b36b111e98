#include "extract/row_assembly.h"

#include <gmock/gmock.h>

#include <sstream>

namespace crossfoot {
namespace {

using ::testing::ElementsAre;

constexpr int kTextHeight = 10, kCharacter = 6;

// Lines of a body as a typewriter would print them, two blanks or more between the texts. Each column is
// `width` characters wide; a blank line adds half a text height to the usual white of 4/10, '-' is a
// rule.
std::vector<int> rows_of(const std::string& text, int width, std::size_t columns) {
  std::vector<BodyLine> body;
  std::istringstream lines(text);
  int y = 0;
  bool rule = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      y += kTextHeight / 2;
      continue;
    }
    if (line.find_first_not_of('-') == std::string::npos) {
      rule = true;
      continue;
    }
    BodyLine out{y, y + kTextHeight, std::vector<LinePart>(columns), rule};
    for (std::size_t from = line.find_first_not_of(' '); from != std::string::npos;) {
      const std::size_t to = std::min(line.find("  ", from), line.size());
      LinePart& part = out.parts[from / static_cast<std::size_t>(width)];
      part.text = line.substr(from, to - from);
      part.x0 = kCharacter * static_cast<int>(from);
      part.x1 = kCharacter * static_cast<int>(to);
      part.is_figure = part.text.find_first_not_of("0123456789,") == std::string::npos;
      from = line.find_first_not_of(' ', to);
    }
    body.push_back(out);
    rule = false;
    y += kTextHeight + 4;
  }
  std::vector<double> ends;
  for (std::size_t c = 1; c <= columns; ++c) {
    ends.push_back(static_cast<double>(kCharacter * width) * static_cast<double>(c) - 2 * kCharacter);
  }
  return assemble_rows(body, ends, kTextHeight);
}

TEST(RowAssembly, FiguresBelowEachOtherAreRows) {
  EXPECT_THAT(rows_of("Wages               877\n"
                      "Rent                 48\n"
                      "Repairs             115",
                      20, 2),
              ElementsAre(0, 1, 2));
}

TEST(RowAssembly, ALabelThatGoesOnInLowerCaseIsOneRowWithItsFigure) {
  EXPECT_THAT(rows_of("Wages               877\n"
                      "Charge for the\n"
                      "year of account     115\n"
                      "Rent                 48",
                      20, 2),
              ElementsAre(0, 1, 3));
}

TEST(RowAssembly, ARuleBetweenPartsRowsWhateverTheTextsSay) {
  EXPECT_THAT(rows_of("Charge for the\n"
                      "------------------------\n"
                      "year of account     115",
                      20, 2),
              ElementsAre(0, 1));
}

TEST(RowAssembly, AHeadingWithAColonIsARowOfItsOwn) {
  EXPECT_THAT(rows_of("Falling due in the:\n"
                      "year of account     115\n"
                      "year after           12",
                      20, 2),
              ElementsAre(0, 1, 2));
}

// Few figures stand below each other; white of two sizes tells the rows.
TEST(RowAssembly, CellsOfSeveralLinesAreToldByTheWhiteBetweenThem) {
  EXPECT_THAT(rows_of("Control   in force  whether the office\n"
                      "                    checked each of\n"
                      "                    the hospitals\n"
                      "\n"
                      "Contract  complete  whether contracts\n"
                      "                    were kept and\n"
                      "                    paid for in time\n"
                      "\n"
                      "Quality   checked   whether what was\n"
                      "                    built stood the\n"
                      "                    winter after it\n"
                      "\n"
                      "People    asked     whether those who\n"
                      "                    were asked said\n"
                      "                    they were content",
                      10, 4),
              ElementsAre(0, 3, 6, 9));
}

TEST(RowAssembly, NothingHasNoRows) { EXPECT_TRUE(assemble_rows({}, {100}, 10).empty()); }

}  // namespace
}  // namespace crossfoot
