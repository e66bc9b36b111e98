// What the columns and rows of a table are, from its header words and its contents.
//
//     科目编码 | 科目名称 | 合计 | 基本支出        kinds: code label figure figure   one panel
//     项目 | 预算数 | 项目 | 合计 | 一般公共预算    label figure label figure figure  two panels
//
// Header words decide first, because the law prescribes them; contents decide where words are
// missing or misread. A header that recurs among the rows (performance tables stack several small
// tables in one frame) begins a new segment: a row without figures whose texts stand right over
// figures of the next row.
//
// Cost: linear in the slots. Fails on forms whose labels and values alternate within a row; they
// get kinds by majority, and no sums are looked for in them.
#include "reconcile/table_view.h"

#include <algorithm>
#include <array>

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Headers of more rows than this are no headers but text blocks of a form.
constexpr int kMaxHeaderRows = 5;

template <std::size_t N>
bool contains_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return contains(text, word); });
}

bool is_year(const Amount& amount) {
  return amount.decimals == 0 && amount.units >= 1900 && amount.units <= 2100;
}

}  // namespace

TableView::TableView(const Table& table, int table_index)
    : table_(&table), index_(table_index), slots_(table) {
  folded_.reserve(table.cells.size());
  for (const Cell& cell : table.cells) folded_.push_back(fold(cell.text));
  find_segments();
}

bool TableView::is_header_row(int row) const {
  if (row + 1 >= table_->n_rows) return false;
  int over_figures = 0;
  for (int col = 0; col < table_->n_cols; ++col) {
    if (!begins(row, col)) continue;
    const Cell& here = cell(row, col);
    if (here.amount && !is_year(*here.amount)) return false;
    if (here.row_span > 1 || is_nil(here.text)) continue;
    const Cell& below = cell(row + 1, col);
    if (below.row == row + 1 && below.col == col && below.amount) ++over_figures;
  }
  return over_figures >= 2;
}

// True when a row says about what a header row says: the header of a later page that was read a
// little differently and so not dropped.
bool TableView::repeats(int row, int header_row) const {
  int compared = 0, alike = 0;
  for (int col = 0; col < table_->n_cols; ++col) {
    const std::u32string a = code_points(folded(row, col)),
                         b = code_points(folded(header_row, col));
    if (a.empty() && b.empty()) continue;
    ++compared;
    if (a.size() != b.size()) continue;
    std::size_t same = 0;
    for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i];
    alike += 2 * same >= a.size();
  }
  return compared > 0 && alike * 10 >= compared * 6;
}

// A header whose merged cells go on below `body`, ended too early by a cell that was read empty:
//
//     合计 | 公务用车购置及运行费 |  <        | (empty)
//      ^   | 小计              | 购置费    |  ^          <- every slot is under a merged cell
int TableView::end_of_merged_header(int body) const {
  for (int row = body; row < std::min(body + 2, table_->n_rows - 1); ++row) {
    bool merged = row > 0;
    for (int col = 0; col < table_->n_cols && merged; ++col) {
      const Cell& here = cell(row, col);
      if (here.amount && !is_year(*here.amount)) return body;
      merged = here.row < row || cell(row - 1, col).col_span > 1;
    }
    if (merged && is_header_row(row)) return row + 1;
  }
  return body;
}

void TableView::find_segments() {
  int body = std::clamp(table_->header_rows, 0, table_->n_rows);
  if (body == 0) {
    const auto has_amount = [this](int row) {
      for (int col = 0; col < table_->n_cols; ++col) {
        if (begins(row, col) && cell(row, col).amount && !is_year(*cell(row, col).amount))
          return true;
      }
      return false;
    };
    while (body < table_->n_rows && !has_amount(body)) ++body;
    if (body > kMaxHeaderRows || body == table_->n_rows) body = 0;
    // Rows of labels without figures that only open the first section are body, not header.
    while (body > 1 && !is_header_row(body - 1)) --body;
    if (body == 1 && !is_header_row(0)) body = 0;
  }
  body = end_of_merged_header(body);
  Segment segment{0, body, table_->n_rows, {}, {}};
  std::vector<int> over_figures;  // of a header that recurs: the columns it heads figures in
  const auto open = [&](int header_begin, int body_begin) {
    segment.body_end = header_begin;
    if (segment.body_end > segment.header_begin) segments_.push_back(segment);
    segment = {header_begin, body_begin, table_->n_rows, {}, {}};
  };
  for (int row = body + 1; row < table_->n_rows; ++row) {
    if (is_header_row(row) && !(segment.body_begin > 0 && repeats(row, segment.body_begin - 1))) {
      open(row, row + 1);
      over_figures.clear();
      for (int col = 0; col < table_->n_cols; ++col) {
        if (has_figure(row + 1, col)) over_figures.push_back(col);
      }
      ++row;
      continue;
    }
    // Text where the header has figures: its small table is over.
    const auto is_text = [&](int col) {
      const Cell& here = cell(row, col);
      return here.row == row && !here.amount && !is_nil(here.text);
    };
    if (!over_figures.empty() && std::all_of(over_figures.begin(), over_figures.end(), is_text)) {
      open(row, row);
      over_figures.clear();
    }
  }
  segments_.push_back(segment);
  for (Segment& s : segments_) {
    classify(s);
    split_panels(s);
  }
}

