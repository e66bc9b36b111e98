#pragma once

#include "extract/document.h"

namespace crossfoot {

// What a page, or a stream of one, says under this key of its dictionary after rewriting: how it is
// not whole, as a string.
constexpr const char* kDamageKey = "CrossfootDamage";

// The document rewritten without encryption and with a sound cross-reference table and page tree,
// by qpdf. Error encrypted where the password does not fit, unreadable where nothing can be saved.
Result<DocumentBytes> rewrite_pdf(const DocumentBytes& input, const std::string& password);

}  // namespace crossfoot
