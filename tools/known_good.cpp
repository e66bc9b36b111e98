#include "tools/known_good.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "extract/document.h"
#include "tools/read_csv.h"
#include "tools/tables_json.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;
using TableFiles = std::map<std::string, TableFile>;

Error unreadable(const fs::path& path, const std::string& message) {
  return {ErrorCode::unreadable, path.string(), std::nullopt, message,
          "give crossfoot.tables/1 JSON, CSV, or a folder of them"};
}

bool is_table_file(const fs::path& path) {
  return path.extension() == ".json" || path.extension() == ".csv";
}

// "report-p003-t2" is the second table that begins on page 3 of "report".
struct DocumentName {
  std::string name;
  int page = 0;
};

DocumentName document_name(const std::string& stem) {
  const std::size_t table = stem.rfind("-t"), page = stem.rfind("-p", table);
  if (table == std::string::npos || page == std::string::npos) return {stem, 0};
  constexpr std::size_t kMostDigits = 6;
  const auto is_number = [](const std::string& text) {
    return !text.empty() && text.size() <= kMostDigits &&
           text.find_first_not_of("0123456789") == std::string::npos;
  };
  const std::string number = stem.substr(page + 2, table - page - 2);
  if (!is_number(number) || !is_number(stem.substr(table + 2))) return {stem, 0};
  return {stem.substr(0, page), std::stoi(number)};
}

// Adds the tables of a file to the documents.
std::optional<Error> add_file(const fs::path& path, const std::string& stem, TableFiles& files) {
  auto bytes = read_input(path.string());
  if (!bytes) return bytes.error();
  const bool is_csv = path.extension() == ".csv";
  const DocumentName of = is_csv ? document_name(stem) : DocumentName{stem, 0};
  const auto [entry, is_new] = files.try_emplace(of.name);
  TableFile& file = entry->second;
  if (!is_new && !(is_csv && file.is_csv)) {
    return unreadable(path, "there are CSV and JSON of the same document");
  }
  file.is_csv = is_csv;
  if (!is_csv) {
    auto document = tables_from_json(*bytes->bytes, path.string());
    if (!document) return document.error();
    file.document = std::move(*document);
    return std::nullopt;
  }
  auto tables = tables_from_csv(*bytes->bytes, path.string(), of.page);
  if (!tables) return tables.error();
  for (Table& table : *tables) {
    table.id = std::string("t").append(std::to_string(file.document.tables.size() + 1));
    file.document.tables.push_back(std::move(table));
  }
  return std::nullopt;
}

Result<TableFiles> read_folder(const fs::path& folder, const std::optional<std::string>& only) {
  std::error_code error;
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->is_regular_file() && is_table_file(entry->path())) paths.push_back(entry->path());
  }
  if (error) return unreadable(folder, "cannot be read: " + error.message());
  std::sort(paths.begin(), paths.end());
  TableFiles files;
  for (const fs::path& path : paths) {
    const std::string stem = path.lexically_relative(folder).replace_extension().string();
    const std::string name = path.extension() == ".csv" ? document_name(stem).name : stem;
    if (only && name != *only) continue;
    if (auto problem = add_file(path, stem, files)) return *problem;
  }
  return files;
}

}  // namespace

Result<TableFiles> read_table_files(const std::string& path) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    auto files = read_folder(path, std::nullopt);
    if (files && files->empty()) return unreadable(path, "has no .json and no .csv file in it");
    return files;
  }
  TableFiles files;
  if (auto problem = add_file(path, fs::path(path).stem().string(), files)) return *problem;
  return files;
}

Result<TableFiles> read_table_file_named(const std::string& folder, const std::string& name) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) return TableFiles{};
  return read_folder(folder, name);
}

}  // namespace crossfoot
