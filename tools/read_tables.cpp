#include "tools/read_tables.h"

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <string_view>

#include "ocr/recognizer.h"
#include "tools/read_corrections.h"
#include "tools/tables_json.h"

namespace crossfoot {
namespace {

// No PDF and no image begins like JSON.
bool looks_like_json(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    bytes.remove_prefix(kByteOrderMark.size());
  }
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

Error no_such_pages(const std::string& input, const PageRange& missing, int page_count) {
  Error error{ErrorCode::usage, input, std::nullopt, "", ""};
  if (missing.last == missing.first) {
    error.page = missing.first;
    error.message = "there is no such page";
  } else {
    error.message = "there are no pages from " + std::to_string(missing.first) +
                    (missing.last ? " to " + std::to_string(*missing.last) : " on");
  }
  error.remedy = page_count == 1 ? "the document has one page"
                                 : "the document has pages 1 to " + std::to_string(page_count);
  return error;
}

// The chosen pages that the document has; the others are said to be missing.
Result<std::vector<int>> pages_to_read(const DocumentBytes& bytes, const CommandOptions& options,
                                       const OpenOptions& open, Console& console) {
  auto document = open_document(bytes, open);
  if (!document) return document.error();
  const int page_count = (*document)->page_count();
  const ChosenPages chosen = choose_pages(options.pages, page_count);
  for (const PageRange& missing : chosen.missing) {
    console.fail(no_such_pages(bytes.name, missing, page_count));
  }
  return chosen.pages;
}

// "page 3: recognised at 300 dpi, turned 90 degrees, tilted -0.4 degrees"
std::string words_for(const Page& page) {
  std::string words = "page " + std::to_string(page.number) + ": ";
  if (page.error) return words + "not read";
  words += page.source == PageSource::text ? "text layer" : "recognised";
  if (page.dpi > 0) words += " at " + std::to_string(page.dpi) + " dpi";
  if (page.turned_deg != 0) words += ", turned " + std::to_string(page.turned_deg) + " degrees";
  char tilt[48] = "";
  if (page.skew_deg != 0) std::snprintf(tilt, sizeof tilt, ", tilted %.1f degrees", page.skew_deg);
  return words + tilt;
}

// Nothing where none of the chosen pages is there.
Result<std::optional<TableDocument>> extracted(
    const DocumentBytes& bytes, const CommandOptions& options, Console& console,
    const PageWatch& watch) {
  ExtractOptions extract;
  extract.ocr = options.ocr;
  extract.open.password = options.password;
  extract.jobs = options.jobs;
  extract.recognizer = recognizer_factory(options.languages);
  extract.stitch = options.stitch;
  extract.page = watch.page;
  extract.trace = watch.trace;
  extract.progress = [&](int done, int total) { console.progress(bytes.name, done, total); };
  if (!options.pages.empty()) {
    auto pages = pages_to_read(bytes, options, extract.open, console);
    if (!pages) return pages.error();
    if (pages->empty()) return std::optional<TableDocument>();
    extract.pages = std::move(*pages);
  }
  console.start_progress();
  auto document = extract_tables(bytes, extract);
  console.end_progress();
  if (!document) return document.error();
  for (const Page& read : document->pages) console.detail(bytes.name + ": " + words_for(read));
  return std::optional(std::move(*document));
}

Result<std::optional<TableDocument>> read_document(
    const DocumentBytes& input, const CommandOptions& options, Console& console,
    const PageWatch& watch) {
  if (!looks_like_json(*input.bytes)) return extracted(input, options, console, watch);
  if (!options.pages.empty()) {
    return Error{ErrorCode::usage, input.name, std::nullopt,
                 "--pages does not apply to tables in JSON",
                 "leave it out, or give the document they were extracted from"};
  }
  auto document = tables_from_json(*input.bytes, input.name);
  if (!document) return document.error();
  return std::optional(std::move(*document));
}

// True when pages without text of their own cannot be read for want of language data.
bool lacks_languages(const CommandOptions& options) {
  const std::vector<std::string> installed = installed_languages();
  std::istringstream names(options.languages);
  for (std::string name; std::getline(names, name, '+');) {
    if (std::find(installed.begin(), installed.end(), name) == installed.end()) return true;
  }
  return false;
}

}  // namespace

std::optional<TableDocument> read_tables(const std::string& input, const CommandOptions& options,
                                         Console& console,
                                         const PageWatch& watch) {
  const auto bytes = read_input(input);
  if (bytes) return read_tables(bytes.value(), options, console, watch);
  console.fail(bytes.error());
  return std::nullopt;
}

std::optional<TableDocument> read_tables(const DocumentBytes& input, const CommandOptions& options,
                                         Console& console,
                                         const PageWatch& watch) {
  const auto corrections = read_corrections(options.corrections);
  if (!corrections) {
    console.fail(corrections.error());
    return std::nullopt;
  }
  auto document = read_document(input, options, console, watch);
  if (!document) {
    Error error = document.error();
    if (error.file.empty())
      error.file = input.name;  // what the recogniser lacks, it lacks for this input
    console.fail(error);
    return std::nullopt;
  }
  if (!*document) return std::nullopt;
  for (const Page& page : (*document)->pages) {
    if (page.error) {
      console.fail(
          {lacks_languages(options) ? ErrorCode::missing_dependency : ErrorCode::unreadable,
           input.name, page.number, *page.error, "its tables are missing"});
    }
  }
  for (const std::string& problem : apply_corrections(*corrections, **document)) {
    console.fail({ErrorCode::usage, input.name, std::nullopt, problem,
                  "review the document anew; the other corrections were applied"});
  }
  return std::move(*document);
}

}  // namespace crossfoot
