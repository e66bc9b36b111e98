// Names of figures that mean the same in another table.
//
//     2080505 | 机关事业单位基本养老保险缴费支出    c:2080505  l:机关事业单位基本养老保险缴费
//     合计, or 一、本年支出 that heads all rows       total
//     合计 of 一般公共预算支出预算表                   l:一般公共预算
//     51110221R00…-单位缴费【职业年金】            l:单位缴费职业年金  l:职业年金
//
// Three sorts of columns: a column of a panel; the total row of a panel read across, its figures
// keyed by their headers (公务接待费 of the total is the row 公务接待费 of another table), the one
// whose header says only "amount" by the table's title; and the fields of forms (form_items.h).
//
// The word 支出 at the end of a label comes and goes between tables and is dropped.
#include "reconcile/item_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "reconcile/budget_classes.h"
#include "reconcile/form_items.h"
#include "reconcile/row_codes.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Two ideographs or six letters: shorter labels name nothing.
constexpr std::size_t kMinKeyBytes = 6;

}  // namespace

std::string item_key(std::string_view label) {
  std::string key = label_key(label);
  constexpr std::string_view kEnding = "支出";
  if (ends_with(key, kEnding) && key.size() >= kEnding.size() + kMinKeyBytes) {
    key.resize(key.size() - kEnding.size());
  }
  return key.size() >= kMinKeyBytes ? key : "";
}

std::string year_in(const std::string& text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string year = text.substr(i, 4);
    if ((starts_with(year, "19") || starts_with(year, "20")) &&
        std::all_of(year.begin(), year.end(), [](char c) { return c >= '0' && c <= '9'; })) {
      return year;
    }
  }
  return "";
}

