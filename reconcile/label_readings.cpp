// Settles doubtful labels, by a list of terms or by the other places that print the same label.
//
//   lexicon      20805<tab>行政事业单位养老支出
//   read         20805 | 行政事业単位养老文出   (confidence 0.71)
//   becomes      20805 | 行政事业单位养老支出   read_as 行政事业単位养老文出
//
// Distance is the cheapest way from one text to the other: a character put in, left out or
// exchanged costs 1; punctuation and letters that look alike cost a third, because recognisers
// confuse those most; digits are never changed, because they carry meaning of their own. A term is
// near when at most a quarter of the label has to change, or half of it where the code before the
// label is the term's. Of two terms that are near the nearer one must be nearer by a whole
// character, so that 本年收入 and 上年收入 are never taken for one another where both are terms.
//
// Inside a document the terms are made of the readings themselves. Those beside one code are
// weighed: a reading of confidence c speaks with -log(1 - c), and the heaviest text is the term if
// it is kOutweighs likelier than the next. Labels without a code are not compared with one another:
// 支出 and 收入 differ as little as a misreading does, and only a list says which of them exist.
//
// Fails where the code itself was misread into another one of the lexicon and the labels are alike;
// then the label is brought to the wrong term, and its raw reading remains. Costs nothing for
// labels that were read surely. Source of the distance: Wagner and Fischer, The string-to-string
// correction problem, JACM 21 (1974).
#include "reconcile/label_readings.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

// A text below this confidence is in doubt. Tesseract's confidence is that of its least sure
// symbol.
constexpr double kSure = 0.95;
constexpr double kMild = 1.0 / 3;    // cost of exchanging what looks alike, of 1 for the rest
constexpr double kNear = 0.25;       // of the label's characters may change
constexpr double kNearByCode = 0.5;  // the same where the codes are equal
constexpr double kLead = 1;          // by which the nearest term is nearer than the next
constexpr double kOutweighs = 1.5;   // in natural logarithms: 4.5 times as likely
constexpr double kSurest = 0.999;    // no single reading weighs more
constexpr double kForbidden = 1e6;
constexpr std::size_t kFewestDigits = 3;      // of a code
constexpr std::size_t kFewestCharacters = 2;  // of a label; of one character all are alike

bool is_letter(char32_t c) { return c >= U'a' && c <= U'z'; }

bool is_punctuation(char32_t c) { return c < 0x80 && !is_digit(c) && !is_letter(c); }

// Letters and signs that recognisers take for one another.
bool look_alike(char32_t a, char32_t b) {
  for (const std::u32string_view group : {U"il|!tj", U"oqce", U"sg", U"nhu", U"vyw", U"rf"}) {
    if (group.find(a) != group.npos && group.find(b) != group.npos) return true;
  }
  return is_punctuation(a) && is_punctuation(b);
}

double cost_of(char32_t c) {
  if (is_digit(c)) return kForbidden;
  return is_punctuation(c) ? kMild : 1;
}

double cost_of(char32_t a, char32_t b) {
  if (a == b) return 0;
  if (is_digit(a) || is_digit(b)) return kForbidden;
  return look_alike(a, b) ? kMild : 1;
}

double distance(const std::u32string& a, const std::u32string& b) {
  std::vector<double> row(b.size() + 1, 0);
  for (std::size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + cost_of(b[j]);
  for (const char32_t c : a) {
    double diagonal = row[0];
    row[0] += cost_of(c);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double cheapest =
          std::min({row[j + 1] + cost_of(c), row[j] + cost_of(b[j]), diagonal + cost_of(c, b[j])});
      diagonal = row[j + 1];
      row[j + 1] = cheapest;
    }
  }
  return row.back();
}

bool is_code(const std::u32string& text) {
  return text.size() >= kFewestDigits && std::all_of(text.begin(), text.end(), is_digit);
}

// A label and the code that stands before it in its row, "" where there is none.
struct Label {
  Cell* cell = nullptr;
  std::string code;
  std::u32string text;  // folded

  bool doubtful() const { return cell->confidence < kSure; }
};

// Cells in row-major order: the code of a row comes before the label it is for.
void collect_labels(Table& table, std::vector<Label>& labels) {
  const Cell* code = nullptr;
  for (Cell& cell : table.cells) {
    const std::u32string text = fold_code_points(cell.text);
    if (is_code(text)) {
      code = &cell;
      continue;
    }
    if (text.empty()) continue;
    const bool beside_code = code && code->row == cell.row;
    if (!cell.amount && cell.status == CellStatus::read && text.size() >= kFewestCharacters) {
      labels.push_back({&cell, beside_code ? fold(code->text) : "", text});
    }
    code = nullptr;
  }
}

