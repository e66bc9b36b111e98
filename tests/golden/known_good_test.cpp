// Tables of scans, and of the born-digital page, against known-good ones: the same grid to the last
// span, and no fewer figures right than a stated minimum. A figure is right when its characters
// are.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "tests/golden/run_command.h"
#include "tests/tools/temporary_folder.h"
#include "tools/tables_json.h"

namespace crossfoot {
namespace {

struct KnownGood {
  std::string name;      // NAME.pdf and NAME.known-good.json
  double least_figures;  // share of the figures that must be read exactly
  int most_silent;       // figures that may be wrong without being marked suspect
};

void PrintTo(const KnownGood& known, std::ostream* out) { *out << known.name; }

// The minima are what the current version reads, less one figure that another version of Tesseract
// may lose.
const std::vector<KnownGood> kDocuments = {
    {"budget-text", 1.0, 0},
    {"budget-scan-clean300", 0.98, 0},
    {"spending-scan-office200", 0.98, 0},
    {"basic-scan-bw300", 0.98, 0},
};

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

// Cells by their top left slot.
std::map<std::pair<int, int>, const Cell*> by_place(const Table& table) {
  std::map<std::pair<int, int>, const Cell*> cells;
  for (const Cell& cell : table.cells) cells[{cell.row, cell.col}] = &cell;
  return cells;
}

struct Score {
  int figures = 0, right = 0, silent = 0;
};

Score compare(const Table& read, const Table& good) {
  Score score;
  EXPECT_EQ(read.n_rows, good.n_rows);
  EXPECT_EQ(read.n_cols, good.n_cols);
  const auto cells = by_place(read);
  for (const Cell& cell : good.cells) {
    const auto found = cells.find({cell.row, cell.col});
    const std::string place =
        "row " + std::to_string(cell.row) + ", column " + std::to_string(cell.col);
    if (found == cells.end()) {
      ADD_FAILURE() << "no cell at " << place;
      continue;
    }
    EXPECT_EQ(found->second->row_span, cell.row_span) << place;
    EXPECT_EQ(found->second->col_span, cell.col_span) << place;
    if (!parse_amount(cell.text)) continue;
    ++score.figures;
    if (without_spaces(found->second->text) == without_spaces(cell.text)) {
      ++score.right;
    } else if (found->second->status != CellStatus::suspect) {
      ++score.silent;
    }
  }
  return score;
}

TableDocument tables_in(const std::string& json, const std::string& name) {
  auto document = tables_from_json(json, name);
  if (!document) ADD_FAILURE() << document.error().to_string();
  return document ? *document : TableDocument{};
}

class KnownGoodTables : public testing::TestWithParam<KnownGood> {};

TEST_P(KnownGoodTables, SameGridAndFiguresRight) {
  const KnownGood& known = GetParam();
  const CommandResult result = run_crossfoot({"extract", known.name + ".pdf", "--format", "json"});
  ASSERT_EQ(result.exit_status, 0) << result.err;
  const TableDocument read = tables_in(result.out, known.name);
  const std::string file = known.name + ".known-good.json";
  const TableDocument good = tables_in(content_of(CROSSFOOT_TESTDATA "/" + file), file);
  ASSERT_EQ(read.tables.size(), good.tables.size());
  Score total;
  for (std::size_t i = 0; i < good.tables.size(); ++i) {
    const Score score = compare(read.tables[i], good.tables[i]);
    total.figures += score.figures;
    total.right += score.right;
    total.silent += score.silent;
  }
  RecordProperty("figures", total.figures);
  RecordProperty("right", total.right);
  EXPECT_GT(total.figures, 0);
  EXPECT_GE(total.right, known.least_figures * total.figures) << "of " << total.figures;
  EXPECT_LE(total.silent, known.most_silent);
}

INSTANTIATE_TEST_SUITE_P(, KnownGoodTables, testing::ValuesIn(kDocuments), [](const auto& info) {
  std::string name = info.param.name;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

// The row 210 prints 58,107,253.45 where its parts, and the total, say 393,427,253.45.
TEST(Findings, AScanShowsTheErrorOfItsSource) {
  const CommandResult result = run_crossfoot({"check", "budget-scan-clean300.pdf"});
  EXPECT_EQ(result.exit_status, 1) << result.err;
  EXPECT_NE(result.out.find("58,107,253.45"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("393,427,253.45"), std::string::npos) << result.out;
}

}  // namespace
}  // namespace crossfoot
