// Sums of rows without codes: total rows, and headings by enumerator.
//
//     一、本年收入      17,800,310.13   = the plain rows under it (borne out over the table)
//       一般公共预算拨款  17,800,310.13
//     二、上年结转
//     收入总数         17,800,310.13   = 一、 + 二、
//
// A total row (合计 总计 …) sums the top rows above it since the last total, that total included or
// not, or, standing first, those below it: the figures of all columns choose among these readings,
// the first that holds most wins. A row that is enumerated deeper than another, or plain and below
// an enumerated one, is part of it and no top row; 其中 rows are parts that need not exhaust and
// are in no sum.
//
// Where no enumerator tells that a row is part of one above it, or it was misread (一、 as a dash),
// the figures do: each reading is tried without the rows that make a row above them, too.
//
// The words 合计 总计 … prove the intention, so a total stands even where its only column fails.
// Headings by enumerator list parts that need not be all, so the figures must bear them out, all
// headings of a table together. English totals are left to running_sums.cpp.
//
// Cost: linear in the rows times the columns. Fails on totals of totals with loose rows between at
// more than two levels without enumerators.
#include <algorithm>
#include <map>

#include "reconcile/column_sum.h"
#include "reconcile/evidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr int kPlainDepth = 9;  // a row without enumerator, below any with one
// No heading of a page has more rows under it.
constexpr std::size_t kMaxRowsOfBlock = 60;

struct Item {
  int row = 0;
  std::string label;
  int depth = kPlainDepth;
  bool total = false;
  bool of_which = false;
  int parent = -1;  // index of the item it is part of
};

bool is_chinese_total(const std::string& label) {
  return is_total_label(label) && !contains(label, "total");
}

std::vector<Item> outline(const TableView& view, const Segment& segment, const Panel& panel) {
  std::vector<Item> items;
  std::vector<int> open;
  for (const PanelRow& row : panel_rows(view, segment, panel)) {
    if (row.continues || !row.has_label()) continue;
    const Enumerator enumerator = split_enumerator(row.label);
    Item item{row.row,
              row.label,
              enumerator.depth ? enumerator.depth : kPlainDepth,
              is_chinese_total(row.label),
              is_of_which_label(row.label),
              -1};
    if (item.total && item.depth == kPlainDepth) {
      open.clear();
    } else {
      while (!open.empty() && items[static_cast<std::size_t>(open.back())].depth >= item.depth) {
        open.pop_back();
      }
      if (!open.empty()) item.parent = open.back();
      open.push_back(static_cast<int>(items.size()));
    }
    items.push_back(std::move(item));
  }
  return items;
}

bool has_codes(const TableView& view, const Segment& segment, const Panel& panel) {
  if (!panel.codes.empty()) return true;
  int coded = 0, labelled = 0;
  for (const PanelRow& row : panel_rows(view, segment, panel)) {
    std::size_t digits = 0;
    while (digits < row.label.size() && row.label[digits] >= '0' && row.label[digits] <= '9')
      ++digits;
    coded += digits >= 3 && digits < row.label.size() && row.label[digits] == '-';
    labelled += row.has_label();
  }
  return coded >= 3 && coded * 2 >= labelled;
}

// The readings of the total at items[at]: lists of rows that it may sum, the likeliest first.
std::vector<std::vector<int>> total_readings(const std::vector<Item>& items, std::size_t at) {
  const auto is_mark = [&items](std::size_t i) {
    return items[i].total && items[i].depth == kPlainDepth;
  };
  const auto is_top = [&](std::size_t i) {
    return items[i].parent < 0 && !items[i].of_which && !is_mark(i);
  };
  std::vector<int> loose, all_loose, totals;
  int previous = -1;
  for (std::size_t i = 0; i < at; ++i) {
    if (is_mark(i)) {
      previous = items[i].row;
      totals.push_back(previous);
      loose.clear();
    } else if (is_top(i)) {
      loose.push_back(items[i].row);
      all_loose.push_back(items[i].row);
    }
  }
  std::vector<std::vector<int>> readings;
  if (previous >= 0) {
    std::vector<int> carried{previous};
    carried.insert(carried.end(), loose.begin(), loose.end());
    readings.push_back(carried);
    if (!loose.empty()) {
      readings.push_back(loose);
      readings.push_back({previous, loose.front()});
    }
    if (totals.size() > 1) {
      readings.push_back(totals);
      totals.insert(totals.end(), loose.begin(), loose.end());
      readings.push_back(totals);
    }
    readings.push_back(all_loose);
  } else if (!loose.empty()) {
    readings.push_back(loose);
  } else {
    std::vector<int> below, until_next, later_totals;
    for (std::size_t i = at + 1; i < items.size(); ++i) {
      if (is_mark(i))
        later_totals.push_back(items[i].row);
      else if (is_top(i))
        below.push_back(items[i].row);
      if (later_totals.empty() && is_top(i)) until_next.push_back(items[i].row);
    }
    for (const auto& reading : {until_next, later_totals, below}) {
      if (!reading.empty()) readings.push_back(reading);
    }
  }
  return readings;
}

