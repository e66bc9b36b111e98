// Which digits of a row are its code.
//
//     科目编码 | 科目名称          2080505                       a column of codes
//     类 | 款 | 项 | 单位代码      208 05 05 -> 2080505           three columns joined; all rows
//     carry
//                                                               one unit code, which tells nothing
//     208-社会保障和就业支出        208                           digits in front of the label
//
// A table may offer several; the source in which most codes extend another one makes the tree.
// Digits before labels count only in a panel whose rows mostly have them, with one label column.
#include "reconcile/row_codes.h"

#include <algorithm>
#include <set>

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

bool all_digits(const std::string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string digits_of(const TableView& view, int row, int col) {
  const std::string& text = view.folded(row, col);
  return view.cell(row, col).row == row && all_digits(text) ? text : "";
}

// The digits in front of a label: "208-社会保障" -> "208".
std::string leading_code(const std::string& label) {
  std::size_t n = 0;
  while (n < label.size() && label[n] >= '0' && label[n] <= '9') ++n;
  return n >= 3 && n < label.size() && label[n] == '-' ? label.substr(0, n) : "";
}

// How many codes have a proper prefix among the codes before them.
int prefixed_count(const std::vector<std::string>& codes) {
  const std::set<std::string> all(codes.begin(), codes.end());
  int count = 0;
  for (const std::string& code : codes) {
    for (std::size_t n = 3; n < code.size(); ++n) {
      if (all.count(code.substr(0, n))) {
        ++count;
        break;
      }
    }
  }
  return count;
}

}  // namespace

std::vector<std::string> row_codes(const TableView& view, const Segment& segment,
                                   const Panel& panel, const std::vector<PanelRow>& rows) {
  std::vector<std::vector<std::string>> sources;
  std::vector<int> joined;
  for (const int col : panel.codes) {
    const std::string leaf = view.header_leaf(segment, col);
    if (leaf == "类" || leaf == "款" || leaf == "项") joined.push_back(col);
    auto& source = sources.emplace_back();
    for (const PanelRow& row : rows) source.push_back(digits_of(view, row.row, col));
  }
  if (joined.size() >= 2) {
    auto& source = sources.emplace_back();
    for (const PanelRow& row : rows) {
      std::string code;
      for (const int col : joined) code += digits_of(view, row.row, col);
      source.push_back(code);
    }
  }
  std::vector<std::string> labels;
  std::size_t labelled = 0, coded_labels = 0;
  for (const PanelRow& row : rows) {
    labels.push_back(leading_code(row.label));
    labelled += row.has_label();
    coded_labels += !labels.back().empty();
  }
  if (panel.labels.size() > 1 || coded_labels < 3 || coded_labels * 2 < labelled) {
    labels.assign(rows.size(), "");
  }
  sources.push_back(labels);
  const auto merit = [](const std::vector<std::string>& source) {
    const std::set<std::string> distinct(source.begin(), source.end());
    const int coded = static_cast<int>(std::count_if(
        source.begin(), source.end(), [](const std::string& code) { return code.size() >= 3; }));
    // Rows that all carry one code (the unit's) are not told apart by it.
    return std::pair(prefixed_count(source), std::pair(static_cast<int>(distinct.size()), coded));
  };
  auto best = std::max_element(sources.begin(), sources.end(),
                               [&](const auto& a, const auto& b) { return merit(a) < merit(b); });
  for (std::string& code : *best) {
    if (code.size() < 3) code.clear();
  }
  return *best;
}

}  // namespace crossfoot
