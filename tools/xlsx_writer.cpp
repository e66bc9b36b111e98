#include "tools/xlsx_writer.h"

#include <stdlib.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

#include "extract/document.h"
#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostCharacters = 32767;  // of a cell
constexpr std::size_t kMostInName = 31;         // of a sheet

lxw_worksheet* as_sheet(void* sheet) { return static_cast<lxw_worksheet*>(sheet); }

lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row); }
lxw_col_t col_of(int col) { return static_cast<lxw_col_t>(col); }

// Valid UTF-8 that a cell can hold; what is cut off is said at the end.
std::string fitting(const std::string& text) {
  std::u32string points = code_points(text);
  if (points.size() > kMostCharacters) {
    constexpr std::u32string_view kCut = U"… (cut)";
    points.resize(kMostCharacters - kCut.size());
    points += kCut;
  }
  return utf8(points);
}

unsigned colour_of(Fill fill) {
  switch (fill) {
    case Fill::header:
      return 0xE8ECF1;
    case Fill::repaired:
      return 0xCFE8FC;
    case Fill::suspect:
      return 0xFFF2B3;
    case Fill::failing:
      return 0xFAC8C3;
    case Fill::none:
      break;
  }
  return 0xFFFFFF;
}

}  // namespace

struct XlsxWriter::State {
  fs::path folder;
  lxw_workbook* book = nullptr;
  std::map<CellStyle, lxw_format*> formats;
  std::set<std::string> names;  // folded: a workbook's sheets differ in more than case

  lxw_format* format(const CellStyle& style) {
    lxw_format*& format = formats[style];
    if (format != nullptr) return format;
    format = workbook_add_format(book);
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    if (style.fill != Fill::none) format_set_bg_color(format, colour_of(style.fill));
    if (style.bold) format_set_bold(format);
    if (style.to_the_right) format_set_align(format, LXW_ALIGN_RIGHT);
    // "@" keeps a code that is edited later a text.
    format_set_num_format(format, style.number_format.empty() ? "@" : style.number_format.c_str());
    return format;
  }
};

// 1980-01-01, the date that libxlsxwriter gives the files inside a workbook. The time of writing
// would make other bytes of the same tables each time.
constexpr time_t kCreated = 315'532'800;

XlsxWriter::XlsxWriter() : state_(std::make_unique<State>()) {
  std::string pattern = (fs::temp_directory_path() / "crossfoot-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) return;
  state_->folder = pattern;
  lxw_workbook_options options = {LXW_FALSE, pattern.data(), LXW_FALSE};
  state_->book = workbook_new_opt((state_->folder / "book.xlsx").c_str(), &options);
  if (state_->book == nullptr) return;
  lxw_doc_properties properties{};
  properties.created = kCreated;
  workbook_set_properties(state_->book, &properties);
}

XlsxWriter::~XlsxWriter() {
  if (state_->book != nullptr) lxw_workbook_free(state_->book);
  std::error_code ignored;
  if (!state_->folder.empty()) fs::remove_all(state_->folder, ignored);
}

XlsxSheet XlsxWriter::add_sheet(const std::string& wanted) {
  std::u32string points;
  for (const char32_t c : code_points(wanted)) {
    if (c >= 0x20 && std::u32string_view(U"[]:*?/\\'").find(c) == std::u32string_view::npos) {
      points += c;
    }
  }
  if (points.empty()) points = U"table";
  std::string name;
  for (int n = 1;; ++n) {
    const std::u32string ending =
        n == 1 ? U"" : code_points(std::string(" ").append(std::to_string(n)));
    std::u32string stem = points.substr(0, kMostInName - ending.size());
    name = utf8(stem + ending);
    if (state_->names.insert(fold(name)).second) break;
  }
  void* sheet = state_->book ? workbook_add_worksheet(state_->book, name.c_str()) : nullptr;
  return {*this, sheet, name};
}

Result<std::string> XlsxWriter::finish() {
  const Error failed{ErrorCode::unwritable, "", std::nullopt, "the workbook cannot be written",
                     "see that " + fs::temp_directory_path().string() + " has room"};
  if (state_->book == nullptr) return failed;
  const lxw_error error = workbook_close(state_->book);  // frees it
  state_->book = nullptr;
  if (error != LXW_NO_ERROR) return failed;
  auto bytes = read_input((state_->folder / "book.xlsx").string());
  if (!bytes) return failed;
  return *bytes->bytes;
}

std::string xlsx_version() { return LXW_VERSION; }

void XlsxSheet::text(int row, int col, const std::string& text, const CellStyle& style) {
  if (sheet_ == nullptr) return;
  worksheet_write_string(as_sheet(sheet_), row_of(row), col_of(col), fitting(text).c_str(),
                         writer_->state_->format(style));
}

void XlsxSheet::number(int row, int col, const std::string& digits, const CellStyle& style) {
  if (sheet_ == nullptr) return;
  worksheet_write_number(as_sheet(sheet_), row_of(row), col_of(col),
                         std::strtod(digits.c_str(), nullptr), writer_->state_->format(style));
}

void XlsxSheet::link(int row, int col, const std::string& text, const std::string& sheet,
                     int to_row, int to_col) {
  if (sheet_ == nullptr) return;
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(cell, row_of(to_row), col_of(to_col));
  const std::string target = "internal:'" + sheet + "'!" + cell;
  worksheet_write_url_opt(as_sheet(sheet_), row_of(row), col_of(col), target.c_str(), nullptr,
                          fitting(text).c_str(), nullptr);
}

void XlsxSheet::merge(int row, int col, int row_span, int col_span, const CellStyle& style) {
  if (sheet_ == nullptr) return;
  worksheet_merge_range(as_sheet(sheet_), row_of(row), col_of(col), row_of(row + row_span - 1),
                        col_of(col + col_span - 1), "", writer_->state_->format(style));
}

void XlsxSheet::comment(int row, int col, const std::string& text) {
  if (sheet_ == nullptr) return;
  std::string author = "crossfoot";
  lxw_comment_options options = {};
  options.author = author.data();
  options.width = 240;  // pixels: a sentence on a few lines
  worksheet_write_comment_opt(as_sheet(sheet_), row_of(row), col_of(col), fitting(text).c_str(),
                              &options);
}

void XlsxSheet::freeze_rows(int rows) {
  if (sheet_ != nullptr) worksheet_freeze_panes(as_sheet(sheet_), row_of(rows), 0);
}

void XlsxSheet::width(int col, double characters) {
  if (sheet_ == nullptr) return;
  worksheet_set_column(as_sheet(sheet_), col_of(col), col_of(col), characters, nullptr);
}

}  // namespace crossfoot
