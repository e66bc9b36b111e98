// Indicators that a form about a whole department takes from elsewhere in the document.
//
//     三级指标          | 指标值             elsewhere: 三级指标          | 指标性质 | 指标值 |
//     度量单位 保障运转部门数量    | =3个                        保障运转部门数量    | =       | 3
//     | 个      equal 离退休干部报账人次  | ≥50人次                     离退休干部报账人次  | ≥ |
//     50    | 人次    equal 基本支出成本       | ≤345.19万元                 基本支出 345.19 of a
//     budget table            equal
//
// A cell of such a column that holds a comparison sign, a number and a unit is a figure here,
// though no amount by itself; repairs and statuses leave it alone.
//
// Counts are compared where label and unit are equal and the label has kLongLabel signs: two such
// that agree are no chance (column_pairs.cpp). They must be borne out over the form. Money is
// compared with the figures that its label names without 成本, and only claimed where it agrees in
// kMinDigits digits, for a limit need not be the budget. All is soft. Rates are left out: 100 %
// agrees with 100 % anywhere. Indicators, and the money of forms about projects, are also equal to
// figures of the same amount under a name like theirs (like_names.cpp). Cost: linear in the cells.
#include <algorithm>
#include <map>

#include "reconcile/candidates.h"
#include "reconcile/evidence.h"
#include "reconcile/form_items.h"
#include "reconcile/infer_relations.h"
#include "reconcile/like_names.h"
#include "reconcile/money_unit.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr std::size_t kLongLabel = 6;
constexpr int kMinDigits = 3;
// 人次, 平方米: longer texts behind a number are no unit.
constexpr std::size_t kMaxUnitSigns = 4;

struct Indicator {
  CellRef figure;
  std::string label;  // as a key
  std::string unit;
};

// "≤345.19万元" -> the number and its unit.
std::optional<std::pair<Amount, std::string>> measured(const std::string& folded) {
  const std::u32string s = code_points(folded);
  const std::size_t begin =
      std::u32string_view(U"≤≥<>=").find(s.empty() ? U' ' : s[0]) == std::u32string_view::npos ? 0
                                                                                               : 1;
  std::size_t end = begin;
  while (end < s.size() &&
         std::u32string_view(U"0123456789.,").find(s[end]) != std::u32string_view::npos) {
    ++end;
  }
  const std::u32string_view all = s;
  if (end == s.size() || s.size() - end > kMaxUnitSigns) return std::nullopt;
  const auto amount = parse_amount(utf8(all.substr(begin, end - begin)));
  if (!amount) return std::nullopt;
  return std::pair(*amount, utf8(all.substr(end)));
}

// Reads the rows under a header 指标值, down to the next one.
class IndicatorTable {
 public:
  IndicatorTable(const TableView& view, const Cell& header) : view_(view), values_(header.col) {
    first_row_ = header.row + header.row_span;
    for (int col = 0; col < view.table().n_cols; ++col) {
      const std::string& text = view.folded(header.row, col);
      if (contains(text, "三级指标") || contains(text, "指标名称") || text == "指标") labels_ = col;
      if (is_unit_header(text)) units_ = col;
    }
  }

  // In-cell figures become figures of the document.
  std::vector<Indicator> read(Figures& figures) const {
    std::vector<Indicator> all;
    for (int row = first_row_; labels_ >= 0 && row < view_.table().n_rows; ++row) {
      if (!view_.begins(row, values_)) continue;
      const std::string& text = view_.folded(row, values_);
      if (contains(text, "指标值")) break;
      Indicator indicator{view_.ref(row, values_), label_key(view_.folded(row, labels_)), ""};
      if (view_.has_figure(row, values_)) {
        if (units_ >= 0) indicator.unit = view_.folded(row, units_);
      } else if (const auto found = measured(text)) {
        indicator.unit = found->second;
        figures.add(indicator.figure, {found->first, money_unit_exp(found->second).value_or(0), 0});
      }
      if (indicator.unit.empty() || indicator.unit == "%" || !figures.find(indicator.figure))
        continue;
      all.push_back(std::move(indicator));
    }
    return all;
  }

