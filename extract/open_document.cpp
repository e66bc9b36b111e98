// What kind of file the bytes are is read from the bytes, never from the file's name.
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>

#include "extract/document.h"
#include "extract/image_document.h"
#include "extract/pdf_document.h"

namespace crossfoot {
namespace {

// A PDF may have some lines of a mail header or a printer job before its own.
constexpr std::size_t kHeaderWithin = 1024;

}  // namespace

// Whose header is damaged, or far from the beginning, is known by the end of its objects.
bool is_pdf(const std::string& bytes) {
  return bytes.substr(0, kHeaderWithin).find("%PDF-") != std::string::npos ||
         (!is_image(bytes) && bytes.find("endobj") != std::string::npos);
}

Error too_many_pixels(const std::string& name, int page, double pixels, double most_pixels) {
  const auto millions = [](double count) {
    char text[32];
    std::snprintf(text, sizeof text, "%.15g", std::round(count / 1e5) / 10);
    return std::string(text);
  };
  return {ErrorCode::unreadable, name, page,
          "has " + millions(pixels) + " million pixels, more than " + millions(most_pixels),
          "raise --max-pixels"};
}

Result<DocumentBytes> read_input(const std::string& path) {
  const auto failed = [&](const std::string& why) {
    return Error{ErrorCode::unreadable, path, std::nullopt, "cannot be read: " + why,
                 "check the path and its permissions"};
  };
  const bool standard_input = path == "-";
  std::FILE* file = standard_input ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) return failed(std::strerror(errno));
  auto bytes = std::make_shared<std::string>();
  std::vector<char> block(1 << 16);
  std::size_t got = 0;
  while ((got = std::fread(block.data(), 1, block.size(), file)) > 0) {
    bytes->append(block.data(), got);
  }
  const int error = std::ferror(file) != 0 ? errno : 0;
  if (!standard_input) std::fclose(file);
  if (error != 0) return failed(std::strerror(error));
  if (bytes->empty()) {
    return Error{ErrorCode::unreadable, path, std::nullopt, "is empty",
                 "give a PDF, PNG, JPEG or TIFF file"};
  }
  return DocumentBytes{path, std::move(bytes)};
}

Result<std::unique_ptr<Document>> open_document(const DocumentBytes& input,
                                                const OpenOptions& options) {
  if (is_pdf(*input.bytes)) return open_pdf_document(input, options);
  if (is_image(*input.bytes)) return open_image_document(input, options);
  return Error{ErrorCode::unreadable, input.name, std::nullopt, "is neither a PDF nor an image",
               "give a PDF, PNG, JPEG or TIFF file"};
}

}  // namespace crossfoot
