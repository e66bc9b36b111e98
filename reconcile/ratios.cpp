// Rates and scores of performance tables.
//
//     全年(调整)预算数 | 全年执行数 | 执行率 | 执行率权重 | 执行率得分
//     40,684,306.05  | 39,256,606.05 | 96.49 | 10.00 | 9.65
//         执行率 = 100 x 执行数 / 预算数       得分 = 权重 x 执行率 / 100
//
//     指标值 | 全年完成值 | 偏离度(%) | 得分系数(%) | 指标权重 | 指标得分
//     65    | 64        | 1.54     | 84.6       | 20      | 16.92
//         偏离度 = 100 x |完成值 - 指标值| / 指标值
//
//     自评总分 | 90.00       = all scores of the form, where its weights come to 100
//     总分     | 100 | 90.00  = the weights and the scores above
//
// Columns are found by the words of their headers within one segment. Authorities define these
// rates with small differences (against the first or the adjusted budget, capped scores), so each
// sort of relation must be borne out over the whole document, and all are soft. Cost: linear in the
// rows.
#include <algorithm>
#include <map>
#include <optional>

#include "reconcile/evidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Columns of one segment by what they hold; -1 where there is none.
struct RateColumns {
  int budget = -1, spent = -1, rate = -1, rate_weight = -1, rate_score = -1;
  int wanted = -1, reached = -1, deviation = -1, factor = -1, weight = -1, score = -1;
};

RateColumns columns_of(const TableView& view, const Segment& segment) {
  RateColumns out;
  for (int col = 0; col < view.table().n_cols; ++col) {
    const std::string header = view.header_leaf(segment, col);
    const auto says = [&header](std::string_view word) { return contains(header, word); };
    // A merged header covers several columns; its figures stand in the first.
    const auto set = [col](int& column) {
      if (column < 0) column = col;
    };
    if (says("执行率")) {
      set(says("权重") ? out.rate_weight : says("得分") ? out.rate_score : out.rate);
    } else if (says("执行数")) {
      set(out.spent);
    } else if (says("预算数")) {
      if (says("调整") || out.budget < 0)
        out.budget = out.budget >= 0 && !says("调整") ? out.budget : col;
      if (says("调整") && col > 0 && view.header_leaf(segment, col - 1) == header) {
        --out.budget;  // the second column of the same merged header
      }
    } else if (says("偏离度")) {
      set(out.deviation);
    } else if (says("系数")) {
      set(out.factor);
    } else if (says("权重")) {
      set(out.weight);
    } else if (says("得分")) {
      set(out.score);
    } else if (says("完成值")) {
      set(out.reached);
    } else if (says("指标值")) {
      set(out.wanted);
    }
  }
  return out;
}

class RateSearch {
 public:
  RateSearch(const TableView& view, int row) : view_(view), row_(row) {}

  bool has(int col) const { return col >= 0 && view_.has_figure(row_, col); }
  CellRef at(int col) const { return view_.ref(row_, col); }

  void ratio(int rate, int part, int whole, Relations& out) const {
    if (!has(rate) || !has(part) || !has(whole) || view_.is_zero(row_, whole)) return;
    out.push_back({RelationKind::ratio,
                   Strength::soft,
                   Form::ratio,
                   at(rate),
                   {{at(part), 1, false}, {at(whole), 1, true}},
                   "a rate is the part over the whole"});
  }

  void deviation(int deviation, int reached, int wanted, Relations& out) const {
    if (!has(deviation) || !has(reached) || !has(wanted) || view_.is_zero(row_, wanted)) return;
    const Amount& a = *view_.cell(row_, reached).amount;
    const Amount& b = *view_.cell(row_, wanted).amount;
    const auto gap = plus(interval_of({a, 0, 0}), interval_of({b, 0, 0}), -1);
    const int sign = gap && gap->centre < 0 ? -1 : 1;
    out.push_back({RelationKind::ratio,
                   Strength::soft,
                   Form::ratio,
                   at(deviation),
                   {{at(reached), sign, false}, {at(wanted), -sign, false}, {at(wanted), 1, true}},
                   "a deviation is the distance from the target over the target"});
  }

  void product(int score, int weight, int factor, Relations& out) const {
    if (!has(score) || !has(weight) || !has(factor)) return;
    out.push_back({RelationKind::score,
                   Strength::soft,
                   Form::product,
                   at(score),
                   {{at(weight), 1, false}, {at(factor), 1, false}},
                   "a score is its weight times its rate"});
  }

 private:
  const TableView& view_;
  int row_;
};