// How many of the rows after rows[at] add up to it in every column, the fewest; 0 where none do.
std::size_t rows_that_make(const TableView& view, const Panel& panel, const Figures& figures,
                           const std::vector<int>& rows, std::size_t at) {
  const auto figure = [&](std::size_t i, int col) -> const Quantity* {
    return view.has_figure(rows[i], col) ? figures.find(view.ref(rows[i], col)) : nullptr;
  };
  std::map<int, Interval> left;  // by column, what is not made yet
  for (const int col : panel.figures) {
    const Quantity* whole = figure(at, col);
    if (whole && whole->amount.units != 0) left.emplace(col, interval_of(*whole));
  }
  if (left.empty()) return 0;
  const std::size_t last = std::min(rows.size() - 1, at + kMaxRowsOfBlock);
  for (std::size_t i = at + 1; i <= last; ++i) {
    for (auto& [col, rest] : left) {
      const Quantity* part = figure(i, col);
      const auto after = part ? plus(rest, interval_of(*part), -1) : rest;
      if (!after) return 0;
      rest = *after;
    }
    if (std::all_of(left.begin(), left.end(), [](const auto& rest) {
          return agree(rest.second, {0, 0, rest.second.exponent});
        })) {
      return i - at;
    }
  }
  return 0;
}

// The rows that are no parts of a row above them, by the figures alone.
std::vector<int> rows_outside_blocks(const TableView& view, const Panel& panel,
                                     const Figures& figures, const std::vector<int>& rows) {
  std::vector<int> outside;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    outside.push_back(rows[i]);
    i += rows_that_make(view, panel, figures, rows, i);
  }
  return outside;
}

void total_sums(const DocumentView& document, const TableView& view, const Panel& panel,
                const std::vector<Item>& items, Relations& relations) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].total || items[i].depth != kPlainDepth) continue;
    std::vector<Relations> guesses;
    std::vector<std::vector<int>> readings = total_readings(items, i);
    for (std::size_t k = readings.size(); k-- > 0;) {
      std::vector<int> outside = rows_outside_blocks(view, panel, document.figures, readings[k]);
      if (outside.size() < readings[k].size()) readings.push_back(std::move(outside));
    }
    for (const std::vector<int>& rows : readings) {
      Relations guess = column_relations(
          view, panel.figures, items[i].row, added(rows), RelationKind::column_sum, Strength::hard,
          items[i].label + " is the sum of " + std::to_string(rows.size()) + " rows");
      if (!guess.empty()) guesses.push_back(std::move(guess));
    }
    if (guesses.empty()) continue;
    const Relations& best = guesses[best_guess(guesses, document.figures)];
    if (stands(tally(best, document.figures))) {
      relations.insert(relations.end(), best.begin(), best.end());
    }
  }
}

// What headings by enumerator claim, kept apart by the kind of their parts.
struct Headings {
  Relations over_plain, over_enumerated;
};

void heading_sums(const TableView& view, const Panel& panel, const std::vector<Item>& items,
                  Headings& headings) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::vector<int> parts;
    bool plain = false;
    for (std::size_t k = i + 1; k < items.size(); ++k) {
      if (items[k].parent != static_cast<int>(i) || items[k].of_which) continue;
      parts.push_back(items[k].row);
      plain = items[k].depth == kPlainDepth;
    }
    if (parts.empty()) continue;
    const Relations sums = column_relations(
        view, panel.figures, items[i].row, added(parts), RelationKind::hierarchy, Strength::hard,
        items[i].label + " heads " + std::to_string(parts.size()) + " rows");
    Relations& side = plain ? headings.over_plain : headings.over_enumerated;
    side.insert(side.end(), sums.begin(), sums.end());
  }
}

}  // namespace

void find_total_rows(const DocumentView& document, Relations& relations) {
  for (const TableView& view : document.views) {
    Headings headings;
    for (const Segment& segment : view.segments()) {
      for (const Panel& panel : segment.panels) {
        if (has_codes(view, segment, panel)) continue;
        const std::vector<Item> items = outline(view, segment, panel);
        total_sums(document, view, panel, items, relations);
        heading_sums(view, panel, items, headings);
      }
    }
    for (const Relations* side : {&headings.over_plain, &headings.over_enumerated}) {
      if (is_borne_out(tally(*side, document.figures))) {
        relations.insert(relations.end(), side->begin(), side->end());
      }
    }
  }
}

}  // namespace crossfoot
