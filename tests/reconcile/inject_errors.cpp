// Puts errors into tables that are right and counts what check makes of them.
//
//     inject_errors detect TABLES.json... [--trials N] [--seed S] [--show]
//     inject_errors repair TABLES.json... [--trials N] [--seed S] [--show]
//     inject_errors chance TABLES.json... [--trials N] [--seed S] [--show]
//
// detect: one figure of a document is changed on purpose (a digit changed, two transposed, one
// lost, a slip of a unit, two cells swapped), surely read: an error of the source. Only figures
// that stand in a hard relation that holds are changed. Counted: found (a relation fails that
// touches the cell), named (the cell is a culprit) among the figures of two relations or more, and
// failures elsewhere.
//
// repair: a few figures of a document are misread as a recogniser misreads, with the true text
// among their alternatives in three of four cases. Counted: repairs that are right, repairs that
// are wrong, and those of the altered figures of two relations or more that were repaired.
//
// chance: every figure's digits are drawn anew, so that no relation is true. Counted: relations
// that are still claimed and hold (false discoveries), as a share of those claimed of the true
// tables.
//
// Everything follows from the seed.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "reconcile/check.h"
#include "tools/tables_json.h"

namespace {

using namespace crossfoot;

struct Subject {
  TableDocument document;
  CheckResult clean;
  std::vector<CellRef> covered;           // in a hard relation that holds
  std::map<CellRef, int> relation_count;  // relations that hold
  std::set<std::string> clean_failures;   // messages
};

std::vector<FigureRef> figures_of(const Relation& relation) {
  std::vector<FigureRef> all{relation.target};
  for (const Term& term : relation.terms) all.push_back(term.figure);
  return all;
}

bool touches(const Finding& finding, const CellRef& cell) {
  for (const FigureRef& figure : figures_of(finding.relation)) {
    if (figure == FigureRef(cell)) return true;
  }
  return std::find(finding.culprits.begin(), finding.culprits.end(), FigureRef(cell)) !=
         finding.culprits.end();
}

Cell& cell_at(TableDocument& document, const CellRef& ref) {
  for (Cell& cell : document.tables[static_cast<std::size_t>(ref.table)].cells) {
    if (cell.row == ref.row && cell.col == ref.col) return cell;
  }
  std::abort();
}

Subject subject_from(const std::string& path) {
  std::ifstream in(path);
  std::stringstream bytes;
  bytes << in.rdbuf();
  auto document = tables_from_json(bytes.str(), path);
  if (!document) {
    std::fprintf(stderr, "%s\n", document.error().to_string().c_str());
    std::exit(3);
  }
  Subject subject;
  subject.document = std::move(*document);
  subject.clean = check(subject.document, {false, {}});
  std::set<CellRef> covered;
  for (const Finding& finding : subject.clean.findings) {
    if (!finding.holds) subject.clean_failures.insert(finding.message);
    if (!finding.holds) continue;
    for (const FigureRef& figure : figures_of(finding.relation)) {
      const auto* cell = std::get_if<CellRef>(&figure);
      if (!cell) continue;
      ++subject.relation_count[*cell];
      if (finding.relation.strength == Strength::hard) covered.insert(*cell);
    }
  }
  for (const CellRef& ref : covered) {
    if (cell_at(subject.document, ref).amount &&
        cell_at(subject.document, ref).amount->units != 0) {
      subject.covered.push_back(ref);
    }
  }
  return subject;
}

using Random = std::mt19937_64;
int below(Random& random, int bound) {
  return static_cast<int>(random() % static_cast<unsigned long long>(bound));
}

void set_text(Cell& cell, const std::string& text) {
  cell.text = text;
  cell.amount = parse_amount(text);
}

std::vector<std::size_t> digit_places(const std::string& text) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') places.push_back(i);
  }
  return places;
}

// The same amount, however many zeros are printed: 10.9 and 10.90.
bool equal_value(const std::optional<Amount>& a, const std::optional<Amount>& b) {
  if (!a || !b) return !a && !b;
  std::int64_t x = a->units, y = b->units;
  for (int k = a->decimals; k < b->decimals; ++k) x *= 10;
  for (int k = b->decimals; k < a->decimals; ++k) y *= 10;
  return x == y;
}

