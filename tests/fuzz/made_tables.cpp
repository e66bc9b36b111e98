#include "tests/fuzz/made_tables.h"

#include <algorithm>

namespace crossfoot::test {
namespace {

// Words and figures that reconciliation has an opinion on; the rest are the input's own bytes.
constexpr const char* kTexts[] = {
    "",         "项目",     "科目编码", "合计",     "小计",     "其中：",   "本年收入", "支出总计",
    "比例%",    "单位：元", "一、",     "（一）",   "1.",       "208",      "20805",    "2080505",
    "0.00",     "—",        "10.00",    "20.00",    "30.00",    "(30.00)",  "1,234.50", "12 00",
    "50%",      "total",    "2021年",   "增长率",   "年初数",   "999999999999999999"};

std::string made_text(FuzzedDataProvider& bytes) {
  const auto kind = bytes.ConsumeIntegralInRange<unsigned>(0, 39);
  if (kind < std::size(kTexts)) return kTexts[kind];
  if (kind < 36) return Amount{bytes.ConsumeIntegral<std::int16_t>(), 2}.to_string();
  return bytes.ConsumeRandomLengthString(12);
}

Cell made_cell(FuzzedDataProvider& bytes, int row, int col, int page) {
  Cell cell;
  cell.row = row;
  cell.col = col;
  cell.page = page;
  cell.text = made_text(bytes);
  cell.lines = cell.text.empty() ? 0 : 1;
  cell.confidence = bytes.ConsumeBool() ? 1 : bytes.ConsumeProbability<double>();
  cell.amount = parse_amount(cell.text);
  if (cell.confidence < 0.9) cell.alternatives.push_back({made_text(bytes), 1.5});
  return cell;
}

// Cells in row-major order of their first slots, each as large as asked for where there is room.
Table made_table(FuzzedDataProvider& bytes, int number) {
  Table table;
  table.id = "t" + std::to_string(number);
  table.title = made_text(bytes);
  table.unit = bytes.ConsumeBool() ? "元" : "";
  table.n_rows = bytes.ConsumeIntegralInRange(1, 12);
  table.n_cols = bytes.ConsumeIntegralInRange(1, 8);
  table.header_rows = bytes.ConsumeIntegralInRange(0, std::min(2, table.n_rows));
  table.parts = {{number, {}, 0, table.n_rows}};
  std::vector<bool> taken(static_cast<std::size_t>(table.n_rows * table.n_cols));
  const auto slot = [&](int row, int col) -> std::vector<bool>::reference {
    return taken[static_cast<std::size_t>(row * table.n_cols + col)];
  };
  for (int row = 0; row < table.n_rows; ++row) {
    for (int col = 0; col < table.n_cols; ++col) {
      if (slot(row, col)) continue;
      Cell cell = made_cell(bytes, row, col, number);
      const int wide = bytes.ConsumeIntegralInRange(0, 9), high = wide == 9 ? 2 : 1;
      while (cell.col_span < (wide >= 8 ? 3 : 1) && col + cell.col_span < table.n_cols &&
             !slot(row, col + cell.col_span)) {
        ++cell.col_span;
      }
      cell.row_span = std::min(high, table.n_rows - row);
      for (int r = row; r < row + cell.row_span; ++r) {
        for (int c = col; c < col + cell.col_span; ++c) slot(r, c) = true;
      }
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

Table account_row_by_row(const std::vector<std::vector<std::string>>& rows) {
  Table table;
  table.id = "t1";
  table.title = "支出总表";
  table.header_rows = 1;
  table.n_rows = static_cast<int>(rows.size());
  table.n_cols = static_cast<int>(rows.front().size());
  table.parts = {{1, {}, 0, table.n_rows}};
  for (int row = 0; row < table.n_rows; ++row) {
    for (int col = 0; col < table.n_cols; ++col) {
      Cell cell;
      cell.row = row;
      cell.col = col;
      cell.page = 1;
      cell.text = rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(col)];
      cell.amount = parse_amount(cell.text);
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace

TableDocument small_account() {
  TableDocument document;
  document.source = "account.pdf";
  document.pages.push_back({.number = 1, .width_pt = 595, .height_pt = 842});
  document.tables.push_back(account_row_by_row({{"科目编码", "项目", "合计", "基本支出", "项目支出"},
                                                {"", "合计", "60.00", "40.00", "20.00"},
                                                {"208", "社会保障", "30.00", "20.00", "10.00"},
                                                {"20805", "养老", "30.00", "20.00", "10.00"},
                                                {"210", "卫生健康", "30.00", "20.00", "10.00"}}));
  return document;
}

TableDocument made_document(FuzzedDataProvider& bytes) {
  TableDocument document;
  const int tables = bytes.ConsumeIntegralInRange(0, 3);
  for (int number = 1; number <= tables; ++number) {
    document.pages.push_back({.number = number, .width_pt = 595, .height_pt = 842});
    document.tables.push_back(made_table(bytes, number));
  }
  for (int i = 0; i < 2; ++i) {
    document.text.push_back({1, {}, "合计" + made_text(bytes) + "元，其中：" + made_text(bytes)});
  }
  return document;
}

}  // namespace crossfoot::test