namespace {

// The text inside the last square bracket of a folded label: 单位缴费[职业年金].
std::string bracketed(const std::string& folded) {
  const std::size_t open = folded.rfind('[');
  const std::size_t close = folded.rfind(']');
  if (open == std::string::npos || close == std::string::npos || close < open) return "";
  return folded.substr(open + 1, close - open - 1);
}

// A header as a name: "2021年预算数" and "合计" say only that an amount follows and give "".
std::string header_name(std::string folded) {
  static constexpr std::array<std::string_view, 12> kGeneric{
      "合计", "小计",  "总计", "金额", "预算数", "决算数",
      "总额", "total", "本年", "数",   "执行数", "总金额"};
  const std::string year = year_in(folded);
  if (!year.empty()) folded.erase(folded.find(year), 4);
  std::string key = label_key(folded);
  if (starts_with(key, "年度")) key.erase(0, 6);
  if (starts_with(key, "年")) key.erase(0, 3);
  for (const std::string_view word : kGeneric) {
    if (key == word) return "";
  }
  return key;
}

// 小计 under 项目支出 is named by its group.
std::string column_name(const TableView& view, const Segment& segment, int col) {
  int last = -1;
  for (int row = segment.body_begin - 1; row >= segment.header_begin; --row) {
    const Cell& cell = view.cell(row, col);
    if (cell.row == last || cell.text.empty()) continue;
    last = cell.row;
    // A group's name stands for its total alone, not for its other parts.
    const std::string name = header_name(view.folded(row, col));
    if (!name.empty()) return name;
  }
  return "";
}

// What a table's title says its total is: 一般公共预算支出预算表 -> 一般公共预算.
std::string title_name(std::string_view title) {
  // In the order in which they end a title.
  static constexpr std::array<std::array<std::string_view, 3>, 3> kEndings{
      {{"明细表", "总表", "表"}, {"预算", "决算", ""}, {"收入支出", "收支", "支出"}}};
  std::string name = label_key(title);
  for (const auto& endings : kEndings) {
    const auto ending = std::find_if(endings.begin(), endings.end(),
                                     [&name](std::string_view e) { return ends_with(name, e); });
    if (ending != endings.end()) name.resize(name.size() - ending->size());
  }
  return name.size() >= kMinKeyBytes ? name : "";
}

bool has_any_figure(const TableView& view, const Panel& panel, int row) {
  return std::any_of(panel.figures.begin(), panel.figures.end(),
                     [&](int col) { return view.has_figure(row, col); });
}

struct NamedRow {
  int row = 0;
  int depth = 0;  // of its enumerator
  bool total = false;
  std::vector<std::string> keys;
};

// The label column that names the items: the one with most texts, the last of equals. Rows without
// a text in it are groups (a department above its projects), and only other groups are like them.
int naming_column(const TableView& view, const Segment& segment, const Panel& panel) {
  int best = -1, most = 0;
  for (const int col : panel.labels) {
    int texts = 0;
    for (int row = segment.body_begin; row < segment.body_end; ++row) {
      texts += view.begins(row, col) && !view.folded(row, col).empty();
    }
    if (texts >= most) {
      most = texts;
      best = col;
    }
  }
  return best;
}

void add_label_keys(const TableView& view, const Panel& panel, int naming, NamedRow& named) {
  const Cell* last = nullptr;
  int figure_rows = 1;
  for (const int col : panel.figures) {
    if (view.has_figure(named.row, col))
      figure_rows = std::max(figure_rows, view.cell(named.row, col).row_span);
  }
  const bool is_group = naming >= 0 && view.folded(named.row, naming).empty();
  std::string payment;
  for (const int col : panel.labels) {
    const Cell& cell = view.cell(named.row, col);
    // A label over more rows than the figure names a group of figures.
    if (&cell == last || cell.row != named.row || cell.amount || cell.row_span > figure_rows)
      continue;
    last = &cell;
    for (const std::string& key :
         {item_key(cell.text), item_key(bracketed(view.folded(named.row, col)))}) {
      if (key.empty()) continue;
      named.keys.push_back((is_group ? "g:" : "l:") + key);
      const std::string_view economic = economic_code_of_payment(key);
      if (!economic.empty()) payment = "c:" + std::string(economic);
    }
  }
  // A row of a list of projects, which has no code of its own.
  const bool has_code = !named.keys.empty() && starts_with(named.keys.front(), "c:");
  if (!payment.empty() && !has_code && !is_group) named.keys.push_back(payment);
}

// Codes without a row for their class: each is a part of the class.
void add_class_keys(const std::vector<std::string>& codes, std::vector<NamedRow>& rows,
                    const std::vector<std::size_t>& code_of_row) {
  const std::set<std::string> all(codes.begin(), codes.end());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& code = codes[code_of_row[i]];
    const std::string_view economic = economic_counterpart(code);
    if (!economic.empty()) rows[i].keys.push_back("c:" + std::string(economic));
    if (code.size() <= 3 || all.count(code.substr(0, 3))) continue;
    bool is_root = true;
    for (std::size_t n = 4; n < code.size(); ++n)
      is_root = is_root && !all.count(code.substr(0, n));
    const std::string_view name = budget_class_name(code.substr(0, 3));
    if (!is_root || name.empty()) continue;
    rows[i].keys.push_back("c:" + code.substr(0, 3));
    rows[i].keys.push_back("l:" + std::string(name));
  }
}

// True when the first row is enumerated and all others are plain or enumerated deeper, as its
// parts.
bool heads_all(const std::vector<NamedRow>& rows) {
  return rows.size() > 1 && rows[0].depth > 0 &&
         std::all_of(rows.begin() + 1, rows.end(), [&rows](const NamedRow& row) {
           return row.depth == 0 || row.depth > rows[0].depth;
         });
}