// One of five errors; "" where this text cannot have it.
std::string spoiled(const std::string& text, int kind, Random& random) {
  const std::vector<std::size_t> places = digit_places(text);
  std::string out = text;
  if (places.size() < 2) return "";
  const int i = below(random, static_cast<int>(places.size()));
  const std::size_t at = places[static_cast<std::size_t>(i)];
  switch (kind) {
    case 0:  // a digit changed
      out[at] = static_cast<char>('0' + (out[at] - '0' + 1 + below(random, 9)) % 10);
      break;
    case 1: {  // two transposed
      if (static_cast<std::size_t>(i) + 1 >= places.size()) return "";
      std::swap(out[at], out[places[static_cast<std::size_t>(i) + 1]]);
      break;
    }
    case 2:  // one lost
      out.erase(at, 1);
      break;
    case 3: {  // a slip of a unit: the point moved by one place
      const std::size_t point = out.find('.');
      if (point == std::string::npos || point + 1 >= out.size()) return "";
      std::swap(out[point], out[point + 1]);
      break;
    }
    default:
      return "";
  }
  const auto after = parse_amount(out);
  if (!after || equal_value(parse_amount(text), after)) return "";
  return out;
}

struct Options {
  int trials = 1000;
  unsigned long long seed = 1;
  bool show = false;
};

void detect(std::vector<Subject>& subjects, const Options& options) {
  static const char* kKinds[] = {"digit", "transposed", "lost", "unit", "swapped"};
  Random random(options.seed);
  int trials = 0, found = 0, determined = 0, named = 0, elsewhere = 0, relations = 0;
  std::map<int, std::pair<int, int>> by_kind;
  while (trials < options.trials) {
    Subject& subject =
        subjects[static_cast<std::size_t>(below(random, static_cast<int>(subjects.size())))];
    if (subject.covered.empty()) continue;
    const int count = static_cast<int>(subject.covered.size());
    const CellRef ref = subject.covered[static_cast<std::size_t>(below(random, count))];
    const int kind = below(random, 5);
    TableDocument document = subject.document;
    Cell& cell = cell_at(document, ref);
    const std::string before = cell.text;
    std::vector<CellRef> altered{ref};
    if (kind == 4) {
      const CellRef other = subject.covered[static_cast<std::size_t>(below(random, count))];
      Cell& second = cell_at(document, other);
      if (other.table != ref.table || second.text == before) continue;
      set_text(cell, second.text);
      set_text(second, before);
      altered.push_back(other);
    } else {
      const std::string text = spoiled(before, kind, random);
      if (text.empty()) continue;
      set_text(cell, text);
    }
    ++trials;
    const CheckResult result = check(document, {false, {}});
    bool hit = false, culprit = false;
    for (const Finding& finding : result.findings) {
      if (finding.holds || subject.clean_failures.count(finding.message)) continue;
      bool here = false;
      for (const CellRef& at : altered) {
        here = here || touches(finding, at);
        culprit = culprit || std::find(finding.culprits.begin(), finding.culprits.end(),
                                       FigureRef(at)) != finding.culprits.end();
      }
      hit = hit || here;
      elsewhere += !here;
    }
    relations += static_cast<int>(result.findings.size());
    found += hit;
    ++by_kind[kind].second;
    by_kind[kind].first += hit;
    if (subject.relation_count[ref] >= 2 && kind != 4) {
      ++determined;
      named += culprit;
    }
    if (options.show && (!hit || (!culprit && kind != 4 && subject.relation_count[ref] >= 2))) {
      std::printf("%s\t%s\t%s (%d, %d)\t%s -> %s\t%d relations\n", hit ? "unnamed" : "missed",
                  kKinds[kind], document.tables[static_cast<std::size_t>(ref.table)].id.c_str(),
                  ref.row, ref.col, before.c_str(), cell.text.c_str(), subject.relation_count[ref]);
    }
  }
  std::printf(
      "detect: %d trials, found %.4f, named %.4f of %d determined, failures elsewhere %.5f of "
      "relations\n",
      trials, 1.0 * found / trials, 1.0 * named / std::max(1, determined), determined,
      1.0 * elsewhere / std::max(1, relations));
  for (const auto& [kind, counts] : by_kind) {
    std::printf("  %-10s %5d of %5d found\n", kKinds[kind], counts.first, counts.second);
  }
}

