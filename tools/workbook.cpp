// What a cell of a sheet holds:
//
//     394,168,149.93   the number 394168149.93, format #,##0.00
//     （12.5）          -12.5, format 0.0;(0.0)
//     45.6%            0.456, format 0.0%
//     2080505          the text, in a column of codes; 007 always
//     1234567890123456.78   the text: a spreadsheet would round it to 15 digits
#include "tools/workbook.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "reconcile/describe.h"
#include "reconcile/table_view.h"
#include "reconcile/text_fold.h"
#include "tools/display_width.h"
#include "tools/table_heading.h"
#include "tools/xlsx_writer.h"

namespace crossfoot {
namespace {

constexpr int kMostDigits = 15;                     // that a double keeps
constexpr double kLeastWidth = 8, kMostWidth = 44;  // characters of a column
constexpr CellStyle kPlain{}, kBold{Fill::none, "", true, false};
const CellStyle kHeading{Fill::header, "", true, false};

// Cells in relations that fail, with what fails there.
using FailingCells = std::map<CellRef, std::string>;

FailingCells failing_cells(const CheckResult& result) {
  FailingCells failing;
  const auto add = [&](const FigureRef& figure, const std::string& message) {
    const auto* cell = std::get_if<CellRef>(&figure);
    if (cell == nullptr) return;
    std::string& why = failing[*cell];
    why += (why.empty() ? "" : "\n") + message;
  };
  for (const Finding& finding : result.findings) {
    if (!finding.holds) add(finding.relation.target, finding.message);
  }
  return failing;
}

int digits_in(const std::string& number) {
  return static_cast<int>(
      std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

struct Number {
  std::string digits, format;
};

// The number of a figure that a spreadsheet can hold exactly.
std::optional<Number> number_of(const Cell& cell) {
  if (!cell.amount) return std::nullopt;
  const std::string printed = fold(cell.text);
  const std::size_t first = printed.find_first_of("0123456789");
  const bool leading_zero = first + 1 < printed.size() && printed[first] == '0' &&
                            std::isdigit(static_cast<unsigned char>(printed[first + 1])) != 0;
  Amount amount = *cell.amount;
  if (leading_zero || digits_in(amount.to_string()) > kMostDigits) return std::nullopt;
  std::string format = contains(printed, ",") ? "#,##0" : "0";
  if (amount.decimals > 0) {
    format += '.';
    format.append(static_cast<std::size_t>(amount.decimals), '0');
  }
  if (contains(printed, "%")) {
    format += '%';
    amount.decimals += 2;
  }
  if (contains(printed, "(") && amount.units < 0) format += ";(" + format + ")";
  return Number{amount.to_string(), format};
}

std::string comment_for(const Cell& cell, const std::string* failure) {
  std::string comment = failure != nullptr ? *failure : "";
  const auto add = [&](const std::string& line) {
    comment += (comment.empty() ? "" : "\n") + line;
  };
  if (cell.status == CellStatus::repaired || cell.status == CellStatus::suspect ||
      cell.status == CellStatus::corrected) {
    add(std::string(name_of(cell.status)) + (cell.why ? ": " + *cell.why : ""));
    if (cell.read_as) add("read as " + *cell.read_as);
  }
  return comment;
}

Fill fill_for(const Table& table, const Cell& cell, bool fails) {
  if (fails) return Fill::failing;
  if (cell.status == CellStatus::suspect) return Fill::suspect;
  if (cell.status == CellStatus::repaired || cell.status == CellStatus::corrected) {
    return Fill::repaired;
  }
  return cell.row < table.header_rows ? Fill::header : Fill::none;
}

void write_cell(const Table& table, const Cell& cell, bool is_code, const std::string* failure,
                XlsxSheet& sheet) {
  CellStyle style;
  style.fill = fill_for(table, cell, failure != nullptr);
  style.bold = cell.row < table.header_rows;
  const auto number = is_code || style.bold ? std::nullopt : number_of(cell);
  if (number) style.number_format = number->format;
  style.to_the_right = cell.amount && !is_code && !style.bold;
  if (cell.row_span * cell.col_span > 1) {
    sheet.merge(cell.row, cell.col, cell.row_span, cell.col_span, style);
  }
  if (number) {
    sheet.number(cell.row, cell.col, number->digits, style);
  } else {
    sheet.text(cell.row, cell.col, cell.text, style);
  }
  const std::string comment = comment_for(cell, failure);
  if (!comment.empty()) sheet.comment(cell.row, cell.col, comment);
}

void write_table(const CheckResult& result, int index, const FailingCells& failing,
                 XlsxSheet& sheet) {
  const Table& table = result.document.tables[static_cast<std::size_t>(index)];
  const TableView view(table, index);
  std::vector<double> widths(static_cast<std::size_t>(table.n_cols), kLeastWidth);
  for (const Cell& cell : table.cells) {
    const auto col = static_cast<std::size_t>(cell.col);
    const auto failure = failing.find({index, cell.row, cell.col});
    write_cell(table, cell, view.is_code(cell.row, cell.col),
               failure == failing.end() ? nullptr : &failure->second, sheet);
    if (cell.col_span == 1) widths[col] = std::max(widths[col], display_width(cell.text) + 1.0);
  }
  for (int col = 0; col < table.n_cols; ++col) {
    sheet.width(col, std::min(widths[static_cast<std::size_t>(col)], kMostWidth));
  }
  if (table.header_rows > 0 && table.header_rows < table.n_rows) {
    sheet.freeze_rows(table.header_rows);
  }
}

void write_row(XlsxSheet& sheet, int row, const std::vector<std::string>& texts,
               const CellStyle& style) {
  for (std::size_t col = 0; col < texts.size(); ++col) {
    sheet.text(row, static_cast<int>(col), texts[col], style);
  }
}

void write_findings(const CheckResult& result, const std::vector<XlsxSheet>& tables,
                    XlsxSheet& sheet) {
  write_row(sheet, 0,
            {"Page", "Table", "Row", "Column", "Kind", "Verdict", "Stated", "Computed",
             "Difference", "Message"},
            kHeading);
  sheet.freeze_rows(1);
  const double widths[] = {6, 26, 30, 24, 12, 14, 18, 18, 18, 80};
  for (int col = 0; col < 10; ++col) sheet.width(col, widths[col]);
  int row = 0;
  for (const Finding& finding : result.findings) {
    if (finding.holds) continue;
    const Place place = place_of(finding.relation.target, result.document);
    write_row(sheet, ++row,
              {std::to_string(place.page), place.table, place.row, place.column,
               name_of(finding.relation.kind), finding.verdict ? name_of(*finding.verdict) : ""},
              kPlain);
    if (const auto* cell = std::get_if<CellRef>(&finding.relation.target)) {
      sheet.link(row, 1, place.table, tables[static_cast<std::size_t>(cell->table)].name(),
                 cell->row, cell->col);
    }
    int col = 6;
    for (const auto& amount : {finding.stated, finding.computed, finding.difference}) {
      CellStyle style;
      style.to_the_right = true;
      sheet.text(row, col++, amount ? grouped(*amount) : "", style);
    }
    sheet.text(row, col, finding.message, kPlain);
  }
}

void write_pages(const TableDocument& document, int& row, XlsxSheet& sheet) {
  write_row(sheet, row++,
            {"Page", "Width (pt)", "Height (pt)", "Text from", "dpi", "Turned", "Tilt (degrees)",
             "Error"},
            kHeading);
  const auto rounded = [](double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return std::string(text);
  };
  for (const Page& page : document.pages) {
    write_row(sheet, row++,
              {std::to_string(page.number), rounded(page.width_pt), rounded(page.height_pt),
               page.source == PageSource::text ? "text layer" : "recognition",
               page.dpi > 0 ? std::to_string(page.dpi) : "", std::to_string(page.turned_deg),
               rounded(page.skew_deg), page.error.value_or("")},
              kPlain);
  }
}

void write_document(const CheckResult& result, const std::vector<XlsxSheet>& tables,
                    XlsxSheet& sheet) {
  const TableDocument& document = result.document;
  const CheckSummary& s = result.summary;
  int row = 0;
  const auto fact = [&](const char* name, const std::string& value) {
    sheet.text(row, 0, name, kBold);
    sheet.text(row++, 1, value, kPlain);
  };
  fact("Document", document.source);
  fact("Relations", std::to_string(s.relations));
  fact("  hold", std::to_string(s.hold));
  fact("  fail", std::to_string(s.fail));
  fact("Amounts", std::to_string(s.amounts));
  fact("  proved", std::to_string(s.proved));
  fact("  repaired", std::to_string(s.repaired));
  fact("  suspect", std::to_string(s.suspect));
  ++row;
  write_row(sheet, row++, {"Table", "Title", "Unit", "Pages", "Rows", "Columns"}, kHeading);
  for (std::size_t i = 0; i < document.tables.size(); ++i) {
    const Table& table = document.tables[i];
    std::string pages;
    for (const int page : table.pages())
      pages += (pages.empty() ? "" : ", ") + std::to_string(page);
    write_row(sheet, row,
              {table.id, table.title, table.unit, pages, std::to_string(table.n_rows),
               std::to_string(table.n_cols)},
              kPlain);
    sheet.link(row++, 0, table.id, tables[i].name(), 0, 0);
  }
  ++row;
  write_pages(document, row, sheet);
  const double widths[] = {14, 44, 12, 14, 10, 10, 14, 40};
  for (int col = 0; col < 8; ++col) sheet.width(col, widths[col]);
}

}  // namespace

Result<std::string> workbook_of(const CheckResult& result) {
  XlsxWriter book;
  XlsxSheet document = book.add_sheet("Document"), findings = book.add_sheet("Findings");
  std::vector<XlsxSheet> tables;
  for (const Table& table : result.document.tables) {
    if (table.n_rows > XlsxSheet::kMostRows || table.n_cols > XlsxSheet::kMostCols) {
      return Error{ErrorCode::usage, result.document.source, std::nullopt,
                   table_heading(table) + " is larger than a sheet", "write CSV or JSON"};
    }
    tables.push_back(book.add_sheet(table.title.empty() ? table.id : table.id + " " + table.title));
  }
  const FailingCells failing = failing_cells(result);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    write_table(result, static_cast<int>(i), failing, tables[i]);
  }
  write_findings(result, tables, findings);
  write_document(result, tables, document);
  return book.finish();
}

}  // namespace crossfoot
