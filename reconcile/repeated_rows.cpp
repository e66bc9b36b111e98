// Figures that an account prints twice: an item again in the same table, and last year's closing as
// this year's opening.
//
//                                            2016      2015
//     Net decrease in cash                 (3,048)   (4,947)
//     Cash at 1 October                     1,611     6,558     1,611 = closing of 2015
//     Cash at 30 September                 (1,437)    1,611
//     Decrease in cash                     (3,048)   (4,947)    the row above again
//
// Only panels whose columns are years. Rows of equal figures in all years are one item where the
// chance that unrelated rows agree so, times the pairs of rows, is below a limit, wider where
// labels are alike; so are rows of which one repeats the other a year later. With two years a
// single figure carries over, and words must say so: labels that are alike but for "at 1 October",
// "at beginning of year" and "at 30 September", "at the end of the year". Those are claimed where
// they fail, too. All are soft. Cost: O(r log r) in the rows. Fails where a closing is restated a
// year later: it is told as failing.
#include <map>

#include "reconcile/evidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/item_rows.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Expected false claims of a panel; of rows whose labels are alike.
constexpr double kMaxChance = 1e-4;
constexpr double kMaxChanceOfNamed = 1e-2;

// A label without the words for its moment: "cashat1october" -> "cash", opening.
struct Moment {
  std::string stem;
  bool opening = false, closing = false;
};

Moment moment_of(const std::string& label) {
  struct Phrase {
    std::string_view words;
    bool opening;
  };
  static constexpr Phrase kPhrases[] = {{"atthebeginningof", true},
                                        {"atbeginningof", true},
                                        {"atthestartof", true},
                                        {"atstartof", true},
                                        {"broughtforward", true},
                                        {"attheendof", false},
                                        {"atendof", false},
                                        {"carriedforward", false},
                                        {"at28", false},
                                        {"at29", false},
                                        {"at30", false},
                                        {"at31", false}};
  for (const Phrase& phrase : kPhrases) {
    const std::size_t at = label.find(phrase.words);
    if (at != std::string::npos) return {label.substr(0, at), phrase.opening, !phrase.opening};
  }
  // at 1 October: a letter follows the day.
  const std::size_t first = label.find("at1");
  if (first != std::string::npos && first + 3 < label.size() && label[first + 3] >= 'a') {
    return {label.substr(0, first), true, false};
  }
  return {label, false, false};
}

class YearPanel {
 public:
  YearPanel(const DocumentView& document, const TableView& view, const Segment& segment,
            const Panel& panel)
      : document_(document), view_(view) {
    std::map<std::string, int> by_year;  // the column of each year, the first
    for (const int col : panel.figures) {
      const std::string year = year_in(view.header_path(segment, col));
      if (!year.empty() && by_year.emplace(year, col).second) years_.push_back(col);
    }
    for (const auto& [year, col] : by_year) {
      const auto before = by_year.find(std::to_string(std::stoi(year) - 1));
      if (before != by_year.end()) carried_.emplace_back(col, before->second);
    }
    for (const PanelRow& row : panel_rows(view, segment, panel)) rows_.push_back(row);
  }

  void find(Relations& relations) const {
    if (years_.size() < 2) return;
    std::vector<std::pair<int, int>> same;
    for (const int col : years_) same.emplace_back(col, col);
    claim_alike(same, "the same item twice in a table", relations);
    if (carried_.size() > 1) claim_alike(carried_, "opening = last year's closing", relations);
    claim_named(relations);
  }

 private:
  using ColumnPairs = std::vector<std::pair<int, int>>;

  // The figures of a row in some columns as one text; "" where one is missing.
  std::string figures_in(int row, const ColumnPairs& columns, bool second) const {
    std::string key;
    for (const auto& pair : columns) {
      const int col = second ? pair.second : pair.first;
      if (!view_.has_figure(row, col)) return "";
      key += view_.cell(row, col).amount->to_string() + "|";
    }
    return key;
  }

  Relations equalities(int row, int other, const ColumnPairs& columns, const char* reason) const {
    Relations found;
    for (const auto& [col, other_col] : columns) {
      if (!view_.has_figure(row, col) || !view_.has_figure(other, other_col)) continue;
      found.push_back({RelationKind::cross_table,
                       Strength::soft,
                       Form::sum,
                       view_.ref(row, col),
                       {{view_.ref(other, other_col), 1, false}},
                       reason});
    }
    return found;
  }

  // Each row that repeats an earlier or later one, taken once.
  void claim_alike(const ColumnPairs& columns, const char* reason, Relations& relations) const {
    std::map<std::string, const PanelRow*> printed;
    double rows = 0;
    for (const PanelRow& row : rows_) {
      const std::string key = figures_in(row.row, columns, true);
      if (key.empty()) continue;
      printed.emplace(key, &row);
      ++rows;
    }
    for (const PanelRow& row : rows_) {
      const auto other = printed.find(figures_in(row.row, columns, false));
      if (other == printed.end() || other->second == &row) continue;
      const Relations found = equalities(row.row, other->second->row, columns, reason);
      double chance = rows * rows / 2;
      for (const Relation& relation : found) {
        chance *= chance_of_holding(relation, document_.figures);
      }
      const std::string stem = moment_of(row.label).stem;
      const bool named = !stem.empty() && stem == moment_of(other->second->label).stem;
      if (chance >= (named ? kMaxChanceOfNamed : kMaxChance)) continue;
      relations.insert(relations.end(), found.begin(), found.end());
    }
  }

  void claim_named(Relations& relations) const {
    std::map<std::string, int> closings;
    for (const PanelRow& row : rows_) {
      const Moment moment = moment_of(row.label);
      if (moment.closing && !moment.stem.empty()) closings.emplace(moment.stem, row.row);
    }
    for (const PanelRow& row : rows_) {
      const Moment moment = moment_of(row.label);
      const auto closing = closings.find(moment.stem);
      if (!moment.opening || closing == closings.end()) continue;
      const Relations found =
          equalities(row.row, closing->second, carried_, "opening = last year's closing");
      relations.insert(relations.end(), found.begin(), found.end());
    }
  }

  const DocumentView& document_;
  const TableView& view_;
  std::vector<int> years_;
  ColumnPairs carried_;  // a year's column and the one of the year before
  std::vector<PanelRow> rows_;
};

}  // namespace

void find_repeated_rows(const DocumentView& document, Relations& relations) {
  for (const TableView& view : document.views) {
    for (const Segment& segment : view.segments()) {
      for (const Panel& panel : segment.panels) {
        if (panel.codes.empty()) YearPanel(document, view, segment, panel).find(relations);
      }
    }
  }
}

}  // namespace crossfoot