// What a recogniser reads for a digit it misreads.
char misread(char digit, Random& random) {
  static const std::map<char, std::string> kLikes{
      {'0', "86"}, {'1', "7"},   {'2', "7"},  {'3', "85"},   {'4', "1"},
      {'5', "63"}, {'6', "850"}, {'7', "12"}, {'8', "3069"}, {'9', "80"}};
  const std::string& likes = kLikes.at(digit);
  return likes[static_cast<std::size_t>(below(random, static_cast<int>(likes.size())))];
}

void repair(std::vector<Subject>& subjects, const Options& options) {
  Random random(options.seed);
  int altered = 0, determined = 0, recalled = 0, right = 0, wrong = 0, silent = 0, suspect = 0;
  long figures = 0;
  for (int trial = 0; trial < options.trials; ++trial) {
    Subject& subject =
        subjects[static_cast<std::size_t>(below(random, static_cast<int>(subjects.size())))];
    TableDocument document = subject.document;
    std::map<CellRef, std::string> truth;
    std::map<CellRef, bool> is_altered;
    const int errors = 1 + below(random, 4);
    for (Table& table : document.tables) {
      for (Cell& cell : table.cells) cell.confidence = 0.9 + 0.09 * (random() % 1000) / 1000.0;
    }
    for (int k = 0; k < errors && !subject.covered.empty(); ++k) {
      const CellRef ref = subject.covered[static_cast<std::size_t>(
          below(random, static_cast<int>(subject.covered.size())))];
      Cell& cell = cell_at(document, ref);
      std::string text = cell.text;
      const auto places = digit_places(text);
      if (is_altered.count(ref) || places.empty()) continue;
      const std::size_t at =
          places[static_cast<std::size_t>(below(random, static_cast<int>(places.size())))];
      const int kind = below(random, 8);
      if (kind < 6) text[at] = misread(text[at], random);
      if (kind == 6) text.erase(at, 1);
      if (kind == 7) text.insert(at, 1, text[at]);
      if (!parse_amount(text) || equal_value(parse_amount(text), parse_amount(cell.text))) continue;
      is_altered[ref] = true;
      cell.confidence = 0.5 + 0.45 * (random() % 1000) / 1000.0;
      cell.alternatives.clear();
      std::string wrong_one = cell.text;
      wrong_one[places[0]] = misread(wrong_one[places[0]], random);
      if (random() % 4 != 0)
        cell.alternatives.push_back({cell.text, 0.5 + (random() % 300) / 100.0});
      if (random() % 2 != 0)
        cell.alternatives.push_back({wrong_one, 1.0 + (random() % 300) / 100.0});
      set_text(cell, text);
    }
    for (std::size_t t = 0; t < subject.document.tables.size(); ++t) {
      for (const Cell& cell : subject.document.tables[t].cells) {
        truth[{static_cast<int>(t), cell.row, cell.col}] = cell.text;
      }
    }
    const CheckResult result = check(std::move(document));
    for (std::size_t t = 0; t < result.document.tables.size(); ++t) {
      for (const Cell& cell : result.document.tables[t].cells) {
        const CellRef ref{static_cast<int>(t), cell.row, cell.col};
        const auto want = parse_amount(truth[ref]);
        if (!want) continue;
        const bool good = equal_value(cell.amount, want);
        const bool was_altered = is_altered.count(ref) > 0;
        ++figures;
        altered += was_altered;
        suspect += cell.status == CellStatus::suspect;
        silent += !good && cell.status != CellStatus::suspect;
        if (cell.status == CellStatus::repaired) ++(good ? right : wrong);
        if (was_altered && subject.relation_count[ref] >= 2) {
          ++determined;
          recalled += good && cell.status == CellStatus::repaired;
        }
        if (options.show && ((cell.status == CellStatus::repaired && !good) ||
                             (!good && cell.status != CellStatus::suspect))) {
          std::printf("%s\t%s (%d, %d)\ttrue %s read %s now %s\t%d relations\t%s\n",
                      cell.status == CellStatus::repaired ? "wrong" : "silent",
                      result.document.tables[t].id.c_str(), cell.row, cell.col, truth[ref].c_str(),
                      cell.read_as.value_or(cell.text).c_str(), cell.text.c_str(),
                      subject.relation_count[ref], cell.why.value_or("").c_str());
        }
      }
    }
  }
  std::printf(
      "repair: %d trials, %d figures altered, repairs right %.4f (%d of %d), recall %.4f of %d "
      "determined, silent %d, suspect %.5f of figures\n",
      options.trials, altered, 1.0 * right / std::max(1, right + wrong), right, right + wrong,
      1.0 * recalled / std::max(1, determined), determined, silent,
      1.0 * suspect / std::max(1L, figures));
}

