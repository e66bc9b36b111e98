#include "tools/batch_summary.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "tools/write_file.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

bool is_duplicate(const BatchRow& row) {
  return row.document && row.document->path != row.input.path;
}

const char* status_of(const BatchRow& row) {
  if (!row.input.error.empty()) return name_of(DocumentStatus::failed);
  if (!row.document) return "pending";
  return is_duplicate(row) ? "duplicate" : name_of(row.document->status);
}

// Three digits of a second, four of a share: more is noise.
double rounded(double value, int digits) {
  char text[48];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return std::stod(text);
}

// The share of the figures that a relation which could have failed bears out.
Json coverage(long covered, long amounts) {
  constexpr int kDigits = 4;
  if (amounts == 0) return nullptr;
  return rounded(static_cast<double>(covered) / static_cast<double>(amounts), kDigits);
}

// The columns of the CSV and the members of the JSON, in their order. What is not known is null,
// and so are the figures of a duplicate, or a column's sum would count them twice.
Json entry_of(const BatchRow& row) {
  constexpr int kDigitsOfSeconds = 3;
  const bool known = row.document && !is_duplicate(row);
  const BatchDocument document = row.document.value_or(BatchDocument{});
  const CheckSummary& checked = document.checked;
  const bool unreadable = !row.input.error.empty();
  const auto if_known = [&](Json value) { return known ? value : Json(nullptr); };
  Json entry{{"path", row.input.path}, {"status", status_of(row)}};
  entry["exit_status"] = unreadable ? Json(static_cast<int>(ExitCode::unreadable))
                                    : if_known(static_cast<int>(document.exit_code));
  entry["sha256"] = row.input.sha256;
  entry["folder"] = document.folder;
  entry["duplicate_of"] = is_duplicate(row) ? document.path : "";
  entry["pages"] = if_known(document.pages);
  entry["pages_failed"] = if_known(document.pages_failed);
  entry["tables"] = if_known(document.tables);
  entry["relations"] = if_known(checked.relations);
  entry["hold"] = if_known(checked.hold);
  entry["fail"] = if_known(checked.fail);
  entry["amounts"] = if_known(checked.amounts);
  entry["proved"] = if_known(checked.proved);
  entry["repaired"] = if_known(checked.repaired);
  entry["suspect"] = if_known(checked.suspect);
  entry["covered"] = if_known(checked.covered);
  entry["coverage"] = if_known(coverage(checked.covered, checked.amounts));
  entry["seconds"] = if_known(rounded(document.seconds, kDigitsOfSeconds));
  entry["message"] = unreadable ? row.input.error : document.message;
  return entry;
}

std::string dumped(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string csv_record(const Json& entry, CsvText text) {
  std::string record;
  for (const auto& value : entry) {
    if (!record.empty()) record += ',';
    if (value.is_string()) {
      record += csv_field(value.get<std::string>(), text);
    } else if (!value.is_null()) {
      record += dumped(value);
    }
  }
  return record + "\r\n";
}

std::string csv_heading() {
  std::string heading;
  const Json entry = entry_of({});
  for (const auto& [name, value] : entry.items()) {
    heading += (heading.empty() ? "" : ",") + name;
  }
  return heading + "\r\n";
}

Json totals_json(const BatchTotals& totals) {
  constexpr int kDigitsOfSeconds = 1;
  return {{"inputs", totals.inputs},
          {"done", totals.done},
          {"incomplete", totals.incomplete},
          {"failed", totals.failed},
          {"duplicates", totals.duplicates},
          {"pending", totals.pending},
          {"pages", totals.pages},
          {"pages_failed", totals.pages_failed},
          {"tables", totals.tables},
          {"relations", totals.relations},
          {"hold", totals.hold},
          {"fail", totals.fail},
          {"amounts", totals.amounts},
          {"proved", totals.proved},
          {"repaired", totals.repaired},
          {"suspect", totals.suspect},
          {"covered", totals.covered},
          {"coverage", coverage(totals.covered, totals.amounts)},
          {"seconds", rounded(totals.seconds, kDigitsOfSeconds)}};
}

// Filled in the work folder, so that a kill leaves nothing behind that the next start does not
// clear.
std::optional<Error> publish(const Journal& journal, const fs::path& path,
                             const std::function<void(const Sink&)>& fill) {
  std::error_code error;
  fs::create_directories(journal.work_folder(), error);
  const fs::path filled = journal.work_folder() / path.filename();
  if (auto problem = replace_file(filled, fill)) return problem;
  fs::rename(filled, path, error);
  if (!error) return std::nullopt;
  return Error{ErrorCode::unwritable, path.string(), std::nullopt,
               "cannot be written: " + error.message(), "give another folder with -o"};
}

}  // namespace

void BatchTotals::add(const BatchRow& row) {
  ++inputs;
  if (!row.input.error.empty()) {
    ++failed;
    exit_code = worse(exit_code, ExitCode::unreadable);
    return;
  }
  if (!row.document) {
    ++pending;
    return;
  }
  if (is_duplicate(row)) {
    ++duplicates;
    return;
  }
  const BatchDocument& document = *row.document;
  ++(document.status == DocumentStatus::done         ? done
     : document.status == DocumentStatus::incomplete ? incomplete
                                                     : failed);
  exit_code = worse(exit_code, document.exit_code);
  pages += document.pages;
  pages_failed += document.pages_failed;
  tables += document.tables;
  relations += document.checked.relations;
  hold += document.checked.hold;
  fail += document.checked.fail;
  amounts += document.checked.amounts;
  proved += document.checked.proved;
  repaired += document.checked.repaired;
  suspect += document.checked.suspect;
  covered += document.checked.covered;
  seconds += document.seconds;
}

std::string BatchTotals::to_string() const {
  std::string text = std::to_string(inputs) + (inputs == 1 ? " input: " : " inputs: ") +
                     std::to_string(done) + " done";
  const auto say = [&](int count, const char* what) {
    if (count > 0) text += ", " + std::to_string(count) + " " + what;
  };
  say(incomplete, "incomplete");
  say(failed, "failed");
  say(duplicates, duplicates == 1 ? "duplicate" : "duplicates");
  say(pending, "pending");
  return text;
}

Result<BatchTotals> write_summary(const Journal& journal, const fs::path& output,
                                  CsvText csv_text) {
  BatchTotals totals;
  auto problem = publish(journal, output / "summary.csv", [&](const Sink& put) {
    put(csv_heading());
    journal.for_each([&](const BatchRow& row) {
      totals.add(row);
      put(csv_record(entry_of(row), csv_text));
    });
  });
  if (problem) return *problem;
  problem = publish(journal, output / "summary.json", [&](const Sink& put) {
    put("{\"schema\": \"crossfoot.batch/1\",\n\"totals\": " + dumped(totals_json(totals), 1) +
        ",\n\"inputs\": [");
    const char* separator = "\n";
    journal.for_each([&](const BatchRow& row) {
      put(separator + dumped(entry_of(row)));
      separator = ",\n";
    });
    put("\n]}\n");
  });
  if (problem) return *problem;
  return totals;
}

}  // namespace crossfoot