// True where a text to the left of a column names a total of scores.
bool is_total_of_scores(const TableView& view, int row, int col) {
  for (int left = col - 1; left >= 0; --left) {
    const std::string& text = view.folded(row, left);
    if (view.cell(row, left).row != row || view.cell(row, left).amount) continue;
    if (contains(text, "总分") || contains(text, "总得分") || is_total_label(text)) return true;
    if (!text.empty()) return false;
  }
  return false;
}

// The weights and the scores of a form, over all its small tables.
class ScoreSheet {
 public:
  explicit ScoreSheet(const TableView& view) : view_(view) {}

  void add(const Segment& segment, const RateColumns& columns) {
    for (const int col : {columns.weight, columns.rate_weight}) add(segment, col, weights_);
    for (const int col : {columns.score, columns.rate_score}) add(segment, col, scores_);
  }

  // The field 自评总分, where every weight has its score and they come to 100.
  void total_of_form(const Figures& figures, Relations& out) const {
    const bool complete = scores_.size() >= 2 && scores_.size() == weights_.size();
    if (!complete || !is_a_hundred(weights_, figures)) return;
    for (const Cell& cell : view_.table().cells) {
      if (!cell.amount || cell.col == 0) continue;
      const CellRef field = view_.ref(cell.row, cell.col);
      const bool of_column = std::any_of(
          column_totals_.begin(), column_totals_.end(), [&field](const Relation& relation) {
            return std::get<CellRef>(relation.target).row == field.row;
          });
      if (of_column || !contains(view_.folded(cell.row, cell.col - 1), "总分")) continue;
      out.push_back(total(field, scores_));
    }
  }

  // Rows that total their columns.
  const Relations& totals_of_columns() const { return column_totals_; }

 private:
  static Relation total(const CellRef& target, const std::vector<CellRef>& parts) {
    Relation relation{RelationKind::score, Strength::soft, Form::sum, target, {},
                      "the total score"};
    for (const CellRef& part : parts) relation.terms.push_back({part, 1, false});
    return relation;
  }

  void add(const Segment& segment, int col, std::vector<CellRef>& all) {
    if (col < 0) return;
    std::vector<CellRef> parts;
    for (int row = segment.body_begin; row < segment.body_end; ++row) {
      if (!view_.has_figure(row, col)) continue;
      if (!is_total_of_scores(view_, row, col)) {
        parts.push_back(view_.ref(row, col));
      } else if (parts.size() >= 2) {
        column_totals_.push_back(total(view_.ref(row, col), parts));
      }
    }
    all.insert(all.end(), parts.begin(), parts.end());
  }

  static bool is_a_hundred(const std::vector<CellRef>& weights, const Figures& figures) {
    std::optional<Interval> rest = interval_of({{100, 0}, 0, 0});
    for (const CellRef& weight : weights) {
      if (rest) rest = plus(*rest, interval_of({figures.find(weight)->amount, 0, 0}), -1);
    }
    return rest && rest->centre == 0;
  }

  const TableView& view_;
  std::vector<CellRef> weights_, scores_;
  Relations column_totals_;
};

}  // namespace

void find_ratios(const DocumentView& document, Relations& relations) {
  std::map<std::string, Relations> by_sort;
  for (const TableView& view : document.views) {
    ScoreSheet sheet(view);
    for (const Segment& segment : view.segments()) {
      if (segment.header_begin == segment.body_begin) continue;
      const RateColumns c = columns_of(view, segment);
      sheet.add(segment, c);
      for (int row = segment.body_begin; row < segment.body_end; ++row) {
        const RateSearch search(view, row);
        search.ratio(c.rate, c.spent, c.budget, by_sort["rate"]);
        search.product(c.rate_score, c.rate_weight, c.rate, by_sort["rate score"]);
        search.product(c.score, c.weight, c.factor, by_sort["score"]);
        search.deviation(c.deviation, c.reached, c.wanted, by_sort["deviation"]);
      }
    }
    sheet.total_of_form(document.figures, by_sort["total of a form"]);
    const Relations& totals = sheet.totals_of_columns();
    by_sort["total of a column"].insert(by_sort["total of a column"].end(), totals.begin(),
                                        totals.end());
  }
  for (const auto& [sort, found] : by_sort) {
    const Tally t = tally(found, document.figures);
    // Most of a document's rates are reckoned one way, or no way is known; a total is a sum by its
    // word.
    const bool by_word = starts_with(sort, "total") && stands(t);
    if (by_word || (t.holds >= 2 && t.holds >= 4 * t.fails)) {
      relations.insert(relations.end(), found.begin(), found.end());
    }
  }
}

}  // namespace crossfoot
