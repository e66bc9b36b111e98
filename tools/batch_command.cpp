// inputs -> journal -> each content that is missing: tables and findings in a folder -> summary
//
// A document is worked on in one order only: its result folder is renamed into place and on the
// disk, then the journal says so. Killed before the row, the document is done again and gives the
// same bytes; killed after it, never again.
#include "tools/batch_command.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <exception>

#include "extract/content_hash.h"
#include "reconcile/check.h"
#include "tools/batch_inputs.h"
#include "tools/batch_summary.h"
#include "tools/findings_json.h"
#include "tools/journal.h"
#include "tools/progress_line.h"
#include "tools/read_rules.h"
#include "tools/read_tables.h"
#include "tools/table_files.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// What the bytes of the results depend on, besides the documents.
Result<std::string> settings_of(const CommandOptions& options) {
  std::string text = std::string("--format ") + name_of(options.format) + " --ocr " +
                     name_of(options.ocr) + " --lang " + options.languages;
  if (!options.pages.empty()) text += " --pages " + to_string(options.pages);
  if (!options.repair) text += " --no-repair";
  if (options.deterministic) text += " --deterministic";
  if (options.safe_csv) text += " --safe-csv";
  const std::pair<const char*, const std::string&> files[] = {
      {"--rules", options.rules},
      {"--lexicon", options.lexicon},
      {"--corrections", options.corrections}};
  for (const auto& [option, path] : files) {
    if (path.empty()) continue;
    const auto content = read_input(path);
    if (!content) return content.error();
    text += std::string(" ") + option + " (SHA-256 " + sha256_of(*content->bytes) + ")";
  }
  return text;
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  return FileStamp{status.st_size, status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

// "9f/report-9f86d081884c7d65": found by eye, and one folder does not get all of a million.
std::string result_folder(const std::string& path, const std::string& sha256) {
  constexpr std::size_t kHashDigits = 16, kMostBytes = 100;  // a name may have 255 bytes
  std::string stem = fs::path(path).stem().string();
  std::size_t length = std::min(stem.size(), kMostBytes);
  while (length < stem.size() && (static_cast<unsigned char>(stem[length]) & 0xC0) == 0x80) {
    --length;  // not into the middle of a code point
  }
  stem.resize(length);
  return sha256.substr(0, 2) + "/" + stem + "-" + sha256.substr(0, kHashDigits);
}

class Batch {
 public:
  Batch(const CommandOptions& options, const CheckOptions& check_options, Journal& journal,
        Console& console)
      : options_(options),
        check_(check_options),
        journal_(journal),
        console_(console),
        one_input_(console.of_one_input()),
        reader_(options, one_input_) {}

  // False where it cannot go on: the results of a document cannot be written.
  bool run() {
    total_ = journal_.input_count();
    for (auto input = journal_.input_after(""); input; input = journal_.input_after(input->path)) {
      if (!take(*input)) return false;
      if (taken_ % kCommitEvery == 0) journal_.commit();
      show_progress();
    }
    console_.end_progress();
    journal_.commit();
    return true;
  }

 private:
  // Of inputs that cost next to nothing: those of other shards, duplicates.
  static constexpr int kCommitEvery = 256;

  // Documents that were settled before cost nothing, so they do not count for the rate.
  void show_progress() {
    constexpr double kLogEvery_s = 60;  // where nobody looks on
    const std::string line =
        progress_line("batch", "document", taken_, total_, settled_, seconds_since(start_));
    console_.progress(line);
    if (console_.shows_progress() || seconds_since(said_) < kLogEvery_s) return;
    said_ = Clock::now();
    console_.note(line);
  }

  bool is_settled(const BatchInput& input) const {
    if (!input.error.empty()) return true;
    if (input.sha256.empty()) return false;
    if (input.stamp) {
      const auto now = stamp_of(input.path);
      if (now && *now != *input.stamp) return false;
    }
    return !options_.shard.owns(input.sha256) || journal_.has_document(input.sha256);
  }

  bool take(BatchInput input) {
    ++taken_;
    if (is_settled(input)) {
      ++settled_;
      return true;
    }
    const auto start = Clock::now();
    const auto stamp = stamp_of(input.path);
    const auto bytes = read_input(input.path);
    if (!bytes) return refuse(input, bytes.error());
    std::string sha256 = sha256_of(*bytes->bytes);
    if (!input.stamp && !input.sha256.empty() && sha256 != input.sha256) {
      return refuse(input, {ErrorCode::unreadable, input.path, std::nullopt,
                            "its content is not what the manifest says", "make the manifest anew"});
    }
    input.sha256 = std::move(sha256);
    input.stamp = stamp;
    const bool mine = options_.shard.owns(input.sha256);
    journal_.set_input(input, mine);
    return !mine || journal_.has_document(input.sha256) || work(input, *bytes, start);
  }

  // Nobody knows the content of what cannot be read: its path says which shard counts it.
  bool refuse(BatchInput& input, const Error& error) {
    input.error = error.to_string();
    const bool mine =
        options_.shard.owns(input.sha256.empty() ? sha256_of(input.path) : input.sha256);
    journal_.set_input(input, mine);
    if (mine) console_.fail(error);
    return true;
  }

  bool work(const BatchInput& input, const DocumentBytes& bytes, Clock::time_point start) {
    BatchDocument document;
    document.sha256 = input.sha256;
    document.path = input.path;
    const Console& console = one_input_ = console_.of_one_input();
    const auto files = read(bytes, document);
    if (!files.empty()) {
      document.folder = result_folder(input.path, input.sha256);
      const auto problem =
          write_folder(fs::path(*options_.output) / document.folder, journal_.work_folder(), files);
      if (problem) {
        console_.fail(*problem);
        return false;
      }
    }
    document.status = files.empty()            ? DocumentStatus::failed
                      : console.failures() > 0 ? DocumentStatus::incomplete
                                               : DocumentStatus::done;
    document.exit_code = console.exit_code();
    if (console.first_failure()) document.message = console.first_failure()->to_string();
    document.seconds = seconds_since(start);
    journal_.set_document(document);
    journal_.commit();
    console_.detail(input.path + ": " + name_of(document.status) + ", " +
                    std::to_string(document.tables) + " tables, " +
                    std::to_string(document.checked.fail) + " findings");
    return true;
  }

  // The files of its result; none where there is nothing to go on with.
  std::vector<NamedContent> read(const DocumentBytes& bytes, BatchDocument& document) {
    try {
      auto tables = reader_.read(bytes);
      if (!tables) return {};
      document.pages = static_cast<int>(tables->pages.size());
      document.pages_failed = static_cast<int>(std::count_if(
          tables->pages.begin(), tables->pages.end(), [](const Page& page) { return page.error; }));
      document.tables = static_cast<int>(tables->tables.size());
      const CheckResult result = check(std::move(*tables), check_);
      document.checked = result.summary;
      auto files = table_files(result, "tables", options_);
      if (!files) {
        one_input_.fail(files.error());
        return {};
      }
      files->push_back({"findings.json", findings_to_json(result)});
      return std::move(*files);
    } catch (const std::exception& exception) {
      one_input_.fail({ErrorCode::internal, bytes.name, std::nullopt,
                       std::string("a defect of crossfoot: ") + exception.what(),
                       "please report it with the document"});
      return {};
    }
  }

  const CommandOptions& options_;
  const CheckOptions& check_;
  Journal& journal_;
  Console& console_;
  Console one_input_;  // what is said of one document, and its outcome
  TableReader reader_;
  int total_ = 0, taken_ = 0, settled_ = 0;
  Clock::time_point start_ = Clock::now(), said_ = start_;
};

// What has failed so far decides the exit status, whichever run it failed in.
void conclude(const BatchTotals& totals, const std::string& what, Console& console) {
  console.raise(totals.exit_code);
  console.note("batch: " + what + totals.to_string());
  if (totals.incomplete + totals.failed > 0) {
    console.note("batch: --retry-failed tries what failed or is incomplete again");
  }
}

void summarize(const Journal& journal, const CommandOptions& options, Console& console) {
  const auto totals = write_summary(journal, *options.output,
                                    options.safe_csv ? CsvText::safe : CsvText::as_printed);
  if (!totals) return console.fail(totals.error());
  conclude(*totals, "", console);
}

void do_shard(const CommandOptions& options, Console& console) {
  CheckOptions check_options;
  check_options.repair = options.repair;
  auto rules = read_rules(options.rules);
  if (!rules) return console.fail(rules.error());
  check_options.rules = std::move(*rules);
  const auto settings = settings_of(options);
  if (!settings) return console.fail(settings.error());

  Journal journal(*options.output, options.shard, *settings);
  collect_inputs(options, journal, console);
  if (options.retry_failed) journal.forget_failed();
  if (!Batch(options, check_options, journal, console).run()) return;

  if (options.shard.count == 1) return summarize(journal, options, console);
  BatchTotals totals;
  journal.for_each([&](const BatchRow& row) {
    if (row.mine) totals.add(row);
  });
  conclude(totals, "shard " + options.shard.name() + ", ", console);
}

}  // namespace

void run_batch(const CommandOptions& options, Console& console) {
  try {
    if (options.summary) return summarize(Journal(*options.output), options, console);
    do_shard(options, console);
  } catch (const JournalError& error) {
    console.fail(error.error);
  }
}

}  // namespace crossfoot