bool stands_in_a_table(const Finding& finding) {
  for (const FigureRef& figure : figures_of(finding.relation)) {
    if (std::holds_alternative<CellRef>(figure)) return true;
  }
  return false;
}

void chance(std::vector<Subject>& subjects, const Options& options) {
  Random random(options.seed);
  long claimed = 0, true_claims = 0, failing = 0;
  for (int trial = 0; trial < options.trials; ++trial) {
    Subject& subject = subjects[static_cast<std::size_t>(trial) % subjects.size()];
    TableDocument document = subject.document;
    for (const auto& [ref, count] : subject.relation_count) {
      {
        Cell& cell = cell_at(document, ref);
        if (!cell.amount) continue;
        bool first = true;
        for (char& c : cell.text) {
          if (c < '0' || c > '9') continue;
          c = static_cast<char>('0' + (first ? 1 + below(random, 9) : below(random, 10)));
          first = false;
        }
        cell.amount = parse_amount(cell.text);
      }
    }
    const CheckResult result = check(std::move(document), {false, {}});
    // Relations of the text with itself are left out: the text is not drawn anew.
    for (const Finding& finding : result.findings) {
      if (!stands_in_a_table(finding)) continue;
      ++(finding.holds ? claimed : failing);
      if (options.show && finding.holds) {
        std::printf("%s\t%s\n", name_of(finding.relation.kind), finding.message.c_str());
      }
    }
    true_claims += std::count_if(subject.clean.findings.begin(), subject.clean.findings.end(),
                                 stands_in_a_table);
  }
  std::printf(
      "chance: %d trials, %ld relations of drawn figures hold, against %ld claimed of the true "
      "tables: %.5f; %ld fail\n",
      options.trials, claimed, true_claims, 1.0 * claimed / std::max(1L, true_claims), failing);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::vector<std::string> paths;
  for (int i = 2; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--trials") && i + 1 < argc)
      options.trials = std::atoi(argv[++i]);
    else if (!std::strcmp(argv[i], "--seed") && i + 1 < argc)
      options.seed = std::strtoull(argv[++i], nullptr, 10);
    else if (!std::strcmp(argv[i], "--show"))
      options.show = true;
    else
      paths.push_back(argv[i]);
  }
  if (argc < 3 || paths.empty()) {
    std::fprintf(stderr,
                 "usage: inject_errors detect|repair|chance TABLES.json... [--trials N] [--seed S] "
                 "[--show]\n");
    return 2;
  }
  std::vector<Subject> subjects;
  for (const std::string& path : paths) subjects.push_back(subject_from(path));
  if (!std::strcmp(argv[1], "detect"))
    detect(subjects, options);
  else if (!std::strcmp(argv[1], "repair"))
    repair(subjects, options);
  else if (!std::strcmp(argv[1], "chance"))
    chance(subjects, options);
  else
    return 2;
  return 0;
}