std::vector<NamedRow> named_rows(const TableView& view, const Segment& segment,
                                 const Panel& panel) {
  const std::vector<PanelRow> rows = panel_rows(view, segment, panel);
  const std::vector<std::string> codes = row_codes(view, segment, panel, rows);
  std::vector<NamedRow> named;
  std::vector<std::size_t> code_of_row;
  int total = -1;
  const int naming = naming_column(view, segment, panel);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!has_any_figure(view, panel, rows[i].row)) continue;
    NamedRow out{rows[i].row, split_enumerator(rows[i].label).depth, false, {}};
    if (!codes[i].empty()) out.keys.push_back("c:" + codes[i]);
    const bool is_total = is_total_label(rows[i].label) && out.depth == 0;
    // The unlabelled first line of a table is its total as well; a later total word overrules it.
    const bool is_first_blank = named.empty() && rows[i].label.empty() && codes[i].empty();
    if (is_total || is_first_blank) total = static_cast<int>(named.size());
    add_label_keys(view, panel, naming, out);
    named.push_back(std::move(out));
    code_of_row.push_back(i);
  }
  add_class_keys(codes, named, code_of_row);
  if (total < 0 && heads_all(named)) total = 0;
  if (total >= 0) {
    named[static_cast<std::size_t>(total)].total = true;
    named[static_cast<std::size_t>(total)].keys.push_back("total");
  }
  return named;
}

// A panel whose rows are measured in units of their own (计量单位: %, 人, 次) lists targets, and
// equal labels there are no equal quantities.
bool has_units_of_its_own(const TableView& view, const Segment& segment, const Panel& panel) {
  for (int col = 0; col <= panel.last_col; ++col) {
    if (!is_unit_header(view.header_leaf(segment, col))) continue;
    for (int row = segment.body_begin; row < segment.body_end; ++row) {
      if (view.begins(row, col) && !view.folded(row, col).empty()) return true;
    }
  }
  return false;
}

void add_panel(const TableView& view, const Segment& segment, const Panel& panel,
               std::vector<ItemColumn>& columns) {
  if (has_units_of_its_own(view, segment, panel)) return;
  const std::vector<NamedRow> rows = named_rows(view, segment, panel);
  std::map<std::string, ItemColumn> across;  // by year
  for (const int col : panel.figures) {
    const ColumnKind kind = segment.kinds[static_cast<std::size_t>(col)];
    if (kind != ColumnKind::figure && kind != ColumnKind::blank) continue;
    ItemColumn column{
        column_name(view, segment, col), year_in(view.header_path(segment, col)), {}, {}};
    const std::string header = item_key(header_name(view.header_leaf(segment, col)));
    const std::string name = item_key(column.name);
    const bool whole = column.name.empty() || column.name == "收入" || column.name == "支出";
    const std::string title = whole ? title_name(view.table().title) : "";
    for (const NamedRow& row : rows) {
      if (view.begins(row.row, col) && is_nil(view.cell(row.row, col).text) && !row.keys.empty()) {
        column.blanks.push_back({view.ref(row.row, col), row.keys});
      }
      if (!view.has_figure(row.row, col)) continue;
      if (!row.keys.empty()) column.items.push_back({view.ref(row.row, col), row.keys});
      const bool only = rows.size() == 1;
      if (!row.total && !only) continue;
      Item item{view.ref(row.row, col), {}};
      if (!header.empty()) item.keys.push_back("l:" + header);
      if (!name.empty() && name != header) item.keys.push_back("l:" + name);
      if (!title.empty() && row.total) item.keys.push_back("l:" + title);
      if (!item.keys.empty()) across[column.year].items.push_back(item);
    }
    columns.push_back(std::move(column));
  }
  for (auto& [year, column] : across) {
    column.year = year;
    columns.push_back(std::move(column));
  }
}

}  // namespace

std::vector<ItemColumn> item_columns(const std::vector<TableView>& views) {
  std::vector<ItemColumn> columns;
  for (const TableView& view : views) {
    for (const Segment& segment : view.segments()) {
      for (const Panel& panel : segment.panels) add_panel(view, segment, panel, columns);
    }
  }
  const std::vector<ItemColumn> forms = form_columns(views);
  columns.insert(columns.end(), forms.begin(), forms.end());
  return columns;
}

}  // namespace crossfoot
