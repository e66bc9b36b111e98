// Takes from a worker what reading a document does not need.
#pragma once

#include <optional>
#include <string>

namespace crossfoot {

// Why enter_sandbox() can do nothing here; nothing where it can.
std::optional<std::string> sandbox_obstacle();

// From now on, and in every thread: no network, no new files and no writing to old ones by name, no
// other program, no signal to another process, no child. What is forbidden fails with ENOSYS, and a
// library goes on without. Does nothing where the kernel has no such filters.
void enter_sandbox();

}  // namespace crossfoot
