#include "tools/batch_inputs.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>

#include "extract/content_hash.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

constexpr int kAnyDepth = 1 << 20;  // deeper than a path of 4 096 bytes can go

bool is_pattern(const std::string& text) { return text.find_first_of("*?[") != std::string::npos; }

bool has_document_ending(const fs::path& path) {
  constexpr std::array<std::string_view, 6> kEndings = {".pdf",  ".png", ".jpg",
                                                        ".jpeg", ".tif", ".tiff"};
  std::string ending = path.extension().string();
  for (char& c : ending) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

struct ManifestLine {
  std::string path, sha256;
};

// sha256sum puts a backslash before a line whose name has line breaks or backslashes, and writes
// them as \n and \\.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size();
    if (escape) ++i;
    out += escape && text[i] == 'n' ? '\n' : text[i];
  }
  return out;
}

ManifestLine parse_manifest_line(std::string_view line) {
  constexpr std::size_t kHash = 64, kName = kHash + 2;  // "<hash>  name", "<hash> *name"
  const bool escaped = line.starts_with('\\');
  const std::string_view sum = line.substr(escaped ? 1 : 0);
  if (sum.size() <= kName || !is_sha256(sum.substr(0, kHash)) || sum[kHash] != ' ') {
    return {std::string(line), ""};
  }
  const std::string_view name = sum.substr(kName);
  return {escaped ? unescaped(name) : std::string(name), std::string(sum.substr(0, kHash))};
}

class Collector {
 public:
  Collector(const CommandOptions& options, Journal& journal, Console& console)
      : options_(options), journal_(journal), console_(console) {}

  void add(const std::string& input) {
    const int before = added_;
    std::error_code error;
    if (fs::is_directory(input, error)) {
      add_folder(input);
    } else if (is_pattern(input) && !fs::exists(input, error)) {
      add_pattern(fs::path(input).lexically_normal());
    } else {
      add_file(input);
    }
    if (added_ > before) return;
    console_.fail({ErrorCode::usage, input, std::nullopt, "there are no documents",
                   "folders are searched for .pdf, .png, .jpg, .jpeg, .tif and .tiff"});
  }

  void add_manifest(const std::string& path) {
    std::ifstream file;
    if (path != "-") file.open(path);
    std::istream& lines = path == "-" ? std::cin : file;
    for (std::string line; std::getline(lines, line);) {
      if (line.ends_with('\r')) line.pop_back();
      if (line.empty()) continue;
      const ManifestLine parsed = parse_manifest_line(line);
      add_file(parsed.path, parsed.sha256);
    }
    if (lines.eof()) return;
    console_.fail({ErrorCode::unreadable, path, std::nullopt, "the manifest cannot be read",
                   "check the path and its permissions"});
  }

 private:
  void add_file(const fs::path& path, const std::string& sha256 = "") {
    ++added_;
    journal_.add_input(path.lexically_normal().string(), sha256,
                       !sha256.empty() && options_.shard.owns(sha256));
  }

  void add_folder(const fs::path& folder) {
    walk(folder, kAnyDepth, [this](const fs::directory_entry& entry) {
      if (is_hidden(entry.path())) return false;
      std::error_code error;
      if (has_document_ending(entry.path()) && entry.is_regular_file(error)) {
        add_file(entry.path());
      }
      return true;
    });
  }

  // As deep as the pattern goes below its first component that is one.
  void add_pattern(const fs::path& pattern) {
    fs::path root;
    int depth = 0;
    for (const fs::path& component : pattern) {
      if (depth > 0 || is_pattern(component.string())) ++depth;
      if (depth == 0) root /= component;
    }
    walk(root.empty() ? "." : root, depth, [&](const fs::directory_entry& entry) {
      const fs::path path = entry.path().lexically_normal();
      std::error_code error;
      if (::fnmatch(pattern.c_str(), path.c_str(), FNM_PATHNAME | FNM_PERIOD) != 0) return true;
      if (!entry.is_directory(error)) {
        add_file(path);
        return true;
      }
      add_folder(path);
      return false;
    });
  }

  // Calls `look` for each entry, and goes into a folder where it says so.
  template <class Look>
  void walk(const fs::path& folder, int depth, const Look& look) {
    std::error_code error, ignored;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      const bool goes_on = look(*entry);
      if (!goes_on || depth <= 1 || !entry->is_directory(ignored) || entry->is_symlink(ignored)) {
        continue;
      }
      if (!fs::equivalent(entry->path(), *options_.output, ignored)) {
        walk(entry->path(), depth - 1, look);
      }
    }
    if (!error) return;
    console_.fail({ErrorCode::unreadable, folder.string(), std::nullopt,
                   "cannot be searched: " + error.message(), "check the path and its permissions"});
  }

  const CommandOptions& options_;
  Journal& journal_;
  Console& console_;
  int added_ = 0;
};

}  // namespace

void collect_inputs(const CommandOptions& options, Journal& journal, Console& console) {
  Collector collector(options, journal, console);
  for (const std::string& input : options.inputs) collector.add(input);
  if (!options.manifest.empty()) collector.add_manifest(options.manifest);
  journal.commit();
}

}  // namespace crossfoot
