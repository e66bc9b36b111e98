// Office Open XML workbooks; the only file that knows libxlsxwriter.
#pragma once

#include <memory>
#include <string>

#include "extract/result.h"

namespace crossfoot {

enum class Fill { none, header, repaired, suspect, failing };

struct CellStyle {
  Fill fill = Fill::none;
  std::string number_format;  // "" for text
  bool bold = false;
  bool to_the_right = false;
  auto operator<=>(const CellStyle&) const = default;
};

// Rows and columns count from 0. Text is written as text, whatever it begins with: nothing becomes
// a formula.
class XlsxSheet {
 public:
  static constexpr int kMostRows = 1 << 20, kMostCols = 1 << 14;

  void text(int row, int col, const std::string& text, const CellStyle& style);
  // `digits` is a decimal number of at most 15 digits, which a spreadsheet holds exactly.
  void number(int row, int col, const std::string& digits, const CellStyle& style);
  // A text that leads to a cell of another sheet.
  void link(int row, int col, const std::string& text, const std::string& sheet, int to_row,
            int to_col);
  // Before the content of its first slot is written. More than one slot.
  void merge(int row, int col, int row_span, int col_span, const CellStyle& style);
  void comment(int row, int col, const std::string& text);
  void freeze_rows(int rows);
  void width(int col, double characters);
  const std::string& name() const { return name_; }

 private:
  friend class XlsxWriter;
  XlsxSheet(class XlsxWriter& writer, void* sheet, std::string name)
      : writer_(&writer), sheet_(sheet), name_(std::move(name)) {}
  class XlsxWriter* writer_;
  void* sheet_;
  std::string name_;
};

class XlsxWriter {
 public:
  XlsxWriter();  // works on a file of its own in the folder for temporary files
  ~XlsxWriter();
  XlsxWriter(const XlsxWriter&) = delete;
  XlsxWriter& operator=(const XlsxWriter&) = delete;

  // `wanted` without the signs that a sheet's name may not have, at most 31 characters, unlike
  // that of any other sheet.
  XlsxSheet add_sheet(const std::string& wanted);
  // Everything, once; nothing can be added afterwards. Error unwritable.
  Result<std::string> finish();

 private:
  friend class XlsxSheet;
  struct State;
  std::unique_ptr<State> state_;
};

std::string xlsx_version();  // of libxlsxwriter

}  // namespace crossfoot
