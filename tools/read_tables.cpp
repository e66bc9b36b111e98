#include "tools/read_tables.h"

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <string_view>

#include "extract/workers/sandbox.h"
#include "ocr/recognizer.h"
#include "tools/read_corrections.h"
#include "tools/read_lexicon.h"
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

// "page 3: recognised at 300 dpi, turned 90 degrees, tilted -0.4 degrees"
std::string words_for(const Page& page) {
  std::string words = "page " + std::to_string(page.number) + ": ";
  if (page.error && page.dpi == 0) return words + "not read";
  words += page.source == PageSource::text ? "text layer" : "recognised";
  if (page.dpi > 0) words += " at " + std::to_string(page.dpi) + " dpi";
  if (page.turned_deg != 0) words += ", turned " + std::to_string(page.turned_deg) + " degrees";
  char tilt[48] = "";
  if (page.skew_deg != 0) std::snprintf(tilt, sizeof tilt, ", tilted %.1f degrees", page.skew_deg);
  return words + tilt;
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

TableReader::TableReader(const CommandOptions& options, Console& console)
    : options_(options),
      console_(console),
      workers_(options.jobs, options.limits, recognizer_factory(options.languages)) {
  if (const auto obstacle = sandbox_obstacle()) {
    console.detail("what reads the pages keeps the rights of this command: the kernel filters no "
                   "system calls: " + *obstacle);
  }
}

// Nothing where none of the chosen pages is there.
Result<std::optional<TableDocument>> TableReader::extracted(const DocumentBytes& input,
                                                            const PageWatch& watch) {
  ExtractOptions extract;
  extract.most_pages = options_.most_pages;
  extract.ocr = options_.ocr;
  extract.open.password = options_.password;
  extract.open.most_pixels = options_.most_pixels;
  extract.workers = &workers_;
  extract.stitch = options_.stitch;
  extract.pictures = watch.pictures;
  extract.take_pictures = watch.take;
  extract.progress = [&](int done, int total) { console_.progress(input.name, done, total); };
  if (!options_.pages.empty()) {
    const auto page_count = count_pages(input, extract);
    if (!page_count) return page_count.error();
    ChosenPages chosen = choose_pages(options_.pages, *page_count);
    for (const PageRange& missing : chosen.missing) {
      console_.fail(no_such_pages(input.name, missing, *page_count));
    }
    if (chosen.pages.empty()) return std::optional<TableDocument>();
    extract.pages = std::move(chosen.pages);
  }
  console_.start_progress();
  auto document = extract_tables(input, extract);
  console_.end_progress();
  if (!document) return document.error();
  for (const Page& read : document->pages) console_.detail(input.name + ": " + words_for(read));
  return std::optional(std::move(*document));
}

Result<std::optional<TableDocument>> TableReader::tables_of(const DocumentBytes& input,
                                                            const PageWatch& watch) {
  if (!looks_like_json(*input.bytes)) return extracted(input, watch);
  if (!options_.pages.empty()) {
    return Error{ErrorCode::usage, input.name, std::nullopt,
                 "--pages does not apply to tables in JSON",
                 "leave it out, or give the document they were extracted from"};
  }
  auto document = tables_from_json(*input.bytes, input.name);
  if (!document) return document.error();
  return std::optional(std::move(*document));
}

std::optional<TableDocument> TableReader::read(const std::string& input, const PageWatch& watch) {
  const auto bytes = read_input(input);
  if (bytes) return read(bytes.value(), watch);
  console_.fail(bytes.error());
  return std::nullopt;
}

std::optional<TableDocument> TableReader::read(const DocumentBytes& input,
                                               const PageWatch& watch) {
  const auto corrections = read_corrections(options_.corrections);
  if (!corrections) {
    console_.fail(corrections.error());
    return std::nullopt;
  }
  const auto lexicon = read_lexicon(options_.lexicon);
  if (!lexicon) {
    console_.fail(lexicon.error());
    return std::nullopt;
  }
  auto document = tables_of(input, watch);
  if (!document) {
    Error error = document.error();
    if (error.file.empty())
      error.file = input.name;  // what the recogniser lacks, it lacks for this input
    console_.fail(error);
    return std::nullopt;
  }
  if (!*document) return std::nullopt;
  for (const Page& page : (*document)->pages) {
    if (page.error) {
      console_.fail(
          {lacks_languages(options_) ? ErrorCode::missing_dependency : ErrorCode::unreadable,
           input.name, page.number, *page.error,
           page.dpi > 0 ? "what is left of it was read" : "its tables are missing"});
    }
  }
  apply_lexicon(*lexicon, **document);
  for (const std::string& problem : apply_corrections(*corrections, **document)) {
    console_.fail({ErrorCode::usage, input.name, std::nullopt, problem,
                   "review the document anew; the other corrections were applied"});
  }
  return std::move(*document);
}

}  // namespace crossfoot
