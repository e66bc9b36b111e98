// write_reference FOLDER: puts man1/*.1 and the bash completion `crossfoot` there; run by the
// build.
#include <cstdio>
#include <filesystem>

#include "tools/command_reference.h"
#include "tools/write_file.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder / "man1");
  auto files = crossfoot::manual_pages();
  auto problem = crossfoot::write_file(folder / "crossfoot", crossfoot::bash_completion());
  for (const auto& [name, content] : files) {
    if (!problem) problem = crossfoot::write_file(folder / "man1" / name, content);
  }
  if (!problem) return 0;
  std::fprintf(stderr, "%s\n", problem->to_string().c_str());
  return 1;
}
