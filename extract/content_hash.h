// What tells documents apart whatever they are called.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits, as sha256sum prints it.
std::string sha256_of(std::string_view bytes);

// True of 64 lower-case hexadecimal digits.
bool is_sha256(std::string_view text);

}  // namespace crossfoot
