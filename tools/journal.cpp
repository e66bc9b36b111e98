#include "tools/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

// Rollback journal, not WAL: on a shared file system there is no shared memory between machines.
constexpr const char* kSchema = R"(
  PRAGMA journal_mode = TRUNCATE;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS settings (text TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS inputs (
    path TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, sha256 TEXT NOT NULL,
    error TEXT NOT NULL, mine INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (
    sha256 TEXT PRIMARY KEY, path TEXT NOT NULL, folder TEXT NOT NULL, status TEXT NOT NULL,
    exit_code INTEGER NOT NULL, pages INTEGER NOT NULL, pages_failed INTEGER NOT NULL,
    tables INTEGER NOT NULL, relations INTEGER NOT NULL, hold INTEGER NOT NULL,
    fail INTEGER NOT NULL, amounts INTEGER NOT NULL, proved INTEGER NOT NULL,
    repaired INTEGER NOT NULL, suspect INTEGER NOT NULL, covered INTEGER NOT NULL,
    seconds REAL NOT NULL, message TEXT NOT NULL, version TEXT NOT NULL, finished TEXT NOT NULL
  ) WITHOUT ROWID;)";

// A shard knows the inputs of the others, too, as far as it met them; who owns one knows best.
constexpr const char* kMerge = R"(
  INSERT INTO inputs SELECT * FROM shard.inputs WHERE true ON CONFLICT (path) DO UPDATE SET
    size = excluded.size, mtime_ns = excluded.mtime_ns, sha256 = excluded.sha256,
    error = excluded.error, mine = excluded.mine
    WHERE excluded.mine AND (excluded.error = '' OR NOT inputs.mine);
  INSERT OR REPLACE INTO documents SELECT * FROM shard.documents;)";

constexpr DocumentStatus kStatuses[] = {DocumentStatus::done, DocumentStatus::incomplete,
                                        DocumentStatus::failed};

DocumentStatus status_named(const std::string& name) {
  return *std::find_if(std::begin(kStatuses), std::end(kStatuses) - 1,
                       [&](DocumentStatus status) { return name == name_of(status); });
}

Error usage(const fs::path& path, const std::string& message, const std::string& remedy) {
  return {ErrorCode::usage, path.string(), std::nullopt, message, remedy};
}

// Held until the process ends, however it ends. A POSIX lock belongs to the process alone: a child
// that outlives it does not keep it, and network file systems pass it on.
int locked(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  if (descriptor >= 0 && ::fcntl(descriptor, F_SETLK, &lock) == 0) return descriptor;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (error == EACCES || error == EAGAIN) {
    throw JournalError(usage(path, "another process works on this batch", "wait for its end"));
  }
  throw JournalError({ErrorCode::unwritable, path.string(), std::nullopt,
                      "cannot be locked: " + std::generic_category().message(error),
                      "give another folder with -o"});
}

// Of the shards that have one, ascending.
std::vector<fs::path> journals_in(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".sqlite") paths.push_back(entry->path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

// "…/2-of-8.sqlite" -> "-of-8"
std::string count_part(const fs::path& path) {
  const std::string stem = path.stem().string();
  return stem.substr(std::min(stem.find('-'), stem.size()));
}

void require_same_count(const std::vector<fs::path>& paths, const std::string& count) {
  for (const fs::path& path : paths) {
    if (count_part(path) == count) continue;
    throw JournalError(usage(path, "the batch was begun with another number of shards",
                             "go on with that number, or give another folder with -o"));
  }
}

BatchInput input_of(const Statement& row) {
  BatchInput input{row.text(0), std::nullopt, row.text(3), row.text(4)};
  if (!row.is_null(1)) input.stamp = FileStamp{row.number(1), row.number(2)};
  return input;
}

BatchDocument document_of(const Statement& row, int column) {
  const auto text = [&] { return row.text(column++); };
  const auto number = [&] { return static_cast<int>(row.number(column++)); };
  BatchDocument document;
  document.sha256 = text();
  document.path = text();
  document.folder = text();
  document.status = status_named(text());
  document.exit_code = static_cast<ExitCode>(number());
  document.pages = number();
  document.pages_failed = number();
  document.tables = number();
  CheckSummary& checked = document.checked;
  for (int* count : {&checked.relations, &checked.hold, &checked.fail, &checked.amounts,
                     &checked.proved, &checked.repaired, &checked.suspect, &checked.covered}) {
    *count = number();
  }
  document.seconds = row.real(column++);
  document.message = text();
  return document;
}

}  // namespace

template <class Work>
auto Journal::guarded(const Work& work) const {
  try {
    return work();
  } catch (const SqliteError& error) {
    throw JournalError({ErrorCode::unwritable, path_.string(), std::nullopt,
                        std::string("the journal cannot be used: ") + error.what(),
                        "mend its disk or its permissions and start again: what is done stays so"});
  }
}

