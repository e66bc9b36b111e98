// Writes a whole file or leaves everything as it was.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/result.h"

namespace crossfoot {

// Writes to a temporary file in the same folder, syncs it and renames it, so that a reader, or a
// machine that loses its power, sees the old content or the new and never a piece. Keeps the
// permissions of a file that is there already and writes through symbolic links. What is not a
// plain file (a pipe, a device) is written in place. On failure the temporary file is gone.
std::optional<Error> write_file(const std::filesystem::path& path, std::string_view content);

// The same of a name that the user did not give, in a folder that others may write to: what stands
// there, a symbolic link or a pipe, is replaced and never followed.
std::optional<Error> replace_file(const std::filesystem::path& path, std::string_view content);

// The same of a content that is too large to be held: `fill` hands it over piece by piece.
using Sink = std::function<void(std::string_view piece)>;
std::optional<Error> replace_file(const std::filesystem::path& path,
                                  const std::function<void(const Sink&)>& fill);

// Removes the temporary files that were left in a folder by a program that was killed or a machine
// that stopped; those that are being written stay.
void remove_abandoned_files(const std::filesystem::path& folder);

struct NamedContent {
  std::string name;  // of a file in a folder
  std::string content;
};

// Makes a folder that appears with all of these files or not at all, in the place of one that is
// there already. It is filled in `work`, a folder on the same file system that nobody else uses and
// whose content is lost. Killed in between, it leaves the old folder, the new one, or none.
std::optional<Error> write_folder(const std::filesystem::path& folder,
                                  const std::filesystem::path& work,
                                  const std::vector<NamedContent>& files);

// Writes all of it to a file descriptor; 0, or the errno that stopped it.
int write_all(int descriptor, std::string_view content);

}  // namespace crossfoot