 private:
  const TableView& view_;
  int values_, first_row_ = 0, labels_ = -1, units_ = -1;
};

std::vector<Indicator> indicators_of(const TableView& view, Figures& figures) {
  std::vector<Indicator> all;
  for (const Cell& cell : view.table().cells) {
    if (cell.amount || !contains(view.folded(cell.row, cell.col), "指标值")) continue;
    const std::vector<Indicator> more = IndicatorTable(view, cell).read(figures);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

Relation equal_to(const CellRef& figure, const std::string& name) {
  return {RelationKind::cross_table,          Strength::soft, Form::sum, {}, {{figure, 1, false}},
          name + " elsewhere in the document"};
}

// Every figure of a column of items under its labels.
std::vector<NamedFigure> named_figures(const std::vector<ItemColumn>& columns) {
  std::vector<NamedFigure> named;
  for (const ItemColumn& column : columns) {
    for (const Item& item : column.items) {
      for (const std::string& key : item.keys) {
        if (starts_with(key, "l:")) named.push_back({item.figure, key.substr(2), ""});
      }
    }
  }
  return named;
}

}  // namespace

void find_indicators(const DocumentView& document, Relations& relations) {
  const Figures& figures = document.figures;
  std::map<std::string, std::vector<CellRef>> counts;  // of other tables, by label and unit
  std::vector<NamedFigure> count_names;
  std::vector<Indicator> of_whole;
  for (const TableView& view : document.views) {
    const bool whole = is_whole_form(view);
    for (Indicator& indicator : indicators_of(view, document.figures)) {
      if (whole) {
        of_whole.push_back(std::move(indicator));
      } else {
        count_names.push_back({indicator.figure, indicator.label, indicator.unit});
        counts[indicator.label + "/" + indicator.unit].push_back(indicator.figure);
      }
    }
  }
  const std::vector<ItemColumn>& columns = document.columns;
  const LikeNames items(named_figures(columns), figures), count_items(count_names, figures);
  const auto claim_alike = [&](const LikeNames& among, const NamedFigure& wanted) {
    const Relations found =
        with_candidates(equal_to(wanted.figure, wanted.name), among.of(wanted), false, figures);
    relations.insert(relations.end(), found.begin(), found.end());
  };
  for (const NamedFigure& field : named_figures(form_columns(document.views))) {
    claim_alike(items, field);
  }
  Relations counted;
  for (const Indicator& indicator : of_whole) {
    const CellRef& figure = indicator.figure;
    if (money_unit_exp(indicator.unit)) {
      constexpr std::string_view kCost = "成本";
      if (!ends_with(indicator.label, kCost)) continue;
      const std::string name =
          item_key(indicator.label.substr(0, indicator.label.size() - kCost.size()));
      claim_alike(items, {figure, name, ""});
      if (significant_digits(figures.find(figure)->amount.units) < kMinDigits) continue;
      const Relations found =
          with_candidates(equal_to(figure, name), figures_named(columns, "l:" + name, figure.table),
                          false, figures);
      relations.insert(relations.end(), found.begin(), found.end());
      continue;
    }
    const auto others = counts.find(indicator.label + "/" + indicator.unit);
    if (others == counts.end()) {
      claim_alike(count_items, {figure, indicator.label, indicator.unit});
    } else if (code_points(indicator.label).size() >= kLongLabel) {
      const Relations found =
          with_candidates(equal_to(figure, indicator.label), others->second, true, figures);
      counted.insert(counted.end(), found.begin(), found.end());
    }
  }
  const Tally t = tally(counted, figures);
  if (t.holds >= 2 && is_borne_out(t)) {
    relations.insert(relations.end(), counted.begin(), counted.end());
  }
}

}  // namespace crossfoot