Journal::Journal(const fs::path& output, const Shard& shard, const std::string& settings)
    : path_(output / "journal" / (shard.name() + ".sqlite")),
      work_folder_(output / "journal" / (shard.name() + ".work")) {
  std::error_code error;
  fs::create_directories(path_.parent_path(), error);
  if (error) {
    throw JournalError({ErrorCode::unwritable, path_.parent_path().string(), std::nullopt,
                        "the folder cannot be made: " + error.message(),
                        "give another folder with -o"});
  }
  require_same_count(journals_in(path_.parent_path()), count_part(path_));
  lock_ = locked(fs::path(path_).replace_extension(".lock"));
  fs::remove_all(work_folder_, error);
  guarded([&] {
    database_.emplace(path_);
    database_->execute(kSchema);
    Statement begun = database_->prepare("SELECT text FROM settings");
    if (!begun.step()) {
      database_->prepare("INSERT INTO settings VALUES (?)").bind(settings).step();
    } else if (begun.text(0) != settings) {
      throw JournalError(usage(output, "was begun with other options: " + begun.text(0),
                               "give those, or another folder with -o"));
    }
  });
}

Journal::Journal(const fs::path& output)
    : path_(output / "journal"), work_folder_(path_ / "summary.work") {
  const std::vector<fs::path> paths = journals_in(path_);
  if (paths.empty()) {
    throw JournalError(usage(output, "no batch was begun there", "give the folder of one with -o"));
  }
  require_same_count(paths, count_part(paths.front()));
  guarded([&] {
    database_.emplace("");
    database_->execute(kSchema);
    for (const fs::path& path : paths) {
      database_->prepare("ATTACH ? AS shard").bind(path.string()).step();
      database_->execute(kMerge);
      database_->execute("DETACH shard");
    }
  });
}

Journal::~Journal() {
  std::error_code ignored;
  fs::remove_all(work_folder_, ignored);
  database_.reset();  // what was not committed is dropped
  if (lock_ >= 0) ::close(lock_);
}

void Journal::change(const std::function<void(Database&)>& work) {
  guarded([&] {
    if (!in_transaction_) database_->execute("BEGIN");
    in_transaction_ = true;
    work(*database_);
  });
}

void Journal::commit() {
  if (!in_transaction_) return;
  guarded([&] { database_->execute("COMMIT"); });
  in_transaction_ = false;
}

void Journal::add_input(const std::string& path, const std::string& sha256, bool mine) {
  change([&](Database& database) {
    database.prepare("INSERT OR IGNORE INTO inputs VALUES (?, NULL, NULL, ?, '', ?)")
        .bind(path)
        .bind(sha256)
        .bind(mine ? 1 : 0)
        .step();
  });
}

int Journal::input_count() const {
  return guarded([&] {
    Statement count = database_->prepare("SELECT count(*) FROM inputs");
    count.step();
    return static_cast<int>(count.number(0));
  });
}

std::optional<BatchInput> Journal::input_after(const std::string& path) const {
  return guarded([&]() -> std::optional<BatchInput> {
    Statement next =
        database_->prepare("SELECT * FROM inputs WHERE path > ? ORDER BY path LIMIT 1");
    if (!next.bind(path).step()) return std::nullopt;
    return input_of(next);
  });
}

void Journal::set_input(const BatchInput& input, bool mine) {
  std::optional<std::int64_t> size, mtime_ns;
  if (input.stamp) size = input.stamp->size, mtime_ns = input.stamp->mtime_ns;
  change([&](Database& database) {
    database.prepare("INSERT OR REPLACE INTO inputs VALUES (?, ?, ?, ?, ?, ?)")
        .bind(input.path)
        .bind(size)
        .bind(mtime_ns)
        .bind(input.sha256)
        .bind(input.error)
        .bind(mine ? 1 : 0)
        .step();
  });
}

bool Journal::has_document(const std::string& sha256) const {
  return guarded([&] {
    return database_->prepare("SELECT 1 FROM documents WHERE sha256 = ?").bind(sha256).step();
  });
}

void Journal::set_document(const BatchDocument& document) {
  change([&](Database& database) {
    Statement insert = database.prepare(
        "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, '" CROSSFOOT_VERSION "', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))");
    insert.bind(document.sha256).bind(document.path).bind(document.folder);
    insert.bind(std::string_view(name_of(document.status)));
    insert.bind(static_cast<int>(document.exit_code));
    const CheckSummary& checked = document.checked;
    for (const int count : {document.pages, document.pages_failed, document.tables,
                            checked.relations, checked.hold, checked.fail, checked.amounts,
                            checked.proved, checked.repaired, checked.suspect, checked.covered}) {
      insert.bind(count);
    }
    insert.bind(document.seconds).bind(document.message).step();
  });
}

void Journal::forget_failed() {
  change([](Database& database) {
    database.execute("DELETE FROM documents WHERE status <> 'done'");
    database.execute("UPDATE inputs SET error = '' WHERE error <> ''");
  });
}

void Journal::for_each(const std::function<void(const BatchRow&)>& look) const {
  guarded([&] {
    Statement rows = database_->prepare(
        "SELECT i.path, size, mtime_ns, i.sha256, error, mine, d.* FROM inputs i LEFT JOIN "
        "documents d ON d.sha256 = i.sha256 AND i.error = '' ORDER BY i.path");
    constexpr int kFirstOfDocument = 6;
    while (rows.step()) {
      BatchRow row{input_of(rows), rows.number(kFirstOfDocument - 1) != 0, std::nullopt};
      if (!rows.is_null(kFirstOfDocument)) row.document = document_of(rows, kFirstOfDocument);
      look(row);
    }
  });
}

const char* name_of(DocumentStatus status) {
  switch (status) {
    case DocumentStatus::done:
      return "done";
    case DocumentStatus::incomplete:
      return "incomplete";
    case DocumentStatus::failed:
      break;
  }
  return "failed";
}

}  // namespace crossfoot