std::vector<Label> labels_of(TableDocument& document) {
  std::vector<Label> labels;
  for (Table& table : document.tables) collect_labels(table, labels);
  return labels;
}

// The one term that `label` can be, and is not already.
const LexiconTerm* nearest_term(const Label& label, const std::vector<LexiconTerm>& terms) {
  const LexiconTerm* nearest = nullptr;
  double least = kForbidden, second = kForbidden;
  for (const LexiconTerm& term : terms) {
    const std::u32string text = fold_code_points(term.text);
    if (text == label.text) return nullptr;
    const bool same_code = !term.code.empty() && term.code == label.code;
    const double length = static_cast<double>(std::max(text.size(), label.text.size()));
    const double far = distance(label.text, text);
    if (far > (same_code ? kNearByCode : kNear) * length) continue;
    // Of two near terms the one with the label's code is it, whatever the other's distance.
    const double rank = same_code ? far - kNearByCode * length - kLead : far;
    if (rank < least) {
      second = std::exchange(least, rank);
      nearest = &term;
    } else {
      second = std::min(second, rank);
    }
  }
  return second - least >= kLead ? nearest : nullptr;
}

void change(Cell& cell, const std::string& text, const std::string& why) {
  if (!cell.read_as) cell.read_as = cell.text;
  cell.text = text;
  cell.why = "read as " + *cell.read_as + "; " + why;
  std::erase_if(cell.alternatives, [&](const Alternative& a) { return a.text == text; });
}

int settle(const std::vector<Label>& labels, const std::vector<LexiconTerm>& terms,
           const std::string& why) {
  int changed = 0;
  for (const Label& label : labels) {
    if (!label.doubtful()) continue;
    if (const LexiconTerm* term = nearest_term(label, terms)) {
      change(*label.cell, term->text, why);
      ++changed;
    }
  }
  return changed;
}

struct Votes {
  std::string text;  // as printed, of the surest reading
  double weight = 0, surest = -1;
};

// For each code the label that its readings agree on, if one outweighs the others.
std::map<std::string, std::string> agreed(const std::vector<Label>& labels) {
  std::map<std::string, std::map<std::u32string, Votes>> by_code;
  for (const Label& label : labels) {
    if (label.code.empty()) continue;
    Votes& votes = by_code[label.code][label.text];
    const double confidence = std::min(label.cell->confidence, kSurest);
    votes.weight -= std::log(1 - confidence);
    if (confidence > votes.surest) votes.text = label.cell->text;
    votes.surest = std::max(votes.surest, confidence);
  }
  std::map<std::string, std::string> labels_by_code;
  for (const auto& [code, readings] : by_code) {
    std::vector<Votes> ranked;
    for (const auto& [folded, votes] : readings) ranked.push_back(votes);
    std::sort(ranked.begin(), ranked.end(),
              [](const Votes& a, const Votes& b) { return a.weight > b.weight; });
    if (ranked.size() > 1 && ranked[0].weight >= ranked[1].weight + kOutweighs) {
      labels_by_code[code] = ranked[0].text;
    }
  }
  return labels_by_code;
}

}  // namespace

std::vector<LexiconTerm> parse_lexicon(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<LexiconTerm> terms;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    const std::size_t tab = line.find('\t');
    LexiconTerm term;
    if (tab != line.npos) term.code = fold(line.substr(0, tab));
    term.text = line.substr(tab == line.npos ? 0 : tab + 1);
    if (!fold(term.text).empty()) terms.push_back(std::move(term));
  }
  return terms;
}

int apply_lexicon(const std::vector<LexiconTerm>& terms, TableDocument& document) {
  return settle(labels_of(document), terms, "the nearest term of the lexicon");
}

int agree_on_labels(TableDocument& document) {
  const std::vector<Label> labels = labels_of(document);
  int changed = 0;
  for (const auto& [code, text] : agreed(labels)) {
    std::vector<Label> of_code;
    std::copy_if(labels.begin(), labels.end(), std::back_inserter(of_code),
                 [&code = code](const Label& label) { return label.code == code; });
    changed += settle(of_code, {{code, text}}, "other places print code " + code + " so");
  }
  return changed;
}

}  // namespace crossfoot
