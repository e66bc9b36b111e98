#include "tools/annotations.h"

#include <algorithm>
#include <map>

#include "reconcile/describe.h"

namespace crossfoot {
namespace {

constexpr Rgb kFailing{0.85, 0.1, 0.1}, kSuspect{0.9, 0.7, 0}, kRepaired{0.1, 0.45, 0.9};

std::string amount_or_unknown(const std::optional<Amount>& amount) {
  return amount ? grouped(*amount) : "?";
}

std::string note_of(const Finding& finding) {
  std::string note = std::string(name_of(finding.relation.kind)) + " fails";
  if (finding.verdict) note += std::string(": ") + name_of(*finding.verdict);
  return note + "\nstated " + amount_or_unknown(finding.stated) + "\ncomputed " +
         amount_or_unknown(finding.computed) + "\ndifference " +
         amount_or_unknown(finding.difference) + "\n" + finding.message;
}

void add_to(std::string& note, const std::string& more) {
  if (!note.empty()) note += "\n\n";
  note += more;
}

// By the target cell; a relation whose target stands in running text has none.
std::map<CellRef, std::string> failures(const CheckResult& result) {
  std::map<CellRef, std::string> notes;
  for (const Finding& finding : result.findings) {
    const auto* target = std::get_if<CellRef>(&finding.relation.target);
    if (!finding.holds && target != nullptr) add_to(notes[*target], note_of(finding));
  }
  return notes;
}

std::optional<PdfMark> mark_of(const Cell& cell, const std::string* failure) {
  PdfMark mark{cell.page, cell.box, kFailing, failure != nullptr ? *failure : ""};
  const bool doubtful = cell.status == CellStatus::suspect || cell.status == CellStatus::repaired;
  if (doubtful) {
    if (failure == nullptr) mark.colour = cell.status == CellStatus::suspect ? kSuspect : kRepaired;
    std::string note = name_of(cell.status) + (": " + cell.text);
    if (cell.read_as) note += ", read as " + *cell.read_as;
    if (cell.why) note += "\n" + *cell.why;
    add_to(mark.note, note);
  }
  return mark.note.empty() ? std::nullopt : std::optional(std::move(mark));
}

void add_bookmarks(const CheckResult& result, PdfAdditions& additions) {
  for (const Finding& finding : result.findings) {
    if (finding.holds) continue;
    const Place place = place_of(finding.relation.target, result.document);
    PdfBookmark bookmark{place.row + (place.column.empty() ? "" : " / " + place.column) + ": " +
                             amount_or_unknown(finding.difference),
                         place.page,
                         {}};
    if (const auto* at = std::get_if<CellRef>(&finding.relation.target)) {
      for (const Cell& cell : result.document.tables[static_cast<std::size_t>(at->table)].cells) {
        if (cell.row == at->row && cell.col == at->col) bookmark.box = cell.box;
      }
    } else {
      const auto& text = std::get<TextRef>(finding.relation.target);
      bookmark.box = result.document.text[static_cast<std::size_t>(text.paragraph)].box;
    }
    additions.bookmarks.push_back(std::move(bookmark));
  }
  const std::size_t n = additions.bookmarks.size();
  additions.bookmarks_title =
      "crossfoot: " + std::to_string(n) + (n == 1 ? " finding" : " findings");
}

void add_text_layer(const TableDocument& document, PdfAdditions& additions) {
  std::map<int, int> turned;  // of recognised pages
  for (const Page& page : document.pages) {
    if (page.source == PageSource::scan && !page.error) turned[page.number] = page.turned_deg;
  }
  const auto add = [&](int page, const Box& box, const std::string& text) {
    const auto found = turned.find(page);
    if (found == turned.end() || text.empty()) return;
    additions.text.push_back({page, box, found->second, text});
  };
  for (const Paragraph& paragraph : document.text)
    add(paragraph.page, paragraph.box, paragraph.text);
  for (const Table& table : document.tables) {
    for (const Cell& cell : table.cells) add(cell.page, cell.box, cell.text);
  }
}

}  // namespace

PdfAdditions annotations_of(const CheckResult& result, bool text_layer) {
  PdfAdditions additions;
  const auto notes = failures(result);
  for (std::size_t t = 0; t < result.document.tables.size(); ++t) {
    for (const Cell& cell : result.document.tables[t].cells) {
      const auto failure = notes.find({static_cast<int>(t), cell.row, cell.col});
      auto mark = mark_of(cell, failure == notes.end() ? nullptr : &failure->second);
      if (mark) additions.marks.push_back(std::move(*mark));
    }
  }
  add_bookmarks(result, additions);
  if (text_layer) add_text_layer(result.document, additions);
  return additions;
}

}  // namespace crossfoot