bool TableView::is_code(int row, int col) const {
  return std::any_of(segments_.begin(), segments_.end(), [&](const Segment& segment) {
    return row >= segment.body_begin && row < segment.body_end &&
           segment.kinds[static_cast<std::size_t>(col)] == ColumnKind::code;
  });
}

std::string TableView::header_path(const Segment& segment, int col) const {
  std::string path;
  int last = -1;
  for (int row = segment.header_begin; row < segment.body_begin; ++row) {
    const int id = slots_.at(row, col);
    if (id == last) continue;
    last = id;
    const std::string& text = folded_[static_cast<std::size_t>(id)];
    if (!text.empty()) path += (path.empty() ? "" : "/") + text;
  }
  return path;
}

std::string TableView::header_leaf(const Segment& segment, int col) const {
  for (int row = segment.body_begin - 1; row >= segment.header_begin; --row) {
    if (!folded(row, col).empty()) return folded(row, col);
  }
  return "";
}

ColumnKind TableView::kind_of(const Segment& segment, int col) const {
  static constexpr std::array<std::string_view, 4> kCodeWords{"编码", "代码", "编号", "码"};
  static constexpr std::array<std::string_view, 8> kRateWords{"%",    "率",   "权重", "系数",
                                                              "得分", "占比", "比例", "偏离度"};
  const std::string leaf = header_leaf(segment, col);
  int figures = 0, codes = 0, texts = 0, prefixed = 0;
  std::string_view previous;
  for (int row = segment.body_begin; row < segment.body_end; ++row) {
    if (!begins(row, col) || is_nil(cell(row, col).text)) continue;
    const std::string& text = folded(row, col);
    if (cell(row, col).amount)
      ++figures;
    else
      ++texts;
    if (!looks_like_code(text)) continue;
    ++codes;
    if (!previous.empty() &&
        (starts_with(text, previous) ||
         (text.size() == previous.size() && text.substr(0, 3) == previous.substr(0, 3)))) {
      ++prefixed;
    }
    previous = text;
  }
  if (contains_any(leaf, kCodeWords) || leaf == "类" || leaf == "款" || leaf == "项") {
    return ColumnKind::code;
  }
  if (leaf == "序号" || leaf == "行次" || leaf == "no" || leaf == "no." ||
      (starts_with(leaf, "note") && leaf.size() <= 5)) {
    return ColumnKind::ordinal;
  }
  if (figures == 0) return texts > 0 ? ColumnKind::label : ColumnKind::blank;
  if (texts > figures) return ColumnKind::label;
  // Without a readable header: digits that extend each other are codes, not money.
  if (codes == figures && codes >= 3 && prefixed * 2 >= codes && col + 1 < table_->n_cols) {
    return ColumnKind::code;
  }
  return contains_any(leaf, kRateWords) ? ColumnKind::rate : ColumnKind::figure;
}

void TableView::classify(Segment& segment) const {
  for (int col = 0; col < table_->n_cols; ++col) segment.kinds.push_back(kind_of(segment, col));
}

void TableView::split_panels(Segment& segment) const {
  Panel panel;
  bool open = false;
  const auto close = [&] {
    if (open && !panel.figures.empty()) segment.panels.push_back(panel);
    panel = {};
    open = false;
  };
  for (int col = 0; col < table_->n_cols; ++col) {
    const ColumnKind kind = segment.kinds[static_cast<std::size_t>(col)];
    const bool names = kind == ColumnKind::label || kind == ColumnKind::code;
    if (names && !panel.figures.empty()) close();
    if (!open) panel.first_col = col;
    open = true;
    panel.last_col = col;
    if (kind == ColumnKind::code) {
      panel.codes.push_back(col);
    } else if (kind == ColumnKind::label || (kind == ColumnKind::blank && panel.figures.empty())) {
      panel.labels.push_back(col);
    } else if (kind == ColumnKind::figure || kind == ColumnKind::blank) {
      panel.figures.push_back(col);
    }
  }
  close();
}

std::vector<PanelRow> panel_rows(const TableView& view, const Segment& segment,
                                 const Panel& panel) {
  std::vector<int> naming = panel.labels;
  naming.insert(naming.end(), panel.codes.begin(), panel.codes.end());
  std::sort(naming.begin(), naming.end());
  std::vector<PanelRow> rows;
  for (int row = segment.body_begin; row < segment.body_end; ++row) {
    PanelRow out;
    out.row = row;
    out.label_last_col = panel.first_col;
    const Cell* last = nullptr;
    bool any_new = false;
    std::string continued;
    for (const int col : naming) {
      const Cell& cell = view.cell(row, col);
      if (&cell == last) continue;
      last = &cell;
      if (col == naming.front()) out.label_last_col = cell.col + cell.col_span - 1;
      // Codes name a row but are no part of its label; a label that spans the code column is.
      const bool is_code =
          std::find(panel.codes.begin(), panel.codes.end(), col) != panel.codes.end();
      if (is_code && (looks_like_code(view.folded(row, col)) || cell.amount)) continue;
      (cell.row == row ? out.label : continued) += view.folded(row, col);
      any_new = any_new || (cell.row == row && !cell.text.empty());
    }
    out.continues = !any_new && !continued.empty();
    if (out.continues) out.label = continued;
    rows.push_back(out);
  }
  return rows;
}

}  // namespace crossfoot
