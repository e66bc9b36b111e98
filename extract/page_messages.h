// What the program and a worker tell each other about pages, as bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/extract.h"
#include "extract/page_reader.h"
#include "extract/result.h"

namespace crossfoot {

// The document's name and those of the options that decide what a worker does with it.
struct DocumentTask {
  std::string name;
  ExtractOptions options;
};

std::string to_bytes(const DocumentTask& task);
std::string to_bytes(const Result<int>& page_count);
std::string to_bytes(const Result<PageAnswer>& answer);
std::string to_bytes(const Result<std::string>& text);

// Nothing where the bytes are something else: cut short, too long, or of a page whose tables do not
// tile or whose values no page can have.
std::optional<DocumentTask> task_from(std::string_view bytes);
std::optional<Result<int>> page_count_from(std::string_view bytes);
std::optional<Result<PageAnswer>> page_answer_from(std::string_view bytes);
std::optional<Result<std::string>> text_from(std::string_view bytes);

}  // namespace crossfoot
