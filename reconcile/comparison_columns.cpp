// Columns that compare others in the same row.
//
//     项目 | 2019年决算数 | 2020年预算数 | 增减额  | 增减%  | 占比(%)
//     合计 | 1,640.00    | 1,812.00    | 172.00 | 10.49 | 100.00
//     社保 | 640.00      | 604.00      | -36.00 | -5.63 | 33.33
//         增减额 = b - a     增减% = 100 (b - a) / a     占比 = 100 b / the b of the total row
//
// The words of a header say what is compared (增减 variance, 增长 % 率, 完成 执行, 占 比重), not
// with what: every pair of the row's other columns of money is tried, and the pair that most rows
// bear out is taken when kMinRows hold and at most half as many fail. A lone row bears out nothing.
// Where 增减 is meant as a percentage its sign decides which column comes first, so both orders are
// tried. Ratios are soft, for authorities reckon them in several ways; differences are hard.
//
// Cost: rows x columns squared, with at most kMaxColumns columns. Fails where a column compares
// with another table's.
#include <algorithm>
#include <array>
#include <string_view>

#include "reconcile/evidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr int kMinRows = 2;
constexpr std::size_t kMaxColumns = 12;

template <std::size_t N>
bool says_any(const std::string& header, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&header](std::string_view word) { return contains(header, word); });
}

bool names_a_change(const std::string& header) {
  static constexpr std::array<std::string_view, 7> kWords{"增减", "增加额", "增长额",  "变动",
                                                          "差额", "差异",   "variance"};
  return says_any(header, kWords);
}
bool names_a_growth(const std::string& header) {
  static constexpr std::array<std::string_view, 6> kWords{"增减", "增长", "增幅",
                                                          "变动", "变化", "variance"};
  return says_any(header, kWords);
}
bool names_a_completion(const std::string& header) {
  static constexpr std::array<std::string_view, 4> kWords{"完成", "执行", "支出率", "预算的"};
  return says_any(header, kWords);
}
bool names_a_share(const std::string& header) {
  static constexpr std::array<std::string_view, 3> kWords{"占", "比重", "构成"};
  return says_any(header, kWords);
}

class ComparisonSearch {
 public:
  ComparisonSearch(const DocumentView& document, const TableView& view, const Segment& segment,
                   const Panel& panel)
      : document_(document), view_(view), segment_(segment) {
    for (const int col : panel.figures) {
      if (!names_a_change(view.header_leaf(segment, col))) money_.push_back(col);
    }
    if (money_.size() > kMaxColumns) money_.clear();
    for (const PanelRow& row : panel_rows(view, segment, panel)) {
      if (total_row_ < 0 && is_total_label(row.label)) total_row_ = row.row;
    }
  }

  void find(int col, Relations& relations) const {
    const std::string header = view_.header_leaf(segment_, col);
    const bool is_rate = segment_.kinds[static_cast<std::size_t>(col)] == ColumnKind::rate;
    std::vector<Relations> guesses;
    for (const int a : money_) {
      if (is_rate && names_a_share(header)) guesses.push_back(shares(col, a));
      for (const int b : money_) {
        if (a == b) continue;
        if (is_rate && names_a_growth(header)) guesses.push_back(ratios(col, a, b, true));
        if (is_rate && names_a_completion(header)) guesses.push_back(ratios(col, a, b, false));
        if (!is_rate && names_a_change(header)) guesses.push_back(differences(col, a, b));
      }
    }
    if (guesses.empty()) return;
    const Relations& best = guesses[best_guess(guesses, document_.figures)];
    const Tally t = tally(best, document_.figures);
    if (t.holds < kMinRows || t.holds < 2 * t.fails) return;
    relations.insert(relations.end(), best.begin(), best.end());
  }

 private:
  // Relations of a column's rows, made of the terms that `terms_of` gives; none for no terms.
  template <typename TermsOf>
  Relations rows(int col, Form form, const char* reason, TermsOf terms_of) const {
    const bool ratio = form == Form::ratio;
    Relations out;
    for (int row = segment_.body_begin; row < segment_.body_end; ++row) {
      if (!view_.has_figure(row, col)) continue;
      std::vector<Term> terms = terms_of(row);
      if (terms.empty()) continue;
      out.push_back({ratio ? RelationKind::ratio : RelationKind::row_sum,
                     ratio ? Strength::soft : Strength::hard, form, view_.ref(row, col),
                     std::move(terms), reason});
    }
    return out;
  }

  bool is_nonzero(int row, int col) const {
    return view_.has_figure(row, col) && !view_.is_zero(row, col);
  }

  Relations differences(int col, int a, int b) const {
    return rows(col, Form::sum, "the difference of two columns", [&](int row) {
      std::vector<Term> terms;
      if (view_.has_figure(row, b)) terms.push_back({view_.ref(row, b), 1, false});
      if (view_.has_figure(row, a)) terms.push_back({view_.ref(row, a), -1, false});
      return terms;
    });
  }

  // (b - a) / a, or b / a.
  Relations ratios(int col, int a, int b, bool of_change) const {
    return rows(col, Form::ratio, "a column over another", [&](int row) {
      std::vector<Term> terms;
      if (!is_nonzero(row, a) || !view_.has_figure(row, b)) return terms;
      terms = {{view_.ref(row, b), 1, false}, {view_.ref(row, a), 1, true}};
      if (of_change) terms.push_back({view_.ref(row, a), -1, false});
      return terms;
    });
  }

  Relations shares(int col, int a) const {
    return rows(col, Form::ratio, "a share of the total", [&](int row) {
      std::vector<Term> terms;
      if (total_row_ < 0 || row == total_row_) return terms;
      if (!is_nonzero(total_row_, a) || !view_.has_figure(row, a)) return terms;
      terms = {{view_.ref(row, a), 1, false}, {view_.ref(total_row_, a), 1, true}};
      return terms;
    });
  }

  const DocumentView& document_;
  const TableView& view_;
  const Segment& segment_;
  std::vector<int> money_;
  int total_row_ = -1;
};

}  // namespace

void find_comparison_columns(const DocumentView& document, Relations& relations) {
  for (const TableView& view : document.views) {
    for (const Segment& segment : view.segments()) {
      for (const Panel& panel : segment.panels) {
        const ComparisonSearch search(document, view, segment, panel);
        for (int col = panel.first_col; col <= panel.last_col; ++col) search.find(col, relations);
      }
    }
  }
}

}  // namespace crossfoot
