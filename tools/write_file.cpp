#include "tools/write_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kNewFileMode = 0666;  // before the umask, as any program creates files

Error unwritable(const fs::path& path, int error) {
  return {ErrorCode::unwritable, path.string(), std::nullopt,
          std::string("cannot be written: ") + std::strerror(error),
          "give another place with -o, or mend its permissions or its disk"};
}

constexpr std::string_view kTemporaryPrefix = ".crossfoot-";
constexpr std::size_t kTemporaryLength = kTemporaryPrefix.size() + 6;

// A file that is removed unless it was renamed to its final name, and locked as long as it is
// neither, so that it can be told from one whose program was killed.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& target)
      : path_((target.parent_path() / (std::string(kTemporaryPrefix) + "XXXXXX")).string()) {
    const std::string pattern = path_;
    do {
      if (descriptor_ >= 0) ::close(descriptor_);
      path_ = pattern;
      descriptor_ = ::mkostemp(path_.data(), O_CLOEXEC);
    } while (descriptor_ >= 0 && !locked());
    if (descriptor_ < 0) error_ = errno;
    is_there_ = descriptor_ >= 0;
  }
  ~TemporaryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (is_there_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  // 0 or errno.
  int fill(const std::function<int(int descriptor)>& write, mode_t mode) {
    if (error_ != 0) return error_;
    if (const int error = write(descriptor_)) return error;
    return ::fchmod(descriptor_, mode) != 0 || ::fsync(descriptor_) != 0 ? errno : 0;
  }

  int rename_to(const fs::path& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
    is_there_ = false;
    return 0;
  }

 private:
  // False where remove_abandoned_files() took it between its making and its lock.
  bool locked() const {
    struct stat made {};
    ::flock(descriptor_, LOCK_EX | LOCK_NB);
    return ::fstat(descriptor_, &made) != 0 || made.st_nlink > 0;
  }

  std::string path_;
  int descriptor_ = -1;
  int error_ = 0;
  bool is_there_ = false;
};

mode_t mode_for(const fs::path& target) {
  struct stat there {};
  if (::lstat(target.c_str(), &there) == 0 && S_ISREG(there.st_mode)) return there.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return kNewFileMode & ~mask;
}

// The rename itself reaches the disk only with the folder.
void sync_folder(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

int write_in_place(const fs::path& path, std::string_view content) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int error = write_all(descriptor, content);
  return ::close(descriptor) != 0 && error == 0 ? errno : error;
}

// In the place of what is there, which waits in `old` meanwhile, for a folder cannot be renamed
// over one that has files.
int replace_folder(const fs::path& made, const fs::path& folder, const fs::path& old) {
  if (::rename(folder.c_str(), old.c_str()) != 0 && errno != ENOENT) return errno;
  if (::rename(made.c_str(), folder.c_str()) != 0) return errno;
  sync_folder(folder);
  return 0;
}

}  // namespace

int write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

void remove_abandoned_files(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kTemporaryPrefix) || name.size() != kTemporaryLength) continue;
    const int file = ::open(entry.path().c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) continue;
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) ::unlink(entry.path().c_str());
    ::close(file);
  }
}

std::optional<Error> replace_file(const fs::path& path,
                                  const std::function<void(const Sink&)>& fill) {
  std::error_code ignored;
  if (fs::is_directory(fs::symlink_status(path, ignored))) return unwritable(path, EISDIR);
  const auto write = [&](int descriptor) {
    int failed = 0;
    fill([&](std::string_view piece) {
      if (failed == 0) failed = write_all(descriptor, piece);
    });
    return failed;
  };
  TemporaryFile temporary(path);
  int error = temporary.fill(write, mode_for(path));
  if (error == 0) error = temporary.rename_to(path);
  if (error != 0) return unwritable(path, error);
  sync_folder(path);
  return std::nullopt;
}

std::optional<Error> replace_file(const fs::path& path, std::string_view content) {
  return replace_file(path, [&](const Sink& put) { put(content); });
}

std::optional<Error> write_folder(const fs::path& folder, const fs::path& work,
                                  const std::vector<NamedContent>& files) {
  std::error_code error;
  fs::remove_all(work, error);
  const fs::path made = work / "new", old = work / "old";
  if (!error) fs::create_directories(made, error);
  if (!error && fs::create_directories(folder.parent_path(), error)) {
    sync_folder(folder.parent_path());
  }
  if (error) return unwritable(folder, error.value());
  if (fs::is_symlink(folder.parent_path(), error)) return unwritable(folder, ELOOP);
  for (const NamedContent& file : files) {
    if (auto problem = replace_file(made / file.name, file.content)) return problem;
  }
  if (const int failed = replace_folder(made, folder, old)) return unwritable(folder, failed);
  fs::remove_all(work, error);
  return std::nullopt;
}

std::optional<Error> write_file(const fs::path& path, std::string_view content) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (fs::is_directory(status)) return unwritable(path, EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    const int error = write_in_place(path, content);
    return error == 0 ? std::nullopt : std::optional(unwritable(path, error));
  }
  const fs::path target =
      fs::is_symlink(path, ignored) && fs::exists(status) ? fs::canonical(path, ignored) : path;
  return replace_file(target, content);
}

}  // namespace crossfoot
