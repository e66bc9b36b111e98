#include "tools/command_options.h"

#include <filesystem>

namespace crossfoot {

const char* name_of(OcrMode mode) {
  switch (mode) {
    case OcrMode::always:
      return "always";
    case OcrMode::never:
      return "never";
    case OcrMode::automatic:
      break;
  }
  return "auto";
}

const char* name_of(OutputFormat format) {
  switch (format) {
    case OutputFormat::text:
      return "text";
    case OutputFormat::csv:
      return "csv";
    case OutputFormat::json:
      return "json";
    case OutputFormat::md:
      return "md";
    case OutputFormat::xlsx:
      return "xlsx";
    case OutputFormat::junit:
      return "junit";
    case OutputFormat::html:
      return "html";
    case OutputFormat::pdf:
      return "pdf";
    case OutputFormat::toml:
      return "toml";
  }
  return "text";
}

const char* extension_of(OutputFormat format) {
  switch (format) {
    case OutputFormat::text:
      return "txt";
    case OutputFormat::junit:
      return "xml";
    default:
      return name_of(format);
  }
}

const std::vector<OutputFormat>& all_formats() {
  static const std::vector<OutputFormat> formats = {
      OutputFormat::text, OutputFormat::csv,  OutputFormat::json,
      OutputFormat::md,   OutputFormat::xlsx, OutputFormat::junit,
      OutputFormat::html, OutputFormat::pdf,  OutputFormat::toml};
  return formats;
}

std::optional<OutputFormat> format_of_name(const std::string& file_name) {
  const std::string ending = std::filesystem::path(file_name).extension().string();
  for (const OutputFormat format : all_formats()) {
    if (ending == std::string(".") + extension_of(format)) return format;
  }
  return std::nullopt;
}

}  // namespace crossfoot
