// One arithmetic on every machine.
#pragma once

namespace crossfoot {

// From here on, and in the processes that are started from here on, figures and pictures are
// computed with the instructions that every processor of this architecture has. OpenCV otherwise
// takes the widest vectors there are, whose sums are rounded in another order: a confidence then
// differs in its last digits from one machine to another. Call it before anything is read.
void use_portable_arithmetic();

}  // namespace crossfoot
