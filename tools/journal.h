// What a batch knows of its inputs and of what it did with them: a SQLite file for each shard, in
// OUTPUT/journal/. What was committed is there after a kill -9 or a loss of power; what was not is
// done again. So results go to the disk before the row that says so.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "extract/result.h"
#include "reconcile/check.h"
#include "tools/exit_code.h"
#include "tools/shard.h"
#include "tools/sqlite.h"

namespace crossfoot {

// Size and time of change: a file that has kept both has kept its content.
struct FileStamp {
  std::int64_t size = 0, mtime_ns = 0;
  bool operator==(const FileStamp&) const = default;
};

struct BatchInput {
  std::string path;
  std::optional<FileStamp> stamp;  // when it was read; absent before, also where a manifest says
                                   // the hash
  std::string sha256;              // "" while unknown
  std::string error;               // why it cannot be read, "" where it can or was not tried
};

enum class DocumentStatus {
  done,
  incomplete,  // a page could not be read, or something else that was asked for is missing
  failed,      // there is no result
};

// A content, whatever number of inputs hold it.
struct BatchDocument {
  std::string sha256;
  std::string path;    // the input that was read
  std::string folder;  // of its results, in the output folder; "" without any
  DocumentStatus status = DocumentStatus::done;
  ExitCode exit_code = ExitCode::all_holds;  // what its failures amount to
  int pages = 0, pages_failed = 0, tables = 0;
  CheckSummary checked;
  double seconds = 0;
  std::string message;  // the first failure
};

// An input with what became of it.
struct BatchRow {
  BatchInput input;
  bool mine = false;  // it is known that the journal's shard is the one to do it
  std::optional<BatchDocument> document;
};

// Any call throws a JournalError where the journal cannot be read or written: without it a batch
// cannot go on.
struct JournalError : std::runtime_error {
  explicit JournalError(Error error) : runtime_error(error.to_string()), error(std::move(error)) {}
  Error error;
};

class Journal {
 public:
  // Of one shard, made where there is none, and this process' alone until its end. `settings` says
  // what the results depend on. Errors besides: another process holds it; it was begun with other
  // settings or another number of shards.
  Journal(const std::filesystem::path& output, const Shard& shard, const std::string& settings);
  // Of all shards together, to be looked at. Error: there is none.
  explicit Journal(const std::filesystem::path& output);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  // An input that is there already stays what it is. The hash is the manifest's, or "".
  void add_input(const std::string& path, const std::string& sha256, bool mine);
  int input_count() const;
  // The first one behind `path` in the order of their bytes; "" is before all.
  std::optional<BatchInput> input_after(const std::string& path) const;
  void set_input(const BatchInput& input, bool mine);

  bool has_document(const std::string& sha256) const;
  void set_document(const BatchDocument& document);
  // What failed or is incomplete is as if it had never been tried.
  void forget_failed();

  // Puts everything so far on the disk.
  void commit();

  // In the order of the paths' bytes. O(n log n) time, memory for one.
  void for_each(const std::function<void(const BatchRow&)>& look) const;

  // A folder for this process alone on the file system of the output.
  const std::filesystem::path& work_folder() const { return work_folder_; }

 private:
  void change(const std::function<void(Database&)>& work);  // in the open transaction
  template <class Work>
  auto guarded(const Work& work) const;

  std::filesystem::path path_, work_folder_;
  int lock_ = -1;
  mutable std::optional<Database> database_;
  bool in_transaction_ = false;
};

const char* name_of(DocumentStatus status);  // "done"

}  // namespace crossfoot
