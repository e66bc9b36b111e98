// OpenSSL's libcrypto behind its adapter; PoDoFo brings it along.
#include "extract/content_hash.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace crossfoot {
namespace {

constexpr std::size_t kDigits = 64;
constexpr std::string_view kHexDigits = "0123456789abcdef";

}  // namespace

std::string sha256_of(std::string_view bytes) {
  std::array<unsigned char, kDigits / 2> digest{};
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL has no SHA-256");
  }
  std::string hex;
  for (const unsigned char byte : digest) {
    hex += kHexDigits[byte >> 4];
    hex += kHexDigits[byte & 15];
  }
  return hex;
}

bool is_sha256(std::string_view text) {
  return text.size() == kDigits && text.find_first_not_of(kHexDigits) == std::string_view::npos;
}

}  // namespace crossfoot
